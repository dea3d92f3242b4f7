import { type Clauses, SENTENCE_MARKS } from './clauses.ts';
import type { Quantity } from './quantity.ts';

/** Units in which one counts the same things. */
const FAMILIES = ['人 名 位 人口', '个 家 所 处 座', '户 家', '件 起 宗', '% 百分点'].map((units) => units.split(' '));

type Measured = Pick<Quantity, 'base' | 'unit'>;

/** Whether two quantities may be a part and its whole: one base unit, or measure words of one family. */
export const isAlike = (a: Measured, b: Measured): boolean =>
  a.base === b.base || FAMILIES.some((units) => units.includes(a.unit) && units.includes(b.unit));

/**
 * The index of the quantity that quantity `i` is a part of: the one before 其中 or before an opening bracket, or the
 * one of which the sentence begins to tell (“15名职工中，…”). Null where there is none.
 */
export function wholeIndex(clauses: Clauses, i: number): number | null {
  if (i === 0) return null;
  const { marks } = clauses;
  return (
    (marks & SENTENCE_MARKS.bracket ? bracketWhole(clauses, i) : null) ??
    (marks & SENTENCE_MARKS.among ? (amongWhole(clauses, i) ?? partWhole(clauses, i)) : null)
  );
}

/** 访谈136人（北京54人、重庆33人） */
function bracketWhole({ shadow, sentence, quantities }: Clauses, i: number): number | null {
  const before = shadow.slice(sentence.start, quantities[i]!.start);
  const open = before.lastIndexOf('(') + sentence.start;
  if (open < sentence.start || before.lastIndexOf(')') > before.lastIndexOf('(')) return null;
  const whole = lastBefore(quantities, open, i);
  return whole !== null &&
    quantities[i]!.kind === 'count' &&
    open - quantities[whole]!.end <= 2 &&
    isAlike(quantities[whole]!, quantities[i]!)
    ? whole
    : null;
}

/** 其中 reaches to the end of the sentence or to the next 另, 此外. */
function partWhole({ shadow, sentence, quantities }: Clauses, i: number): number | null {
  const before = shadow.slice(sentence.start, quantities[i]!.start);
  const among = before.lastIndexOf('其中');
  if (among < 0 || /;|另|此外|同时|。/.test(before.slice(among))) return null;
  const open = isOpen(before.slice(0, among));
  return lastBefore(
    quantities,
    sentence.start + among,
    i,
    quantities[i]!,
    open ? null : shadow.slice(sentence.start),
    sentence.start,
  );
}

const AMONG = /^[^,。;、]{1,20}中(?:,|有)/;

const isAmong = (after: string): boolean => after.includes('中') && AMONG.test(after);

/** “15名职工中，”: the parts follow in the same sentence. */
function amongWhole({ shadow, quantities }: Clauses, i: number): number | null {
  if (isAmong(shadow.slice(quantities[i]!.end, quantities[i]!.end + 24))) return null;
  for (let k = i - 1; k >= 0; k--) {
    const after = shadow.slice(quantities[k]!.end, Math.min(quantities[k]!.end + 24, quantities[i]!.start));
    if (isAmong(after) && isAlike(quantities[k]!, quantities[i]!)) return k;
    if (after.includes('另') || after.includes('此外')) return null;
  }
  return null;
}

/** Whether a bracket of `text` stays open at its end. */
const isOpen = (text: string): boolean => text.lastIndexOf('(') > text.lastIndexOf(')');

/** The last quantity before `at` that is like `like`; with `sentence`, those in brackets that closed are passed over. */
function lastBefore(
  quantities: readonly Quantity[],
  at: number,
  i: number,
  like?: Quantity,
  sentence: string | null = null,
  offset = 0,
): number | null {
  for (let k = i - 1; k >= 0; k--) {
    const candidate = quantities[k]!;
    if (candidate.end > at || (sentence !== null && isOpen(sentence.slice(0, candidate.start - offset)))) continue;
    if (!like || isAlike(candidate, like) || like.kind === 'percent') return k;
  }
  return null;
}
