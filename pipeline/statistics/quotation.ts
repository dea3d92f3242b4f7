import type { Span } from '../model/span.ts';
import type { Word } from './sentence-words.ts';
import { WORD_BITS } from './word-bits.ts';

/** The quotation of which the words are a part that leaves out its end: 召开“院坝会”930场. */
export function quotationAround(words: readonly Word[], from: number, stop: number): Span | null {
  let close = stop + 1;
  while (close < words.length && words[close]!.text !== '”') close++;
  const open = close < words.length ? words.findLastIndex(({ text }, k) => k < close && text === '“') : -1;
  return open >= 0 && open < from ? { start: words[open]!.start, end: words[close]!.end } : null;
}

/** The words from `from` to `stop`, with the other quote where they hold only one of a pair. */
export function quoted(words: readonly Word[], from: number, stop: number): Span {
  if (!hasQuotes(words, from, stop)) return { start: words[from]!.start, end: words[stop - 1]!.end };
  const text = words.slice(from, stop).map((word) => word.text);
  const [opens, closes] = [text.lastIndexOf('“'), text.lastIndexOf('”')];
  const isOpen = opens > closes && words[stop]?.text === '”';
  const isClosed = closes >= 0 && !text.includes('“') && from > 0 && words[from - 1]!.text === '“';
  const first = words[isClosed ? from - 1 : opens === 0 && opens > closes && !isOpen ? from + 1 : from] ?? words[from]!;
  return { start: first.start, end: words[isOpen ? stop : stop - 1]!.end };
}

function hasQuotes(words: readonly Word[], from: number, stop: number): boolean {
  for (let k = from; k < stop; k++) if (words[k]!.bits & WORD_BITS.quote) return true;
  return false;
}
