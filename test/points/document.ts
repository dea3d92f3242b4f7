import { ROLE_LETTERS } from '../../corpus/annotation.ts';
import { outlineReport } from '../../pipeline/headings/headings.ts';
import type { Labelled } from '../../pipeline/model/layers.ts';
import type { Report } from '../../pipeline/model/report.ts';
import { cutSentences } from '../../pipeline/sentences/sentences.ts';

/** A report from paragraphs of sentences, each sentence with the letter of its role before it: `P|人手不足。`. */
export function labelled(...paragraphs: readonly (readonly string[])[]): Labelled {
  const letters = paragraphs.flat().map((sentence) => sentence[0]!);
  const text = paragraphs.map((sentences) => sentences.map((each) => each.slice(2)).join('')).join('\n');
  const outlined = outlineReport(reportOf(text), cutSentences(text));
  if (outlined.sentences.length !== letters.length)
    throw new Error(`${letters.length} sentences given, ${outlined.sentences.length} cut`);
  const roles = letters.map((letter) => ({ role: ROLE_LETTERS[letter]!, also: [], confidence: 1, votes: [] }));
  return { ...outlined, tokens: outlined.sentences.map(() => []), roles };
}

export const reportOf = (text: string): Report => ({
  seq: 0,
  text,
  span: { start: 0, end: text.length },
  origin: [{ clean: 0, source: 0, length: text.length }],
  title: '',
  titleSpan: null,
  year: null,
  yearBasis: 'unknown',
  region: null,
  place: null,
  issuer: null,
  blocks: [],
});
