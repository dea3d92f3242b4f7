import { CUE_LISTS } from './lexicon.ts';
import { RULES } from './rules/rules.ts';
import { step, wordTrie } from './trie.ts';

const LIST_OF = new Map(CUE_LISTS.flatMap(({ words }, list) => words.map((word) => [word, list] as const)));
/** All words that sentences are searched for: those of the cue lists, and the cues of the rules. */
const WORDS = [...new Set([...LIST_OF.keys(), ...RULES.flatMap((rule) => rule.cues ?? [])])];
const TRIE = wordTrie(WORDS);
/** The cue list of each word, −1 for words that only rules know; a word counts for its list only. */
const LIST = Int8Array.from(WORDS, (word) => LIST_OF.get(word) ?? -1);
/** The rules that each word lets speak. */
const HEARD_BY = WORDS.map((word) => RULES.flatMap((rule, index) => (rule.cues?.includes(word) ? [index] : [])));

export const CUE_COUNT = CUE_LISTS.length;

const WITHOUT_CUES = Uint8Array.from(RULES, (rule) => (rule.cues ? 0 : 1));
const heard = new Uint8Array(RULES.length);

/** How often each cue list is met in a sentence, and the list whose word opens it (-1 where none does). */
export interface CueCounts {
  readonly counts: Uint8Array;
  readonly opening: number;
}

/**
 * Counts the cues of `body`, longest match first and left to right, where a character belongs to one cue at most; and
 * tells in `heard`, until the next call, which rules have a cue in it, anywhere, or need none. One pass for both.
 */
export function readCues(body: string): { readonly cues: CueCounts; readonly heard: Uint8Array } {
  heard.set(WITHOUT_CUES);
  const counts = new Uint8Array(CUE_COUNT);
  let opening = -1;
  let free = 0;
  for (let at = 0; at < body.length; at += 1) {
    let cue = -1;
    let end = at;
    for (let to = at, state = 0; to < body.length; to += 1) {
      state = step(TRIE, state, body.charCodeAt(to));
      if (state < 0) break;
      const word = TRIE.wordAt[state]!;
      if (word < 0) continue;
      if (LIST[word]! >= 0) [cue, end] = [LIST[word]!, to + 1];
      for (const rule of HEARD_BY[word]!) heard[rule] = 1;
    }
    if (cue < 0 || at < free) continue;
    free = end;
    if (counts[cue]! < 255) counts[cue]! += 1;
    if (at <= 1 && opening < 0) opening = cue;
  }
  return { cues: { counts, opening }, heard };
}
