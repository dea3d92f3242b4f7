import { chooseExamples } from '../compare/examples.ts';
import type { Interval } from '../compare/intervals.ts';
import { countWordsAndPhrases } from '../compare/term-counts.ts';
import { compareTerms, type TermDifference } from '../compare/terms.ts';
import { Fault } from '../model/fault.ts';
import type { PlacedSentence, ReportHead } from '../store/groups.ts';
import type { Column, Table } from '../store/reader.ts';
import { rounded, shareText } from './comparison.ts';
import { cutReports, namesMatter, sentencesByReport } from './cut-reports.ts';
import { type DiffJob, type ReportGroup, twoGroups } from './diff-job.ts';
import { termsOverYears } from './diff-term-years.ts';
import { showTables } from './show-tables.ts';

const ROWS_IN_TABLE = 20;

/** Prints the terms that tell two groups of reports apart, or those of each year. */
export async function diffTerms(job: DiffJob): Promise<void> {
  const groups = await twoGroups(job);
  if (!groups) return termsOverYears(job);
  const [from, to] = groups;
  const reports = [...from.reports, ...to.reports];
  const sentences = await sentencesByReport(job.store, job.role);
  const counts = countWordsAndPhrases(cutReports(reports, sentences), namesMatter);
  if (counts.terms.length === 0) throw new Fault(`these reports have no sentences of the role ${job.role}`);
  const differences = compareTerms(
    counts,
    Uint8Array.from(reports, (_, index) => (index < from.reports.length ? 0 : 1)),
  );
  const placed = new Map(reports.map((report) => [report.id, report]));
  const found = differences.map((difference) => {
    const own = difference.z > 0 ? to : from;
    const inside = own.reports.flatMap(({ id }) => sentences.get(id) ?? []);
    return { difference, example: () => chooseExamples(inside, difference.term, 1)[0] };
  });
  show(job, groups, found, placed);
}

interface Found {
  readonly difference: TermDifference;
  readonly example: () => PlacedSentence | undefined;
}

function show(
  { config, io }: DiffJob,
  groups: readonly [ReportGroup, ReportGroup],
  found: readonly Found[],
  placed: ReadonlyMap<string, ReportHead>,
): void {
  const people = config.format === 'table' || config.format === 'markdown';
  const limit = config.limit ?? (people ? ROWS_IN_TABLE : 0);
  const most = (rows: readonly Found[]): readonly Found[] => (limit === 0 ? rows : rows.slice(0, limit));
  const less = most(found.filter(({ difference }) => difference.z < 0));
  const more = most(found.filter(({ difference }) => difference.z > 0));
  if (!people) {
    showTables([{ title: null, table: flatTable([...more, ...less], placed) }], config, io);
    return;
  }
  const zh = config.lang === 'zh';
  const title = ({ label }: ReportGroup): string => (zh ? `${label} 用得更多的词语` : `More in ${label}`);
  showTables(
    [
      { title: title(groups[1]), table: readableTable(more, groups, placed, zh) },
      { title: title(groups[0]), table: readableTable(less, groups, placed, zh) },
    ],
    config,
    io,
  );
  io.stdout.write(`\n${note(groups, found, zh)}\n`);
}

/** How much the table can be relied on. */
function note([from, to]: readonly [ReportGroup, ReportGroup], found: readonly Found[], zh: boolean): string {
  const sure = found.filter(({ difference }) => difference.q <= 0.05).length;
  const [n, m] = [from.reports.length, to.reports.length];
  if (zh)
    return `基于${from.label}的${n}份、${to.label}的${m}份报告。z 为对数优势比的标准分，占比附95%区间，p 为以报告为单位的置换检验，q 为多重比较校正后的 p；${sure === 0 ? '报告太少，校正后没有一个词语的差异显著' : `校正后${sure}个词语差异显著（q≤0.05）`}。`;
  return `${n} reports of ${from.label} against ${m} of ${to.label}. z: score of the log-odds ratio; shares with 95 % intervals; p: permutation test over reports; q: p corrected for many comparisons; ${sure === 0 ? 'with so few reports no difference is significant after correction' : `${sure} terms differ significantly (q ≤ 0.05)`}.`;
}

const text = (...names: readonly string[]): Column[] => names.map((name) => ({ name, type: 'VARCHAR' }));
const numbers = (...names: readonly string[]): Column[] => names.map((name) => ({ name, type: 'DOUBLE' }));

function readableTable(
  found: readonly Found[],
  [from, to]: readonly [ReportGroup, ReportGroup],
  placed: ReadonlyMap<string, ReportHead>,
  zh: boolean,
): Table {
  const names = zh ? ['词语', '次数', '例句'] : ['term', 'count', 'example'];
  const rows = found.map(({ difference: { term, z, count, reports, share, p, q }, example }) => [
    term,
    rounded(Math.abs(z), 1),
    `${count[0]}→${count[1]}`,
    shareText(reports[0], from.reports.length, share[0]),
    shareText(reports[1], to.reports.length, share[1]),
    rounded(p, 4),
    rounded(q, 3),
    quote(example(), placed),
  ]);
  return {
    columns: [
      ...text(names[0]!),
      ...numbers('z'),
      ...text(names[1]!, from.label, to.label),
      ...numbers('p', 'q'),
      ...text(names[2]!),
    ],
    rows,
  };
}

/** A sentence with its place: text (path, characters from–to). */
const quote = (sentence: PlacedSentence | undefined, placed: ReadonlyMap<string, ReportHead>): string =>
  sentence ? `${sentence.text}（${placed.get(sentence.report)!.path}, ${sentence.start}–${sentence.end}）` : '';

function flatTable(found: readonly Found[], placed: ReadonlyMap<string, ReportHead>): Table {
  const groupColumns = ['from', 'to'].flatMap((group) =>
    ['count', 'reports', 'share', 'share_low', 'share_high'].map((name) => `${group}_${name}`),
  );
  const rows = found.map(({ difference: { term, delta, z, count, reports, share, dispersion, p, q }, example }) => {
    const sentence = example();
    const group = (index: 0 | 1) => [count[index], reports[index], ...intervalCells(share[index])];
    return [
      term,
      z > 0 ? 'to' : 'from',
      ...[z, delta].map((value) => rounded(value, 4)),
      ...group(0),
      ...group(1),
      rounded(dispersion, 4),
      rounded(p, 5),
      rounded(q, 5),
      sentence?.text ?? null,
      sentence ? placed.get(sentence.report)!.path : null,
      sentence?.report ?? null,
      sentence?.start ?? null,
      sentence?.end ?? null,
    ];
  });
  return {
    columns: [
      ...text('term', 'more_in'),
      ...numbers('z', 'log_odds', ...groupColumns, 'dispersion', 'p', 'q'),
      ...text('example', 'path', 'report_id'),
      ...numbers('char_start', 'char_end'),
    ],
    rows,
  };
}

const intervalCells = ({ estimate, low, high }: Interval): (number | null)[] =>
  [estimate, low, high].map((value) => rounded(value, 4));
