import { readNumber } from './numbers.ts';
import type { Measured } from './quantity.ts';
import { unitAt } from './units.ts';

const DEFAULTS = {
  valueMax: null,
  unit: '',
  base: '',
  factor: 1,
  kind: 'ratio',
  qualifier: 'exact',
  chinese: true,
} as const;

const FRACTION = /([一二三四五六七八九十百千万两几]+)分之/y;
const DOUBLING = /翻了?([一二两三四五六七八]?)番/y;
const HALF = /(?:一半|半数|过半数|过半)/y;
const REDUCED_HALF = /半(?=[,。;、的了]|$)/y;
const HALF_TIME = /半(年|个多?月|个小时|个工作日)/y;
const MASKED = /([xX×*]{2,}|\d+[xX×*]+)(\d*)(-\d+)? ?([多余])?[百千万亿]*/y;
const RATIO = /\d+(?:\.\d+)?(?: ?: ?\d+(?:\.\d+)?)+(?![\d-])/y;
const SLASH = /(\d{1,2})\/(\d{1,3})(?![\d/])/y;
const PRODUCT = /(\d+) ?[×xX*] ?(?=\d)/y;

/**
 * Reads what is not a numeral with a unit: fractions, percentages in words, halves, doublings, masked numbers,
 * products. Null where none begins at `at`; `before` is the text in front of it.
 */
export function readSpecial(shadow: string, at: number, before: string): Measured | null {
  const first = shadow[at]!;
  if (first === '翻') return readDoubling(shadow, at);
  if (first === '半' || first === '一' || first === '过')
    return readHalf(shadow, at, before) ?? readFraction(shadow, at);
  if (/[xX×*]/.test(first)) return readMasked(shadow, at, before);
  if (/\d/.test(first))
    return readMasked(shadow, at, before) ?? readProduct(shadow, at) ?? readSlash(shadow, at, before);
  return readFraction(shadow, at);
}

/** 三分之一, 百分之六十五点三, 千分之五; a range after 百分之 keeps both ends (百分之三到五). */
function readFraction(shadow: string, at: number): Measured | null {
  FRACTION.lastIndex = at;
  const match = FRACTION.exec(shadow);
  const low = match && readNumber(shadow, FRACTION.lastIndex);
  if (!match || !low || low.value === null) return null;
  const whole = match[1]!;
  if (whole === '百' || whole === '千') return readPercentage(shadow, at, low.end, low, whole === '百' ? '%' : '‰');
  const divisor = whole === '万' ? 1e4 : (readNumber(whole, 0)?.value ?? null);
  if (divisor === null) return null;
  const qualifier = low.approximate ? 'approx' : 'exact';
  return { ...DEFAULTS, start: at, end: low.end, value: low.value / divisor, qualifier };
}

function readPercentage(
  shadow: string,
  at: number,
  end: number,
  low: { readonly value: number | null; readonly max: number | null; readonly approximate: boolean },
  unit: '%' | '‰',
): Measured {
  const high = readUpperPercentage(shadow, end);
  return {
    ...DEFAULTS,
    start: at,
    end: high?.end ?? end,
    value: low.value,
    valueMax: high?.value ?? low.max,
    unit,
    base: '%',
    factor: unit === '%' ? 1 : 0.1,
    kind: 'percent',
    qualifier: low.approximate ? 'approx' : 'exact',
  };
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
  return {
    ...DEFAULTS,
    start: at,
    end: DOUBLING.lastIndex,
    value: 2 ** times,
    unit: '倍',
    base: '倍',
    kind: 'multiple',
  };
}

function readHalf(shadow: string, at: number, before: string): Measured | null {
  HALF.lastIndex = at;
  const half = HALF.exec(shadow)?.[0];
  if (half !== undefined) {
    const qualifier = half.startsWith('过') ? 'at_least' : 'exact';
    return { ...DEFAULTS, start: at, end: at + half.length, value: 0.5, qualifier };
  }
  REDUCED_HALF.lastIndex = at;
  if (/[减近超]$/.test(before) && REDUCED_HALF.test(shadow)) return { ...DEFAULTS, start: at, end: at + 1, value: 0.5 };
  return /[上下前后每大过一]$/.test(before) ? null : readHalfTime(shadow, at);
}

function readHalfTime(shadow: string, at: number): Measured | null {
  HALF_TIME.lastIndex = at;
  const unit = HALF_TIME.exec(shadow)?.[1];
  if (unit === undefined) return null;
  const read = unitAt(unit.replace('多', ''), 0)!;
  const qualifier = unit.includes('多') ? 'approx' : 'exact';
  const { base, factor, kind } = read;
  return {
    ...DEFAULTS,
    start: at,
    end: HALF_TIME.lastIndex,
    value: 0.5,
    unit: read.text,
    base,
    factor,
    kind,
    qualifier,
  };
}

/** xx人, ***多名, 200*户, xxxx0-3000元: no value; the upper end of a range that is legible stays. */
function readMasked(shadow: string, at: number, before: string): Measured | null {
  MASKED.lastIndex = at;
  const match = MASKED.exec(shadow);
  if (!match || /[\\A-Za-z]$/.test(before)) return null;
  const unit = unitAt(shadow, MASKED.lastIndex);
  if (!unit || MASKABLE_NOT.test(unit.text)) return null;
  const { base, factor, kind } = unit;
  const valueMax = match[3] ? Number(match[3].slice(1)) : null;
  const end = MASKED.lastIndex + unit.text.length;
  return {
    ...DEFAULTS,
    start: at,
    end,
    value: null,
    valueMax,
    unit: unit.text,
    base,
    factor,
    kind,
    qualifier: 'masked',
  };
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
  const { base, factor, kind } = unit;
  const value = Number(match[1]) * number.value;
  const end = number.end + unit.text.length;
  return { ...DEFAULTS, start: at, end, value, unit: unit.text, base, factor, kind, chinese: false };
}

/** 2/3 as a share; more than one, or a slash after a digit, is a date or a number of something. */
function readSlash(shadow: string, at: number, before: string): Measured | null {
  SLASH.lastIndex = at;
  const match = SLASH.exec(shadow);
  if (!match || /[\d/A-Za-z]$/.test(before)) return null;
  const [, part, whole] = match.map(Number) as [number, number, number];
  if (part >= whole || whole > 100) return null;
  return { ...DEFAULTS, start: at, end: SLASH.lastIndex, value: part / whole, chinese: false };
}

/** The members of a ratio (1:3, 3.6 : 48 : 48.4) at `at`, with their places; null for a clock time. */
export function ratioAt(
  shadow: string,
  at: number,
): { readonly end: number; readonly members: readonly Measured[] } | null {
  RATIO.lastIndex = at;
  const text = RATIO.exec(shadow)?.[0];
  if (text === undefined || /^\d{1,2}:\d\d$/.test(text)) return null;
  const members = [...text.matchAll(/\d+(?:\.\d+)?/g)].map((match) => {
    const start = at + match.index;
    return { ...DEFAULTS, start, end: start + match[0].length, value: Number(match[0]), chinese: false };
  });
  if (members.length > 2) return { end: at + text.length, members };
  const [a, b] = members as [Measured, Measured];
  if (b.value === 0 || (a.value! >= 1900 && a.value! <= 2100)) return null;
  return { end: at + text.length, members: [{ ...a, end: b.end, value: a.value! / b.value! }] };
}
