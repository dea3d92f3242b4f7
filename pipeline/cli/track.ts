import type { Command } from 'commander';
import { compareMeaning } from '../compare/meaning.ts';
import { type DatedPoint, type Fate, trackProblems } from '../compare/track.ts';
import { type Config, type Language, readConfig } from '../config.ts';
import { Fault } from '../model/fault.ts';
import { comparedPoints } from '../store/compared.ts';
import { type ReportHead, reportHeads } from '../store/groups.ts';
import type { Table } from '../store/reader.ts';
import { numberColumns, type PlacedPoint, placedPoint, rounded, textColumns } from './comparison.ts';
import type { Context, Io } from './io.ts';
import { withDb, withFormat, withLang, withStore } from './options.ts';
import { showTables } from './show-tables.ts';

const FATE_LABELS: Readonly<Record<Language, Readonly<Record<Fate, string>>>> = {
  zh: { persists: '仍存在', reworded: '换了说法', dropped: '已不再提', new: '新出现', answered: '已有对策' },
  en: { persists: 'persists', reworded: 'reworded', dropped: 'not raised again', new: 'new', answered: 'answered' },
};

interface TrackOptions {
  readonly region?: string;
  readonly topic?: string;
  readonly countCopies?: boolean;
}

/** Adds `diaoyan track`. */
export function addTrack(program: Command, { io }: Context): void {
  withLang(withFormat(withDb(program.command('track'))))
    .description(
      'follow the problems of a place or a topic through the years: still there, reworded, gone, new, answered',
    )
    .option('--region <place>', 'reports of this place')
    .option('--topic <words>', 'reports whose title holds these words')
    .option('--count-copies', 'take reports that copy another one as well')
    .action((options: TrackOptions) => track(options, readConfig({ ...options }), io));
}

async function track({ region, topic, countCopies }: TrackOptions, config: Config, io: Io): Promise<void> {
  if (region === undefined && topic === undefined)
    throw new Fault('name what to follow with --region or --topic, or both', 'usage');
  const tracked = await withStore(config, io, async (store) => {
    const heads = (await reportHeads(store, countCopies === true)).filter((head) => isChosen(head, region, topic));
    if (new Set(heads.map(({ year }) => year)).size < 2) throw new Fault(tooFew(heads, region, topic));
    const all = (await comparedPoints(store)).map(placedPoint);
    return {
      heads: new Map(heads.map((head) => [head.id, head])),
      rows: trackProblems(datedPoints(all, heads), compareMeaning(all)),
    };
  });
  const table = trackTable(tracked.rows as readonly Row[], tracked.heads, config);
  showTables([{ title: null, table }], config, io);
}

type Row = ReturnType<typeof trackProblems>[number] & {
  readonly problem: PlacedPoint & DatedPoint;
  readonly later: (PlacedPoint & DatedPoint) | null;
};

const isChosen = (head: ReportHead, region: string | undefined, topic: string | undefined): boolean =>
  head.year !== null &&
  (region === undefined || [head.region, head.issuer].some((name) => name?.includes(region))) &&
  (topic === undefined || head.title.includes(topic));

function tooFew(heads: readonly ReportHead[], region: string | undefined, topic: string | undefined): string {
  const wanted = [region, topic].filter((name) => name !== undefined).join(' and ');
  const found = heads.length === 0 ? 'no reports' : `only ${heads.length} of the year ${heads[0]!.year}`;
  return `of ${wanted} there are ${found}: reports of two years or more are needed; see “diaoyan query reports_overview”`;
}

function datedPoints(points: readonly PlacedPoint[], heads: readonly ReportHead[]): (PlacedPoint & DatedPoint)[] {
  const years = new Map(heads.map(({ id, year }) => [id, year!]));
  return points.flatMap((point) => (years.has(point.report) ? [{ ...point, year: years.get(point.report)! }] : []));
}

function trackTable(rows: readonly Row[], heads: ReadonlyMap<string, ReportHead>, config: Config): Table {
  const { lang, format } = config;
  if (format === 'table' || format === 'markdown') {
    const names =
      lang === 'zh'
        ? ['年份', '问题', '去向', '后来', '后来的说法', '相似度']
        : ['year', 'problem', 'fate', 'later', 'what it says', 'score'];
    return {
      columns: [
        ...numberColumns(names[0]!),
        ...textColumns(names[1]!, names[2]!),
        ...numberColumns(names[3]!),
        ...textColumns(names[4]!),
        ...numberColumns(names[5]!),
      ],
      rows: rows.map(({ problem, fate, later, score }) => [
        problem.year,
        problem.label,
        FATE_LABELS[lang][fate],
        later?.year ?? null,
        later?.label ?? null,
        rounded(score, 2),
      ]),
    };
  }
  const place = (point: (PlacedPoint & DatedPoint) | null) =>
    point
      ? [point.year, point.label, point.text, point.report, heads.get(point.report)!.path, point.start, point.end]
      : [null, null, null, null, null, null, null];
  const columns = (prefix: string) => [
    ...numberColumns(`${prefix}year`),
    ...textColumns(...['label', 'text', 'report_id', 'path'].map((name) => prefix + name)),
    ...numberColumns(`${prefix}char_start`, `${prefix}char_end`),
  ];
  return {
    columns: [...textColumns('fate'), ...columns(''), ...columns('later_'), ...numberColumns('score')],
    rows: rows.map(({ problem, fate, later, score }) => [fate, ...place(problem), ...place(later), rounded(score, 4)]),
  };
}
