import { type NumberRead, readNumber } from './numbers.ts';
import { type Measured, measured } from './quantity.ts';
import { RATIO, type Unit, unitAt } from './units.ts';

const PERCENT = unitAt('%', 0)!;
const PER_MILLE = unitAt('‰', 0)!;
const TIMES = unitAt('倍', 0)!;

const FRACTION = /([一二三四五六七八九十百千万两几]+)分之/y;
const DOUBLING = /翻了?([一二两三四五六七八]?)番/y;
const HALF = /(?:一半|半数|过半数|过半)/y;
const REDUCED_HALF = /半(?=[,。;、的了]|$)/y;
const HALF_TIME = /半(年|个多?月|个小时|个工作日)/y;
const MASKED = /([xX×*]{2,}|\d+[xX×*]+)(\d*)(-\d+)? ?([多余])?[百千万亿]*/y;
const RATIO_OF = /\d+(?:\.\d+)?(?: ?: ?\d+(?:\.\d+)?)+(?![\d-])/y;
const SLASH = /(\d{1,2})\/(\d{1,3})(?![\d/])/y;
const PRODUCT = /(\d+) ?[×xX*] ?(?=\d)/y;

/**
 * Reads what is not a numeral with a unit: fractions, percentages in words, halves, doublings, masked numbers,
 * products. Null where none begins at `at`; `previous` is the character in front of it, if any.
 */
export function readSpecial(shadow: string, at: number, previous: string): Measured | null {
  const first = shadow[at]!;
  if (first === '翻') return readDoubling(shadow, at);
  if (first === '半' || first === '一' || first === '过')
    return readHalf(shadow, at, previous) ?? readFraction(shadow, at);
  if (/[xX×*]/.test(first)) return readMasked(shadow, at, previous);
  if (/\d/.test(first))
    return readMasked(shadow, at, previous) ?? readProduct(shadow, at) ?? readSlash(shadow, at, previous);
  return readFraction(shadow, at);
}

/** 三分之一, 百分之六十五点三, 千分之五; a range after 百分之 keeps both ends (百分之三到五). */
function readFraction(shadow: string, at: number): Measured | null {
  FRACTION.lastIndex = at;
  const match = FRACTION.exec(shadow);
  const low = match && readNumber(shadow, FRACTION.lastIndex);
  if (!match || !low || low.value === null) return null;
  const whole = match[1]!;
  if (whole === '百' || whole === '千') return readPercentage(shadow, at, low, whole === '百' ? PERCENT : PER_MILLE);
  const divisor = whole === '万' ? 1e4 : (readNumber(whole, 0)?.value ?? null);
  if (divisor === null) return null;
  return measured(at, low.end, low.value / divisor, RATIO, true, low.approximate ? 'approx' : 'exact');
}

function readPercentage(shadow: string, at: number, low: NumberRead, unit: Unit): Measured {
  const high = readUpperPercentage(shadow, low.end);
  const qualifier = low.approximate ? 'approx' : 'exact';
  return measured(at, high?.end ?? low.end, low.value, unit, true, qualifier, high?.value ?? low.max);
}

function readUpperPercentage(shadow: string, end: number): { readonly value: number; readonly end: number } | null {
  const joint = /^(?:至|到|-)(?:百分之)?/.exec(shadow.slice(end, end + 5))?.[0];
  const high = joint === undefined ? null : readNumber(shadow, end + joint.length);
  return high && high.value !== null && !unitAt(shadow, high.end) ? { value: high.value, end: high.end } : null;
}

/** 翻一番 is twice as much, 翻两番 four times. */
function readDoubling(shadow: string, at: number): Measured | null {
  DOUBLING.lastIndex = at;
  const match = DOUBLING.exec(shadow);
  if (!match) return null;
  const times = match[1] ? readNumber(match[1], 0)!.value! : 1;
  return measured(at, DOUBLING.lastIndex, 2 ** times, TIMES, true);
}

