import type { Interval } from './intervals.ts';
import type { RemedyCourse, RemedyDifference } from './remedies.ts';
import type { ThemeCourse } from './theme-years.ts';
import type { Status, ThemeDifference } from './themes.ts';

export type WordingLanguage = 'zh' | 'en';

/** What a status is called. */
export const STATUS_LABELS: Readonly<Record<WordingLanguage, Readonly<Record<Status, string>>>> = {
  zh: {
    new: '新出现',
    rising: '增多',
    steady: '无显著变化',
    falling: '减少',
    gone: '不再提',
    returned: '重新出现',
    few: '报告太少',
  },
  en: {
    new: 'new',
    rising: 'rising',
    steady: 'no clear change',
    falling: 'falling',
    gone: 'gone',
    returned: 'returned',
    few: 'too few reports',
  },
};

const percent = (share: number): string => `${Math.round(share * 100)}%`;
const range = ({ low, high }: Interval): string => `${Math.round(low * 100)}–${percent(high)}`;

/** Two figures of a ratio: 1.8, 12, 0.35. */
const times = (ratio: number): string => String(Number(ratio.toPrecision(2)));

/** A ratio with its interval: times where it is above 1, else the part that is left. */
const ratioText = ({ estimate, low, high }: Interval, of: string, zh: boolean): string => {
  const less = estimate < 1;
  const [one, least, most] = less
    ? [percent(estimate), Math.round(low * 100), percent(high)]
    : [times(estimate), times(low), times(high)];
  if (zh) return `约为${of}的${one}${less ? '' : '倍'}（95%区间${least}–${most}）`;
  return less
    ? `about ${one} of that share (95 % interval ${least}–${most})`
    : `about ${one} times as many (95 % interval ${least}–${most})`;
};

/** A year or years as Chinese prose has them: 2019年, 2018—2020年; other names as they are. */
const period = (label: string): string => {
  const years = /^(\d{4})(?:\s*(?:\.\.+|-|–|—|~|至)\s*(\d{4}))?$/.exec(label);
  if (!years) return label;
  return years[2] ? `${years[1]}—${years[2]}年` : `${years[1]}年`;
};

/**
 * A difference in a sentence that an office can quote: shares, ratio with interval, how many reports. `noun` is the theme
 * with its role (“数字化”问题), `labels` those of the groups.
 */
export function differenceSentence(
  difference: ThemeDifference,
  noun: string,
  labels: readonly [string, string],
  language: WordingLanguage,
): string {
  return language === 'zh' ? inChinese(difference, noun, labels) : inEnglish(difference, noun, labels);
}

function inChinese(
  { reports: [a, b], of: [n, m], share, ratio, q, status }: ThemeDifference,
  noun: string,
  labels: readonly [string, string],
): string {
  const [from, to] = [period(labels[0]), period(labels[1])];
  const basis = `基于${n + m}份报告`;
  const shares = `${from}有${percent(a / n)}（${a}/${n}）的报告提出${noun}，${to}有${percent(b / m)}（${b}/${m}）`;
  switch (status) {
    case 'few':
      return `${shares}；报告太少，不足以判断是否变化。`;
    case 'new':
      return `${to}有${percent(b / m)}（${b}/${m}，95%区间${range(share[1])}）的报告提出${noun}，${from}的${n}份报告均未提出。`;
    case 'gone':
      return `${to}的${m}份报告均未提出${noun}，${from}有${percent(a / n)}（${a}/${n}，95%区间${range(share[0])}）的报告提出。`;
    case 'rising':
    case 'falling':
      return `${to}提出${noun}的报告占${percent(b / m)}（${b}/${m}），${ratioText(ratio, `${from}（${percent(a / n)}，${a}/${n}）`, true)}，${basis}。`;
    default:
      return `${shares}；差异不显著（校正后p=${(q ?? 1).toFixed(2)}），${basis}。`;
  }
}

