import { LABELS } from './crf.ts';

/** Feature groups with the strength of one feature of the group; a feature is a group and a value. */
const STRENGTHS = {
  bias: 1,
  'cause-licence': 2,
  gram1: 0.7,
  gram2: 1,
  gram3: 1,
  'head-gram': 0.7,
  'tail-gram': 0.6,
  'clause-gram': 1,
  style: 0.4,
  shape: 0.4,
  length: 0.4,
  ending: 0.4,
  'in-paragraph': 0.4,
  'in-section': 0.4,
  'path-role': 1.2,
  'path-role×cues': 1,
  'path-role×place': 0.8,
  'path-gram': 0.45,
  'above-gram': 0.45,
  cue: 0.7,
  'cue-first': 1,
  'cue-before': 0.15,
  'cue-after': 0.15,
  'cue-mix': 0.4,
  rule: 2,
  'rule-before': 0.15,
  'rule-after': 0.15,
  'rule-heading': 0.3,
  'rule-lead': 0.2,
  'lead-gram': 0.3,
  figures: 1,
} as const;
export type Group = keyof typeof STRENGTHS;
export const GROUPS = Object.keys(STRENGTHS) as Group[];
/** The number of every group, as features carry it. */
export const G = Object.fromEntries(GROUPS.map((name, index) => [name, index])) as Record<Group, number>;
export const STRENGTH_OF = Float32Array.from(Object.values(STRENGTHS));

/** The features of one sentence: parallel arrays of group, value and strength. */
export interface Features {
  readonly groups: Uint8Array;
  /** What is seen; for n-grams a hash of the characters, so that no text can be read from it. */
  readonly values: Int32Array;
  readonly strengths: Float32Array;
  /** Where the characters of n-grams stand in the packed sentence: start × 8 + length; 0 for other features. */
  readonly places: Int32Array;
}

const CAPACITY = 16384;
const groups = new Uint8Array(CAPACITY);
const values = new Int32Array(CAPACITY);
const strengths = new Float64Array(CAPACITY);
const places = new Int32Array(CAPACITY);
let size = 0;

/**
 * The buckets that have weights, as a bit each with a count per 32 bits (Jacobson 1989): small enough for a processor's
 * cache, where a table of all buckets is not. Rows are numbered in the order of their buckets.
 */
export interface BucketSet {
  readonly bits: Uint32Array;
  /** How many buckets of the set lie before each word of `bits`. */
  readonly before: Uint16Array;
}

/** The set of `buckets`, which rise. */
export function bucketSet(buckets: Uint32Array): BucketSet {
  const bits = new Uint32Array(BUCKETS / 32);
  for (const bucket of buckets) bits[bucket >>> 5]! |= 1 << (bucket & 31);
  const before = new Uint16Array(bits.length);
  for (let word = 1; word < bits.length; word += 1) before[word] = before[word - 1]! + ones(bits[word - 1]!);
  return { bits, before };
}

/** The row of a bucket in the set, −1 for buckets outside it. */
export const rowOf = (set: BucketSet, bucket: number): number =>
  (set.bits[bucket >>> 5]! & (1 << (bucket & 31))) === 0 ? -1 : rowOfKnown(set, bucket);

const rowOfKnown = ({ bits, before }: BucketSet, bucket: number): number =>
  before[bucket >>> 5]! + ones(bits[bucket >>> 5]! & ((1 << (bucket & 31)) - 1));

