import { parseChineseNumeral } from '../text/numerals.ts';

/**
 * A number as read from the shadow at one place. `value` is null where vague (几, 数百); `max` is the upper number of
 * an approximation by two digits (三五, 十七八). `scaled` says that 万 or 亿 stands in it, `bare` that it begins with a
 * scale and no digit (百余, 万亿).
 */
export interface NumberRead {
  readonly start: number;
  readonly end: number;
  readonly value: number | null;
  readonly max: number | null;
  readonly approximate: boolean;
  readonly chinese: boolean;
  readonly scaled: boolean;
  readonly bare: boolean;
}

const ARABIC =
  /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?: ?[.·] ?\d+)?((?: ?[多余来几]? ?(?:[十百万亿]|千(?![瓦米克伏卡焦赫帕])))*)( ?[多余几来])?/y;
const CHINESE =
  /[数几]?(?:[一二三四五六七八九十百万亿零〇两几]|千(?![瓦米克伏卡焦赫帕]))+(?:点[一二三四五六七八九零〇两]+)?(?:[多余来](?:[百万亿]|千(?![瓦米克伏卡焦赫帕]))*)?/y;
const SCALES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1e3, 万: 1e4, 亿: 1e8 };
const DIGITS = '〇一二三四五六七八九';

/** What a numeral may go on with; a digit or a Chinese numeral before anything else is read at once. */
const MORE_ARABIC = new Set('0123456789,.· 十百千万亿多余来几');
const MORE_CHINESE = new Set('一二三四五六七八九十百千万亿零〇两几点多余来');

/** Reads a number of Arabic or Chinese numerals, with its scale and 多/余, at `at`; null where there is none. */
export function readNumber(shadow: string, at: number): NumberRead | null {
  const code = shadow.charCodeAt(at);
  if (code >= 48 && code <= 57) return readArabic(shadow, at);
  return CAPITALS.has(shadow[at]!) ? readCapital(shadow, at) : readChinese(shadow, at);
}

const plainNumber = (start: number, end: number, value: number, chinese: boolean): NumberRead => ({
  start,
  end,
  value,
  max: null,
  approximate: false,
  chinese,
  scaled: false,
  bare: false,
});

/** Where digits end that nothing goes on; `at` where more of a number may follow. */
function plainEnd(shadow: string, at: number): number {
  let end = at;
  while (shadow.charCodeAt(end) >= 48 && shadow.charCodeAt(end) <= 57) end++;
  return MORE_ARABIC.has(shadow[end] ?? '') ? at : end;
}

function readArabic(shadow: string, at: number): NumberRead | null {
  const plain = plainEnd(shadow, at);
  if (plain > at) return plainNumber(at, plain, Number(shadow.slice(at, plain)), false);
  ARABIC.lastIndex = at;
  const match = ARABIC.exec(shadow);
  if (!match) return null;
  const [all, scales = '', more = ''] = match;
  const digits = all.slice(0, all.length - scales.length - more.length);
  const value = Number(digits.replace(/[, ]/g, '').replace('·', '.'));
  return {
    start: at,
    end: at + all.length,
    value: scaled(value, scales),
    max: null,
    approximate: /[多余来几]/.test(scales + more),
    chinese: false,
    scaled: /[万亿]/.test(scales),
    bare: false,
  };
}

const CAPITALS = new Set('壹贰叁肆伍陆柒捌玖');
/** Capital numerals, as bills and contracts write them (壹佰贰拾叁万); 伍 and 陆 alone are names. */
const CAPITAL = /(?<![队大内登海着])[壹贰叁肆伍陆柒捌玖](?:(?=[元圆])|[拾佰仟万亿][拾佰仟万亿零壹贰叁肆伍陆柒捌玖]*)/y;

function readCapital(shadow: string, at: number): NumberRead | null {
  CAPITAL.lastIndex = at;
  const text = CAPITAL.exec(shadow)?.[0];
  const value = text === undefined ? null : parseChineseNumeral(text);
  return text === undefined || value === null
    ? null
    : { ...plainNumber(at, at + text.length, value, true), scaled: /[万亿]/.test(text) };
}

function readChinese(shadow: string, at: number): NumberRead | null {
  const digit = DIGITS.indexOf(shadow[at]!);
  if (digit > 0 && !MORE_CHINESE.has(shadow[at + 1] ?? '')) return plainNumber(at, at + 1, digit, true);
  CHINESE.lastIndex = at;
  const text = CHINESE.exec(shadow)?.[0];
  if (text === undefined) return null;
  const more = text.slice(1).search(/[多余来]/) + 1;
  const [head, scales] = more > 0 ? [text.slice(0, more), text.slice(more + 1)] : [text, ''];
  const range =
    head.length < 2 ? null : head.match(/^(.*?)([一二三四五六七八九两])([一二三四五六七八九两])([十百千万亿]*)$/);
  const low =
    range && adjacent(range) ? chineseValue(range[1]! + range[2]! + range[4]! + scales) : chineseValue(head + scales);
  const high = range && adjacent(range) ? chineseValue(range[1]! + range[3]! + range[4]! + scales) : null;
  return {
    start: at,
    end: at + text.length,
    value: low,
    max: high,
    approximate: /[多余来几数]/.test(text) || high !== null,
    chinese: true,
    scaled: /[百千万亿]/.test(text),
    bare: /^[百千万亿]/.test(text),
  };
}

/** Two neighbouring digits (两三, 七八, or 三五) that no scale parts; after 十 (十七八) they may be followed by nothing. */
function adjacent(range: RegExpMatchArray): boolean {
  const [, before = '', first = '', second = ''] = range;
  const step = digit(second) - digit(first);
  return (before === '' || /十$/.test(before)) && (step === 1 || (first === '三' && second === '五'));
}

/** 十几 counts its ten; 几 and 数 alone, and 几十 or 数百, have no number. */
function chineseValue(text: string): number | null {
  if (text.length === 1 && DIGITS.includes(text)) return DIGITS.indexOf(text);
  if (text[0] === '数' || text[0] === '几') return null;
  const plain = text.replace('几', '').replace('万万', '亿');
  const [whole = '', fraction] = plain.split('点');
  const value = whole === '' ? null : parseChineseNumeral(bareScale(whole));
  if (value === null || fraction === undefined) return value;
  const decimals = [...fraction].map((character) => Math.max(0, digit(character)));
  return Number(`${value}.${decimals.join('')}`);
}

const digit = (character: string): number => Math.max(0, DIGITS.indexOf(character === '两' ? '二' : character));

const bareScale = (text: string): string => (/^[百千万亿]/.test(text) ? `一${text}` : text);

/** `value` times every scale in `scales`, rounded to the digits that a double keeps (1.37万亿 → 1370000000000). */
function scaled(value: number, scales: string): number {
  let product = value;
  for (const character of scales) product *= SCALES[character] ?? 1;
  return Number.isInteger(product) ? product : Number(product.toPrecision(15));
}
