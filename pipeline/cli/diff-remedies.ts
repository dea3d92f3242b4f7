import { compareRemedies, followRemedies, type RemedyCourse, type RemedyDifference } from '../compare/remedies.ts';
import type { DatedReport } from '../compare/theme-years.ts';
import type { Status } from '../compare/themes.ts';
import { courseSentence, remedyCourseSentence, remedySentence, STATUS_LABELS } from '../compare/wording.ts';
import { type AnsweredPoint, answeredPoints, type ReportHead, type ThemedPoint } from '../store/groups.ts';
import type { Table, Value } from '../store/reader.ts';
import { numberColumns, rounded, shareText, textColumns } from './comparison.ts';
import type { DiffJob, ReportGroup } from './diff-job.ts';
import { showTables } from './show-tables.ts';

const ROWS_IN_TABLE = 20;

type Groups = readonly [ReportGroup, ReportGroup];

/** What changed in how the same problems are answered, with the points that show it. */
export interface RemedyFindings {
  readonly differences: readonly RemedyDifference[];
  readonly answers: readonly AnsweredPoint[];
}

/** How two groups of reports answer the same problems. */
export async function findRemedies(
  job: DiffJob,
  groups: Groups,
  points: readonly ThemedPoint[],
): Promise<RemedyFindings> {
  const answers = await answeredPoints(job.store, job.config.lang);
  const [from, to] = groups.map(({ reports }) => reports.map(({ id }) => id)) as [string[], string[]];
  return { differences: compareRemedies(points, answers, from, to), answers };
}

const isClear = ({ status }: { readonly status: Status }): boolean => status !== 'steady' && status !== 'few';

/** The table of all remedies, with a sentence and an example of either side for each clear change. */
export function showRemedies(job: DiffJob, groups: Groups, findings: RemedyFindings): void {
  const { config, io } = job;
  if (config.format !== 'table' && config.format !== 'markdown') {
    showTables([{ title: null, table: flatTable(job, groups, findings) }], config, io);
    return;
  }
  const limit = config.limit ?? ROWS_IN_TABLE;
  const shown = limit === 0 ? findings.differences : findings.differences.slice(0, limit);
  showTables([{ title: null, table: readableTable(job, groups, shown) }], config, io);
  io.stdout.write(`\n${remedyLines(job, groups, findings).join('\n')}\n`);
}

/** “The same problem, other remedies” in a few lines: every clear change with an example of either side, or that there is none. */
export function remedyLines(job: DiffJob, groups: Groups, { differences, answers }: RemedyFindings): string[] {
  const zh = job.config.lang === 'zh';
  const clear = differences.filter(isClear);
  const heads = headsOf(groups);
  const lines = clear.flatMap((difference) => [
    `- ${remedySentence(difference, [groups[0].label, groups[1].label], job.config.lang)}`,
    ...groups.flatMap(({ label, reports }) => {
      const example = exampleOf(difference, reports, answers);
      return example
        ? [
            `  ${label}${zh ? '：' : ': '}${example.label}（${heads.get(example.report)!.path}, ${example.start}–${example.end}）`,
          ]
        : [];
    }),
  ]);
  return [...lines, summaryOf(differences.length, clear.length, zh)];
}

function summaryOf(compared: number, clear: number, zh: boolean): string {
  if (compared === 0)
    return zh
      ? '同样的问题，不同的对策：没有两组报告都提出且有对策作答的问题。'
      : 'The same problem, other remedies: no problem that both groups raise has a countermeasure that answers it.';
  const found = zh
    ? `${clear === 0 ? '没有' : `${clear}对`}显著变化`
    : clear === 0
      ? 'no significant change'
      : `${clear} changed significantly`;
  return zh
    ? `同样的问题，不同的对策：共比较${compared}对问题与对策，${found}（以提出该问题的报告为单位的Fisher精确检验，Benjamini–Hochberg校正，q≤0.05；对策须与问题有作答关联）。`
    : `The same problem, other remedies: ${compared} pairs of problem and remedy compared, ${found} (Fisher's exact test over the reports that raise the problem, Benjamini–Hochberg, q ≤ 0.05; only countermeasures linked to the problem).`;
}

const headsOf = (groups: Groups): ReadonlyMap<string, ReportHead> =>
  new Map(groups.flatMap(({ reports }) => reports.map((report) => [report.id, report] as const)));

/** The surest answer of a group to the problem: with the remedy where there is one, else with any other. */
function exampleOf(
  { problem, remedy }: Pick<RemedyDifference, 'problem' | 'remedy'>,
  reports: readonly ReportHead[],
  answers: readonly AnsweredPoint[],
): AnsweredPoint | undefined {
  const ids = new Set(reports.map(({ id }) => id));
  const own = answers.filter((answer) => answer.problem === problem && ids.has(answer.report));
  const surest = (found: readonly AnsweredPoint[]): AnsweredPoint | undefined =>
    [...found].sort((a, b) => b.score - a.score || (a.report < b.report ? -1 : 1))[0];
  return surest(own.filter((answer) => answer.remedy === remedy)) ?? surest(own);
}

