/** An estimate with its 95 % confidence interval. */
export interface Interval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** The 97.5 % point of the standard normal distribution. */
export const Z95 = 1.959963984540054;

/**
 * A share with its score interval: (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n)
 * (Wilson 1927, J. Am. Stat. Assoc. 22:209–212). Of nothing the share is unknown: 0 to 1, estimate NaN.
 */
export function wilsonInterval(successes: number, trials: number): Interval {
  if (trials === 0) return { estimate: Number.NaN, low: 0, high: 1 };
  const share = successes / trials;
  const z2 = Z95 * Z95;
  const centre = (share + z2 / (2 * trials)) / (1 + z2 / trials);
  const half = (Z95 * Math.sqrt((share * (1 - share)) / trials + z2 / (4 * trials * trials))) / (1 + z2 / trials);
  return {
    estimate: share,
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: successes === trials ? 1 : Math.min(1, centre + half),
  };
}

/**
 * The difference `a/n − b/m` of two shares with Newcombe's interval, which joins two Wilson intervals
 * (Newcombe 1998, Stat. Med. 17:873–890, method 10).
 */
export function shareDifference(a: number, n: number, b: number, m: number): Interval {
  const one = wilsonInterval(a, n);
  const other = wilsonInterval(b, m);
  const estimate = one.estimate - other.estimate;
  return {
    estimate,
    low: estimate - Math.hypot(one.estimate - one.low, other.high - other.estimate),
    high: estimate + Math.hypot(one.high - one.estimate, other.estimate - other.low),
  };
}

/**
 * The ratio of two shares `(a/n) / (b/m)` with the log interval exp(ln RR ± z·√(1/a − 1/n + 1/b − 1/m))
 * (Katz et al. 1978, Biometrics 34:469–474). Where a share is 0, or both are 1, ½ is added to the reports that do and
 * to those that do not, in the estimate as well (Haldane 1956, Ann. Hum. Genet. 20:309–311).
 */
export function riskRatio(a: number, n: number, b: number, m: number): Interval {
  const half = a === 0 || b === 0 || (a === n && b === m) ? 0.5 : 0;
  const [x, y, xAll, yAll] = [a + half, b + half, n + 2 * half, m + 2 * half];
  const estimate = x / xAll / (y / yAll);
  const error = Math.sqrt(1 / x - 1 / xAll + 1 / y - 1 / yAll);
  return { estimate, low: estimate * Math.exp(-Z95 * error), high: estimate * Math.exp(Z95 * error) };
}
