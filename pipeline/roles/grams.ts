import { addCharacters, addRun, G, type Run } from './collector.ts';

const LONGEST = 4096;
/** What n-grams make of each character: nothing, no part of any, all digits alike, the end of a clause. */
const PLAIN = 0;
const SPACE = 1;
const DIGIT = 2;
const BREAK = 3;
const KIND = new Uint8Array(65536);
for (const space of ' \t\u3000') KIND[space.charCodeAt(0)] = SPACE;
for (const digit of '0123456789') KIND[digit.charCodeAt(0)] = DIGIT;
for (const end of '，；：,;:') KIND[end.charCodeAt(0)] = BREAK;

const runOf = (length: number): Run => ({ values: new Int32Array(length), places: new Int32Array(length) });

/** The n-grams of 1, 2 and 3 characters of the packed sentence, as hashes, by where they start; those of 1 are the characters. */
const GRAMS = [1, 2, 3].map((n) => {
  const run = runOf(LONGEST);
  for (let at = 0; at < LONGEST; at += 1) run.places[at] = at * 8 + n;
  return run;
}) as [Run, Run, Run];
const [PACKED, PAIRS, TRIPLES] = GRAMS.map(({ values }) => values) as [Int32Array, Int32Array, Int32Array];
/** Those of them at the head, at the tail, and at the head of a clause. */
const HEADS = runOf(3);
const TAILS = runOf(3);
const CLAUSES = runOf(LONGEST * 3);
const BREAKS = new Int32Array(LONGEST);
let breaks = 0;

/**
 * A sentence as n-grams see it: without white space, a run of digits as one 0. Returns its length in `PACKED`, and
 * leaves in `BREAKS` where something follows a comma, semicolon or colon.
 */
function pack(body: string): number {
  let length = 0;
  let kind = PLAIN;
  breaks = 0;
  for (let at = 0; at < body.length && length < LONGEST; at += 1) {
    const code = body.charCodeAt(at);
    const own = KIND[code]!;
    if (own === SPACE || (own === DIGIT && kind === DIGIT)) continue;
    if (kind === BREAK) BREAKS[breaks++] = length;
    PACKED[length++] = own === DIGIT ? 48 : code;
    kind = own;
  }
  return length;
}

/** The characters of `body` as n-grams see them, to show them by their place. */
export const packedText = (body: string): string => {
  const length = pack(body);
  return String.fromCharCode(...PACKED.subarray(0, length));
};

/** Hashes the pairs and triples of the first `length` characters that are packed. */
function hashGrams(length: number): void {
  for (let at = 0; at + 1 < length; at += 1) PAIRS[at] = (Math.imul(PACKED[at]!, 65599) + PACKED[at + 1]!) | 0;
  for (let at = 0; at + 2 < length; at += 1) TRIPLES[at] = (Math.imul(PAIRS[at]!, 65599) + PACKED[at + 2]!) | 0;
}

/** Sets the n-gram that starts at `at` as number `index` of a run; the run's length, which grows if there is such an n-gram. */
function pick(run: Run, index: number, n: number, at: number, end: number): number {
  if (at < 0 || at + n > end) return index;
  run.values[index] = GRAMS[n - 1]!.values[at]!;
  run.places[index] = at * 8 + n;
  return index + 1;
}

const { gram1: GRAM1, gram2: GRAM2, gram3: GRAM3 } = G;
const HEAD = G['head-gram'];
const CLAUSE = G['clause-gram'];
const TAIL = G['tail-gram'];

/** All n-grams of a sentence together weigh so much, against 1 of another feature. */
const MASS = 3;

/** Adds character n-grams of length 1 to 3: anywhere, at the head, before the last character, and after a comma, semicolon or colon. */
export function addGrams(body: string): void {
  const length = pack(body);
  hashGrams(length);
  const share = MASS / Math.sqrt(Math.max(12, length * 3));
  let [heads, tails, clauses] = [0, 0, 0];
  for (let n = 1; n <= 3; n += 1) {
    heads = pick(HEADS, heads, n, 0, length);
    tails = pick(TAILS, tails, n, length - 1 - n, length);
    for (let at = 0; at < breaks; at += 1) clauses = pick(CLAUSES, clauses, n, BREAKS[at]!, length);
  }
  addCharacters(GRAM1, GRAMS[0], length, share);
  addRun(GRAM2, GRAMS[1], length - 1, share);
  addRun(GRAM3, GRAMS[2], length - 2, share);
  addRun(HEAD, HEADS, heads, 1);
  addRun(TAIL, TAILS, tails, 1);
  addRun(CLAUSE, CLAUSES, clauses, share);
}

/** Pairs of other texts, which have no place in the sentence. */
const OTHERS = runOf(30);

/** Adds the pairs of characters of another text (a heading, the sentence that leads the paragraph), 30 characters of it. */
export function addPairs(group: number, text: string): void {
  const end = Math.min(text.length, 30);
  const share = 1 / Math.sqrt(Math.max(4, end));
  for (let at = 0; at + 1 < end; at += 1)
    OTHERS.values[at] = (Math.imul(text.charCodeAt(at), 65599) + text.charCodeAt(at + 1)) | 0;
  addRun(group, OTHERS, end - 1, share);
}
