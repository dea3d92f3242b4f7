import { isDigit } from '../text/numerals.ts';
import { BUCKETS, type BucketSet, bucketOf, placeOf, rowOf, seededBucket, seedOf } from './buckets.ts';
import { G } from './collector.ts';
import { LABELS } from './crf.ts';
import { WORD_TRIE, WORDS } from './cue-words.ts';
import { hashOf, PARTS, partsOf, seen, ZERO } from './grams.ts';
import { FIGURE } from './rules/rule.ts';
import { MOST_BUCKETS, type Scorer, type ScoreTable } from './scorer.ts';

/** Characters of a sentence behind these are not read. */
const LONGEST = 16384;
/** The classes of the characters of the sentence read last in the trie of words, and a 0 behind them. */
export const classes = new Uint16Array(LONGEST + 1);
/** Where words may begin in it, rising. */
export const starts = new Int32Array(LONGEST);

/** Characters that are words; a digit is none, as figures are told otherwise. */
const WORD_CHARACTERS = new Set(
  WORDS.filter((word) => word.length === 1 && word !== FIGURE).map((word) => word.charCodeAt(0)),
);
/** By the hash of two characters, as n-grams see them, a bit where a word begins with them. */
const OPENINGS = new Int32Array(1024);
for (const word of WORDS) {
  const hash = hashOf(seen(word.charCodeAt(0)), seen(word.charCodeAt(1)));
  if (word.length > 1) OPENINGS[(hash >>> 5) & 1023]! |= 1 << hash;
}

const LANES = 4;
/** So many characters, of five parts of a weight at most, add up in a lane. */
const CHUNK = 48;
const GRAM2 = seedOf(G.gram2);

/**
 * The weights in use, as constants, which compiled code reads faster than fields. Scores of n-grams stand in lanes of 16
 * bits, two in a number (Lamport 1975), so that they add up as whole numbers, four a character: those of pairs by
 * their row behind a first one of no weights, those of characters by their number. Characters are numbered as they
 * are met, so that what is known of those in use lies together.
 */
const PAIRS = new Int32Array((MOST_BUCKETS + 1) * LANES);
const CHARACTERS = new Int32Array(65536 * LANES);
const PLACES: BucketSet = { bits: new Int32Array(BUCKETS / 32), before: new Uint16Array(BUCKETS / 32) };
/** By code, 0 for characters not met so far. */
const NUMBER_OF = new Uint16Array(65536);
/** By number: the character as n-grams see it, its class in the trie of words, and 1 for words. */
const SEEN_AS = new Uint16Array(65536);
const CLASS_OF = new Uint16Array(65536);
const IS_WORD = new Uint8Array(65536);
let met = 0;
let inUse: ScoreTable | null = null;

function use(table: ScoreTable): void {
  const rows = table.weights.length / LABELS;
  PAIRS.fill(0);
  for (let row = 0; row < rows; row += 1) fillLanes(table, row, partsOf(G.gram2), PAIRS, row + 1);
  PLACES.bits.set(table.bits);
  PLACES.before.set(table.before);
  CHARACTERS.fill(0);
  NUMBER_OF.fill(0);
  met = 0;
  inUse = table;
}

function fillLanes({ weights }: ScoreTable, row: number, parts: number, lanes: Int32Array, to: number): void {
  for (let role = 0; role < LABELS; role += 1)
    lanes[to * LANES + (role >> 1)]! += parts * weights[row * LABELS + role]! * (role & 1 ? 65536 : 1);
}

/** Numbers a character that is met first. */
function meet(table: ScoreTable, code: number): number {
  met += 1;
  NUMBER_OF[code] = met;
  SEEN_AS[met] = seen(code);
  CLASS_OF[met] = WORD_TRIE.classOf[code]!;
  IS_WORD[met] = WORD_CHARACTERS.has(code) ? 1 : 0;
  const row = rowOf(table, bucketOf(G.gram1, seen(code)));
  if (row >= 0) fillLanes(table, row, partsOf(G.gram1), CHARACTERS, met);
  return met;
}

