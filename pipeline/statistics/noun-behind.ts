import type { Span } from '../model/span.ts';
import { isDigit } from '../text/numerals.ts';
import type { Word } from './sentence-words.ts';
import { WORD_BITS } from './word-bits.ts';
import { EVENTS } from './word-classes.ts';

/** What stands behind a quantity: the noun that it counts, or what is said of those it counts. */
export interface Behind extends Span {
  readonly predicate: boolean;
  /** Whether the predicate says what the things are or what a share goes to. */
  readonly being: boolean;
}

const {
  aspect: ASPECT,
  being: BEING,
  change: CHANGE,
  deed: DEED,
  describing: DESCRIBING,
  end: END,
  predicate: PREDICATE,
  joint: JOINT,
} = WORD_BITS;
const { cut: CUT, extent: EXTENT, inner: INNER, said: SAID } = WORD_BITS;
const { quote: QUOTE, result: RESULT, resulting: RESULTING, saying: SAYING, stop: STOP } = WORD_BITS;
const PEOPLE = /^(?:人|名|位|户|家)$/;

/**
 * The noun right behind a quantity of `unit`, or the predicate that stands there; null where neither does. What `counts`
 * things may be followed by a verb that describes them or says something of them.
 */
export function nounBehind(words: readonly Word[], unit: string, counts: boolean): Behind | null {
  let from = words[0]?.text === '的' || words[0]?.text === '主要' ? 1 : 0;
  const first = words[from];
  if (!first || first.bits & END) return null;
  const { bits, kind } = first;
  if (bits & BEING) return being(words, from + 1);
  if (bits & PREDICATE || (kind === null && bits & SAID)) return predicate(words, from);
  if (bits & EXTENT && words[from + 1]?.text === '的') return nounBehind(words.slice(from + 1), unit, counts);
  if (kind === 'stop' || kind === 'locative' || kind === 'time' || bits & (STOP | RESULTING | CHANGE)) return null;
  if (bits & JOINT) return null;
  if (kind !== null && bits & SAYING) return counts ? predicate(words, from) : null;
  const next = words[from + 1];
  if (kind === 'verb' && (!counts || (next && next.bits & RESULT))) return null;
  if (next && next.bits & ASPECT && next.text !== '地') return predicate(words, from);
  from = relative(words, from);
  let end = from;
  while (end < words.length && goesOn(words, from, end, unit)) end++;
  while (end > from + 1 && (isOpenQuote(words, from, end) || words[end - 1]!.text === '和')) end--;
  while (end > from + 1 && words[end - 1]!.bits & DEED && !/[个项条性]$/.test(unit + words[end - 2]!.text)) end--;
  return end > from ? spanOf(words, from, end, false) : null;
}

/** Whether the last of the words is a quote without its pair. */
const isOpenQuote = (words: readonly Word[], from: number, end: number): boolean =>
  (words[end - 1]!.bits & QUOTE) !== 0 && words.slice(from, end).filter(({ bits }) => bits & QUOTE).length % 2 === 1;

const spanOf = (words: readonly Word[], from: number, end: number, isPredicate: boolean): Behind => ({
  start: words[from]!.start,
  end: words[end - 1]!.end - (!isPredicate && end > from + 1 && words[end - 1]!.bits & CUT ? 1 : 0),
  predicate: isPredicate,
  being: false,
});

function being(words: readonly Word[], from: number): Behind | null {
  const found = from < words.length ? predicate(words, from) : null;
  return found && { ...found, being: true };
}

/** What is done in the time that stands before `words` (用三年改完, 五周时间查访), up to the end of the clause. */
export function deedBehind(words: readonly Word[]): Span | null {
  const from = words.findIndex(({ text }) => !TIME_WORDS.has(text));
  return from < 0 || words[from]!.bits & END ? null : predicate(words, from);
}

const TIME_WORDS = new Set(['的', '时间', '里', '间', '内', '来', '以来', '之内', '中']);

/** Up to the end of the clause, without the adverbs at its head. */
function predicate(words: readonly Word[], from: number): Behind | null {
  let start = from;
  while (start < words.length - 1 && words[start]!.kind === 'stop') start++;
  let end = start;
  while (end < words.length && !(words[end]!.bits & END && words[end]!.text !== '、')) end++;
  if (end > 0 && words[end - 1]!.text === '的') end--;
  return end > start ? spanOf(words, start, end, true) : null;
}

/** Where the noun begins that a clause or an adjective with 的 describes (“具有代表性的平台”). */
function relative(words: readonly Word[], from: number): number {
  let described = words[from]!.kind === 'verb' || words[from]!.kind === 'nominal';
  for (let k = from; k < Math.min(words.length - 1, from + 14); k++) {
    const { text, bits, kind } = words[k]!;
    if ((bits & END && /^[,。;:!?]$/.test(text)) || kind === 'stop') return from;
    if (bits & DESCRIBING) described = true;
    else if (text === '的') return described ? relative(words, k + 1) : from;
    else if (!described && (kind === 'time' || kind === 'locative')) return from;
  }
  return from;
}

/** Whether the noun that begins at `from` reaches over word `k`. */
function goesOn(words: readonly Word[], from: number, k: number, unit: string): boolean {
  const { text, bits, kind } = words[k]!;
  if (bits & QUOTE) return k === from || words.slice(from, k).some((word) => word.bits & QUOTE);
  if (text === '的' || bits & END || isDigit(text.charCodeAt(0))) return false;
  if (k === from) return true;
  if (bits & (STOP | SAYING) || words[k - 1]!.bits & CUT || (kind === null && bits & INNER)) return false;
  if (words[k - 1]!.text === '和' || words[k + 1]?.text === '和')
    return kind === null || kind === 'verb' || kind === 'nominal';
  if (kind === 'verb') return false;
  if (kind === 'nominal' && !EVENTS.has(text)) {
    if (isLast(words, k) || PEOPLE.test(unit)) return isLast(words, k) ? !PEOPLE.test(unit) : isLast(words, k + 1);
    return endsSoon(words, k);
  }
  return kind === null || kind === 'nominal' || (kind === 'adverb' && words[k + 1]?.kind === null);
}

/** Whether no more than three words end the clause behind word `k`, the last of them a noun. */
function endsSoon(words: readonly Word[], k: number): boolean {
  for (let i = k + 1; i < words.length && i <= k + 3; i++) {
    const { bits, kind } = words[i]!;
    if (bits & STOP || (kind !== 'nominal' && kind !== null)) return false;
    if (isLast(words, i)) return words[i]!.kind === null;
  }
  return false;
}

const isLast = (words: readonly Word[], k: number): boolean =>
  k + 1 >= words.length || (words[k + 1]!.bits & END) !== 0;