function readableTable({ config }: DiffJob, [from, to]: Groups, shown: readonly RemedyDifference[]): Table {
  const zh = config.lang === 'zh';
  return {
    columns: [
      ...textColumns(zh ? '问题' : 'problem', zh ? '对策' : 'remedy', from.label, to.label),
      ...numberColumns('p', 'q'),
      ...textColumns(zh ? '变化' : 'change'),
    ],
    rows: shown.map(({ problem, remedy, reports, of, share, p, q, status }) => [
      problem,
      remedy,
      shareText(reports[0], of[0], share[0]),
      shareText(reports[1], of[1], share[1]),
      rounded(p, 4),
      rounded(q, 3),
      STATUS_LABELS[config.lang][status],
    ]),
  };
}

function flatTable({ config }: DiffJob, groups: Groups, { differences, answers }: RemedyFindings): Table {
  const heads = headsOf(groups);
  const example = (difference: RemedyDifference, index: 0 | 1): Value[] => {
    const found = exampleOf(difference, groups[index].reports, answers);
    return found
      ? [found.label, heads.get(found.report)!.path, found.report, found.start, found.end]
      : [null, null, null, null, null];
  };
  const figures = (prefix: string) =>
    numberColumns(...['reports', 'of', 'share', 'share_low', 'share_high'].map((name) => `${prefix}_${name}`));
  const examples = (prefix: string) => [
    ...textColumns(...['example', 'path', 'report_id'].map((name) => `${prefix}_${name}`)),
    ...numberColumns(`${prefix}_char_start`, `${prefix}_char_end`),
  ];
  return {
    columns: [
      ...textColumns('problem', 'remedy', 'status'),
      ...figures('from'),
      ...figures('to'),
      ...numberColumns('ratio', 'ratio_low', 'ratio_high', 'p', 'q'),
      ...textColumns('finding'),
      ...examples('from'),
      ...examples('to'),
    ],
    rows: differences.map((difference) => {
      const { problem, remedy, status, reports, of, share, ratio, p, q } = difference;
      const side = (index: 0 | 1): Value[] => [reports[index], of[index], ...cells(share[index])];
      return [
        problem,
        remedy,
        status,
        ...side(0),
        ...side(1),
        ...cells(ratio),
        rounded(p, 6),
        rounded(q, 6),
        remedySentence(difference, [groups[0].label, groups[1].label], config.lang),
        ...example(difference, 0),
        ...example(difference, 1),
      ];
    }),
  };
}

const cells = ({ estimate, low, high }: RemedyDifference['ratio']): Value[] =>
  [estimate, low, high].map((value) => rounded(value, 4));

/** How the answers to the same problems went over the years. */
export async function findRemedyCourses(
  { store, config }: DiffJob,
  points: readonly ThemedPoint[],
  reports: readonly DatedReport[],
): Promise<readonly RemedyCourse[]> {
  return followRemedies(points, await answeredPoints(store, config.lang), reports);
}

/** The courses of all remedies. */
export function showRemedyCourses({ config, io }: DiffJob, courses: readonly RemedyCourse[]): void {
  const people = config.format === 'table' || config.format === 'markdown';
  const limit = config.limit ?? (people ? ROWS_IN_TABLE : 0);
  const shown = limit === 0 ? courses : courses.slice(0, limit);
  showTables(
    [{ title: null, table: people ? courseTable(shown, config.lang) : flatCourses(shown, config.lang) }],
    config,
    io,
  );
  if (people) io.stdout.write(`\n${remedyCourseLines(courses, config.lang).join('\n')}\n`);
}

/** The remedies that changed over the years, a line each, and how many were looked at. */
export function remedyCourseLines(courses: readonly RemedyCourse[], lang: 'zh' | 'en'): string[] {
  const clear = courses.filter(isClear);
  const zh = lang === 'zh';
  const found =
    clear.length === 0
      ? zh
        ? '没有显著变化'
        : 'no significant change'
      : zh
        ? `${clear.length}对变化显著`
        : `${clear.length} vary significantly`;
  return [
    ...clear.map((course) => `- ${remedyCourseSentence(course, lang)}`),
    zh
      ? `同样的问题，不同的对策：共${courses.length}对问题与对策，${found}（以提出该问题的报告为单位的置换检验，Benjamini–Hochberg校正，q≤0.05）。`
      : `The same problem, other remedies: ${courses.length} pairs of problem and remedy, ${found} (permutation test over the reports that raise the problem, Benjamini–Hochberg, q ≤ 0.05).`,
  ];
}

const courseTable = (courses: readonly RemedyCourse[], lang: 'zh' | 'en'): Table => {
  const names = lang === 'zh' ? ['问题', '对策', '走势', '变化'] : ['problem', 'remedy', 'course', 'change'];
  return {
    columns: [...textColumns(names[0]!, names[1]!, names[2]!), ...numberColumns('q'), ...textColumns(names[3]!)],
    rows: courses.map((course) => [
      course.problem,
      course.remedy,
      courseSentence(course, lang),
      rounded(course.q, 3),
      STATUS_LABELS[lang][course.status],
    ]),
  };
};

const flatCourses = (courses: readonly RemedyCourse[], lang: 'zh' | 'en'): Table => ({
  columns: [
    ...textColumns('problem', 'remedy', 'status'),
    ...numberColumns('year', 'reports', 'of', 'share', 'share_low', 'share_high', 'p', 'q'),
    ...textColumns('course'),
  ],
  rows: courses.flatMap((course) =>
    course.years.map(({ year, reports, raising, share }): Value[] => [
      course.problem,
      course.remedy,
      course.status,
      year,
      raising,
      reports,
      ...cells(share),
      rounded(course.p, 6),
      rounded(course.q, 6),
      courseSentence(course, lang),
    ]),
  ),
});
