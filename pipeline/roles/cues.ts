import { CUE_LISTS } from './lexicon.ts';
import { HEARD_WORDS, HEARING, UNASKED } from './rules/hearing.ts';
import { EARLY } from './rules/rule.ts';
import { wordTrie } from './trie.ts';

const LIST_OF = new Map(CUE_LISTS.flatMap(({ words }, list) => words.map((word) => [word, list] as const)));
/** All words that sentences are searched for, first those that rules listen for, then those of the cue lists alone. */
const WORDS = [...new Set([...HEARD_WORDS.keys(), ...LIST_OF.keys()])];
const { classOf, base, check, wordAt } = wordTrie(WORDS);
/** The cue list of each word, −1 for words that only rules know; a word counts for its list only. */
const LIST = Int8Array.from(WORDS, (word) => LIST_OF.get(word) ?? -1);
/**
 * What each word tells the rules, early and elsewhere, one after the other: mostly one number of `heard` and its bits, few
 * words tell more. Those of number n stand from `TOLD_FROM[n]` on.
 */
const TOLD_FROM = new Int32Array(HEARD_WORDS.size * 2 + 1);
const told: { readonly at: number; readonly bits: number }[] = [];
for (const [word, { early, late }] of [...HEARD_WORDS.values()].entries())
  for (const [place, hearing] of [early, late].entries()) {
    for (const [at, bits] of hearing.entries()) if (bits !== 0) told.push({ at, bits });
    TOLD_FROM[word * 2 + place + 1] = told.length;
  }
const TOLD_AT = Uint8Array.from(told, ({ at }) => at);
const TOLD_BITS = Int32Array.from(told, ({ bits }) => bits);

export const CUE_COUNT = CUE_LISTS.length;

/** What one pass over a sentence finds. */
export interface Cues {
  /** List × 4 + how often, 3 at most, for each cue list that is met, rising. */
  readonly met: readonly number[];
  /** The list whose word opens the sentence, −1 where none does. */
  readonly opening: number;
  /** What the rules hear in it; until the next sentence is read. */
  readonly heard: Int32Array;
}

/** By class, 1 for characters that are words alone; and by hash of two classes, a bit where a word begins with them. */
const ALONE = new Uint8Array(65536);
const PAIRS = new Int32Array(1024);
const pairHash = (first: number, second: number): number => (first * 37 + second) & 0x7fff;
for (const word of WORDS) {
  const [first, second] = [classOf[word.charCodeAt(0)]!, classOf[word.charCodeAt(1)] ?? 0];
  if (word.length === 1) ALONE[first] = 1;
  else PAIRS[pairHash(first, second) >>> 5]! |= 1 << pairHash(first, second);
}

const heard = new Int32Array(HEARING);
const counts = new Uint8Array(CUE_COUNT);
/** The classes of the characters of a sentence, and a 0 behind them: a string that is part of another is slow to read twice. */
let classes = new Uint16Array(4096);
/** Where words may begin. */
let starts = new Int32Array(4096);

/**
 * Counts the cues of `body`, longest match first and left to right, where a character belongs to one cue at most, and
 * hears the cues of the rules.
 */
export function readCues(body: string): Cues {
  readClasses(body);
  for (let at = 0; at < HEARING; at += 1) heard[at] = UNASKED[at]!;
  const count = findStarts(body.length);
  const root = base[0]!;
  let opening = -1;
  let free = 0;
  for (let index = 0; index < count; index += 1) {
    const at = starts[index]!;
    let state = root + classes[at]!;
    if (check[state] !== 0) continue;
    let cue = -1;
    let end = at;
    for (let to = at + 1; ; to += 1) {
      const word = wordAt[state]!;
      if (word >= 0 && word < HEARD_WORDS.size) hear(word, at < EARLY ? 0 : 1);
      if (word >= 0 && LIST[word]! >= 0) [cue, end] = [LIST[word]!, to];
      const next = base[state]! + classes[to]!;
      if (check[next] !== state) break;
      state = next;
    }
    if (cue < 0 || at < free) continue;
    free = end;
    if (counts[cue]! < 3) counts[cue]! += 1;
    if (at <= 1 && opening < 0) opening = cue;
  }
  return { met: takeMet(), opening, heard };
}

function readClasses(body: string): void {
  if (body.length >= classes.length) {
    classes = new Uint16Array(body.length * 2);
    starts = new Int32Array(body.length * 2);
  }
  for (let at = 0; at < body.length; at += 1) classes[at] = classOf[body.charCodeAt(at)]!;
  classes[body.length] = 0;
}

/** Lists where words may begin, without branches, which a processor would guess wrong at every other character. */
function findStarts(length: number): number {
  let count = 0;
  for (let at = 0; at < length; at += 1) {
    const own = classes[at]!;
    const hash = pairHash(own, classes[at + 1]!);
    starts[count] = at;
    count += (ALONE[own]! | (PAIRS[hash >>> 5]! >>> hash)) & 1;
  }
  return count;
}

/** Adds what a word tells; `place` is 0 for early, 1 for elsewhere. */
function hear(word: number, place: number): void {
  const end = TOLD_FROM[word * 2 + place + 1]!;
  for (let at = TOLD_FROM[word * 2 + place]!; at < end; at += 1) heard[TOLD_AT[at]!]! |= TOLD_BITS[at]!;
}

/** Lists what was counted, and clears it. */
function takeMet(): readonly number[] {
  const met: number[] = [];
  for (let list = 0; list < CUE_COUNT; list += 1) {
    if (counts[list] === 0) continue;
    met.push(list * 4 + counts[list]!);
    counts[list] = 0;
  }
  return met;
}
