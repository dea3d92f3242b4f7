/**
 * Fisher's exact test of two shares, two-sided: the probability, with the margins of the table as they are, of all
 * tables that are no more probable than the one seen (Fisher 1922, J. R. Stat. Soc. 85:87–94; the two-sided form of
 * R's fisher.test). `a` of `n` against `b` of `m`.
 */
export function fisherExact(a: number, n: number, b: number, m: number): number {
  const successes = a + b;
  const first = Math.max(0, successes - m);
  const last = Math.min(n, successes);
  const logs = Array.from({ length: last - first + 1 }, (_, index) => {
    const x = first + index;
    return logChoose(n, x) + logChoose(m, successes - x) - logChoose(n + m, successes);
  });
  const seen = logs[a - first]!;
  const sum = logs.filter((log) => log <= seen + 1e-7).reduce((total, log) => total + Math.exp(log), 0);
  return Math.min(1, sum);
}

const logFactorials: number[] = [0];

/** ln n!, summed up and kept. */
export function logFactorial(n: number): number {
  for (let k = logFactorials.length; k <= n; k += 1) logFactorials.push(logFactorials[k - 1]! + Math.log(k));
  return logFactorials[n]!;
}

/** ln of the number of ways to choose k of n. */
export const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k);
