import type { Command } from 'commander';
import { SAME } from '../compare/match-points.ts';
import { compareMeaning } from '../compare/meaning.ts';
import { type DatedPoint, FATES, type Fate, type TrackedProblem, trackProblems } from '../compare/track.ts';
import { type Config, type Language, readConfig } from '../config.ts';
import { Fault } from '../model/fault.ts';
import { comparedPoints, storedAnswers } from '../store/compared.ts';
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
    const all = (
      await comparedPoints(
        store,
        heads.map(({ id }) => id),
      )
    ).map(placedPoint);
    return {
      heads: new Map(heads.map((head) => [head.id, head])),
      rows: trackProblems(datedPoints(all, heads), await storedAnswers(store), compareMeaning(all)),
    };
  });
  const people = config.format === 'table' || config.format === 'markdown';
  const table = (people ? readable : flat)(tracked.rows, tracked.heads, config.lang);
  showTables([{ title: null, table }], config, io);
  if (people) io.stdout.write(`\n${noteOf(tracked.rows, tracked.heads.size, config.lang)}\n`);
}

type Row = TrackedProblem<PlacedPoint & DatedPoint>;
type Heads = ReadonlyMap<string, ReportHead>;

/** How many problems had which fate. */
function noteOf(rows: readonly Row[], reports: number, lang: Language): string {
  const counts = FATES.map(
    (fate) => [FATE_LABELS[lang][fate], rows.filter((row) => row.fate === fate).length] as const,
  );
  const problems = new Set(rows.map(({ problem }) => problem.id)).size;
  if (lang === 'zh')
    return `${reports}份报告，${problems}个问题：${counts.map(([label, count]) => `${label}${count}`).join('、')}。只在同一主题的后续报告中追踪；相似度不低于${SAME}视为同一问题。`;
  return `${reports} reports, ${problems} problems: ${counts.map(([label, count]) => `${label} ${count}`).join(', ')}. Problems are followed into later reports on the same subject only; a score of ${SAME} or more counts as the same problem.`;
}

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

/** A row for each problem: that it is new, what became of it, and where both are said. */
function readable(rows: readonly Row[], heads: Heads, lang: Language): Table {
  const names =
    lang === 'zh'
      ? ['年份', '问题', '出处', '去向', '后来', '后来的说法', '出处', '相似度']
      : ['year', 'problem', 'place', 'fate', 'later', 'what it says', 'place', 'score'];
  const place = ({ report, start, end }: PlacedPoint): string => `${heads.get(report)!.path}, ${start}–${end}`;
  const ids = [...new Set(rows.map(({ problem }) => problem.id))];
  const types = ['DOUBLE', 'VARCHAR', 'VARCHAR', 'VARCHAR', 'DOUBLE', 'VARCHAR', 'VARCHAR', 'DOUBLE'];
  return {
    columns: names.map((name, index) => ({ name, type: types[index]! })),
    rows: ids.map((id) => {
      const own = rows.filter(({ problem }) => problem.id === id);
      const { problem, later, score } = own.at(-1)!;
      const fates = own.map(({ fate }) => FATE_LABELS[lang][fate]).join(lang === 'zh' ? '，' : ', ');
      const found = later ? [later.year, later.label, place(later)] : [null, null, null];
      return [problem.year, problem.label, place(problem), fates, ...found, rounded(score, 2)];
    }),
  };
}

/** A row for each fate of each problem. */
function flat(rows: readonly Row[], heads: Heads): Table {
  const place = (point: Row['later']) =>
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
