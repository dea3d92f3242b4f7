import type { Span } from '../model/span.ts';
import { bitsOf, WORD_BITS } from './word-bits.ts';
import { classOf, type WordClass } from './word-classes.ts';

/** A word of a sentence as the shadow writes it, with its class and what its characters tell. */
export interface Word extends Span {
  readonly text: string;
  readonly kind: WordClass;
  readonly bits: number;
}

/** The tokens of one sentence, of which words are read where they are asked for; `last` is where they were last. */
export interface SentenceWords {
  readonly shadow: string;
  readonly tokens: readonly Span[];
  last: number;
}

/** What a text is as a word. */
type Told = Omit<Word, 'start' | 'end'>;

/** Words met before, by their text; emptied when they are many. */
const KNOWN = new Map<string, Told>();
const MOST_KNOWN = 50_000;
/** The last word met of those whose ends and length lead to one place, so that common words need not be cut out to be known. */
const LAST_MET: (Told | undefined)[] = Array.from({ length: 0x4000 }, () => undefined);
/** The characters of those words as one number, see `shortOf`, which tells them without a look at their texts. */
const SHORT_MET = new Int32Array(LAST_MET.length);

function told(shadow: string, start: number, end: number): Told {
  const ends = shadow.charCodeAt(start) * 31 + shadow.charCodeAt(end - 1);
  const place = (ends * 31 + end - start) & (LAST_MET.length - 1);
  const short = shortOf(shadow, start, end);
  const met = LAST_MET[place];
  if (met && (short === 0 ? isAt(shadow, start, end, met.text) : SHORT_MET[place] === short)) return met;
  const read = toldOf(shadow.slice(start, end));
  LAST_MET[place] = read;
  SHORT_MET[place] = short;
  return read;
}

/** A word of one or two characters, as most are, as a number; 0 for others. */
function shortOf(shadow: string, start: number, end: number): number {
  if (end - start === 2) return (shadow.charCodeAt(start) << 16) | shadow.charCodeAt(start + 1);
  return end - start === 1 ? shadow.charCodeAt(start) : 0;
}

/** Whether the characters from `start` to `end` are `text`; words are short, so that this costs less than a call for it. */
function isAt(shadow: string, start: number, end: number, text: string): boolean {
  if (text.length !== end - start) return false;
  for (let i = start; i < end; i++) if (shadow.charCodeAt(i) !== text.charCodeAt(i - start)) return false;
  return true;
}

function toldOf(text: string): Told {
  const found = KNOWN.get(text);
  if (found) return found;
  const kind = classOf(text);
  const isJoined = kind === null && text.length > 3 && classOf(text.slice(0, 2)) === 'verb';
  const bits = bitsOf(text) | (isJoined ? WORD_BITS.special : 0);
  const read = { text, kind: kind === null && bits & WORD_BITS.year ? ('time' as const) : kind, bits };
  if (KNOWN.size > MOST_KNOWN) KNOWN.clear();
  KNOWN.set(text, read);
  return read;
}

function wordOf(shadow: string, start: number, end: number): Word {
  const { text, kind, bits } = told(shadow, start, end);
  return { start, end, text, kind, bits };
}

/** What makes the digits before it a date. */
const DATED = new Set('年 年度 年末 年底 年初 月 月份 月底 月末 日'.split(' '));
/** A measure that the segmenter joins to its verb: 率为, 量达. */
const MEASURED = /^[率量数额值度比][为达]$/;

/**
 * The words that lie in `span` of a sentence, white space left out. One that the edge cuts is there with what lies
 * inside; verbs that the segmenter joins to their object are cut off, 占比 and digits are put together.
 */
export function wordsIn(sentence: SentenceWords, span: Span): Word[] {
  const { shadow, tokens } = sentence;
  const words: Word[] = [];
  for (let i = firstIn(sentence, span.start); i < tokens.length && tokens[i]!.start < span.end; i++) {
    const { start, end } = tokens[i]!;
    const word = wordOf(shadow, Math.max(start, span.start), Math.min(end, span.end));
    if (word.bits & WORD_BITS.special) add(words, shadow, word);
    else words.push(word);
  }
  return words;
}

/** The index of the first token that ends behind `at`, which is mostly near the one asked for before. */
function firstIn(sentence: SentenceWords, at: number): number {
  const { tokens } = sentence;
  let i = sentence.last;
  while (i > 0 && tokens[i - 1]!.end > at) i--;
  while (i < tokens.length && tokens[i]!.end <= at) i++;
  sentence.last = i;
  return i;
}

function add(words: Word[], shadow: string, word: Word): void {
  const { start, end, text } = word;
  if (text === ' ') return;
  const previous = words.at(-1);
  if (previous && previous.end === start && previous.bits & word.bits & WORD_BITS.digit) {
    words.pop();
    add(words, shadow, wordOf(shadow, previous.start, end));
  } else if (previous?.text === '占' && text[0] === '比') {
    words[words.length - 1] = { ...wordOf(shadow, previous.start, start + 1), kind: null };
    if (text.length > 1) add(words, shadow, wordOf(shadow, start + 1, end));
  } else if (text.length === 2 && MEASURED.test(text)) {
    words.push({ ...wordOf(shadow, start, start + 1), kind: null });
    add(words, shadow, wordOf(shadow, start + 1, end));
  } else if (text.length > 3 && classOf(text) === null && classOf(text.slice(0, 2)) === 'verb') {
    words.push(wordOf(shadow, start, start + 2));
    add(words, shadow, wordOf(shadow, start + 2, end));
  } else if (previous && DATED.has(text) && /^(?:\d+|[一二三四五六七八九〇零]{2,4})$/.test(previous.text)) {
    words[words.length - 1] = { ...previous, kind: 'time' };
    words.push({ ...word, kind: 'time' });
  } else if (text === '能' && previous && FALLEN.has(previous.text.at(-1)!)) words.push({ ...word, kind: null });
  else words.push(word);
}

/** Characters that make a word with 能, which the segmenter parts: 失能, 产能. */
const FALLEN = new Set('失产职功性效动电热');
