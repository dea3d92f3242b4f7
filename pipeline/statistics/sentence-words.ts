import type { Span } from '../model/span.ts';
import { classOf, type WordClass } from './word-classes.ts';

/** A word of a sentence as the shadow writes it, with its class. */
export interface Word extends Span {
  readonly text: string;
  readonly kind: WordClass;
}

/** What makes the digits before it a date. */
const DATED = new Set('年 年度 年末 年底 年初 月 月份 月底 月末 日'.split(' '));

/** A measure that the segmenter joins to its verb: 率为, 量达. */
const MEASURED = /^[率量数额值度比][为达]$/;
const YEAR =
  /^(?:(?:19|20)\d\d|[一二三四五六七八九〇零]{4}年?|[一二三四五六七八九〇零]{2}年|[一二三四五六七八九十两几]{1,3}年)$/;

/**
 * The words that lie in `span` of a sentence's tokens, with their classes, white space left out. One that the edge
 * cuts is there with what lies inside; verbs that the segmenter joins to their object are cut off, 占比 and digits are
 * put together.
 */
export function wordsIn(shadow: string, tokens: readonly Span[], span: Span): Word[] {
  const words: Word[] = [];
  for (let i = firstIn(tokens, span.start); i < tokens.length && tokens[i]!.start < span.end; i++)
    add(words, shadow, Math.max(tokens[i]!.start, span.start), Math.min(tokens[i]!.end, span.end));
  return words;
}

/** The index of the first token that ends behind `at`. */
function firstIn(tokens: readonly Span[], at: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function add(words: Word[], shadow: string, start: number, end: number): void {
  const text = shadow.slice(start, end);
  if (text === ' ') return;
  const kind = classOf(text);
  const previous = words.at(-1);
  if (previous && previous.end === start && /^\d+$/.test(previous.text) && /^\d+$/.test(text)) {
    words.pop();
    add(words, shadow, previous.start, end);
  } else if (previous?.text === '占' && text[0] === '比') {
    words[words.length - 1] = { ...previous, end: start + 1, text: '占比', kind: null };
    if (text.length > 1) add(words, shadow, start + 1, end);
  } else if (MEASURED.test(text)) {
    words.push({ start, end: start + 1, text: text[0]!, kind: null });
    add(words, shadow, start + 1, end);
  } else if (kind === null && text.length > 3 && classOf(text.slice(0, 2)) === 'verb') {
    words.push({ start, end: start + 2, text: text.slice(0, 2), kind: 'verb' });
    add(words, shadow, start + 2, end);
  } else if (previous && DATED.has(text) && /^(?:\d+|[一二三四五六七八九〇零]{2,4})$/.test(previous.text)) {
    words[words.length - 1] = { ...previous, kind: 'time' };
    words.push({ start, end, text, kind: 'time' });
  } else words.push({ start, end, text, kind: kind === null && YEAR.test(text) ? 'time' : kind });
}
