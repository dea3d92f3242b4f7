import type { Span } from '../model/span.ts';
import { classOf, type WordClass } from './word-classes.ts';

/** A word of a sentence as the shadow writes it, with its class. */
export interface Word extends Span {
  readonly text: string;
  readonly kind: WordClass;
}

/** What makes the digits before it a date. */
const DATED = /^(?:年|年度|年末|年底|年初|月|月份|月底|月末|日)$/;

const YEAR = /^(?:19|20)\d\d$/;

/** The words of a sentence with their classes, white space left out; verbs that the segmenter joins to their object are cut off. */
export function wordsOf(shadow: string, tokens: readonly Span[]): Word[] {
  const words: Word[] = [];
  for (const { start, end } of tokens) {
    const text = shadow.slice(start, end);
    if (text === ' ') continue;
    const previous = words.at(-1);
    if (previous?.text === '占' && text[0] === '比') {
      words[words.length - 1] = { ...previous, end: start + 1, text: '占比', kind: null };
      if (text.length > 1) words.push({ start: start + 1, end, text: text.slice(1), kind: classOf(text.slice(1)) });
      continue;
    }
    const date = DATED.test(text) && /^\d+$/.test(words.at(-1)?.text ?? '');
    if (date) words[words.length - 1] = { ...words.at(-1)!, kind: 'time' };
    const cut = text.length > 3 && classOf(text) === null && classOf(text.slice(0, 2)) === 'verb' ? start + 2 : end;
    if (cut < end) words.push({ start, end: cut, text: text.slice(0, 2), kind: 'verb' });
    const rest = cut < end ? text.slice(2) : text;
    words.push({
      start: cut < end ? cut : start,
      end,
      text: rest,
      kind: date || YEAR.test(rest) ? 'time' : classOf(rest),
    });
  }
  return words;
}

/** The words that lie in `span`; one that its edge cuts is there with what lies inside. */
export function wordsIn(shadow: string, words: readonly Word[], span: Span): Word[] {
  const inside: Word[] = [];
  for (const word of words) {
    if (word.end <= span.start) continue;
    if (word.start >= span.end) break;
    inside.push(word.start >= span.start && word.end <= span.end ? word : clipped(shadow, word, span));
  }
  return inside;
}

function clipped(shadow: string, word: Word, span: Span): Word {
  const start = Math.max(word.start, span.start);
  const end = Math.min(word.end, span.end);
  const text = shadow.slice(start, end);
  return { start, end, text, kind: classOf(text) };
}
