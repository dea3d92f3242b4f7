import { type BucketSet, bucketSet, rowOf, seededBucket } from './buckets.ts';
import { LABELS } from './crf.ts';

/** Weights as sums read them: LABELS a row, a row for each bucket of the set. */
export interface ScoreTable extends BucketSet {
  readonly weights: Int8Array;
}

/** Rows are counted in 16 bits. */
export const MOST_BUCKETS = 65535;

/** The table of `weights`, LABELS for each of the rising `buckets`. */
export const scoreTable = (buckets: Uint32Array, weights: Int8Array): ScoreTable => ({
  ...bucketSet(buckets),
  weights,
});

/** The table that has no weights. */
export const NO_WEIGHTS = scoreTable(new Uint32Array(0), new Int8Array(0));

/** Where the sums of the scores of a sentence go, LABELS numbers from `offset` on. */
export interface Scorer {
  readonly table: ScoreTable;
  readonly sums: Float64Array;
  offset: number;
}

/** Adds to `sums`, from `offset` on, the scores of a feature of the group with `seed`, if it has weights. */
export function sumOne(
  table: ScoreTable,
  seed: number,
  value: number,
  strength: number,
  sums: Float64Array,
  offset: number,
): void {
  const row = rowOf(table, seededBucket(seed, value));
  if (row < 0) return;
  for (let role = 0; role < LABELS; role += 1) sums[offset + role]! += strength * table.weights[row * LABELS + role]!;
}

/** Numbers a row: LABELS, and one unused. */
export const ROW_WIDTH = 8;

/** Rows of scores that are summed already, by key; row 0 stands for none yet. */
export interface ReadyRows {
  readonly rowOf: Int32Array;
  rows: Float64Array;
  count: number;
}

/** No rows yet, for keys below `keys`. */
export const readyRows = (keys: number): ReadyRows => ({
  rowOf: new Int32Array(keys),
  rows: new Float64Array(ROW_WIDTH * 64),
  count: 1,
});

/** The number of a new row, of zeros, for a key; it stands in `rows` from ROW_WIDTH times that on. */
export function newRow(ready: ReadyRows, key: number): number {
  const row = ready.count;
  if ((row + 1) * ROW_WIDTH > ready.rows.length) {
    const { rows } = ready;
    ready.rows = new Float64Array(rows.length * 2);
    ready.rows.set(rows);
  }
  ready.count += 1;
  ready.rowOf[key] = row;
  return row;
}

/**
 * Adds to `sums`, from `offset` on, the first `length` of the rows in `list`; one variable a role, to stay in registers,
 * and each begun as a fraction, since one that begins as 0 is boxed at every step.
 */
export function sumReady(
  { rows }: ReadyRows,
  list: Int32Array,
  length: number,
  sums: Float64Array,
  offset: number,
): void {
  let a = sums[offset]!;
  let b = sums[offset + 1]!;
  let c = sums[offset + 2]!;
  let d = sums[offset + 3]!;
  let e = sums[offset + 4]!;
  let f = sums[offset + 5]!;
  let g = sums[offset + 6]!;
  for (let at = 0; at < length; at += 1) {
    const row = list[at]! * ROW_WIDTH;
    a += rows[row]!;
    b += rows[row + 1]!;
    c += rows[row + 2]!;
    d += rows[row + 3]!;
    e += rows[row + 4]!;
    f += rows[row + 5]!;
    g += rows[row + 6]!;
  }
  sums[offset] = a;
  sums[offset + 1] = b;
  sums[offset + 2] = c;
  sums[offset + 3] = d;
  sums[offset + 4] = e;
  sums[offset + 5] = f;
  sums[offset + 6] = g;
}
