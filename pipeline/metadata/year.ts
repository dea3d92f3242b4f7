import type { YearBasis } from '../model/report.ts';
import { parseChineseNumeral } from '../text/numerals.ts';

/** A year with how it is known. */
export interface Year {
  readonly year: number;
  readonly basis: YearBasis;
}

const YEAR =
  /(?<![\d.])((?:19[4-9]|20[0-9])\d)(?=\s*(?:年|[-./_—]|(?!\d)))|([一二][九〇零○Ｏ][〇零○Ｏ一二三四五六七八九]{2})(?=年)/gu;
const FULL_DATE =
  /(?:((?:19[4-9]|20[0-9])\d)\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?|([一二][九〇零○][〇零○一二三四五六七八九]{2})年[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?|((?:19[4-9]|20[0-9])\d)[-./](?:0?[1-9]|1[0-2])[-./]\d{1,2})/u;

/** All years that a text names, in order, as numbers from 1940 to 2099. */
export const yearsIn = (text: string): number[] =>
  [...text.matchAll(YEAR)]
    .map((match) => (match[1] ? Number(match[1]) : chineseYear(match[2]!)))
    .filter((year) => year >= 1940 && year < 2100);

const chineseYear = (written: string): number => parseChineseNumeral(written.replace(/[○Ｏ]/gu, '〇')) ?? 0;

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
    ['title', latest(yearsIn(evidence.title))],
    ['date', dateYear(evidence.text)],
    ['folder', latest(folder ?? [])],
    ['file', latest(yearsIn(parts.at(-1) ?? ''))],
    ['text', textYear(evidence.text)],
    ['property', latest(yearsIn(evidence.created ?? ''))],
  ];
  return found.flatMap(([basis, year]) => (year === undefined ? [] : [{ basis, year }]));
}

const latest = (years: readonly number[]): number | undefined => (years.length ? Math.max(...years) : undefined);

/** The year of a line that is a date, or a meeting's date, among the first and the last lines. */
function dateYear(text: string): number | undefined {
  const lines = text.split('\n');
  const head = lines.slice(0, 6);
  const tail = lines.slice(-4).reverse();
  for (const line of [...tail, ...head]) {
    const match = FULL_DATE.exec(line);
    if (!match || line.length > 60 || /[。；]/u.test(line.replace(/[。）)]+$/u, ''))) continue;
    const rest = line.replace(match[0], '');
    if (tail.includes(line) ? rest.length <= 24 : /^[\s（(—–-]*$/u.test(line.slice(0, match.index)))
      return Number(match[1] ?? match[3]) || chineseYear(match[2]!);
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
    const year = match[1] ? Number(match[1]) : chineseYear(match[2]!);
    const before = plain.slice(Math.max(0, match.index - 6), match.index);
    const after = plain.slice(match.index + match[0].length, match.index + match[0].length + 4);
    if (/(?:到|至|力争|争取|预计|计划|目标)$/u.test(before) && !/截[至止]$/u.test(before)) continue;
    const dated =
      /截[至止到]$/u.test(before) || /^年(?:以来|上半|[\d一二三四五六七八九十]{1,2}月|全年|度|底)/u.test(after);
    counts.set(year, (counts.get(year) ?? 0) + (dated ? 2 : 1));
  }
  return latest([...counts].filter(([, count]) => count >= 2).map(([year]) => year));
}