function readHalf(shadow: string, at: number, previous: string): Measured | null {
  HALF.lastIndex = at;
  const half = HALF.exec(shadow)?.[0];
  if (half !== undefined) {
    const qualifier = half.startsWith('过') ? 'at_least' : 'exact';
    return measured(at, at + half.length, 0.5, RATIO, true, qualifier);
  }
  REDUCED_HALF.lastIndex = at;
  if (/[减近超]/.test(previous) && REDUCED_HALF.test(shadow)) return measured(at, at + 1, 0.5, RATIO, true);
  return /[上下前后每大过一]/.test(previous) ? null : readHalfTime(shadow, at);
}

function readHalfTime(shadow: string, at: number): Measured | null {
  HALF_TIME.lastIndex = at;
  const unit = HALF_TIME.exec(shadow)?.[1];
  if (unit === undefined) return null;
  const read = unitAt(unit.replace('多', ''), 0)!;
  return measured(at, HALF_TIME.lastIndex, 0.5, read, true, unit.includes('多') ? 'approx' : 'exact');
}

/** xx人, ***多名, 200*户, xxxx0-3000元: no value; the upper end of a range that is legible stays. */
function readMasked(shadow: string, at: number, previous: string): Measured | null {
  MASKED.lastIndex = at;
  const match = MASKED.exec(shadow);
  if (!match || /[\\A-Za-z]/.test(previous)) return null;
  const unit = unitAt(shadow, MASKED.lastIndex);
  if (!unit || MASKABLE_NOT.test(unit.text)) return null;
  const max = match[3] ? Number(match[3].slice(1)) : null;
  return measured(at, MASKED.lastIndex + unit.text.length, null, unit, true, 'masked', max);
}

/** “xx县”, “**镇”, “201x年” are masked names and dates. */
const MASKABLE_NOT = /^(?:省|市|县|区|乡|镇|村|州|盟|旗|年|天|日|部|所|大|班|国|团|场|处|周|届|期|组)$/;

/** 2×35万千瓦 */
function readProduct(shadow: string, at: number): Measured | null {
  PRODUCT.lastIndex = at;
  const match = PRODUCT.exec(shadow);
  const number = match && readNumber(shadow, PRODUCT.lastIndex);
  const unit = number && unitAt(shadow, number.end);
  if (!match || !number || !unit || number.value === null) return null;
  return measured(at, number.end + unit.text.length, Number(match[1]) * number.value, unit, false);
}

/** 2/3 as a share; more than one, or a slash after a digit, is a date or a number of something. */
function readSlash(shadow: string, at: number, previous: string): Measured | null {
  SLASH.lastIndex = at;
  const match = SLASH.exec(shadow);
  if (!match || /[\d/A-Za-z]/.test(previous)) return null;
  const [, part, whole] = match.map(Number) as [number, number, number];
  if (part >= whole || whole > 100) return null;
  return measured(at, SLASH.lastIndex, part / whole, RATIO, false);
}

/** The members of a ratio (1:3, 3.6 : 48 : 48.4) at `at`, with their places; null for a clock time. */
export function ratioAt(
  shadow: string,
  at: number,
): { readonly end: number; readonly members: readonly Measured[] } | null {
  RATIO_OF.lastIndex = at;
  const text = RATIO_OF.exec(shadow)?.[0];
  if (text === undefined || /^\d{1,2}:\d\d$/.test(text)) return null;
  const members = [...text.matchAll(/\d+(?:\.\d+)?/g)].map((match) => {
    const start = at + match.index;
    return measured(start, start + match[0].length, Number(match[0]), RATIO, false);
  });
  if (members.length > 2) return { end: at + text.length, members };
  const [a, b] = members as [Measured, Measured];
  if (b.value === 0 || (a.value! >= 1900 && a.value! <= 2100)) return null;
  return { end: at + text.length, members: [measured(at, b.end, a.value! / b.value!, RATIO, false)] };
}
