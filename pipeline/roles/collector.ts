import { seedOf } from './buckets.ts';
import { LABELS } from './crf.ts';
import {
  newRow,
  type ReadyRows,
  ROW_WIDTH,
  readyRows,
  type Scorer,
  type ScoreTable,
  sumOne,
  sumReady,
} from './scorer.ts';

/** Feature groups with the strength of one feature of the group; a feature is a group and a value. */
const STRENGTHS = {
  bias: 1,
  'cause-licence': 2,
  gram1: 2 / 3,
  gram2: 1,
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
  'cue-mix': 0.4,
  'mix-before': 0.2,
  'mix-after': 0.2,
  rule: 2,
  'rule-heading': 0.3,
  figures: 1,
} as const;
export type Group = keyof typeof STRENGTHS;
export const GROUPS = Object.keys(STRENGTHS) as Group[];
/** The number of every group, as features carry it. */
export const G = Object.fromEntries(GROUPS.map((name, index) => [name, index])) as Record<Group, number>;
export const STRENGTH_OF = Float32Array.from(Object.values(STRENGTHS));
const SEED_OF = Int32Array.from(GROUPS.keys(), seedOf);

/** The features of one sentence: parallel arrays of group, value and strength. */
export interface Features {
  readonly groups: Uint8Array;
  /** What is seen; for n-grams a hash of the characters, so that no text can be read from it. */
  readonly values: Int32Array;
  readonly strengths: Float32Array;
  /** Where the characters of n-grams stand in the sentence: start × 8 + length; 0 for other features. */
  readonly places: Int32Array;
}

/** More than the n-grams of a sentence and the pairs of its headings can be. */
const CAPACITY = 65536;
const groups = new Uint8Array(CAPACITY);
const values = new Int32Array(CAPACITY);
const strengths = new Float64Array(CAPACITY);
const places = new Int32Array(CAPACITY);
let size = 0;

let scorer: Scorer | null = null;

/** Starts the features of the next sentence: to be kept, or to be summed by `target`. */
export function begin(target: Scorer | null): void {
  size = 0;
  listed = 0;
  scorer = target;
  if (target !== null && target.table !== readyFor) [readyFor, ready] = [target.table, readyRows(bundleKeys)];
}

/** Adds a feature; `share` multiplies the strength of its group. */
export function add(group: number, value: number, share = 1, place = 0): void {
  const strength = STRENGTH_OF[group]! * share;
  if (scorer === null) keep(group, value, strength, place);
  else sumOne(scorer.table, SEED_OF[group]!, value, strength, scorer.sums, scorer.offset);
}

function keep(group: number, value: number, strength: number, place: number): void {
  if (size >= CAPACITY) return;
  groups[size] = group;
  values[size] = value;
  strengths[size] = strength;
  places[size] = place;
  size += 1;
}

/** Ends a sentence: its sums are added where its scorer stands, which goes on to the next sentence. */
export function summed(): void {
  if (scorer === null) return;
  sumReady(ready, list, listed, scorer.sums, scorer.offset);
  scorer.offset += LABELS;
}

/** Adds to `sums`, from `offset` on, the scores of what `addAll` adds of `of`, instead of to the sums of the sentence. */
function sumApart<T>(table: ScoreTable, sums: Float64Array, offset: number, of: T, addAll: (of: T) => void): void {
  const own = scorer;
  scorer = { table, sums, offset };
  addAll(of);
  scorer = own;
}

/** Features that go together, told by a small number. */
export interface Bundle {
  /** The number of its key 0 among the keys of all bundles. */
  readonly from: number;
  readonly keys: number;
  readonly addAll: (key: number) => void;
}

/** How many keys all bundles have. */
let bundleKeys = 0;
/** The rows of the bundles met, under the weights that summed last. */
let readyFor: ScoreTable | null = null;
let ready: ReadyRows = readyRows(0);
/** The rows of the bundles of the sentence: less than its cues, its rules and those of its heading can be. */
const list = new Int32Array(4096);
let listed = 0;

/** A bundle for keys below `keys`; `addAll` adds the features of one, by `add` alone. */
export function bundle(keys: number, addAll: (key: number) => void): Bundle {
  bundleKeys += keys;
  return { from: bundleKeys - keys, keys, addAll };
}

/** Adds the features of a key. While summing, what they come to is summed once for the same weights, and kept. */
export function addBundle(own: Bundle, key: number): void {
  if (scorer === null) addKey(own, key);
  else list[listed++] = ready.rowOf[own.from + key]! || readyRow(scorer.table, own, key);
}

/** Adds the features of several keys. */
export function addBundles(own: Bundle, keys: readonly number[]): void {
  for (let at = 0; at < keys.length; at += 1) addBundle(own, keys[at]!);
}

/** @throws RangeError for a key that the bundle does not have; in training too, before any weights are learned with it. */
function addKey({ keys, addAll }: Bundle, key: number): void {
  if (key < 0 || key >= keys) throw new RangeError(`no key ${key} in a bundle of ${keys}`);
  addAll(key);
}

function readyRow(table: ScoreTable, own: Bundle, key: number): number {
  const row = newRow(ready, own.from + key);
  sumApart(table, ready.rows, row * ROW_WIDTH, key, (asked) => addKey(own, asked));
  return row;
}

/** Sums that sentences in a row have in common, by what they come from. */
interface SharedSums {
  of: object | null;
  by: ScoreTable | null;
  readonly sums: Float64Array;
}

export const sharedSums = (): SharedSums => ({ of: null, by: null, sums: new Float64Array(LABELS) });

/**
 * Adds features that depend on `of` alone. While summing, what they come to is kept in `shared` and added again for
 * the next sentence with the same `of`, without going through the features.
 */
export function addShared<T extends object>(shared: SharedSums, of: T, addAll: (of: T) => void): void {
  if (scorer === null) {
    addAll(of);
    return;
  }
  const { table, sums, offset } = scorer;
  if (shared.of !== of || shared.by !== table) {
    sumApart(table, shared.sums.fill(0), 0, of, addAll);
    shared.of = of;
    shared.by = table;
  }
  for (let role = 0; role < LABELS; role += 1) sums[offset + role]! += shared.sums[role]!;
}

/** The features kept since `begin`. */
export const collected = (): Features => ({
  groups: groups.slice(0, size),
  values: values.slice(0, size),
  strengths: Float32Array.from(strengths.subarray(0, size)),
  places: places.slice(0, size),
});
