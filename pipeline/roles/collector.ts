/** Feature groups with the strength of one feature of the group; a feature is a group and a value. */
const STRENGTHS = {
  bias: 1,
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
  'path-role': 0.6,
  'path-role×cues': 0.6,
  'path-role×place': 0.6,
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
const STRENGTH_OF = Float32Array.from(Object.values(STRENGTHS));

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
const strengths = new Float32Array(CAPACITY);
const places = new Int32Array(CAPACITY);
let size = 0;

/** Starts the features of the next sentence. */
export function begin(): void {
  size = 0;
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

/** The features added since `begin`. */
export const collected = (): Features => ({
  groups: groups.slice(0, size),
  values: values.slice(0, size),
  strengths: strengths.slice(0, size),
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
