import { compareThemes, type ThemeDifference } from '../compare/themes.ts';
import { differenceSentence, STATUS_LABELS } from '../compare/wording.ts';
import { Fault } from '../model/fault.ts';
import { CORE_ROLES } from '../model/role.ts';
import { type ReportHead, type ThemedPoint, themedPoints } from '../store/groups.ts';
import type { Column, Table, Value } from '../store/reader.ts';
import { rounded, shareText } from './comparison.ts';
import { type DiffJob, type ReportGroup, twoGroups } from './diff-job.ts';
import { findRemedies, remedyLines, showRemedies } from './diff-remedies.ts';
import { themesOverYears } from './diff-theme-years.ts';
import { roleLabel } from './labels.ts';
import { showTables } from './show-tables.ts';

/** Prints how often two groups of reports raise each theme, or how that went over all years. */
export async function diffThemes(job: DiffJob): Promise<void> {
  const everyPoint = await themedPoints(job.store, job.config.lang);
  if (everyPoint.length === 0) throw new Fault('this database has no themes: compare terms with --level term');
  const groups = await twoGroups(job);
  const points = pointsOf(job, everyPoint);
  if (!groups) return themesOverYears(job, points);
  if (job.remedies) return showRemedies(job, groups, await findRemedies(job, groups, everyPoint));
  const [from, to] = groups.map(({ reports }) => reports.map(({ id }) => id)) as [string[], string[]];
  const differences = compareThemes(points, from, to);
  if (differences.length === 0)
    throw new Fault('no point of these reports has a theme: compare terms with --level term');
  if (job.config.format !== 'table' && job.config.format !== 'markdown') {
    showTables([{ title: null, table: flatTable(job, groups, points, differences) }], job.config, job.io);
    return;
  }
  showReadable(job, groups, differences);
  if (job.role === null)
    job.io.stdout.write(`\n${remedyLines(job, groups, await findRemedies(job, groups, everyPoint)).join('\n')}\n`);
}

/** The points in the roles asked for; without a choice problems, causes and countermeasures. */
function pointsOf({ role, remedies }: DiffJob, points: readonly ThemedPoint[]): readonly ThemedPoint[] {
  const roles: readonly string[] = role === null || remedies ? CORE_ROLES : [role];
  return points.filter((point) => roles.includes(point.role));
}

const ROWS_IN_TABLE = 20;

function showReadable(
  job: DiffJob,
  groups: readonly [ReportGroup, ReportGroup],
  differences: readonly ThemeDifference[],
): void {
  const { config, io } = job;
  const limit = config.limit ?? ROWS_IN_TABLE;
  const shown = limit === 0 ? differences : differences.slice(0, limit);
  showTables([{ title: null, table: readableTable(job, groups, shown) }], config, io);
  const clear = differences.filter(({ status }) => status !== 'steady' && status !== 'few');
  const lines = clear.map((difference) => `- ${sentenceOf(job, groups, difference)}`);
  io.stdout.write(`\n${[...lines, noteOf(job, groups, differences, clear.length)].join('\n')}\n`);
}

const sentenceOf = (
  { config }: DiffJob,
  [from, to]: readonly [ReportGroup, ReportGroup],
  difference: ThemeDifference,
): string => differenceSentence(difference, nounOf(difference, config.lang), [from.label, to.label], config.lang);

/** A theme with its role, as a sentence names it. */
const nounOf = ({ theme, role }: ThemeDifference, lang: 'zh' | 'en'): string => {
  const name = roleLabel(role as 'problem', lang);
  return lang === 'zh' ? `“${theme}”${name}` : `“${theme}” as a ${name}`;
};

function noteOf(
  job: DiffJob,
  [from, to]: readonly [ReportGroup, ReportGroup],
  differences: readonly ThemeDifference[],
  clear: number,
): string {
  const [n, m] = [from.reports.length, to.reports.length];
  const few = differences.filter(({ status }) => status === 'few').length;
  if (job.config.lang === 'zh')
    return `共比较${differences.length}项主题，${clear}项变化显著（以报告为单位的Fisher精确检验，Benjamini–Hochberg校正，q≤0.05）${few > 0 ? `，${few}项提出的报告太少、不足以判断` : ''}；${from.label}有${n}份、${to.label}有${m}份报告。`;
  return `${differences.length} themes compared, ${clear} changed significantly (Fisher's exact test over reports, Benjamini–Hochberg, q ≤ 0.05)${few > 0 ? `, ${few} raised by too few reports to tell` : ''}; ${n} reports of ${from.label}, ${m} of ${to.label}.`;
}

