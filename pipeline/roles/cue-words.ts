import { CUE_LISTS } from './lexicon.ts';
import { HEARD_WORDS } from './rules/hearing.ts';
import { wordTrie } from './trie.ts';

const LIST_OF = new Map(CUE_LISTS.flatMap(({ words }, list) => words.map((word) => [word, list] as const)));

/** All words that sentences are searched for, first those that rules listen for, then those of the cue lists alone. */
export const WORDS = [...new Set([...HEARD_WORDS.keys(), ...LIST_OF.keys()])];
export const WORD_TRIE = wordTrie(WORDS);

/** The cue list of each word, −1 for words that only rules know; a word counts for its list only. */
export const LIST_OF_WORD = Int8Array.from(WORDS, (word) => LIST_OF.get(word) ?? -1);
