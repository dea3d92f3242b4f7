import { markAt, markTable } from './marks.ts';

/**
 * Dates, years, clock times and numbers of documents, pages and lists, as they begin at a numeral. Each with examples
 * that must be taken whole (`takes`) and others that must be left to the grammar (`leaves`).
 */
export interface DateRule {
  readonly id: string;
  readonly note: string;
  readonly pattern: string;
  readonly takes: readonly string[];
  readonly leaves: readonly string[];
}

const CN = '[一二三四五六七八九零〇]';
const YEAR = '(?:1[5-9]|20)\\d\\d';
const DAY = '(?:[0-2]?\\d|3[01]|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])';
const TO = ' ?(?:[-至到~、和]|sim) ?';

export const DATE_RULES: readonly DateRule[] = [
  {
    id: 'iso-date',
    note: 'digits with signs between them, with or without the clock time',
    pattern: `${YEAR}([-/.])\\d{1,2}\\1\\d{1,2}(?!\\d)(?:[ T日]*\\d{1,2}:\\d\\d(?::\\d\\d)?)?`,
    takes: ['2023-07-26 15:42', '2010/3/5', '2009.10.1'],
    leaves: ['2000-3000元'],
  },
  {
    id: 'month-day',
    note: 'a day written with a sign before a clock time, as web pages head their texts',
    pattern: '\\d{1,2}[-/]\\d{1,2} ?\\d{1,2}:\\d\\d(?::\\d\\d)?',
    takes: ['08-10 15:59'],
    leaves: ['3-5年'],
  },
  {
    id: 'clock',
    note: 'hours, minutes and seconds',
    pattern: '\\d{1,2}:\\d\\d:\\d\\d(?!\\d)|(?:[01]?\\d|2[0-3])时(?:[0-5]?\\d分)?(?!间|期|代)',
    takes: ['09:46:30', '14时30分', '8时'],
    leaves: ['3:1'],
  },
  {
    id: 'year-range',
    note: 'two years joined; the first may lack 年',
    pattern: `${YEAR} ?年?(?:度|底|初|末)?${TO}(?:${YEAR}|\\d\\d(?=年))(?: ?(?:年|学年|财年)(?:度|间|底|末)?|(?=[,。;、)\\]]|$))`,
    takes: ['2018-2019 年间', '2015年至2020年', '1979-1985年', '2001-05年'],
    leaves: ['31至35岁'],
  },
  {
    id: 'year',
    note: 'a year of four digits; what is above 2100 before 年 is a duration',
    pattern: `${YEAR} ?(?:年|学年)(?:度|代)?(?: ?${DAY}${TO})?(?: ?(?:${DAY}) ?月)?(?:份|底|初|末)?(?:(?:${DAY}${TO})?${DAY} ?[日号])?`,
    takes: ['2010年3月5日', '1996 年', '2021年12月', '1958年度'],
    leaves: ['5000年', '30年'],
  },
  {
    id: 'year-chinese',
    note: 'a year in Chinese digits, four of them or the last two',
    pattern: `${CN}{4}(?:${TO}${CN}{2,4})?年(?:度|代)?|(?!两)${CN}{2}${TO}${CN}{2}年度?|${CN}{2}年(?:度|代)?`,
    takes: ['二〇一九年', '一九五三年', '五三年', '一九五三至一九五七年'],
    leaves: ['十五年', '三年', '二十五年'],
  },
  {
    id: 'decade',
    note: '年代, 世纪',
    pattern: '(?:\\d{1,4}|[一二三四五六七八九十]{1,3}) ?(?:年代|世纪)',
    takes: ['80年代', '二十世纪', '21世纪'],
    leaves: ['半个世纪'],
  },
  {
    id: 'month',
    note: 'a month with or without the day; 个月 is a duration',
    pattern: `${DAY}(?:${TO}${DAY})* ?月(?!租|薪|均|息|嫂|饼|球|亮)(?:份|底|初|末|[上中下]旬|上半月|下半月)?(?: ?${DAY}(?: ?[日号])?(?:${TO}(?:${DAY} ?月)? ?${DAY})? ?[日号])?`,
    takes: ['3月5日', '1-11月', '2至3月份', '十二月', '8月11日至18日', '6月底'],
    leaves: ['3个月'],
  },
  {
    id: 'day',
    note: 'a day of the month; with 内 or 以内 behind it, it is a term',
    pattern: `${DAY}(?:${TO}${DAY})? ?[日号](?!内|以内|之内|以上|以下|常|均|夜|左右|元)`,
    takes: ['15日', '二十七日'],
    leaves: ['30日内'],
  },
  {
    id: 'number-sign',
    note: 'numbers of documents, projects, lines: 12号, 5G, 220号令',
    pattern: '\\d+(?:[-/.]\\d+)* ?(?:号|[#﹟]|[A-Za-z](?![A-Za-z^])(?<![mtP]))|[一二三四五六七八九十百〇]+号',
    takes: ['12号', '5G', '八号', '5A'],
    leaves: ['5m', '5km'],
  },
  {
    id: 'section-number',
    note: 'numbers of chapters and versions with two points, citations with volume and pages',
    pattern: '\\d+(?:\\.\\d+){2,}|\\d+\\(\\d+\\):\\d+(?:-\\d+)?|\\d+\\.\\d版',
    takes: ['1.2.3', '25(7):1002-1007', '2.0版'],
    leaves: ['1.2万人'],
  },
  {
    id: 'part-of-year',
    note: 'quarters, halves and plan years are times',
    pattern: '(?:[一二三四1-4](?:、[二三四2-4])*)季度',
    takes: ['一季度', '一、二季度'],
    leaves: ['3个季度'],
  },
];

const DATES = new RegExp(
  DATE_RULES.map(
    ({ pattern }, i) => `(?:${pattern.replace(/\\1/g, `\\k<s${i}>`).replace('([-/.])', `(?<s${i}>[-/.])`)})`,
  ).join('|'),
  'y',
);

/** Characters of which dates are made, and those of which one must follow the first numeral of a date. */
const [ARABIC, CHINESE, NEXT, SPACE, POINT] = [1, 2, 4, 8, 16];
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const KINDS = markTable([
  [ARABIC, '0123456789'],
  [CHINESE, '一二三四五六七八九零〇十百'],
  [NEXT, `年学世月日号时季-/:#﹟(至到~、和版${LETTERS}`],
  [SPACE, ' '],
  [POINT, '.'],
]);
const kindAt = (shadow: string, at: number): number => markAt(KINDS, shadow, at);

/** Where the date or the number of a document that begins at `at` ends; `at` itself where none does. */
export function dateEnd(shadow: string, at: number): number {
  if (!mayBeDate(shadow, at)) return at;
  DATES.lastIndex = at;
  return DATES.test(shadow) ? DATES.lastIndex : at;
}

/** Whether a character follows the numerals at `at` that all but a date seldom have. */
function mayBeDate(shadow: string, at: number): boolean {
  const numeral = kindAt(shadow, at) & (ARABIC | CHINESE);
  if (numeral === 0) return false;
  let end = at + 1;
  while (kindAt(shadow, end) & numeral) end++;
  if (kindAt(shadow, end) & POINT) {
    for (end++; kindAt(shadow, end) & ARABIC; ) end++;
    if (kindAt(shadow, end) & POINT) return true;
  }
  if (kindAt(shadow, end) & SPACE) end++;
  return (kindAt(shadow, end) & NEXT) !== 0;
}
