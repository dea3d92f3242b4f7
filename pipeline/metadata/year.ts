import type { YearBasis } from '../model/report.ts';
import { parseChineseNumeral } from '../text/numerals.ts';

/** A year with how it is known. */
export interface Year {
  readonly year: number;
  readonly basis: YearBasis;
}

const ZERO = '[〇零○ＯOo0]';
const CHINESE_YEAR = `(?:[一1]九[四五六七八九][〇零○ＯOo0一二三四五六七八九]|[二2]${ZERO}[〇零○ＯOo0一二三四五六七八九]{2})`;
/** Measure words after four figures: 2000字 is no year. */
const COUNTED = '[字元人名个户亩家项条吨张篇份页套台次万亿多余号米℃%％]';
const YEAR = new RegExp(
  `(?<![\\d.])((?:19[4-9]|20[0-3])\\d)(?!\\d|\\s?${COUNTED}|[a-z])|(?<!\\d)(20[0-3]\\d)(?=(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?!\\d))|(${CHINESE_YEAR})(?=\\s?年)`,
  'giu',
);
const FULL_DATE = new RegExp(
  `((?:19[4-9]|20[0-3])\\d)\\s*年\\s*\\d{1,2}\\s*月(?:\\s*\\d{1,2}\\s*日)?|(${CHINESE_YEAR})年(?:[一二三四五六七八九十]{1,2}|元)月(?:[一二三四五六七八九十]{1,3}日)?|((?:19[4-9]|20[0-3])\\d)[-./](?:0?[1-9]|1[0-2])[-./]\\d{1,2}|[〔[（(［]((?:19[4-9]|20[0-3])\\d)[〕\\])）］]\\s*第?\\d+号`,
  'u',
);
/** A year that was blotted out: xxxx年, 20××年, 202X年. */
const MASKED = /(?:[xX×*＊某□]{2,4}|20\d?[xX×*＊某□]{1,2})\s*年/u;

/** All years that a text names, in order, as numbers from 1940 to 2039: four figures that count nothing, or Chinese numerals. */
export const yearsIn = (text: string): number[] => [...text.matchAll(YEAR)].map(yearOf);

const yearOf = (match: RegExpExecArray | RegExpMatchArray): number =>
  match[3] ? chineseYear(match[3]) : Number(match[1] ?? match[2]);

const chineseYear = (written: string): number =>
  parseChineseNumeral(
    written
      .replace(/[○ＯOo0]/gu, '〇')
      .replace('1', '一')
      .replace('2', '二'),
  ) ?? 0;

/**
 * The years that each kind of evidence gives, strongest first: the title (the latest year in it), the date under the
 * title or beside the signature, the folder, the file name, the file's own properties, the text itself.
 */
export function yearEvidence(evidence: {
  readonly title: string;
  readonly text: string;
  readonly path: string;
  readonly created: string | null;
}): Year[] {
  const parts = evidence.path.split('/');
  const folder = parts
    .slice(0, -1)
    .reverse()
    .map((part) => yearsIn(part))
    .find((years) => years.length > 0);
  const found: readonly (readonly [YearBasis, number | undefined])[] = [
    ['title', titleYear(evidence.title)],
    ['date', dateYear(evidence.text)],
    ['folder', latest(folder ?? [])],
    ['file', latest(yearsIn(parts.at(-1) ?? ''))],
    ['text', isMasked(evidence.title, evidence.text) ? undefined : textYear(evidence.text)],
    ['property', latest(yearsIn(evidence.created ?? ''))],
  ];
  return found.flatMap(([basis, year]) => (year === undefined ? [] : [{ basis, year }]));
}

/** A plan for several years is of the first of them; any other title is of its latest year. */
function titleYear(title: string): number | undefined {
  const span =
    /((?:19|20)\d\d)年?\s*[-—–~～至到]+\s*(?:19|20)\d\d.*(?:规划|计划|方案|纲要)|(?:规划|计划|方案|纲要)[^\d]*((?:19|20)\d\d)年?\s*[-—–~～至到]+\s*(?:19|20)\d\d/u.exec(
      title,
    );
  return span ? Number(span[1] ?? span[2]) : latest(yearsIn(title));
}

/** Whether a report hides its own year: in its title, or on a line that would be its date. */
const isMasked = (title: string, text: string): boolean =>
  MASKED.test(title) || [...headLines(text), ...tailLines(text)].some((line) => line.length <= 40 && MASKED.test(line));

const latest = (years: readonly number[]): number | undefined => (years.length ? Math.max(...years) : undefined);

const headLines = (text: string): string[] => text.slice(0, 1000).split('\n').slice(0, 6);
const tailLines = (text: string): string[] => text.slice(-1000).split('\n').slice(-4);

/** The year of a line that is a date, or a meeting's date, among the first and the last lines. */
function dateYear(text: string): number | undefined {
  const head = headLines(text);
  const tail = tailLines(text).reverse();
  for (const line of [...tail, ...head]) {
    const match = FULL_DATE.exec(line);
    if (!match || line.length > 60 || /[。；]/u.test(line.replace(/[。）)]+$/u, ''))) continue;
    const rest = line.replace(match[0], '');
    if (tail.includes(line) ? rest.length <= 24 : /^[\s（(—–-]*$/u.test(line.slice(0, match.index)) || match[4])
      return match[2] ? chineseYear(match[2]) : Number(match[1] ?? match[3] ?? match[4]);
  }
  return undefined;
}

/**
 * The latest year that the text speaks of as past or present: named twice, or once as a date. Years of plans and of
 * documents do not count.
 */
function textYear(text: string): number | undefined {
  const plain = text.replace(/《[^》]*》|[〔[（(]\d{4}[〕\])）]\s*\d*号?/gu, '');
  const counts = new Map<number, number>();
  for (const match of plain.matchAll(YEAR)) {
    const year = yearOf(match);
    const before = plain.slice(Math.max(0, match.index - 6), match.index);
    const after = plain.slice(match.index + match[0].length, match.index + match[0].length + 4);
    if (/(?:到|至|力争|争取|预计|计划|目标)$/u.test(before) && !/截[至止]$/u.test(before)) continue;
    const dated =
      /截[至止到]$/u.test(before) || /^年(?:以来|上半|[\d一二三四五六七八九十]{1,2}月|全年|度|底)/u.test(after);
    counts.set(year, (counts.get(year) ?? 0) + (dated ? 2 : 1));
  }
  return latest([...counts].filter(([, count]) => count >= 2).map(([year]) => year));
}
