import type { Command } from 'commander';
import { companies, type TermSentence } from '../compare/company.ts';
import { chooseExamples } from '../compare/examples.ts';
import {
  type Neighbour,
  neighboursOf,
  occurrencesIn,
  type PhraseYear,
  phraseYears,
  type Rival,
  rivalsOf,
  yearlyShares,
} from '../compare/phrase.ts';
import { countWordsAndPhrases, type TermDocument } from '../compare/term-counts.ts';
import { type Config, type Language, readConfig } from '../config.ts';
import { Fault } from '../model/fault.ts';
import { CORE_ROLES } from '../model/role.ts';
import { type PlacedSentence, type ReportHead, reportHeads } from '../store/groups.ts';
import type { Store } from '../store/open.ts';
import type { Table } from '../store/reader.ts';
import { isTerm } from '../words/terms.ts';
import { choiceOf } from './choices.ts';
import { numberColumns, rounded, textColumns } from './comparison.ts';
import { cutReports, sentencesByReport } from './cut-reports.ts';
import type { Context, Io } from './io.ts';
import { withDb, withFormat, withLang, withStore } from './options.ts';
import { showTables } from './show-tables.ts';

const ROLE_CHOICES = [...CORE_ROLES, 'practice', 'all'] as const;
const NEIGHBOURS = 15;
const RIVALS = 8;
/** As many terms, the ones in most reports, are compared with the phrase. */
const CANDIDATES = 1500;

interface PhraseOptions {
  readonly role?: string;
  readonly countCopies?: boolean;
}

/** Adds `diaoyan phrase`. */
export function addPhrase(program: Command, { io }: Context): void {
  withLang(withFormat(withDb(program.command('phrase'))))
    .description('how a wording fared over the years: share of reports, what it stands beside, what it replaced')
    .argument('<phrase>', 'the words, as reports write them')
    .option('--role <role>', `${ROLE_CHOICES.join(' | ')} (default: all)`)
    .option('--count-copies', 'count reports that copy another one')
    .action((phrase: string, options: PhraseOptions) =>
      showPhrase(phrase.trim(), options, readConfig({ ...options }), io),
    );
}

interface Story {
  readonly years: readonly PhraseYear[];
  readonly neighbours: readonly Neighbour[];
  readonly rivals: readonly Rival[];
  readonly examples: readonly { readonly sentence: PlacedSentence; readonly report: ReportHead }[];
}

async function showPhrase(phrase: string, options: PhraseOptions, config: Config, io: Io): Promise<void> {
  if (phrase === '') throw new Fault('name the phrase to follow, for example 形式主义', 'usage');
  const role = choiceOf('role', options.role, ROLE_CHOICES, 'all');
  const story = await withStore(config, io, (store) =>
    storyOf(store, phrase, role === 'all' ? null : role, options.countCopies === true),
  );
  const people = config.format === 'table' || config.format === 'markdown';
  showTables(people ? titled(phrase, story, config.lang) : [{ title: null, table: flat(story) }], config, io);
}

async function storyOf(
  store: Store,
  phrase: string,
  role: Exclude<(typeof ROLE_CHOICES)[number], 'all'> | null,
  copies: boolean,
): Promise<Story> {
  const heads = (await reportHeads(store, copies)).filter(({ year }) => year !== null);
  const byReport = await sentencesByReport(store, role);
  const sentences = heads.map(({ id }) => byReport.get(id) ?? []);
  const years = heads.map(({ year }) => year!);
  const uses = occurrencesIn(phrase, sentences);
  if (uses.every((count) => count === 0))
    throw new Fault(`no sentence of a report with a year has “${phrase}”: try a shorter wording`);
  const documents = cutReports(heads, byReport);
  const termed = termSentences(sentences, documents, phrase);
  const byId = new Map(heads.map((head) => [head.id, head]));
  return {
    years: phraseYears(uses, years),
    neighbours: neighboursOf(phrase, termed).slice(0, NEIGHBOURS),
    rivals: rivalsIn(phrase, documents, termed, uses, years),
    examples: chooseExamples(sentences.flat(), phrase, 3).map((sentence) => ({
      sentence,
      report: byId.get(sentence.report)!,
    })),
  };
}

/** Every sentence with its terms, the phrase among them where it has it. */
const termSentences = (
  sentences: readonly (readonly PlacedSentence[])[],
  documents: readonly TermDocument[],
  phrase: string,
): TermSentence[] =>
  sentences.flatMap((own, report) =>
    own.map(({ text }, index) => ({
      text,
      terms: [...documents[report]!.sentences[index]!.filter(isTerm), ...(text.includes(phrase) ? [phrase] : [])],
    })),
  );

function rivalsIn(
  phrase: string,
  documents: readonly TermDocument[],
  termed: readonly TermSentence[],
  uses: readonly number[],
  years: readonly number[],
): Rival[] {
  const counts = countWordsAndPhrases(documents, isTerm);
  const spread = counts.terms.map((term, index) => ({
    term,
    index,
    reports: counts.counts.filter((own) => own.has(index)).length,
  }));
  const candidates = spread.sort((a, b) => b.reports - a.reports || (a.term < b.term ? -1 : 1)).slice(0, CANDIDATES);
  const indexOf = new Map(candidates.map(({ term, index }) => [term, index]));
  const own = phraseYears(uses, years).map(({ share }) => share.estimate);
  return rivalsOf(
    phrase,
    candidates.map(({ term }) => term),
    companies(termed),
    (term) => (term === phrase ? own : yearlyShares(indexOf.get(term)!, counts, years)),
  ).slice(0, RIVALS);
}

const percent = (share: number): string => `${Math.round(share * 100)}`;

function titled(phrase: string, { years, neighbours, rivals, examples }: Story, lang: Language) {
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
function flat({ years, neighbours, rivals, examples }: Story): Table {
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
