import { isDigit } from '../text/numerals.ts';
import { add, G, STRENGTH_OF } from './collector.ts';

/** What all digits are as part of an n-gram. */
export const ZERO = 48;

/** A character as n-grams see it: all digits are alike, white space is like the end of a sentence, 0. */
export function seen(code: number): number {
  if (isDigit(code)) return ZERO;
  return code === 0x20 || code === 0x09 || code === 0x3000 ? 0 : code;
}

/** An n-gram of one or two characters as a feature; its value is the character, or a hash of both. */
interface Gram {
  readonly group: number;
  readonly value: number;
  readonly length: number;
}

/** The strength of n-grams is so many parts of another's, for sums of whole numbers. */
export const PARTS = 3;
/** The parts of a group of n-grams. */
export const partsOf = (group: number): number => Math.round(STRENGTH_OF[group]! * PARTS);

const { gram1: GRAM1, gram2: GRAM2 } = G;

/** The hash of an n-gram with one character more; 0 is the hash of none. */
export const hashOf = (gram: number, next: number): number => (Math.imul(gram, 65599) + next) | 0;

/** The n-grams that a character begins before another, 0 at the end; of digits in a row only the last begins any. */
function gramsAt(code: number, following: number): readonly Gram[] {
  const [own, next] = [seen(code), seen(following)];
  if (own === ZERO && next === ZERO) return [];
  return [
    { group: GRAM1, value: own, length: 1 },
    { group: GRAM2, value: hashOf(own, next), length: 2 },
  ];
}

/** All n-grams of a sentence together weigh so much, against 1 of another feature. */
const MASS = 3;

/** How strong each n-gram of a sentence of so many characters is. */
export const shareOf = (length: number): number => MASS / Math.sqrt(Math.max(12, length * 3));

/** Adds the characters of a sentence and the pairs of them, with their places. `readSentence` sums the same. */
export function addGrams(body: string): void {
  const share = shareOf(body.length);
  for (let at = 0; at < body.length; at += 1)
    for (const { group, value, length } of gramsAt(body.charCodeAt(at), body.charCodeAt(at + 1) || 0))
      add(group, value, share, at * 8 + length);
}

/** Adds the pairs of characters of a heading, 30 characters of it. */
export function addPairs(group: number, text: string): void {
  const end = Math.min(text.length, 30);
  const share = 1 / Math.sqrt(Math.max(4, end));
  for (let at = 0; at + 1 < end; at += 1) add(group, hashOf(text.charCodeAt(at), text.charCodeAt(at + 1)), share);
}
