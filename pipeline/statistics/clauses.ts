import type { Span } from '../model/span.ts';
import { type Mark, marksIn, markTable } from './marks.ts';
import type { Quantity } from './quantity.ts';
import { CHANGES } from './words.ts';

/**
 * One sentence with its quantities. Patterns match on `shadow`, spans are cut from the text; both have one length.
 * `lefts[i]` are the words of the clause before quantity `i`, from the quantity before it on; `rights[i]` those behind
 * it, up to the next quantity. `marks` are those of the sentence, `leftMarks` those of `lefts`.
 */
export interface Clauses {
  readonly shadow: string;
  readonly sentence: Span;
  readonly quantities: readonly Quantity[];
  readonly lefts: readonly Span[];
  readonly rights: readonly Span[];
  readonly marks: Mark;
  readonly leftMarks: readonly Mark[];
}

/** What the words before a quantity have, by one character each. */
export const LEFT_MARKS = { up: 1, comparison: 2, source: 4, base: 8, share: 16, down: 32, moved: 64 } as const;
const LEFTS = markTable([
  ...CHANGES.map(([direction, , characters]) => [LEFT_MARKS[direction], characters] as const),
  [LEFT_MARKS.comparison, '多少'],
  [LEFT_MARKS.source, '从由'],
  [LEFT_MARKS.base, '同环比较与高低快慢超优相'],
  [LEFT_MARKS.share, '占相为是不只'],
  [LEFT_MARKS.moved, '至到为'],
]);

/** What a sentence has, by one character each; without it, the patterns that need it are not tried. */
export const SENTENCE_MARKS = {
  bracket: 1,
  among: 2,
  respectively: 4,
  division: 8,
  nation: 16,
  year: 32,
  present: 64,
  aim: 128,
} as const;
const MARKS = markTable([
  [SENTENCE_MARKS.bracket, '('],
  [SENTENCE_MARKS.among, '中'],
  [SENTENCE_MARKS.respectively, '别'],
  [SENTENCE_MARKS.division, '省市县区州旗镇乡村'],
  [SENTENCE_MARKS.nation, '国'],
  [SENTENCE_MARKS.year, '年'],
  [SENTENCE_MARKS.present, '目眼现如至'],
  [SENTENCE_MARKS.aim, '争标划拟达望届要后未下提确'],
]);

const [STOP, OPENER, CLOSER] = [1, 2, 4];
const KINDS = markTable([
  [STOP, ',。;:!?\n'],
  [OPENER, '(“[【'],
  [CLOSER, ')”]】'],
]);

/** Where the clause that `at` stands in begins, not before `min`; brackets and quotes that close again are passed over. */
export function clauseStart(shadow: string, at: number, min: number): number {
  let depth = 0;
  for (let i = at - 1; i >= min; i--) {
    const kind = KINDS[shadow.charCodeAt(i)]!;
    if (kind === 0) continue;
    if (kind === CLOSER) depth++;
    else if (depth === 0) return i + 1;
    else if (kind === OPENER) depth--;
  }
  return min;
}

/** Where the clause that `at` stands in ends, not after `max`; brackets and quotes that open in it are passed over. */
export function clauseEnd(shadow: string, at: number, max: number): number {
  let depth = 0;
  for (let i = at; i < max; i++) {
    const kind = KINDS[shadow.charCodeAt(i)]!;
    if (kind === 0) continue;
    if (kind === OPENER) depth++;
    else if (depth === 0) return i;
    else if (kind === CLOSER) depth--;
  }
  return max;
}

/** Cuts a sentence into the words around its quantities. */
export function clausesOf(shadow: string, sentence: Span, quantities: readonly Quantity[]): Clauses {
  const [lefts, rights, leftMarks]: [Span[], Span[], Mark[]] = [[], [], []];
  let min = sentence.start;
  for (let i = 0; i < quantities.length; i++) {
    const { start, end } = quantities[i]!;
    const left = clauseStart(shadow, start, min);
    const max = i + 1 < quantities.length ? Math.min(quantities[i + 1]!.start, sentence.end) : sentence.end;
    lefts.push({ start: left, end: start });
    rights.push({ start: end, end: clauseEnd(shadow, end, max) });
    leftMarks.push(marksIn(LEFTS, shadow, left, start));
    min = end;
  }
  const marks = marksIn(MARKS, shadow, sentence.start, sentence.end);
  return { shadow, sentence, quantities, lefts, rights, marks, leftMarks };
}

/** The quantity before quantity `i`; undefined before the first. */
export const quantityBefore = ({ quantities }: Clauses, i: number): Quantity | undefined =>
  i > 0 ? quantities[i - 1] : undefined;

/** Whether quantity `i` follows the one before it with nothing between but 、 or 和. */
export function isChained(clauses: Clauses, i: number): boolean {
  const previous = quantityBefore(clauses, i);
  const { start } = clauses.quantities[i]!;
  return (
    previous !== undefined &&
    start - previous.end <= 4 &&
    start > previous.end &&
    /^ ?(?:[、和及与]|以及) ?$/.test(clauses.shadow.slice(previous.end, start))
  );
}
