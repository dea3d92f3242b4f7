import { add, G } from './collector.ts';

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isSpace = (code: number): boolean => code === 32 || code === 9 || code === 0x3000;
const isBreak = (code: number): boolean =>
  code === 0xff0c || code === 0xff1b || code === 0xff1a || code === 44 || code === 59 || code === 58;

const PACKED = new Uint16Array(4096);

/** A sentence as n-grams see it: without white space, a run of digits as one 0. Returns its length in `PACKED`. */
function pack(body: string): number {
  let length = 0;
  for (let at = 0; at < body.length && length < PACKED.length; at += 1) {
    const code = body.charCodeAt(at);
    if (isSpace(code) || (isDigit(code) && length > 0 && PACKED[length - 1] === 48)) continue;
    PACKED[length++] = isDigit(code) ? 48 : code;
  }
  return length;
}

/** The characters of `body` as n-grams see them, to show them by their place. */
export const packedText = (body: string): string => {
  const length = pack(body);
  return String.fromCharCode(...PACKED.subarray(0, length));
};

const GRAM = [G.gram1, G.gram2, G.gram3];
const HEAD = G['head-gram'];
const CLAUSE = G['clause-gram'];
const TAIL = G['tail-gram'];

/** All n-grams of a sentence together weigh so much, against 1 of another feature. */
const MASS = 3;

/** Adds character n-grams of length 1 to 3: anywhere, at the head, at the tail, and after a comma, semicolon or colon. */
export function addGrams(body: string): void {
  const length = pack(body);
  const share = MASS / Math.sqrt(Math.max(12, length * 3));
  for (let at = 0; at < length; at += 1) {
    const afterBreak = at > 0 && isBreak(PACKED[at - 1]!);
    let hash = 0;
    for (let n = 1; n <= 3 && at + n <= length; n += 1) {
      hash = (Math.imul(hash, 65599) + PACKED[at + n - 1]!) | 0;
      const place = at * 8 + n;
      add(GRAM[n - 1]!, hash, share, place);
      if (at === 0) add(HEAD, hash, 1, place);
      if (afterBreak) add(CLAUSE, hash, share, place);
      if (at + n === length - 1) add(TAIL, hash, 1, place);
    }
  }
}

/** Adds the pairs of characters of another text (a heading, the sentence that leads the paragraph), 30 characters of it. */
export function addPairs(group: number, text: string): void {
  const end = Math.min(text.length, 30);
  const share = 1 / Math.sqrt(Math.max(4, end));
  for (let at = 0; at + 1 < end; at += 1)
    add(group, (Math.imul(text.charCodeAt(at), 65599) + text.charCodeAt(at + 1)) | 0, share);
}
