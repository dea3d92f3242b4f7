import type { RoleRule } from './rule.ts';
import { RULES } from './rules.ts';

/** So many numbers hold a bit for every rule. */
export const RULE_WORDS = Math.ceil(RULES.length / 32);

/** What rules hear in a sentence: three sets of rules as bits, one after the other. */
export const HEARING = 3 * RULE_WORDS;
/** Rules with a cue there, with one of the words that they need, and with one that they go without. */
const [CUED, NEEDED, BARRED] = [0, RULE_WORDS, 2 * RULE_WORDS] as const;

const mark = (hearing: Int32Array, set: number, rule: number): void => {
  hearing[set + (rule >> 5)]! |= 1 << (rule & 31);
};

/** What is heard where no word is: rules that ask for none have theirs. */
export const UNASKED = new Int32Array(HEARING);
for (const [rule, { cues, needs }] of RULES.entries()) {
  if (!cues) mark(UNASKED, CUED, rule);
  if (!needs) mark(UNASKED, NEEDED, rule);
}

/** What a word tells rules where it comes early, and elsewhere. */
interface Told {
  readonly early: Int32Array;
  readonly late: Int32Array;
}

/** The words that rules listen for. */
export const HEARD_WORDS: ReadonlyMap<string, Told> = listeners();

function listeners(): Map<string, Told> {
  const heard = new Map<string, Told>();
  const listen = (words: RoleRule['cues'], set: number, rule: number, isEarly = false): void => {
    for (const word of words ?? []) {
      const told = heard.get(word) ?? { early: new Int32Array(HEARING), late: new Int32Array(HEARING) };
      heard.set(word, told);
      mark(told.early, set, rule);
      if (!isEarly) mark(told.late, set, rule);
    }
  };
  for (const [rule, { cues, early, needs, without }] of RULES.entries()) {
    listen(cues, CUED, rule, early);
    listen(needs, NEEDED, rule);
    listen(without, BARRED, rule);
  }
  return heard;
}

/** The rules that what was heard lets speak: 32 of them, from number 32 × `at` on, as bits. */
export const mayFire = (heard: Int32Array, at: number): number =>
  heard[CUED + at]! & heard[NEEDED + at]! & ~heard[BARRED + at]!;