/** How many bits of a 32-bit number are set (Warren 2002, fig. 5-2). */
function ones(word: number): number {
  let sum = word - ((word >>> 1) & 0x55555555);
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333);
  return Math.imul((sum + (sum >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Sums the scores of the roles of sentences, without keeping their features. */
export interface Scorer {
  readonly buckets: BucketSet;
  /** LABELS numbers a row. */
  readonly values: Int8Array;
  /** Where the sums go, from `offset` on. */
  readonly sums: Float64Array;
  offset: number;
}

let scorer: Scorer | null = null;

/** Starts the features of the next sentence: to be kept, or to be summed by `target`. */
export function begin(target: Scorer | null): void {
  size = 0;
  scorer = target;
}

/** Adds a feature; `share` multiplies the strength of its group. A sentence keeps its first 16384 features. */
export function add(group: number, value: number, share = 1, place = 0): void {
  if (size >= CAPACITY) return;
  groups[size] = group;
  values[size] = value;
  strengths[size] = STRENGTH_OF[group]! * share;
  places[size] = place;
  size += 1;
}

/** Ends a sentence: its sums are added where its scorer stands, which goes on to the next sentence. */
export function summed(): void {
  if (scorer === null) return;
  sum(scorer, 0, scorer.sums, scorer.offset);
  scorer.offset += LABELS;
}

const knownBuckets = new Int32Array(CAPACITY);
const knownStrengths = new Float64Array(CAPACITY);

/** Lists the features from number `from` on that have weights, without a branch that a processor would guess; how many. */
function listKnown({ bits }: BucketSet, from: number): number {
  let known = 0;
  for (let at = from; at < size; at += 1) {
    const bucket = bucketOf(groups[at]!, values[at]!);
    knownBuckets[known] = bucket;
    knownStrengths[known] = strengths[at]!;
    known += (bits[bucket >>> 5]! >>> (bucket & 31)) & 1;
  }
  return known;
}

/** Adds the scores of the features from number `from` on to `sums`; one variable a role, as this is most of the work. */
function sum({ buckets, values: weights }: Scorer, from: number, sums: Float64Array, offset: number): void {
  const known = listKnown(buckets, from);
  let [a, b, c, d, e, f, g] = [0, 0, 0, 0, 0, 0, 0];
  for (let at = 0; at < known; at += 1) {
    const row = rowOfKnown(buckets, knownBuckets[at]!) * LABELS;
    const strength = knownStrengths[at]!;
    a += strength * weights[row]!;
    b += strength * weights[row + 1]!;
    c += strength * weights[row + 2]!;
    d += strength * weights[row + 3]!;
    e += strength * weights[row + 4]!;
    f += strength * weights[row + 5]!;
    g += strength * weights[row + 6]!;
  }
  sums[offset]! += a;
  sums[offset + 1]! += b;
  sums[offset + 2]! += c;
  sums[offset + 3]! += d;
  sums[offset + 4]! += e;
  sums[offset + 5]! += f;
  sums[offset + 6]! += g;
}

/** Sums that sentences in a row have in common, by what they come from. */
interface SharedSums {
  of: object | null;
  by: Scorer['values'] | null;
  readonly sums: Float64Array;
}

export const sharedSums = (): SharedSums => ({ of: null, by: null, sums: new Float64Array(LABELS) });

/**
 * Adds features that depend on `of` alone. While summing, what they come to is kept in `shared` and added again for
 * the next sentence with the same `of`, without going through the features.
 */
export function addShared(shared: SharedSums, of: object, addAll: () => void): void {
  if (scorer === null) {
    addAll();
    return;
  }
  if (shared.of !== of || shared.by !== scorer.values) {
    const from = size;
    addAll();
    sum(scorer, from, shared.sums.fill(0), 0);
    size = from;
    shared.of = of;
    shared.by = scorer.values;
  }
  for (let role = 0; role < LABELS; role += 1) scorer.sums[scorer.offset + role]! += shared.sums[role]!;
}

/** The features kept since `begin`. */
export const collected = (): Features => ({
  groups: groups.slice(0, size),
  values: values.slice(0, size),
  strengths: Float32Array.from(strengths.subarray(0, size)),
  places: places.slice(0, size),
});

export const BUCKETS = 1 << 20;

/** The bucket of a feature: the finisher of MurmurHash3 over its group and value. */
export function bucketOf(group: number, value: number): number {
  let hash = Math.imul(value ^ Math.imul(group + 1, 0x9e3779b1), 0x85ebca6b);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0xc2b2ae35);
  hash ^= hash >>> 13;
  return (hash >>> 0) & (BUCKETS - 1);
}
