import { followThemes, type ThemeCourse } from '../compare/theme-years.ts';
import { courseSentence, STATUS_LABELS } from '../compare/wording.ts';
import { Fault } from '../model/fault.ts';
import { reportHeads, type ThemedPoint } from '../store/groups.ts';
import type { Column, Table, Value } from '../store/reader.ts';
import { rounded } from './comparison.ts';
import type { DiffJob } from './diff-job.ts';
import { findRemedyCourses, remedyCourseLines, showRemedyCourses } from './diff-remedies.ts';
import { roleLabel } from './labels.ts';
import { showTables } from './show-tables.ts';

const ROWS_IN_TABLE = 40;
/** As many years as a table on a terminal shows one by one; of more it shows the runs of years only. */
const YEARS_IN_TABLE = 12;

/** Prints the theme-by-year matrix: share of reports, first and last year, turning points, trend. */
export async function themesOverYears(job: DiffJob, points: readonly ThemedPoint[]): Promise<void> {
  const { store, config, io, by, copies } = job;
  if (by !== 'year') throw new Fault(`name the ${by}s to compare with --from and --to`, 'usage');
  const reports = (await reportHeads(store, copies)).flatMap(({ id, year }) => (year === null ? [] : [{ id, year }]));
  if (new Set(reports.map(({ year }) => year)).size < 2)
    throw new Fault('the reports are not of different years: mine more, or say their years with --manifest');
  if (job.remedies) return showRemedyCourses(job, await findRemedyCourses(job, points, reports));
  const courses = followThemes(points, reports);
  const people = config.format === 'table' || config.format === 'markdown';
  const limit = config.limit ?? (people ? ROWS_IN_TABLE : 0);
  const shown = limit === 0 ? courses : courses.slice(0, limit);
  showTables([{ title: null, table: people ? matrix(shown, config.lang) : flat(shown, config.lang) }], config, io);
  if (!people) return;
  io.stdout.write(`\n${note(courses, reports.length, config.lang === 'zh')}\n`);
  if (job.role !== null) return;
  const remedies = remedyCourseLines(await findRemedyCourses(job, points, reports), config.lang);
  io.stdout.write(`${remedies.join('\n')}\n`);
}

function note(courses: readonly ThemeCourse[], reports: number, zh: boolean): string {
  const clear = courses.filter(({ status }) => status !== 'steady' && status !== 'few').length;
  if (zh)
    return `基于${reports}份报告，共${courses.length}项主题，${clear}项随年份变化显著（以报告为单位的置换检验，Benjamini–Hochberg校正，q≤0.05）。各年数字为提出该主题的报告占比（%）；“走势”列出占比大致不变的年段，段与段之间为转折。`;
  return `${courses.length} themes in ${reports} reports; ${clear} vary significantly over the years (permutation test over reports, Benjamini–Hochberg, q ≤ 0.05). Years: % of reports that raise the theme; course: runs of years of about the same share.`;
}

const text = (...names: readonly string[]): Column[] => names.map((name) => ({ name, type: 'VARCHAR' }));
const numbers = (...names: readonly string[]): Column[] => names.map((name) => ({ name, type: 'DOUBLE' }));

function matrix(courses: readonly ThemeCourse[], lang: 'zh' | 'en'): Table {
  const years = courses[0]?.years.map(({ year }) => `${year}`) ?? [];
  const single = years.length <= YEARS_IN_TABLE ? years : [];
  const names =
    lang === 'zh'
      ? ['类别', '主题', '首次', '最近', '走势', '变化']
      : ['role', 'theme', 'first', 'last', 'course', 'change'];
  const rows = courses.map((course) => [
    roleLabel(course.role as 'problem', lang),
    course.theme,
    ...(single.length > 0 ? course.years.map(({ share }) => Math.round(share.estimate * 100)) : []),
    course.first,
    course.last,
    courseSentence(course, lang),
    rounded(course.q, 3),
    STATUS_LABELS[lang][course.status],
  ]);
  return {
    columns: [
      ...text(names[0]!, names[1]!),
      ...numbers(...single, names[2]!, names[3]!),
      ...text(names[4]!),
      ...numbers('q'),
      ...text(names[5]!),
    ],
    rows,
  };
}

/** A row for each theme and year, with what holds for the theme over all years repeated. */
function flat(courses: readonly ThemeCourse[], lang: 'zh' | 'en'): Table {
  const round = (value: number): number => Number(value.toFixed(6));
  const rows = courses.flatMap((course): Value[][] =>
    course.years.map(({ year, reports, raising, share }) => [
      course.role,
      course.theme,
      course.status,
      year,
      raising,
      reports,
      ...[share.estimate, share.low, share.high].map(round),
      course.first,
      course.last,
      course.trend ? round(course.trend.slope) : null,
      course.trend ? round(course.trend.z) : null,
      round(course.p),
      rounded(course.q, 6),
      courseSentence(course, lang),
    ]),
  );
  const figures = [
    'year',
    'reports',
    'of',
    'share',
    'share_low',
    'share_high',
    'first',
    'last',
    'slope',
    'trend_z',
    'p',
    'q',
  ];
  return { columns: [...text('role', 'theme', 'status'), ...numbers(...figures), ...text('course')], rows };
}
