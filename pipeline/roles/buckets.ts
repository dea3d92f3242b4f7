const BITS = 18;
export const BUCKETS = 1 << BITS;
const SHIFT = 32 - BITS;

/** What the number of a group adds to the hash of its features. */
export const seedOf = (group: number): number => Math.imul(group + 1, 0x85ebca6b);

/** The bucket of a feature of a group. */
export const bucketOf = (group: number, value: number): number => seededBucket(seedOf(group), value);

/** The same for a group whose seed is known: the upper bits of a product with 2^32 / golden ratio (Knuth 1973, 6.4). */
export const seededBucket = (seed: number, value: number): number => Math.imul(value ^ seed, 0x9e3779b1) >>> SHIFT;

/**
 * The buckets that have weights, as a bit each with a count per 32 bits (Jacobson 1989): small enough for a processor's
 * cache, where a table of all buckets is not. Rows are numbered in the order of their buckets.
 */
export interface BucketSet {
  readonly bits: Int32Array;
  /** How many buckets of the set lie before each word of `bits`. */
  readonly before: Uint16Array;
}

/** The set of `buckets`, which rise. */
export function bucketSet(buckets: Uint32Array): BucketSet {
  const bits = new Int32Array(BUCKETS / 32);
  const before = new Uint16Array(bits.length);
  let word = 0;
  for (const [row, bucket] of buckets.entries()) {
    const own = bucket >>> 5;
    if (own > word) before.fill(row, word + 1, own + 1);
    word = own;
    bits[word]! |= 1 << (bucket & 31);
  }
  before.fill(buckets.length, word + 1);
  return { bits, before };
}

/** The row of a bucket in the set, −1 for buckets outside it. */
export const rowOf = (set: BucketSet, bucket: number): number => placeOf(set, bucket) - 1;

/**
 * The row of a bucket in the set plus 1, 0 for buckets outside it. Without a branch, which a processor would guess
 * wrong as often as not.
 */
export function placeOf({ bits, before }: BucketSet, bucket: number): number {
  const word = bits[bucket >>> 5]!;
  return (before[bucket >>> 5]! + bitCount(word & ((1 << bucket) - 1)) + 1) & -((word >>> bucket) & 1);
}

/** How many bits of a 32-bit number are set (Warren 2002, fig. 5-2). */
export function bitCount(word: number): number {
  let sum = word - ((word >>> 1) & 0x55555555);
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333);
  return Math.imul((sum + (sum >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
