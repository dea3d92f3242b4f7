import type { AuditFinding } from '../model/audit.ts';
import type { Report } from '../model/report.ts';
import type { Statistic } from '../model/statistic.ts';
import { grouped } from './groups.ts';
import { lastPlace } from './interval.ts';
import { named, numeral } from './wording.ts';

/** Rates that cannot pass 100 % by their nature; 毛入学率, 复种指数 and growth can. */
const BOUNDED =
  /(?:合格|覆盖|普及|达标|满意|办结|参保|参合|入住|出勤|完好|绿化|就业|失业|发生|死亡|到位|及格|优良|巡查|知晓|通过)率$/;
/** A share of these may pass 100 %. */
const OVER_HUNDRED = /预算|计划|任务|目标|定额|上年|去年|同期|平均|水平|毛|年初/;
const MANY_ANSWERS = /多选|可选多项|不止一项|多项选择/;

/** Values that cannot be, and shares of one whole that pass a hundred. */
export function auditValues(report: Report, statistics: readonly Statistic[]): AuditFinding[] {
  return [...statistics.flatMap((row) => impossible(report, row)), ...percentSums(report, statistics)];
}

function impossible(report: Report, row: Statistic): AuditFinding[] {
  const reason = reasonAgainst(report, row);
  return reason === null ? [] : [finding('impossible', 'error', [row], `“${named(row)}”：${reason}`, row.value, null)];
}

function reasonAgainst(
  report: Report,
  { start, kind, unit, value, direction, subject, whole }: Statistic,
): string | null {
  if (value === null) return null;
  if (unit === '%' && direction === null && value > 100) {
    const before = report.text.slice(Math.max(0, start - 18), start);
    const isShare = typeof whole === 'string' || /占[^，。；]{0,16}$/.test(before);
    if (!OVER_HUNDRED.test(before) && (isShare || BOUNDED.test(subject))) return '比例超过100%';
  }
  if (kind === 'age' && value > 130) return '年龄超过130岁';
  if (kind === 'count' && value < 0 && unit !== '' && unit !== '分') return '数量为负';
  return null;
}

/** Three shares or more of one whole in one sentence: above 100 % they contradict, at 100 % they confirm each other. */
function percentSums(report: Report, statistics: readonly Statistic[]): AuditFinding[] {
  const sentences = grouped(
    statistics.filter((row) => isPart(report, row)),
    ({ sentence }) => sentence,
  );
  return [...sentences.values()].flatMap((rows) => {
    const list = consecutive(report, rows);
    if (list.length < 3 || new Set(list.map(({ subject }) => subject)).size < list.length) return [];
    const sum = Number(list.reduce((total, { value }) => total + value!, 0).toFixed(4));
    const slack = list.reduce((total, row) => total + lastPlace(report.text.slice(row.start, row.end)) / 2, 0.05);
    if (Math.abs(sum - 100) <= slack) return [sumFinding('confirmed', list, sum, '合计为100%')];
    return sum > 100 && sum <= 130 ? [sumFinding('warning', list, sum, '各项占比之和超过100%')] : [];
  });
}

const isPart = (report: Report, { unit, value, direction, qualifier, start, sentence }: Statistic): boolean =>
  unit === '%' &&
  value !== null &&
  direction === null &&
  qualifier === 'exact' &&
  sentence >= 0 &&
  /占(?:比|总数的|了|到|全部的|的比例为)?(?:分别)?(?:为)? ?$|[、和]$/.test(
    report.text.slice(Math.max(0, start - 10), start),
  ) &&
  !MANY_ANSWERS.test(report.text.slice(Math.max(0, start - 120), start + 60));

/** The longest run of rows whose wholes agree and between which no sentence sign but 、，； stands. */
function consecutive(report: Report, rows: readonly Statistic[]): Statistic[] {
  let [best, run]: [Statistic[], Statistic[]] = [[], []];
  for (const row of rows) {
    const last = run.at(-1);
    const goesOn =
      last &&
      last.whole === row.whole &&
      row.start - last.end <= 24 &&
      !/其中/.test(report.text.slice(last.end, row.start));
    run = goesOn ? [...run, row] : [row];
    if (run.length > best.length) best = run;
  }
  return best;
}

const sumFinding = (
  severity: AuditFinding['severity'],
  rows: readonly Statistic[],
  sum: number,
  verdict: string,
): AuditFinding =>
  finding(
    'percent_sum',
    severity,
    rows,
    `${rows.map(({ value }) => numeral(value!)).join('＋')}＝${numeral(sum)}，${verdict}`,
    sum,
    100,
  );

const finding = (
  kind: AuditFinding['kind'],
  severity: AuditFinding['severity'],
  rows: readonly Statistic[],
  arithmetic: string,
  stated: number | null,
  expected: number | null,
): AuditFinding => ({
  kind,
  severity,
  statistics: rows.map(({ seq }) => seq),
  sentences: [...new Set(rows.map(({ sentence }) => sentence))],
  arithmetic,
  stated,
  expected,
});
