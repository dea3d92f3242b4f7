import type { AuditFinding, CorpusFinding, CorpusRow } from '../model/audit.ts';
import type { Report } from '../model/report.ts';
import type { Statistic } from '../model/statistic.ts';
import { grouped } from './groups.ts';
import { baseIntervalOf, doMeet, type Interval } from './interval.ts';
import { numeral } from './wording.ts';

/** Subjects of one standing value a year; things done or counted by the way (“会议3次”) have many. */
const INDICATOR =
  /(?:总数|总量|总额|总值|产值|总人数|总人口|编制|编制数|面积|总面积|里程|覆盖率|普及率|入学率|失业率|城镇化率|参保率|参合率|合格率|及格率|森林覆盖率|毛收入|纯收入|可支配收入|财政收入|预算收入|税收收入|总收入|保有量|存栏|床位数|总户数|户籍人口|常住人口)$/;
const FEWEST = 4;
/** Fewest characters of a name that hardly means two things in one report. */
const TELLING = 5;
/** Fewest of a name so special that two values of it contradict each other. */
const SPECIAL = 8;
/** Prefixes by which one indicator is written longer or shorter. */
const LEAD =
  /^(?:全国|全省|全市|全县|全区|全镇|全乡|全州|我省|我市|我县|我区|我国|前年以来|去年以来|今年以来|近年来|去年|今年|本市|本县|现有|其中|共有|目前|截至目前|总)+/;

/** The name under which an indicator is compared: without place words, white space and brackets. */
export const indicatorOf = (subject: string): string =>
  subject
    .replace(/\s+/g, '')
    .replace(/[（(][^（）()]*[）)]/g, '')
    .replace(LEAD, '')
    .replace(/^乡镇(?=[空缺][编岗])/, '');

const keyOf = (row: Statistic, place: string | null): string =>
  [indicatorOf(row.subject), row.unitBase, row.year ?? '', place ?? '', row.group ?? ''].join('|');

const isIndicator = ({ subject, kind }: Statistic): boolean =>
  (INDICATOR.test(indicatorOf(subject)) && indicatorOf(subject).length >= FEWEST) ||
  (VACANT.test(subject) && kind === 'count');

/** Posts that are not filled: one number at a time. */
const VACANT = /^(?:乡镇|行政|事业|机关)?(?:空编|缺编|空岗|缺岗)数?$/;

const isLevel = (row: Statistic): boolean => isPlain(row) && isIndicator(row);

/** An exact fact that is a value by itself, neither a change nor a part. */
const isPlain = (row: Statistic): boolean =>
  row.value !== null &&
  row.valueMax === null &&
  row.qualifier === 'exact' &&
  row.direction === null &&
  !row.isTarget &&
  row.base === null &&
  typeof row.whole !== 'number';

/**
 * The same indicator of one year, place and group with values that rounding does not explain. For any other count it
 * is doubtful: it may be of other things under the same name.
 */
export function auditIndicators(report: Report, statistics: readonly Statistic[]): AuditFinding[] {
  const plain = statistics.filter((row) => isPlain(row) && !isCumulative(report, row));
  const groups = grouped(plain, (row) => keyOf(row, row.place));
  return [...groups.values()].flatMap((rows) => {
    const [first, ...others] = rows;
    const other = others.find(
      (row) => row.sentence !== first!.sentence && !doMeet(roundedOf(report.text, first!), roundedOf(report.text, row)),
    );
    if (!other) return [];
    if (isIndicator(first!)) return [conflict('warning', first!, other)];
    if (rows.length > 2 || rows.some((row) => !isThing(report, row))) return [];
    return [conflict(indicatorOf(first!.subject).length >= SPECIAL ? 'warning' : 'doubtful', first!, other)];
  });
}

