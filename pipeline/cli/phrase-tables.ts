import type { Neighbour, PhraseYear, Rival } from '../compare/phrase.ts';
import type { Language } from '../config.ts';
import type { PlacedSentence, ReportHead } from '../store/groups.ts';
import type { Table } from '../store/reader.ts';
import { numberColumns, rounded, textColumns } from './comparison.ts';
import type { TitledTable } from './show-tables.ts';

/** What is known of a phrase. */
export interface Story {
  readonly years: readonly PhraseYear[];
  readonly neighbours: readonly Neighbour[];
  readonly rivals: readonly Rival[];
  readonly examples: readonly { readonly sentence: PlacedSentence; readonly report: ReportHead }[];
}

const percent = (share: number): string => `${Math.round(share * 100)}`;

/** The story of a phrase as people read it. */
export function titled(phrase: string, { years, neighbours, rivals, examples }: Story, lang: Language): TitledTable[] {
  const zh = lang === 'zh';
  const used = years.filter(({ using }) => using > 0);
  const reports = years.reduce((sum, year) => sum + year.reports, 0);
  const using = years.reduce((sum, year) => sum + year.using, 0);
  const title = zh
    ? `“${phrase}”：首次${used[0]!.year}年，最近${used.at(-1)!.year}年，${reports}份报告中${using}份使用`
    : `“${phrase}”: first ${used[0]!.year}, last ${used.at(-1)!.year}, in ${using} of ${reports} reports`;
  const all = [
    { title, table: yearTable(years, zh) },
    {
      title: zh ? '常与之同现' : 'Stands beside',
      table: {
        columns: [...textColumns(zh ? '词语' : 'term'), ...numberColumns(zh ? '同句次数' : 'sentences', 'G²')],
        rows: neighbours.map(({ term, together, score }) => [term, together, rounded(score, 1)]),
      },
    },
    {
      title: zh ? '可能的替换（语境相近、使用此消彼长）' : 'Possible replacements (same company, use moves against it)',
      table: {
        columns: [
          ...textColumns(zh ? '词语' : 'term', zh ? '关系' : 'relation'),
          ...numberColumns(zh ? '语境相似' : 'company', zh ? '此消彼长' : 'movement'),
        ],
        rows: rivals.map(({ term, direction, likeness, movement }) => [
          term,
          zh ? (direction === 'replaced' ? '被其取代' : '后来取代它') : direction,
          rounded(likeness, 2),
          rounded(movement, 2),
        ]),
      },
    },
    {
      title: zh ? '例句' : 'Examples',
      table: {
        columns: [
          ...numberColumns(zh ? '年份' : 'year'),
          ...textColumns(zh ? '句子' : 'sentence', zh ? '出处' : 'place'),
        ],
        rows: examples.map(({ sentence, report }) => [
          report.year,
          sentence.text,
          `${report.path}, ${sentence.start}–${sentence.end}`,
        ]),
      },
    },
  ];
  return all.filter(({ table }) => table.rows.length > 0);
}

const yearTable = (years: readonly PhraseYear[], zh: boolean): Table => ({
  columns: [
    ...numberColumns(zh ? '年份' : 'year'),
    ...textColumns(zh ? '使用的报告' : 'reports using it', zh ? '占比%（95%区间）' : 'share % (95 % interval)'),
    ...numberColumns(zh ? '次数' : 'occurrences'),
  ],
  rows: years.map(({ year, reports, using, share, occurrences }) => [
    year,
    `${using}/${reports}`,
    `${percent(share.estimate)} (${percent(share.low)}–${percent(share.high)})`,
    occurrences,
  ]),
});

/** A row for each year, neighbour, replacement and example: `kind` says which. */
export function flat({ years, neighbours, rivals, examples }: Story): Table {
  const rows = [
    ...years.map(({ year, reports, using, occurrences, share }) => [
      'year',
      null,
      year,
      using,
      reports,
      rounded(share.estimate, 4),
      rounded(share.low, 4),
      rounded(share.high, 4),
      occurrences,
      null,
      null,
      null,
      null,
    ]),
    ...neighbours.map(({ term, together, score }) => [
      'neighbour',
      term,
      null,
      null,
      null,
      null,
      null,
      null,
      together,
      rounded(score, 3),
      null,
      null,
      null,
    ]),
    ...rivals.map(({ term, direction, likeness, movement }) => [
      direction,
      term,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      rounded(likeness * movement, 4),
      null,
      null,
      null,
    ]),
    ...examples.map(({ sentence, report }) => [
      'example',
      sentence.text,
      report.year,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      report.path,
      sentence.start,
      sentence.end,
    ]),
  ];
  return {
    columns: [
      ...textColumns('kind', 'text'),
      ...numberColumns('year', 'reports', 'of', 'share', 'share_low', 'share_high', 'occurrences', 'score'),
      ...textColumns('path'),
      ...numberColumns('char_start', 'char_end'),
    ],
    rows,
  };
}
