import type { Outlined } from '../model/layers.ts';
import type { Citation } from '../model/statistic.ts';

/** The documents that a report names in 《》. */
export function extractCitations(outlined: Outlined): Citation[] {
  const { report, sentences } = outlined;
  return sentences.flatMap((sentence) =>
    [...report.text.slice(sentence.start, sentence.end).matchAll(/《([^《》]{2,60})》/gu)].map((match, seq) => ({
      sentence: sentence.seq,
      seq,
      title: match[1]!,
      issuer: null,
      issued: null,
      start: sentence.start + match.index,
      end: sentence.start + match.index + match[0].length,
    })),
  );
}
