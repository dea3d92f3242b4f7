import type { Tokenized } from '../model/layers.ts';
import type { Report } from '../model/report.ts';
import type { Section } from '../model/section.ts';
import type { Sentence } from '../model/sentence.ts';
import { markTable } from './marks.ts';

/** A heading that sets the year of what follows: 2023年工作回顾, 2024年主要任务, 一年来的工作. */
const NAMED = /(?:^|[^\d至到、-])((?:19|20)\d\d) ?年/g;
const LAST_YEAR = /一年来|过去的?一年|去年|上一?年度?(?:工作|的)/;
const MANY_YEARS = /(?<!\d)[二两三四五六七八九十\d]年(?:来|间|里|工作|的)|时期|期间|以来|规划/;
/** The beginnings of sentences that go over to another time. */
const REVIEW = /(?:回顾|总结)?在?(?:过去的?一年|一年来|(?:去年|上年)(?:以来)?[,，])/y;
const PERIOD =
  /(?:回顾|总结)?在?(?:(?:过去|这|近)的?[二两三四五六七八九十]+年|[二两三四五六七八九十]+年来|“[^”\n]{2,5}”(?:时期|期间))/y;
const AHEAD = /(?:今年|明年|新的一年|今后|未来|下一步)/y;

/** The year that a heading names for its section; null for a time of several years, undefined where it names none. */
function yearOfHeading(heading: string, year: number | null): number | null | undefined {
  if (!/[年期来划]/.test(heading)) return undefined;
  const named = [...heading.matchAll(NAMED)];
  if (named.length > 1 || MANY_YEARS.test(heading)) return null;
  if (named.length === 1) return Number(named[0]![1]);
  return LAST_YEAR.test(heading) && year !== null ? year - 1 : undefined;
}

/**
 * Follows what year a report is telling of where its sentences name none: that of the heading above, the last year
 * where it looks back on it, none (null) where it looks back on several or ahead. Sentences are to be given in order.
 */
export function followYears({
  report,
  sections,
}: Pick<Tokenized, 'report' | 'sections'>): (sentence: Sentence) => number | null {
  const ofSections: (number | null)[] = [];
  for (const { heading, parent } of sections)
    ofSections.push(yearOfHeading(heading, report.year) ?? (parent === null ? null : (ofSections[parent] ?? null)));
  let top: Section | null = null;
  let section: number | null = null;
  let told: number | null | undefined;
  return (sentence) => {
    if (sentence.section !== section) {
      const above = sentence.section === null ? null : topOf(sections, sentence.section);
      if (above !== top) told = undefined;
      top = above;
      section = sentence.section;
    }
    if (STARTS[report.text.charCodeAt(sentence.start)]) told = turnTo(report, sentence, told);
    if (told !== undefined) return told;
    return sentence.section === null ? null : (ofSections[sentence.section] ?? null);
  };
}

/** What the report is telling of from `sentence` on, which was `told` before. */
function turnTo(
  { text, year }: Report,
  sentence: Sentence,
  told: number | null | undefined,
): number | null | undefined {
  const { start } = sentence;
  const starts = STARTS[text.charCodeAt(start)]!;
  if (starts & BACK && begins(REVIEW, text, start) && year !== null) return year - 1;
  const isOther = (starts & OVER && begins(PERIOD, text, start)) || (starts & ON && begins(AHEAD, text, start));
  return isOther ? null : told;
}

/** The characters with which sentences begin that go over to another time, by the pattern that may match. */
const [BACK, OVER, ON] = [1, 2, 4];
const STARTS = markTable([
  [BACK, '回总在过一去上'],
  [OVER, '回总在过这近二两三四五六七八九十“'],
  [ON, '今明新未下'],
]);

function begins(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

function topOf(sections: readonly Section[], seq: number): Section | null {
  let section = sections[seq] ?? null;
  while (section && section.parent !== null) section = sections[section.parent] ?? null;
  return section;
}
