import type { Command } from 'commander';
import { type Config, type Language, readConfig } from '../config.ts';
import { Fault } from '../model/fault.ts';
import { type IndicatorSeries, indicatorName, likeness, seriesOf } from '../statistics/series.ts';
import type { Store } from '../store/open.ts';
import type { Table } from '../store/reader.ts';
import { type SeriesPoint, type StoredSubject, seriesPoints, storedSubjects } from '../store/series.ts';
import { numberColumns, textColumns } from './comparison.ts';
import { formatTable } from './format.ts';
import { type Context, colorsFor, type Io } from './io.ts';
import { withDb, withFormat, withLang, withStore } from './options.ts';
import { showTables } from './show-tables.ts';

interface SeriesOptions {
  readonly region?: string;
  readonly unit?: string;
  readonly countCopies?: boolean;
}

/** Adds `diaoyan series`. */
export function addSeries(program: Command, { io }: Context): void {
  withLang(withFormat(withDb(program.command('series'))))
    .description('follow an indicator through reports and years, unit by unit, with the sentence behind each value')
    .argument('<indicator>', 'what is measured, for example 行政编制')
    .option('--region <place>', 'values of this place')
    .option('--unit <unit>', 'values in this unit')
    .option('--count-copies', 'take reports that copy another one as well')
    .action((name: string, options: SeriesOptions) => series(name, options, readConfig({ ...options }), io));
}

type Series = IndicatorSeries<SeriesPoint>;

async function series(name: string, options: SeriesOptions, config: Config, io: Io): Promise<void> {
  const copies = options.countCopies === true;
  const { indicator, near, points } = await withStore(config, io, async (store) => {
    const matched = await matchName(store, name, copies);
    return { ...matched, points: await seriesPoints(store, matched.subjects, copies) };
  });
  const chosen = points.filter((point) => isChosen(point, indicator, options));
  if (chosen.length === 0) throw new Fault(nothingFound(name, points.length, near));
  const found = seriesOf(chosen);
  if (config.format === 'table' || config.format === 'markdown') {
    showTables(
      found.map((each) => ({ title: titleOf(indicator, each, config.lang), table: readable(each, config.lang) })),
      config,
      io,
    );
    if (chosen.some(isOfReport)) io.stderr.write('* year of the report, as the sentence names none\n');
    if (near.length > 0) io.stderr.write(`Like it: ${near.join('; ')}\n`);
  } else
    io.stdout.write(
      formatTable(dataTable(indicator, found), config.format, { width: null, colors: colorsFor(io.stdout, io.env) }),
    );
}

/** The subjects that are the indicator under another spelling, and the names that are like it. */
async function matchName(
  store: Store,
  name: string,
  copies: boolean,
): Promise<{ indicator: string; subjects: string[]; near: string[] }> {
  const indicator = indicatorName(name.trim());
  const stored = await storedSubjects(store, copies);
  const subjects = stored.filter(({ subject, place }) => indicatorName(subject, place) === indicator);
  return {
    indicator,
    subjects: [...new Set(subjects.map(({ subject }) => subject))],
    near: nearNames(indicator, stored),
  };
}

const MOST_NEAR = 6;
const LIKE_ENOUGH = 0.5;

/** Other names that are most like `indicator`, with how many reports have them. */
function nearNames(indicator: string, stored: readonly StoredSubject[]): string[] {
  const reports = new Map<string, number>();
  for (const { subject, place, reports: number } of stored) {
    const name = indicatorName(subject, place);
    if (name !== indicator) reports.set(name, (reports.get(name) ?? 0) + number);
  }
  return [...reports]
    .map(([name, number]) => ({ name, number, score: likeness(indicator, name) }))
    .filter(({ score }) => score >= LIKE_ENOUGH)
    .sort((a, b) => b.score - a.score || b.number - a.number || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_NEAR)
    .map(({ name, number }) => `${name} (${number})`);
}

const isChosen = (point: SeriesPoint, indicator: string, { region, unit }: SeriesOptions): boolean =>
  indicatorName(point.subject, point.place) === indicator &&
  (region === undefined || point.place?.includes(region) === true) &&
  (unit === undefined || point.unit === unit || point.unitBase === unit);

function nothingFound(name: string, elsewhere: number, near: readonly string[]): string {
  if (elsewhere > 0) return `no value of “${name}” is of this place and unit: leave out --region or --unit to see all`;
  const advice =
    near.length > 0 ? `like it: ${near.join('; ')}` : '“diaoyan query figures_by_subject” lists what is measured';
  return `no report has a value of “${name}”; ${advice}`;
}

const WORDS = {
  zh: {
    columns: ['年份', '地区', '数值', '性质', '对象', '句子', '报告'],
    change: '变化',
    target: '目标',
    fact: '事实',
  },
  en: {
    columns: ['year', 'place', 'value', 'is', 'of whom', 'sentence', 'report'],
    change: 'changes',
    target: 'target',
    fact: 'fact',
  },
} as const;

const titleOf = (indicator: string, { unit, measure, rows }: Series, lang: Language): string =>
  `${[indicator, unit, ...(measure === 'change' ? [WORDS[lang].change] : [])].filter(Boolean).join(' · ')} (${rows.length})`;

const isOfReport = ({ year, yearFrom }: SeriesPoint): boolean => year !== null && yearFrom === 'report';

const ARROWS = { up: '↑', down: '↓' } as const;

function readable({ rows }: Series, lang: Language): Table {
  const { columns, target, fact } = WORDS[lang];
  return {
    columns: textColumns(...columns),
    rows: rows.map((row) => [
      row.year === null ? null : `${row.year}${isOfReport(row) ? '*' : ''}`,
      row.place,
      `${row.surface}${row.direction ? ARROWS[row.direction] : ''}`,
      row.isTarget ? target : fact,
      row.group,
      row.text.trim(),
      row.title,
    ]),
  };
}

/** A row a value, for plots: `value_base` in `unit_base` is comparable throughout. */
function dataTable(indicator: string, found: readonly Series[]): Table {
  return {
    columns: [
      ...textColumns('indicator', 'measure'),
      ...numberColumns('year'),
      ...textColumns('year_from', 'place', 'group_label'),
      ...numberColumns('value', 'value_max'),
      ...textColumns('unit'),
      ...numberColumns('value_base'),
      ...textColumns(
        'unit_base',
        'qualifier',
        'direction',
        'base',
        'is_target',
        'surface',
        'subject',
        'text',
        'title',
        'path',
      ),
      ...numberColumns('char_start', 'char_end'),
      ...textColumns('statistic_id', 'report_id'),
    ],
    rows: found.flatMap(({ measure, rows }) =>
      rows.map((row) => [
        indicator,
        measure,
        row.year,
        row.yearFrom,
        row.place,
        row.group,
        row.value,
        row.valueMax,
        row.unit,
        row.valueBase,
        row.unitBase,
        row.qualifier,
        row.direction,
        row.base,
        row.isTarget,
        row.surface,
        row.subject,
        row.text,
        row.title,
        row.path,
        row.start,
        row.end,
        row.id,
        row.report,
      ]),
    ),
  };
}
