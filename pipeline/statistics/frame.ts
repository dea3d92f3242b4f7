import type { Report } from '../model/report.ts';
import { parseChineseNumeral } from '../text/numerals.ts';
import { type Clauses, LEFT_MARKS, quantityBefore, SENTENCE_MARKS } from './clauses.ts';

/** What a quantity is compared with, as written before it: 同比, 比上年, 高于全国平均水平. */
const BASES: readonly RegExp[] = [
  /(同比|环比)[^,。;]{0,10}$/,
  /((?:比|较|与)(?:上年同期|去年同期|上年末|去年末|上年|去年|上月|上季度|年初|(?:19|20)\d\d年[末底]?|[^,。;\d]{2,12}(?:末|同期|平均水平|平均|时期)))[^,。;]{0,12}$/,
  /(?:高于|低于|快于|慢于|超过|优于|高出)([^,。;\d]{2,12}?)(?:近|约)? ?$/,
  /[比较]([^,。;\d]{2,12}?)(?:高|低|快|慢|多|少)(?:了|出)? ?$/,
  /相当于([^,。;\d]{2,12}?)的? ?$/,
];

/** Words that make what follows an aim; each has a character of the mark `aim`. */
const TARGET =
  /力争|争取(?!到)|预期目标|目标(?:是|为|任务)|发展目标|计划(?:投资|完成|新建|实施|用|建设|安排|到|年内|今年|新增)|拟(?:按|安排|于|建|投)|规划到|将达到|要达到|达到.{0,6}的目标|有望|届时|今年要|年内要|(?:今年|明年|年度?)计划|(?<![主需重纪摘])要(?:稳定在|保持在|控制在|达到|新增|增长|提高到|降低?到|完成)|[今往]后.{1,3}年|未来[^,。;]{1,3}年|下一年|提出(?:今年|明年)?[^,。;]{2,14}(?:增长|达到|控制在|提高到)|确保[^。]{0,20}(?:达到|以上|不低于|完成)/;
const ANNOUNCED = /目标(?:任务)?(?:是|为)?:$/;
const YEARS =
  /(?<![比较以与自同])(?<!\d)((?:19|20)\d\d|[一二][九〇零][一二三四五六七八九〇零]{2}) ?年(?!以来|以后|以前|之前|之后|起|来)|(今年|本年(?!度?末?以来)|当年)|(?<![比较与])(去年|上年(?!结转|同期))|(?<![比较与])(前年(?!以来))|(明年)|(目前|眼下|现有|如今|至今)/g;
const PRESENT = /目前|眼下|现有|如今|至今/;
const SAME_CLAUSE = /^,?[^,。;]{0,24}$/;
const GROUP_BEFORE = /([\p{Script=Han}]{2,12})中,?[^,。;]{0,24}$/u;
const GROUP_BRACKET =
  /\d+(?:[-至到]\d+)?(?:岁|周岁|年)(?:\(含\))?(?:以上|以下|左右)?|(?:[一二三四五六七八九十]+|\d+)[-至到](?:[一二三四五六七八九十]+|\d+)岁/;
