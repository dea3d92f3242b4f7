import type { Span } from '../model/span.ts';

/** A sentence with the number of its line, before sections are known. */
export interface CutSentence extends Span {
  readonly paragraph: number;
}

/** Quotes and brackets that close after the end of a sentence. */
const CLOSERS = '[”’」』）)》】\\]"]*';
/** A full stop of Latin text: after a word, before a blank and a capital. */
const LATIN_STOP = '(?<=[a-z]{3}|[a-z][)\\]])[.!?](?=\\s+["“(]?[A-Z][a-z])';
/** The stops of a text that is typed without 。: after a Chinese character, a quote or bracket, or a figure. */
const TYPED_STOP =
  '(?<!^\\s{0,8}[一二三四五六七八九十]{1,3})(?<=[\\p{Script=Han}”’）)》])[.．](?=$|\\s|\\p{Script=Han}|[“‘（(《])|(?<=[\\p{Script=Han}\\d”’）)》%])[!?]+(?![\\w=&/])';
const END = new RegExp(`[。！？]+${CLOSERS}|${LATIN_STOP}`, 'gu');
const TYPED_END = new RegExp(`(?:[。！？]+|${TYPED_STOP})${CLOSERS}|${LATIN_STOP}`, 'gu');
/** So many typed stops show that the text uses them for 。. */
const FEWEST_TYPED = 5;

/**
 * Cuts a text into sentences: at 。！？ (closing quotes and brackets stay with their sentence; the half-width forms
 * count in texts that have no 。) and at the ends of lines.
 * Every character that is not white space stands in exactly one sentence; sentences carry no white space at their ends.
 */
export function cutSentences(text: string): CutSentence[] {
  const end = usesTypedStops(text) ? TYPED_END : END;
  const sentences: CutSentence[] = [];
  let start = 0;
  for (const [paragraph, line] of text.split('\n').entries()) {
    let from = 0;
    for (const match of line.matchAll(end)) {
      const to = match.index + match[0].length;
      addTrimmed(sentences, text, start + from, start + to, paragraph);
      from = to;
    }
    addTrimmed(sentences, text, start + from, start + line.length, paragraph);
    start += line.length + 1;
  }
  return sentences;
}

const usesTypedStops = (text: string): boolean =>
  !text.includes('。') && (text.match(/\p{Script=Han}[.．](?=\s|$)/gmu)?.length ?? 0) >= FEWEST_TYPED;

function addTrimmed(sentences: CutSentence[], text: string, start: number, end: number, paragraph: number): void {
  const raw = text.slice(start, end);
  const trimmed = raw.trim();
  if (!trimmed) return;
  const from = start + (raw.length - raw.trimStart().length);
  sentences.push({ start: from, end: from + trimmed.length, paragraph });
}
