import type { Interval } from '../compare/intervals.ts';
import { joinUnused, type Neighbour, type PhraseYear } from '../compare/phrase.ts';
import type { Replacement } from '../compare/replaced.ts';
import type { Language } from '../config.ts';
import type { PlacedSentence, ReportHead } from '../store/groups.ts';
import type { Table } from '../store/reader.ts';
import { numberColumns, rounded, shareText, textColumns } from './comparison.ts';
import type { TitledTable } from './show-tables.ts';

/** What is known of a phrase. */
export interface Story {
  readonly years: readonly PhraseYear[];
  readonly neighbours: readonly Neighbour[];
  readonly replacements: readonly Replacement[];
  readonly examples: readonly { readonly sentence: PlacedSentence; readonly report: ReportHead }[];
}

const percent = (share: number): string => `${Math.round(share * 100)}`;

/** The story of a phrase as people read it. */
export function titled(
  phrase: string,
  { years, neighbours, replacements, examples }: Story,
  lang: Language,
): TitledTable[] {
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
      title: zh
        ? '可能的替换（语境相近、使用此消彼长）'
        : 'Possible replacements (same company, use moved the other way)',
      table: replacementTable(replacements, zh),
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

function replacementTable(replacements: readonly Replacement[], zh: boolean): Table {
  if (replacements.length === 0) return noReplacement(zh);
  const names = zh
    ? ['词语', '关系', '此前', '此后', '共同的语境']
    : ['term', 'relation', 'before', 'after', 'company'];
  const used = ({ turn, reports, of, share }: Replacement, side: 0 | 1): string => {
    const [first, last] = side === 0 ? turn.before : turn.after;
    return `${first}–${last} ${shareText(reports[side], of[side], share[side])}`;
  };
  return {
    columns: [...textColumns(...names), ...numberColumns('q')],
    rows: replacements.map((each) => [
      each.term,
      zh ? (each.relation === 'replaced' ? '被其取代' : '后来取代它') : each.relation,
      used(each, 0),
      used(each, 1),
      each.shared.join('、'),
      rounded(each.q, 4),
    ]),
  };
}

/** The years, those before the first use and after the last one joined where there are many. */
const yearTable = (years: readonly PhraseYear[], zh: boolean): Table => ({
  columns: [
    ...textColumns(
      zh ? '年份' : 'years',
      zh ? '使用的报告' : 'reports using it',
      zh ? '占比%（95%区间）' : 'share % (95 % interval)',
    ),
    ...numberColumns(zh ? '次数' : 'occurrences'),
  ],
  rows: joinUnused(years).map(({ label, reports, using, share, occurrences }) => [
    label,
    `${using}/${reports}`,
    `${percent(share.estimate)} (${percent(share.low)}–${percent(share.high)})`,
    occurrences,
  ]),
});

const noReplacement = (zh: boolean): Table => ({
  columns: textColumns(zh ? '没有发现' : 'none found'),
  rows: [
    [
      zh
        ? '没有词语既与它语境相近、又在它兴起或消退时显著此消彼长（以报告为单位的Fisher精确检验，校正后q≤0.05）'
        : 'no term keeps the same company and moved significantly the other way (Fisher’s exact test over reports, q ≤ 0.05)',
    ],
  ],
});

const COLUMNS = [
  ...textColumns('kind', 'text'),
  ...numberColumns('year', 'reports', 'of', 'share', 'share_low', 'share_high', 'occurrences', 'score'),
  ...textColumns('path'),
  ...numberColumns('char_start', 'char_end'),
  ...textColumns('company'),
];

/** A row of the flat table; columns that are not given stay empty. */
const flatRow = (cells: Readonly<Record<string, string | number | null>>): (string | number | null)[] =>
  COLUMNS.map(({ name }) => cells[name] ?? null);

const shareCells = ({ estimate, low, high }: Interval) => ({
  share: rounded(estimate, 4),
  share_low: rounded(low, 4),
  share_high: rounded(high, 4),
});

/** A replacement before its turn, or after it, from the year given on. */
const replacementRow = (
  { term, relation, turn, reports, of, share, slots, matter, shared }: Replacement,
  side: 0 | 1,
): (string | number | null)[] =>
  flatRow({
    kind: `${relation.replace(' ', '_')}_${side === 0 ? 'before' : 'after'}`,
    text: term,
    year: (side === 0 ? turn.before : turn.after)[0] ?? null,
    reports: reports[side],
    of: of[side],
    ...shareCells(share[side]),
    score: rounded(slots + matter, 4),
    company: shared.join('、'),
  });

/** A row for each year, neighbour, replacement and example: `kind` says which. */
export function flat({ years, neighbours, replacements, examples }: Story): Table {
  return {
    columns: COLUMNS,
    rows: [
      ...years.map(({ year, reports, using, occurrences, share }) =>
        flatRow({ kind: 'year', year, reports: using, of: reports, ...shareCells(share), occurrences }),
      ),
      ...neighbours.map(({ term, together, score }) =>
        flatRow({ kind: 'neighbour', text: term, occurrences: together, score: rounded(score, 3) }),
      ),
      ...replacements.flatMap((each) => [replacementRow(each, 0), replacementRow(each, 1)]),
      ...examples.map(({ sentence, report }) =>
        flatRow({
          kind: 'example',
          text: sentence.text,
          year: report.year,
          path: report.path,
          char_start: sentence.start,
          char_end: sentence.end,
        }),
      ),
    ],
  };
}
