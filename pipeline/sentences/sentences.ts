import type { Span } from '../model/span.ts';

/** A sentence with the number of its line, before sections are known. */
export interface CutSentence extends Span {
  readonly paragraph: number;
}

/** The end of a sentence with the quotes and brackets that close after it. */
const END = /[。！？]+[”’」』）)》】\]]*/gu;

/**
 * Cuts a text into sentences: at 。！？ (closing quotes and brackets stay with their sentence) and at the ends of lines.
 * Every character that is not white space stands in exactly one sentence; sentences carry no white space at their ends.
 */
export function cutSentences(text: string): CutSentence[] {
  const sentences: CutSentence[] = [];
  let start = 0;
  for (const [paragraph, line] of text.split('\n').entries()) {
    let from = 0;
    for (const match of line.matchAll(END)) {
      const to = match.index + match[0].length;
      addTrimmed(sentences, text, start + from, start + to, paragraph);
      from = to;
    }
    addTrimmed(sentences, text, start + from, start + line.length, paragraph);
    start += line.length + 1;
  }
  return sentences;
}

function addTrimmed(sentences: CutSentence[], text: string, start: number, end: number, paragraph: number): void {
  const raw = text.slice(start, end);
  const trimmed = raw.trim();
  if (!trimmed) return;
  const from = start + raw.indexOf(trimmed);
  sentences.push({ start: from, end: from + trimmed.length, paragraph });
}