/** Counts of people, things and money with a telling name; what is done has a new count each time. */
const isThing = ({ text }: Report, { kind, unit, subject, start }: Statistic): boolean =>
  (kind === 'count' || kind === 'money') &&
  unit !== '' &&
  !/[次期场届轮批项条件天遍回]/.test(unit) &&
  indicatorOf(subject).length >= TELLING &&
  !/每|平均|人均|一[个些]|[某该此]|安排|[由从]/.test(subject) &&
  !/其他|其余|另|新[设增建]|安排|下达|拨付/.test(text.slice(Math.max(0, start - 12), start));

/** 累计, 五年共: the value of several years; 应当是, 按…口径: another way to count. */
const SUMMED =
  /累计|应当|应该是|不变价|可比价|价格计算|口径|[一二三四五六七八九十\d]年(?:来|间|中|共|里)|五年|期间|年均|平均/;

const isCumulative = (report: Report, { start }: Statistic): boolean =>
  SUMMED.test(report.text.slice(Math.max(0, start - 60), start));

/** Rounding to three places at the least is no contradiction between two sentences. */
function roundedOf(text: string, row: Statistic): Interval {
  const { low, high } = baseIntervalOf(text, row)!;
  const half = row.unitBase === '%' ? 0.05 : Math.abs(row.valueBase!) * 0.002;
  return { low: low - half, high: high + half };
}

const conflict = (severity: 'warning' | 'doubtful', a: Statistic, b: Statistic): AuditFinding => ({
  kind: 'same_report',
  severity,
  statistics: [a.seq, b.seq],
  sentences: [a.sentence, b.sentence],
  arithmetic: `“${a.subject}”一处为${numeral(a.value!)}${a.unit}，另一处为${numeral(b.value!)}${b.unit}`,
  stated: a.value,
  expected: b.value,
});

/**
 * The same indicator of one place and year with values that differ between reports. Places must be known; values that
 * are added up, planned, estimated or counted by another rule are left out, and those as of different months apart.
 */
export function auditCorpus(rows: readonly CorpusRow[]): CorpusFinding[] {
  const known = rows.filter(
    ({ statistic, place, text }) =>
      isLevel(statistic) &&
      statistic.year !== null &&
      placeOf(statistic, place) !== null &&
      !OTHERWISE.test(text) &&
      !SUMMED.test(text),
  );
  const groups = grouped(known, ({ statistic, place, text }) =>
    [keyOf(statistic, placeOf(statistic, place)), dateOf(text)].join('|'),
  );
  return [...groups.values()].flatMap((group) => {
    const [first, ...others] = group;
    const other = others.find((row) => row.report !== first!.report && differ(first!.statistic, row.statistic));
    return other ? [across(first!, other)] : [];
  });
}

/** What makes a value no plain fact of the year: an estimate, a plan, another rule of counting, a part of it. */
const OTHERWISE =
  /预计|估计|测算|初步|快报|预算(?!收入|支出|内|外)|计划|规划|拟|力争|目标|可比|不变价|调整后|修订|扣除|剔除|不含|不包括|口径|其中|新增|净增/;

/** The part of the year or the day that the sentence names: 6月, 年底, 上半年, 一季度. */
const dateOf = (text: string): string =>
  [...text.matchAll(/(?:\d{1,2}|[一二三四五六七八九十]{1,2}) ?月|年[底末初中]|[上下]半年|[一二三四]季度/g)].join();

const placeOf = (statistic: Statistic, place: string | null): string | null => statistic.place ?? place;

/** Values that differ by more than rounding to two places. */
const differ = (a: Statistic, b: Statistic): boolean =>
  Math.abs(a.valueBase! - b.valueBase!) >
  (a.unitBase === '%' ? 0.1 : 0.01 * Math.max(Math.abs(a.valueBase!), Math.abs(b.valueBase!)));

const across = (a: CorpusRow, b: CorpusRow): CorpusFinding => ({
  kind: 'across_reports',
  severity: 'warning',
  rows: [a, b],
  arithmetic: `${a.statistic.year}年“${indicatorOf(a.statistic.subject)}”在两份报告中分别为${numeral(a.statistic.value!)}${a.statistic.unit}和${numeral(b.statistic.value!)}${b.statistic.unit}`,
});