const HERE = /全省|我省|全市|我市|全县|我县|全区|我区|全镇|我镇|全乡|我乡|全州|全旗|全村|我村|本市|本县|本区|本省/;
const NAMED_PLACE =
  /(?:^|[,。;:、(其中])((?!全|各|该|本|我|城|等|在|对|据|以)(?!\p{Script=Han}{0,4}[一二三四五六七八九十两几]个)\p{Script=Han}{2,6}?(?:自治区|省|市|县))(?!场|政|委|级|区|民|外|里|域|内|直)/gu;

/** The text from the quantity before to quantity `i`. */
const sinceLast = (clauses: Clauses, i: number): string =>
  clauses.shadow.slice(quantityBefore(clauses, i)?.end ?? clauses.sentence.start, clauses.quantities[i]!.start);

/** The year that the last word of time right before quantity `i` names, else `carried`, the year of the one before it. */
export function yearOf(clauses: Clauses, i: number, report: Report, carried: number | null): number | null {
  let year = carried;
  const { marks } = clauses;
  if (!(marks & SENTENCE_MARKS.year) && (carried === null || !(marks & SENTENCE_MARKS.present))) return year;
  const before = sinceLast(clauses, i);
  const mayEnd = carried !== null && (marks & SENTENCE_MARKS.present) !== 0;
  if (!before.includes('年') && !(mayEnd && PRESENT.test(before))) return year;
  YEARS.lastIndex = 0;
  for (let match = YEARS.exec(before); match; match = YEARS.exec(before)) {
    const [, explicit, now, last, beforeLast, next, present] = match;
    if (present) year = null;
    else if (explicit) year = Number(explicit) || parseChineseNumeral(explicit);
    else if (now && now !== '今年' && year !== null) continue;
    else if (report.year !== null) year = report.year + (now ? 0 : last ? -1 : beforeLast ? -2 : next ? 1 : 0);
  }
  return year;
}

/** Whether the words behind quantity `i` call it an aim: 8%左右的目标. */
export function isAim({ shadow, rights }: Clauses, i: number): boolean {
  const { start, end } = rights[i]!;
  return shadow[start] === '的' && /^的[^,。;]{0,8}目标(?!任务)/.test(shadow.slice(start, end));
}

/** Where the aims of a sentence begin, if it has any: at the first word of aim, or in the sentence before: 目标是：. */
export function targetStart({ shadow, sentence, marks }: Clauses): number {
  const before = shadow.slice(Math.max(0, sentence.start - 24), sentence.start).trimEnd();
  if (before.endsWith(':') && ANNOUNCED.test(before)) return sentence.start - 1;
  if (!(marks & SENTENCE_MARKS.aim)) return Number.POSITIVE_INFINITY;
  const index = shadow.slice(sentence.start, sentence.end).search(TARGET);
  return index < 0 ? Number.POSITIVE_INFINITY : sentence.start + index;
}

/** What the change or comparison is measured against, as written; null where it is not said. */
export function baseOf(clauses: Clauses, i: number): string | null {
  if (!(clauses.leftMarks[i]! & LEFT_MARKS.base)) return null;
  const left = clauses.lefts[i]!;
  const before = clauses.shadow.slice(left.start, left.end);
  for (const pattern of BASES) {
    const match = pattern.exec(before);
    if (match) return match[1]!;
  }
  return null;
}

/** Of whom or of what kind: an age or length of service in the subject, or the noun before 中. */
export function groupOf(clauses: Clauses, i: number, subject: string): string | null {
  const bracket = subject.includes('岁') || subject.includes('年') ? GROUP_BRACKET.exec(subject)?.[0] : undefined;
  if (bracket) return bracket;
  if (!(clauses.marks & SENTENCE_MARKS.among)) return null;
  const left = clauses.lefts[i]!;
  const before = clauses.shadow.slice(Math.max(clauses.sentence.start, left.start - 20), left.end);
  const inside = before.lastIndexOf('中');
  const noun = inside > 1 && SAME_CLAUSE.test(before.slice(inside + 1)) ? GROUP_BEFORE.exec(before)?.[1] : undefined;
  return noun && !/其|之|当|过程|工作|调查|调研|访谈$/.test(noun) ? noun : null;
}

/** A word of place in a sentence: where it begins and the place that it names. */
export interface PlaceNamed {
  readonly at: number;
  readonly place: string | null;
}

/** The places that a sentence names, in order: 全国, the report's own region for 全县 and the like, places by name. */
export function placesIn({ shadow, sentence, marks }: Clauses, report: Report): PlaceNamed[] {
  if (!(marks & (SENTENCE_MARKS.division | SENTENCE_MARKS.nation))) return [];
  const text = shadow.slice(sentence.start, sentence.end);
  const places: PlaceNamed[] = [];
  for (let at = text.indexOf('全国'); at >= 0; at = text.indexOf('全国', at + 2))
    places.push({ at: sentence.start + at, place: '全国' });
  if (!(marks & SENTENCE_MARKS.division)) return places;
  const here = text.search(HERE);
  if (here >= 0) places.push({ at: sentence.start + here, place: report.region });
  NAMED_PLACE.lastIndex = 0;
  if (/[省市县区]/.test(text))
    for (let match = NAMED_PLACE.exec(text); match; match = NAMED_PLACE.exec(text))
      places.push({ at: sentence.start + match.index, place: match[1]! });
  return places.sort((a, b) => a.at - b.at);
}

/** Where: the last place named before quantity `i`; the report's region where none is. */
export function placeOf(
  { quantities }: Clauses,
  i: number,
  places: readonly PlaceNamed[],
  report: Report,
): string | null {
  if (places.length === 0) return report.region;
  const named = places.findLast(({ at }) => at < quantities[i]!.start);
  return named ? named.place : report.region;
}