/** What reading a sentence finds: how many places are in `starts`, and how many numbers are written in digits. */
export interface Reading {
  readonly count: number;
  /** A decimal point inside a number is allowed. */
  readonly figures: number;
}

const reading = { count: 0, figures: 0 };

/**
 * Reads the characters of a sentence in one pass: their classes into `classes`, the places where words may begin into `starts`, and adds
 * the scores of its n-grams, times `strength`, to the sums of `scorer`. What it found holds until the next is read.
 */
export function readSentence(body: string, strength: number, scorer: Scorer): Reading {
  if (inUse !== scorer.table) use(scorer.table);
  const length = Math.min(body.length, LONGEST);
  readCharacters(body, length, scorer.table);
  for (let from = 0; from < length; from += CHUNK) sumGrams(from, Math.min(length, from + CHUNK), strength, scorer);
  return reading;
}

/** The rows of the pairs that the characters of the sentence begin, and the numbers of the characters, 0 for none. */
const rows = new Uint16Array(LONGEST);
const numbers = new Uint16Array(LONGEST);

function readCharacters(body: string, length: number, table: ScoreTable): void {
  let count = 0;
  let figures = 0;
  const first = length > 0 ? body.charCodeAt(0) : 0;
  let number = NUMBER_OF[first]! || meet(table, first);
  let own = SEEN_AS[number]!;
  for (let at = 0; at < length; at += 1) {
    const following = at + 1 < length ? body.charCodeAt(at + 1) : 0;
    const nextNumber = NUMBER_OF[following]! || meet(table, following);
    const next = SEEN_AS[nextNumber]!;
    const hash = hashOf(own, next);
    const isInside = own === ZERO && next === ZERO;
    classes[at] = CLASS_OF[number]!;
    rows[at] = isInside ? 0 : placeOf(PLACES, seededBucket(GRAM2, hash));
    numbers[at] = isInside ? 0 : number;
    starts[count] = at;
    count += (IS_WORD[number]! | (OPENINGS[(hash >>> 5) & 1023]! >>> hash)) & 1;
    if (own === ZERO && !isInside && !isPointIn(body, at + 1)) figures += 1;
    number = nextNumber;
    own = next;
  }
  classes[length] = 0;
  reading.count = count;
  reading.figures = figures;
}

/** Adds the scores of the n-grams that begin from `from` on, before `end`; apart from reading, so that many loads go on at once. */
function sumGrams(from: number, end: number, strength: number, { sums, offset }: Scorer): void {
  let ab = 0;
  let cd = 0;
  let ef = 0;
  let g = 0;
  for (let at = from; at < end; at += 1) {
    const pair = rows[at]! * LANES;
    const single = numbers[at]! * LANES;
    ab = (ab + PAIRS[pair]! + CHARACTERS[single]!) | 0;
    cd = (cd + PAIRS[pair + 1]! + CHARACTERS[single + 1]!) | 0;
    ef = (ef + PAIRS[pair + 2]! + CHARACTERS[single + 2]!) | 0;
    g = (g + PAIRS[pair + 3]! + CHARACTERS[single + 3]!) | 0;
  }
  const part = strength / PARTS;
  addLanes(ab, part, sums, offset);
  addLanes(cd, part, sums, offset + 2);
  addLanes(ef, part, sums, offset + 4);
  sums[offset + 6]! += part * g;
}

const POINT = '.'.charCodeAt(0);

/** Whether a point before a digit stands at `at`. */
const isPointIn = (body: string, at: number): boolean =>
  body.charCodeAt(at) === POINT && isDigit(body.charCodeAt(at + 1));

/** Adds the two numbers in the lanes of a sum; a negative one in the lower lane has borrowed from the upper. */
function addLanes(sum: number, strength: number, sums: Float64Array, offset: number): void {
  const lower = (sum << 16) >> 16;
  sums[offset]! += strength * lower;
  sums[offset + 1]! += strength * ((sum - lower) >> 16);
}
