import type { Span } from '../model/span.ts';
import { markTable } from './marks.ts';
import type { Quantity } from './quantity.ts';

/** Longest quotation, quotes left out, that is taken for a name or a slogan (“3个100”, “五篇大文章”). */
const SLOGAN = 14;
/** Longest title in 《》. */
const TITLE = 120;

const [OPENS, CLOSES, LINE] = [1, 2, 4];
const TITLES = markTable([
  [OPENS, '《'],
  [CLOSES, '》'],
]);

/** Whether the quantity stands inside a title in 《》. */
export function isTitled(text: string, { start, end }: Span): boolean {
  let open = start - 1;
  while (open >= Math.max(0, start - TITLE) && !(TITLES[text.charCodeAt(open)]! & (OPENS | CLOSES))) open--;
  if (open < start - TITLE || text[open] !== '《') return false;
  const close = text.slice(end, end + TITLE).search(/[《》\n]/);
  return close >= 0 && text[end + close] === '》';
}

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