const text = (...names: readonly string[]): Column[] => names.map((name) => ({ name, type: 'VARCHAR' }));
const numbers = (...names: readonly string[]): Column[] => names.map((name) => ({ name, type: 'DOUBLE' }));
const round = (value: number, digits: number): number => Number(value.toFixed(digits));

function readableTable(
  { config }: DiffJob,
  [from, to]: readonly [ReportGroup, ReportGroup],
  shown: readonly ThemeDifference[],
): Table {
  const names =
    config.lang === 'zh'
      ? ['类别', '主题', '相差', '倍数', '变化']
      : ['role', 'theme', 'difference', 'ratio', 'change'];
  const rows = shown.map(({ role, theme, reports, of, share, difference, ratio, p, q, status }) => [
    roleLabel(role as 'problem', config.lang),
    theme,
    shareText(reports[0], of[0], share[0]),
    shareText(reports[1], of[1], share[1]),
    `${Math.round(difference.estimate * 100)} (${Math.round(difference.low * 100)}–${Math.round(difference.high * 100)})`,
    Math.min(...reports) === 0 ? '—' : `${round(ratio.estimate, 1)} (${round(ratio.low, 1)}–${round(ratio.high, 1)})`,
    round(p, 4),
    rounded(q, 3),
    STATUS_LABELS[config.lang][status],
  ]);
  return {
    columns: [
      ...text(names[0]!, names[1]!, from.label, to.label, names[2]!, names[3]!),
      ...numbers('p', 'q'),
      ...text(names[4]!),
    ],
    rows,
  };
}

function flatTable(
  job: DiffJob,
  groups: readonly [ReportGroup, ReportGroup],
  points: readonly ThemedPoint[],
  differences: readonly ThemeDifference[],
): Table {
  const heads = new Map(groups.flatMap(({ reports }) => reports).map((report) => [report.id, report]));
  const rows = differences.map((difference) => {
    const { role, theme, reports, of, share, difference: gap, ratio, p, q, status } = difference;
    const interval = ({ estimate, low, high }: ThemeDifference['ratio']): Value[] =>
      [estimate, low, high].map((value) => round(value, 4));
    const group = (index: 0 | 1): Value[] => [reports[index], of[index], ...interval(share[index])];
    const own = groups[gap.estimate >= 0 ? 1 : 0].reports;
    const figures = [...group(0), ...group(1), ...interval(gap), ...interval(ratio), round(p, 6), rounded(q, 6)];
    return [
      role,
      theme,
      status,
      ...figures,
      sentenceOf(job, groups, difference),
      ...exampleCells(points, difference, own, heads),
    ];
  });
  const of = (name: string, parts: readonly string[]): string[] => parts.map((part) => `${name}_${part}`);
  const group = ['reports', 'of', 'share', 'share_low', 'share_high'];
  const figures = [
    ...of('from', group),
    ...of('to', group),
    'difference',
    'difference_low',
    'difference_high',
    'ratio',
    'ratio_low',
    'ratio_high',
    'p',
    'q',
  ];
  return {
    columns: [
      ...text('role', 'theme', 'status'),
      ...numbers(...figures),
      ...text('finding', 'example', 'path', 'report_id'),
      ...numbers('char_start', 'char_end'),
    ],
    rows,
  };
}

/** The point that shows a theme best, with its place. */
function exampleCells(
  points: readonly ThemedPoint[],
  { theme, role }: ThemeDifference,
  own: readonly ReportHead[],
  heads: ReadonlyMap<string, ReportHead>,
): Value[] {
  const ids = new Set(own.map(({ id }) => id));
  const [best] = points
    .filter((point) => point.theme === theme && point.role === role && ids.has(point.report))
    .sort((a, b) => b.score - a.score || (a.point < b.point ? -1 : 1));
  return best
    ? [best.label, heads.get(best.report)!.path, best.report, best.start, best.end]
    : [null, null, null, null, null];
}
