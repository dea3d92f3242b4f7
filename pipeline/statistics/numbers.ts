import { parseChineseNumeral } from '../text/numerals.ts';
import { markAt, marksIn, markTable } from './marks.ts';

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
/** What scales multiply by, by character code. */
const SCALES: ReadonlyMap<number, number> = new Map(
  [...'十百千万亿'].map((scale, i) => [scale.charCodeAt(0), [10, 100, 1e3, 1e4, 1e8][i]!]),
);
const DIGITS = '〇一二三四五六七八九';

/** Characters by what they do in a numeral: ARABIC_MORE and CHINESE_MORE may go on with one, by a pattern. */
const [DIGIT, SCALE, CHINESE_DIGIT, CHINESE_SCALE, ARABIC_MORE, CHINESE_MORE] = [1, 2, 4, 8, 16, 32];
const [CAPITAL_DIGIT, ROUND, POINT, COMMA, SPACE] = [64, 128, 256, 512, 1024];
const KINDS = markTable([
  [DIGIT, '0123456789'],
  [SCALE, '十百万亿'],
  [CHINESE_DIGIT, '一二三四五六七八九两'],
  [CHINESE_SCALE, '十百千万亿零〇'],
  [ARABIC_MORE, '·千多余来几'],
  [CHINESE_MORE, '几点多余来瓦米克伏卡焦赫帕'],
  [CAPITAL_DIGIT, '壹贰叁肆伍陆柒捌玖'],
  [ROUND, '百千万亿'],
  [POINT, '.'],
  [COMMA, ','],
  [SPACE, ' '],
]);
const kindAt = (shadow: string, at: number): number => markAt(KINDS, shadow, at);

/** Reads a number of Arabic or Chinese numerals, with its scale and 多/余, at `at`; null where there is none. */
export function readNumber(shadow: string, at: number): NumberRead | null {
  const kind = kindAt(shadow, at);
  if (kind & DIGIT) return readPlain(shadow, at) ?? readArabic(shadow, at);
  return kind & CAPITAL_DIGIT ? readCapital(shadow, at) : (readPlainChinese(shadow, at) ?? readChinese(shadow, at));
}

const plainNumber = (
  start: number,
  end: number,
  value: number,
  chinese: boolean,
  isScaled = false,
  bare = false,
): NumberRead => ({ start, end, value, max: null, approximate: false, chinese, scaled: isScaled, bare });

/** Digits with or without decimals and with scales right behind them; null where more of a number may follow. */
function readPlain(shadow: string, at: number): NumberRead | null {
  let end = digitsEnd(shadow, at);
  const sign = kindAt(shadow, end) & (POINT | COMMA);
  const behind = sign === 0 ? 0 : kindAt(shadow, end + 1);
  if (behind & SPACE && kindAt(shadow, end + 2) & DIGIT) return null;
  if (behind & DIGIT && sign === COMMA) return null;
  if (behind & DIGIT) end = digitsEnd(shadow, end + 1);
  const scales = end;
  while (kindAt(shadow, end) & SCALE) end++;
  if (goesOn(shadow, end)) return null;
  const value = decimal(shadow, at, scales);
  if (end === scales) return plainNumber(at, end, value, false);
  const names = shadow.slice(scales, end);
  return plainNumber(at, end, scaled(value, names), false, names.includes('万') || names.includes('亿'));
}

/** Whether a character that a number may go on with stands at `at` or behind the space there. */
function goesOn(shadow: string, at: number): boolean {
  const kind = kindAt(shadow, at);
  if (!(kind & SPACE)) return (kind & ARABIC_MORE) !== 0;
  return (kindAt(shadow, at + 1) & (ARABIC_MORE | SCALE | POINT | SPACE)) !== 0;
}

const ZERO = '0'.charCodeAt(0);

/** The value of digits with a point among them or none; what `Number` gives, since few digits divide exactly. */
function decimal(shadow: string, from: number, to: number): number {
  if (to - from > 15) return Number(shadow.slice(from, to));
  let [digits, divisor] = [0, 0];
  for (let i = from; i < to; i++) {
    const code = shadow.charCodeAt(i);
    const isPoint = code < ZERO;
    digits = isPoint ? digits : digits * 10 + code - ZERO;
    divisor = isPoint ? 1 : divisor * 10;
  }
  return divisor > 1 ? digits / divisor : digits;
}

function digitsEnd(shadow: string, at: number): number {
  let end = at;
  while (kindAt(shadow, end) & DIGIT) end++;
  return end;
}

function readArabic(shadow: string, at: number): NumberRead | null {
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

/** Capital numerals, as bills and contracts write them (壹佰贰拾叁万); 伍 and 陆 alone are names. */
const CAPITAL = /(?<![队大内登海着])[壹贰叁肆伍陆柒捌玖](?:(?=[元圆])|[拾佰仟万亿][拾佰仟万亿零壹贰叁肆伍陆柒捌玖]*)/y;

function readCapital(shadow: string, at: number): NumberRead | null {
  CAPITAL.lastIndex = at;
  const text = CAPITAL.exec(shadow)?.[0];
  const value = text === undefined ? null : parseChineseNumeral(text);
  return text === undefined || value === null
    ? null
    : plainNumber(at, at + text.length, value, true, /[万亿]/.test(text));
}

/** A numeral of digits and scales that nothing goes on; null where it may be more, or an approximation (三五). */
function readPlainChinese(shadow: string, at: number): NumberRead | null {
  let end = at;
  for (let last = 0, kind = kindAt(shadow, at); kind & (CHINESE_DIGIT | CHINESE_SCALE); kind = kindAt(shadow, ++end)) {
    if (kind & last & CHINESE_DIGIT) return null;
    last = kind;
  }
  if (end === at || kindAt(shadow, end) & CHINESE_MORE) return null;
  const text = shadow.slice(at, end);
  const bare = (kindAt(shadow, at) & ROUND) !== 0;
  if (end === at + 1 && !bare) return plainNumber(at, end, parseChineseNumeral(text)!, true);
  if (text.includes('万万')) return null;
  const isScaled = (marksIn(KINDS, shadow, at, end) & ROUND) !== 0;
  return plainNumber(at, end, parseChineseNumeral(bare ? `一${text}` : text)!, true, isScaled, bare);
}

function readChinese(shadow: string, at: number): NumberRead | null {
  CHINESE.lastIndex = at;
  const text = CHINESE.test(shadow) ? shadow.slice(at, CHINESE.lastIndex) : null;
  if (text === null) return null;
  const more = Math.max(0, text.slice(1).search(/[多余来]/) + 1);
  const [head, scales] = more > 0 ? [text.slice(0, more), text.slice(more + 1)] : [text, ''];
  const range = head.length < 2 ? null : TWO_DIGITS.exec(head);
  const low =
    range && adjacent(range) ? chineseValue(range[1]! + range[2]! + range[4]! + scales) : chineseValue(head + scales);
  const high = range && adjacent(range) ? chineseValue(range[1]! + range[3]! + range[4]! + scales) : null;
  return {
    start: at,
    end: at + text.length,
    value: low,
    max: high,
    approximate: high !== null || /[多余来几数]/.test(text),
    chinese: true,
    scaled: /[百千万亿]/.test(text),
    bare: /^[百千万亿]/.test(text),
  };
}

const TWO_DIGITS = /^(.*?)([一二三四五六七八九两])([一二三四五六七八九两])([十百千万亿]*)$/;

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
  for (let i = 0; i < scales.length; i++) product *= SCALES.get(scales.charCodeAt(i)) ?? 1;
  return Number.isInteger(product) ? product : Number(product.toPrecision(15));
}
