import type { Passage } from '../../pipeline/themes/point-text.ts';
import { cutWords } from '../../pipeline/words/words.ts';

/** A text with its words. */
export const cut = (text: string): Passage => ({ text, words: cutWords(text) });
