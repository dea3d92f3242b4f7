import { logChoose } from './fisher.ts';
import { randomFrom, shuffle } from './random.ts';

/** As many ways to choose the first group as are all tried; above that, so many random ones. */
const ALL_WAYS = 5000;
const RANDOM_WAYS = 1999;
const SEED = 20080;

/**
 * Ways to relabel reports, so that the first `first` of them stand for the first group: `columns[report][way]` is 1
 * where the way puts the report into the first group. `exact` where these are all ways that there are.
 */
export interface Relabelling {
  readonly first: number;
  readonly ways: number;
  readonly columns: readonly Uint8Array[];
  readonly exact: boolean;
}

/** All ways to choose `first` of `total` reports where they are few, otherwise random ones, the same each time. */
export function relabellings(first: number, total: number): Relabelling {
  const exact = logChoose(total, first) <= Math.log(ALL_WAYS);
  const chosen = exact ? combinations(first, total) : randomChoices(first, total);
  const columns = Array.from({ length: total }, () => new Uint8Array(chosen.length));
  for (const [way, reports] of chosen.entries()) for (const report of reports) columns[report]![way] = 1;
  return { first, ways: chosen.length, columns, exact };
}

function randomChoices(first: number, total: number): number[][] {
  const random = randomFrom(SEED);
  const reports = Array.from({ length: total }, (_, index) => index);
  return Array.from({ length: RANDOM_WAYS }, () => shuffle(reports, random).slice(0, first));
}

function combinations(size: number, total: number, from = 0): number[][] {
  if (size === 0) return [[]];
  return Array.from({ length: Math.max(0, total - size - from + 1) }, (_, index) => from + index).flatMap((first) =>
    combinations(size - 1, total, first + 1).map((rest) => [first, ...rest]),
  );
}

/** Random ways are tried in lots, each twice the last, until so many lie as far out as seen that p is no small one. */
const LOT = 50;
const ENOUGH = 30;

/** What some reports have; all others have 0. */
export interface SparseValues {
  readonly reports: ArrayLike<number>;
  readonly values: ArrayLike<number>;
}

/**
 * The share of relabellings in which the mean of the first group lies at least as far from that of the others as seen:
 * a permutation test over whole reports, since words of one report are not independent (Pitman 1937, Suppl. J. R. Stat.
 * Soc. 4:119–130; random ways count the one seen as well, Phipson & Smyth 2010, Stat. Appl. Genet. Mol. Biol. 9:39, and
 * stop once `ENOUGH` are as extreme, which leaves p valid: sequential Monte Carlo, Besag & Clifford 1991, Biometrika
 * 78:301–304). `seen` is the sum of the first group. NaN where a group is empty.
 */
export function permutationTest(sparse: SparseValues, seen: number, labels: Relabelling): number {
  const { first, ways, columns, exact } = labels;
  if (first === 0 || first === columns.length) return Number.NaN;
  let total = 0;
  for (let at = 0; at < sparse.values.length; at += 1) total += sparse.values[at]!;
  const centre = (total * first) / columns.length;
  const edge = Math.abs(seen - centre) - 1e-9 * Math.max(1e-9, Math.abs(total));
  let extreme = 0;
  for (let start = 0, lot = exact ? ways : LOT; start < ways; start += lot, lot = start) {
    const end = Math.min(start + lot, ways);
    extreme += countBeyond(sumsOf(sparse, columns, start, end), centre, edge);
    if (!exact && extreme >= ENOUGH) return (extreme + 1) / (end + 1);
  }
  return exact ? extreme / ways : (extreme + 1) / (ways + 1);
}

function countBeyond(sums: Float64Array, centre: number, edge: number): number {
  let count = 0;
  for (let way = 0; way < sums.length; way += 1) if (Math.abs(sums[way]! - centre) >= edge) count += 1;
  return count;
}

/** The sum of the first group in each of the ways from `start` to before `end`. */
function sumsOf(
  { reports, values }: SparseValues,
  columns: readonly Uint8Array[],
  start: number,
  end: number,
): Float64Array {
  const sums = new Float64Array(end - start);
  for (let at = 0; at < values.length; at += 1) {
    const [column, value] = [columns[reports[at]!]!, values[at]!];
    for (let way = start; way < end; way += 1) sums[way - start]! += value * column[way]!;
  }
  return sums;
}

/** The least p that the test can give: so few reports cannot show more. Both tails count where the groups are equal. */
export const leastP = ({ first, ways, columns, exact }: Relabelling): number =>
  exact ? (2 * first === columns.length ? 2 : 1) / ways : 1 / (ways + 1);
