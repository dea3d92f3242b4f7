import type { Span } from '../model/span.ts';
import { markTable } from './marks.ts';
import type { Quantity } from './quantity.ts';

/** Longest quotation, quotes left out, that is taken for a name or a slogan (“3个100”, “五篇大文章”). */
const SLOGAN = 14;
/** Longest distance to the sign 《 or 》 of a title. */
const TITLE = 120;

/** The titles in 《》 of a text, in order, the signs included; one that a line break or another 《 cuts is none. */
export function titlesIn(text: string): readonly Span[] {
  const titles: Span[] = [];
  for (let start = text.indexOf('《'); start >= 0; ) {
    const end = text.indexOf('》', start);
    const next = text.indexOf('《', start + 1);
    if (end >= 0 && (next < 0 || end < next)) titles.push({ start, end });
    start = next;
  }
  return titles;
}

/** Whether the quantity stands inside one of `titles` of its line. */
export function isTitled(text: string, titles: readonly Span[], { start, end }: Span): boolean {
  let [low, high] = [0, titles.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (titles[middle]!.end < end) low = middle + 1;
    else high = middle;
  }
  const title = titles[low];
  if (!title || title.start >= start || title.start < start - TITLE || title.end >= end + TITLE) return false;
  return !text.slice(end, title.end).includes('\n');
}

const [OPENS, CLOSES, LINE] = [1, 2, 4];
const QUOTES = markTable([
  [OPENS, '“‘「'],
  [CLOSES, '”’」'],
  [LINE, '\n'],
]);

/** Where the quotation opens that the place stands in, at most a slogan before it; −1 where none does. */
function quoteStart(text: string, at: number): number {
  for (let i = at - 1; i >= Math.max(0, at - SLOGAN); i--) {
    const kind = QUOTES[text.charCodeAt(i)]!;
    if (kind !== 0) return kind === OPENS ? i : -1;
  }
  return -1;
}

/** Whether the quantity stands in a short quotation with other words, or is one in words: a slogan, a name, a title. */
export function isQuoted(text: string, { start, end }: Span): boolean {
  const open = quoteStart(text, start);
  if (open < 0) return false;
  const close = text.slice(end, end + SLOGAN).search(/[”’」"]/);
  const length = end + close - open - 1;
  return (
    close >= 0 &&
    length <= SLOGAN &&
    (end - start < length || /^[一二三四五六七八九十百两]/.test(text.slice(start, end)))
  );
}

/** Most characters that a table cell or a mark in brackets has besides its quantity. */
const CELL = 16;

/** Whether the sentence says nothing but the quantity, as a table cell or a mark in brackets does. */
export const standsAlone = (text: string, sentence: Span, { start, end }: Span): boolean =>
  sentence.end - sentence.start - (end - start) <= CELL &&
  !/[\p{Script=Han}A-Za-z]/u.test(text.slice(sentence.start, start) + text.slice(end, sentence.end));

/** Whether the sentence is an entry of a list of sources: [13]王浩．… [J]．. */
export const isReference = (text: string, { start, end }: Span): boolean =>
  text.charCodeAt(start) === 0x5b &&
  /^\[\d{1,3}\].*\[(?:[JMRNDCZSP]|EB)/s.test(text.slice(start, Math.min(end, start + 200)));

/** Whether the text around is a table of HTML, whose cells state nothing by themselves. */
export const inMarkup = (text: string, { start, end }: Span): boolean =>
  /<td[^>]*>[^<]*$/.test(text.slice(Math.max(0, start - 60), start)) || /^[^<]*<\/td>/.test(text.slice(end, end + 40));

const BRACKET = /^(?:的|\p{Script=Han})/u;
const BETWEEN = /^ ?(?:的)?[^，。；、,;：:（(）)！？!?\n]{0,22}$/;

/**
 * Whether `quantity` only names a group of which `next` says how many: “30岁以下的5人”, “投资超5亿元的项目已达4个”.
 * It must be a limit or a range of a measure, right before the noun whose number follows in the same clause.
 */
export function isBracket(shadow: string, quantity: Quantity, next: Quantity | undefined): boolean {
  if (!next || next.start <= quantity.end || quantity.kind === 'percent' || quantity.kind === 'ratio') return false;
  const limited = quantity.qualifier === 'at_least' || quantity.qualifier === 'at_most' || quantity.valueMax !== null;
  if (!limited || quantity.qualifier === 'masked') return false;
  if (quantity.kind === 'duration' && shadow[quantity.end - 1] === '内') return false;
  const between = shadow.slice(quantity.end, next.start);
  const isCount = next.kind === 'count' || next.kind === 'percent';
  return (
    isCount &&
    BETWEEN.test(between) &&
    BRACKET.test(between.trimStart()) &&
    !/增长|提高|下降|减少|增加|达到标准|奖励|补贴|补助|给予|可/.test(between)
  );
}