function inEnglish(
  { reports: [a, b], of: [n, m], share, ratio, q, status }: ThemeDifference,
  noun: string,
  [from, to]: readonly [string, string],
): string {
  const shares = `${a} of ${n} reports (${percent(a / n)}) of ${from} and ${b} of ${m} (${percent(b / m)}) of ${to} raise ${noun}`;
  switch (status) {
    case 'few':
      return `${shares}; too few reports to tell a change.`;
    case 'new':
      return `${b} of ${m} reports (${percent(b / m)}, 95 % interval ${range(share[1])}) of ${to} raise ${noun}, none of ${n} of ${from}.`;
    case 'gone':
      return `None of ${m} reports of ${to} raises ${noun}; ${a} of ${n} (${percent(a / n)}, 95 % interval ${range(share[0])}) of ${from} did.`;
    case 'rising':
    case 'falling':
      return `${shares}: ${ratioText(ratio, from, false)}, from ${n + m} reports.`;
    default:
      return `${shares}; no significant difference (corrected p ${(q ?? 1).toFixed(2)}).`;
  }
}

/** The course of a theme as the shares of its runs of years: 2018–2019年83%（10/12），2020–2022年0%（0/18）. */
export function courseSentence({ segments }: Pick<ThemeCourse, 'segments'>, language: WordingLanguage): string {
  const runs = segments.map(({ first, last, share, raising, reports }) => {
    const years = first === last ? `${first}` : `${first}–${last}`;
    return language === 'zh'
      ? `${years}年${percent(share)}（${raising}/${reports}）`
      : `${years}: ${percent(share)} (${raising}/${reports})`;
  });
  return runs.join(language === 'zh' ? '，' : '; ');
}

/**
 * How differently two groups of reports answer the same problem, in a sentence that an office can quote; the shares are
 * those of the reports that raise the problem.
 */
export function remedySentence(
  { problem, remedy, reports: [a, b], of: [n, m], share, ratio, q, status }: RemedyDifference,
  labels: readonly [string, string],
  language: WordingLanguage,
): string {
  const zh = language === 'zh';
  const [from, to] = zh ? [period(labels[0]), period(labels[1])] : labels;
  const part = (count: number, total: number, interval: Interval): string =>
    zh
      ? `${percent(interval.estimate)}（${count}/${total}，95%区间${range(interval)}）`
      : `${percent(interval.estimate)} (${count} of ${total}, 95 % interval ${range(interval)})`;
  const [one, other] = [part(a, n, share[0]), part(b, m, share[1])];
  const sure = status === 'rising' || status === 'falling';
  const end = zh
    ? {
        sure: `，${ratioText(ratio, '前者', true)}`,
        few: '；报告太少，不足以判断是否变化',
        steady: `；差异不显著（校正后p=${(q ?? 1).toFixed(2)}）`,
      }
    : {
        sure: `, ${ratioText(ratio, '', false)}`,
        few: '; too few reports to tell a change',
        steady: `; no significant difference (corrected p ${(q ?? 1).toFixed(2)})`,
      };
  const ending = sure ? end.sure : status === 'few' ? end.few : status === 'steady' ? end.steady : '';
  return zh
    ? `提出“${problem}”问题的报告中，以“${remedy}”作答的，${from}占${one}，${to}占${other}${ending}。`
    : `Of the reports that raise “${problem}”, ${one} of ${from} and ${other} of ${to} answer it with “${remedy}”${ending}.`;
}

/** The course of a remedy as a sentence: of the reports that raise the problem, how many answer so, by runs of years. */
export const remedyCourseSentence = (course: RemedyCourse, language: WordingLanguage): string =>
  language === 'zh'
    ? `提出“${course.problem}”问题的报告中，以“${course.remedy}”作答的占比：${courseSentence(course, 'zh')}。`
    : `Of the reports that raise “${course.problem}”, those that answer it with “${course.remedy}”: ${courseSentence(course, 'en')}.`;
