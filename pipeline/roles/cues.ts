import { bitCount } from './buckets.ts';
import { LIST_OF_WORD, WORD_TRIE, WORDS } from './cue-words.ts';
import { CUE_LISTS } from './lexicon.ts';
import { classes, type Reading, starts } from './reading.ts';
import { HEARD_WORDS, HEARING, UNASKED } from './rules/hearing.ts';
import { EARLY, FIGURE } from './rules/rule.ts';

export const CUE_COUNT = CUE_LISTS.length;
const { base, check, wordAt } = WORD_TRIE;
const HEARD_COUNT = HEARD_WORDS.size;
const FIGURES = WORDS.indexOf(FIGURE);

/**
 * What each word tells the rules, early and elsewhere, one after the other: mostly one number of `heard` and its bits, few
 * words tell more. Those of number n stand from `TOLD_FROM[n]` on.
 */
const TOLD_FROM = new Int32Array(HEARD_COUNT * 2 + 1);
const told: { readonly at: number; readonly bits: number }[] = [];
for (const [word, { early, late }] of [...HEARD_WORDS.values()].entries())
  for (const [place, hearing] of [early, late].entries()) {
    for (const [at, bits] of hearing.entries()) if (bits !== 0) told.push({ at, bits });
    TOLD_FROM[word * 2 + place + 1] = told.length;
  }
const TOLD_AT = Uint8Array.from(told, ({ at }) => at);
const TOLD_BITS = Int32Array.from(told, ({ bits }) => bits);

/** The cue words of a sentence. */
export interface Cues {
  /** List × 4 + how often, 3 at most, for each cue list that is met, rising. */
  readonly met: readonly number[];
  /** The list whose word opens the sentence, −1 where none does. */
  readonly opening: number;
}

const NONE: readonly number[] = [];
const cues = { met: NONE, opening: -1 };

/** What the rules hear in the sentence whose cues were found last. */
export const heard = new Int32Array(HEARING);
const counts = new Uint8Array(CUE_COUNT);

/**
 * Counts the cues of the sentence read last: longest match first and left to right, where a character belongs to one cue
 * at most. Hears the cues of the rules. What it found holds until the next call.
 */
export function findCues({ count, figures }: Reading): Cues {
  for (let at = 0; at < HEARING; at += 1) heard[at] = UNASKED[at]!;
  const root = base[0]!;
  let opening = -1;
  let lists = 0;
  let free = 0;
  for (let index = 0; index < count; index += 1) {
    const at = starts[index]!;
    let state = root + classes[at]!;
    if (check[state] !== 0) continue;
    let cue = -1;
    let end = at;
    for (let to = at + 1; ; to += 1) {
      const word = wordAt[state]!;
      if (word >= 0) {
        if (word < HEARD_COUNT) hear(word, at < EARLY ? 0 : 1);
        if (LIST_OF_WORD[word]! >= 0) {
          cue = LIST_OF_WORD[word]!;
          end = to;
        }
      }
      const next = base[state]! + classes[to]!;
      if (check[next] !== state) break;
      state = next;
    }
    if (cue < 0 || at < free) continue;
    free = end;
    lists |= 1 << cue;
    if (counts[cue]! < 3) counts[cue]! += 1;
    if (at <= 1 && opening < 0) opening = cue;
  }
  if (figures > 0) hear(FIGURES, 1);
  cues.met = lists === 0 ? NONE : takeMet(lists);
  cues.opening = opening;
  return cues;
}

/** Adds what a word tells; `place` is 0 for early, 1 for elsewhere. */
function hear(word: number, place: number): void {
  const end = TOLD_FROM[word * 2 + place + 1]!;
  for (let at = TOLD_FROM[word * 2 + place]!; at < end; at += 1) heard[TOLD_AT[at]!]! |= TOLD_BITS[at]!;
}

/** Lists what was counted of the lists that are bits of `lists`, and clears it. */
function takeMet(lists: number): readonly number[] {
  const met = new Array<number>(bitCount(lists));
  for (let bits = lists, at = 0; bits !== 0; bits &= bits - 1, at += 1) {
    const list = 31 - Math.clz32(bits & -bits);
    met[at] = list * 4 + counts[list]!;
    counts[list] = 0;
  }
  return met;
}
