import { type BucketSet, bucketSet, rowOf, rowOfKnown, seededBucket } from './buckets.ts';
import { LABELS } from './crf.ts';

/**
 * Weights as sums read them: a row of eight bytes a bucket, each the weight of a role plus 128, the
 * last one unused; behind them a row of no weights.
 */
export interface ScoreTable extends BucketSet {
  readonly bytes: Uint8Array;
  /** The same bytes, four in one number. */
  readonly words: Int32Array;
  /** By character, the row of its feature in the one group whose values are characters; UNKNOWN until it is asked for. */
  readonly characters: Uint16Array;
}

const WIDTH = 8;
const BIAS = 128;
const UNKNOWN = 65535;
/** Rows are numbered below UNKNOWN, with one for no weights. */
export const MOST_BUCKETS = UNKNOWN - 1;

/** The table of `weights`, LABELS for each of the rising `buckets`. */
export function scoreTable(buckets: Uint32Array, weights: Int8Array): ScoreTable {
  const bytes = new Uint8Array((buckets.length + 1) * WIDTH).fill(BIAS);
  for (let row = 0; row < buckets.length; row += 1)
    for (let role = 0; role < LABELS; role += 1) bytes[row * WIDTH + role]! += weights[row * LABELS + role]!;
  return {
    ...bucketSet(buckets),
    bytes,
    words: new Int32Array(bytes.buffer),
    characters: new Uint16Array(65536).fill(UNKNOWN),
  };
}

/** The weight of a role in a row, as the file has it. */
export const weightIn = ({ bytes }: ScoreTable, row: number, role: number): number => bytes[row * WIDTH + role]! - BIAS;

/** Adds to `sums`, from `offset` on, the scores of one feature, if it has weights. */
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
  for (let role = 0; role < LABELS; role += 1) sums[offset + role]! += strength * weightIn(table, row, role);
}

/** So many bytes add up in 16 bits. */
const CHUNK = 256;
/** Buckets, and then their rows. */
const chunk = new Int32Array(CHUNK);

/** Adds to `sums`, from `offset` on, the scores of the features of one group with the first `length` of `values`, all equally strong. */
export function sumRun(
  table: ScoreTable,
  seed: number,
  values: Int32Array,
  length: number,
  strength: number,
  sums: Float64Array,
  offset: number,
): void {
  const { bits } = table;
  for (let start = 0; start < length; start += CHUNK) {
    const end = Math.min(length, start + CHUNK);
    let count = 0;
    for (let at = start; at < end; at += 1) {
      const bucket = seededBucket(seed, values[at]!);
      chunk[count] = bucket;
      // Without a branch, which a processor would guess wrong as often as not.
      count += (bits[bucket >>> 5]! >>> (bucket & 31)) & 1;
    }
    for (let at = 0; at < count; at += 1) chunk[at] = rowOfKnown(table, chunk[at]!);
    if (count > 0) sumChunk(table, count, strength, sums, offset);
  }
}

/** The same for the one group whose values are characters: most have weights, and their rows are looked up once. */
export function sumCharacters(
  table: ScoreTable,
  seed: number,
  codes: Int32Array,
  length: number,
  strength: number,
  sums: Float64Array,
  offset: number,
): void {
  const { characters } = table;
  for (let start = 0; start < length; start += CHUNK) {
    const count = Math.min(length - start, CHUNK);
    for (let at = 0; at < count; at += 1) {
      const row = characters[codes[start + at]!]!;
      chunk[at] = row === UNKNOWN ? lookUp(table, seed, codes[start + at]!) : row;
    }
    sumChunk(table, count, strength, sums, offset);
  }
}

function lookUp(table: ScoreTable, seed: number, code: number): number {
  const row = rowOf(table, seededBucket(seed, code));
  table.characters[code] = row < 0 ? table.bytes.length / WIDTH - 1 : row;
  return table.characters[code]!;
}

/** Adds the rows of a chunk as whole numbers, the bytes of a word in two numbers of two lanes of 16 bits (Lamport 1975). */
function sumChunk({ words }: ScoreTable, count: number, strength: number, sums: Float64Array, offset: number): void {
  let [ac, bd, eg, f] = [0, 0, 0, 0];
  for (let at = 0; at < count; at += 1) {
    const row = chunk[at]! * 2;
    const first = words[row]!;
    const second = words[row + 1]!;
    ac = (ac + (first & 0xff00ff)) | 0;
    bd = (bd + ((first >>> 8) & 0xff00ff)) | 0;
    eg = (eg + (second & 0xff00ff)) | 0;
    f = (f + ((second >>> 8) & 0xff)) | 0;
  }
  const bias = BIAS * count;
  sums[offset]! += strength * ((ac & 0xffff) - bias);
  sums[offset + 1]! += strength * ((bd & 0xffff) - bias);
  sums[offset + 2]! += strength * ((ac >>> 16) - bias);
  sums[offset + 3]! += strength * ((bd >>> 16) - bias);
  sums[offset + 4]! += strength * ((eg & 0xffff) - bias);
  sums[offset + 5]! += strength * (f - bias);
  sums[offset + 6]! += strength * ((eg >>> 16) - bias);
}

/** Rows of scores that are summed already, by key; row 0 stands for none yet. */
export interface ReadyRows {
  readonly rowOf: Int32Array;
  rows: Float64Array;
  count: number;
}

/** No rows yet, for keys below `keys`. */
export const readyRows = (keys: number): ReadyRows => ({
  rowOf: new Int32Array(keys),
  rows: new Float64Array(WIDTH * 64),
  count: 1,
});

/** Makes the row of a key; `sum` adds to the numbers from `offset` on. */
export function makeReady(ready: ReadyRows, key: number, sum: (rows: Float64Array, offset: number) => void): number {
  const row = ready.count;
  if ((row + 1) * WIDTH > ready.rows.length) {
    const { rows } = ready;
    ready.rows = new Float64Array(rows.length * 2);
    ready.rows.set(rows);
  }
  ready.count += 1;
  ready.rowOf[key] = row;
  sum(ready.rows, row * WIDTH);
  return row;
}

/** Adds to `sums`, from `offset` on, the first `length` of the rows in `list`; one variable a role, to stay in registers. */
export function sumReady(
  { rows }: ReadyRows,
  list: Int32Array,
  length: number,
  sums: Float64Array,
  offset: number,
): void {
  let [a, b, c, d, e, f, g] = [0, 0, 0, 0, 0, 0, 0];
  for (let at = 0; at < length; at += 1) {
    const row = list[at]! * WIDTH;
    a += rows[row]!;
    b += rows[row + 1]!;
    c += rows[row + 2]!;
    d += rows[row + 3]!;
    e += rows[row + 4]!;
    f += rows[row + 5]!;
    g += rows[row + 6]!;
  }
  sums[offset]! += a;
  sums[offset + 1]! += b;
  sums[offset + 2]! += c;
  sums[offset + 3]! += d;
  sums[offset + 4]! += e;
  sums[offset + 5]! += f;
  sums[offset + 6]! += g;
}
