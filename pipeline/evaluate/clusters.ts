/**
 * Agreement of two groupings of the same items: the adjusted Rand index (Hubert & Arabie 1985; 0 by chance, 1 the same)
 * and the V-measure (Rosenberg & Hirschberg 2007; harmonic mean of homogeneity and completeness).
 */
export function clusterAgreement(
  truth: readonly string[],
  found: readonly (string | number)[],
): { readonly ari: number; readonly homogeneity: number; readonly completeness: number; readonly vMeasure: number } {
  const cells = countsOf(truth.map((label, index) => `${label}\t${found[index]}`));
  const rows = countsOf(truth);
  const columns = countsOf(found.map(String));
  const homogeneity = 1 - ratio(entropy(cells) - entropy(columns), entropy(rows));
  const completeness = 1 - ratio(entropy(cells) - entropy(rows), entropy(columns));
  const total = homogeneity + completeness;
  return {
    ari: adjustedRand(cells, rows, columns, truth.length),
    homogeneity,
    completeness,
    vMeasure: total === 0 ? 0 : (2 * homogeneity * completeness) / total,
  };
}

function countsOf(keys: readonly string[]): readonly number[] {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts.values()];
}

/** Shannon's entropy of the shares of counts, in nats. */
function entropy(counts: readonly number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return -counts.reduce((sum, count) => sum + (count / total) * Math.log(count / total), 0);
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

const pairs = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);

function adjustedRand(
  cells: readonly number[],
  rows: readonly number[],
  columns: readonly number[],
  n: number,
): number {
  const expected = (pairs(rows) * pairs(columns)) / Math.max(1, (n * (n - 1)) / 2);
  const most = (pairs(rows) + pairs(columns)) / 2;
  return most === expected ? 1 : (pairs(cells) - expected) / (most - expected);
}
