import type { Tokenized } from '../../pipeline/model/layers.ts';
import type { Report } from '../../pipeline/model/report.ts';
import type { Sentence } from '../../pipeline/model/sentence.ts';
import { extractStatistics } from '../../pipeline/statistics/statistics.ts';
import { tokenizeReport } from '../../pipeline/words/words.ts';

/** A report of the given paragraphs, cut at 。！？ and at line ends, with words, without sections. */
export function documentOf(text: string, year: number | null = 2023): Tokenized {
  const sentences: Sentence[] = [];
  let at = 0;
  for (const [paragraph, line] of text.split('\n').entries()) {
    for (const match of line.matchAll(/[^。！？]+[。！？]?/g)) {
      const start = at + match.index;
      const place = { start, end: start + match[0].length };
      sentences.push({ ...place, seq: sentences.length, section: null, paragraph, isHeading: false });
    }
    at += line.length + 1;
  }
  return tokenizeReport({ report: reportOf(text, year), sections: [], sentences });
}

const reportOf = (text: string, year: number | null): Report => ({
  seq: 0,
  text,
  span: { start: 0, end: text.length },
  origin: [{ clean: 0, source: 0, length: text.length }],
  title: '',
  titleSpan: null,
  year,
  yearBasis: year === null ? 'unknown' : 'option',
  region: '甲县',
  place: null,
  issuer: null,
  blocks: [],
});

/** The quantities of a text, each as `surface|value[~max]|unit|qualifier[|direction]`. */
export const rowsOf = (text: string): string[] =>
  extractStatistics(documentOf(text)).map((row) => {
    const range = row.valueMax === null ? '' : `~${row.valueMax}`;
    const direction = row.direction === null ? '' : `|${row.direction}`;
    return `${text.slice(row.start, row.end)}|${row.value}${range}|${row.unit}|${row.qualifier}${direction}`;
  });
