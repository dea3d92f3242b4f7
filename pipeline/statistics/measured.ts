import { markAt, markTable } from './marks.ts';
import { type NumberRead, readNumber } from './numbers.ts';
import { type Measured, measured } from './quantity.ts';
import { COUNT, RATIO, type Unit, unitAt } from './units.ts';

const RANGE = / ?(?:\\?[-~]|至|到|sim|或者?|一(?=\d)) ?/y;
/** Nouns that a number counts without a measure word: 4部门, 十部委, 11省市. */
const BARE_NOUN = /(?:部门|部委|省市|省区|厅局|委办|地市|市州|区县|县市|国(?!家|内|际|务|有|民|土|产|道|防|企|资)|岗)/y;
/** What a range may go on with, and what the nouns begin with that a number counts alone. */
const [JOINING, BARE] = [1, 2];
const KINDS = markTable([
  [JOINING, ' \\-~至到s或一'],
  [BARE, '部省厅委地市州区县国岗'],
]);
/** What a number with 万 or 亿 may stand before: a noun, a sign, the end. */
const NAMED = /[\p{Script=Han},。;、)\]」”]|$/uy;
/** Units behind which 半 adds a half: 一年半, 两亩半. */
const HALVED = ['年', '天', '亩', '里', '斤', '元', '倍'];

/**
 * A number with what it measures: a range (31至35岁), else a single number; null where it measures nothing. `previous`
 * is the character before it, if any.
 */
export function readMeasured(shadow: string, number: NumberRead, previous: string): Measured | null {
  const unit = unitAfter(shadow, number.end);
  const end = unit === null ? number.end : unit.end;
  const range = markAt(KINDS, shadow, end) & JOINING ? readRange(shadow, number, unit, previous) : null;
  return range ?? readSingle(shadow, number, unit);
}

/** 31至35岁, 100万元至300万元, 30-100万吨: a scale or unit that only the upper end has belongs to both. */
function readRange(shadow: string, low: NumberRead, lowUnit: UnitRead | null, previous: string): Measured | null {
  RANGE.lastIndex = lowUnit?.end ?? low.end;
  const joint = RANGE.exec(shadow)?.[0];
  if (joint === undefined || (/[由从自]/.test(previous) && /[至到]/.test(joint))) return null;
  const high = readNumber(shadow, RANGE.lastIndex);
  const upper = high && readSingle(shadow, high, unitAfter(shadow, high.end));
  if (!high || !upper || high.chinese !== low.chinese || (lowUnit && lowUnit.unit.text !== upper.unit.text))
    return null;
  if (low.value === null || upper.value === null) return null;
  const share = !lowUnit && !low.scaled && high.scaled && low.value < upper.value / 1e4 ? scaleOf(shadow, high) : 1;
  if (low.value * share >= upper.value) return null;
  return measured(low.start, upper.end, low.value * share, upper.unit, upper.chinese, upper.qualifier, upper.value);
}

/** The scale of a number as a factor: 1e4 for 100万. */
function scaleOf(shadow: string, number: NumberRead): number {
  const scales = shadow.slice(number.start, number.end).match(/[百千万亿]+(?=[多余]?$)/)?.[0] ?? '';
  return [...scales].reduce((product, scale) => product * ({ 百: 100, 千: 1e3, 万: 1e4, 亿: 1e8 }[scale] ?? 1), 1);
}

/** A number with the unit behind it, or without where it may stand alone. */
function readSingle(shadow: string, number: NumberRead, read: UnitRead | null): Measured | null {
  if (read?.unit.text === '个' && number.value !== null && shadow.slice(number.end, number.end + 3).includes('亿')) {
    const hundreds = HUNDRED_MILLIONS.exec(shadow.slice(number.end, number.end + 5))?.[0];
    if (hundreds) return inHundredMillions(shadow, number, hundreds);
  }
  if (read && !(read.unit.strict && number.chinese && !strictly(shadow, number))) return withUnit(shadow, number, read);
  if (number.value !== null && isIndex(shadow, number)) return single(number, RATIO, number.end);
  return mayStandAlone(shadow, number) ? single(number, COUNT, number.end) : null;
}

/** 亿 as speech counts it: 3个亿, 三个多亿; 三个亿元村 are villages. */
const HUNDRED_MILLIONS = /^个多?亿(?!元[村户镇乡县街企])/;

function inHundredMillions(shadow: string, number: NumberRead, text: string): Measured {
  const scaled = { ...number, value: number.value! * 1e8, approximate: number.approximate || text.includes('多') };
  const unit = unitAfter(shadow, number.end + text.length);
  return unit ? withUnit(shadow, scaled, unit) : single(scaled, COUNT, number.end + text.length);
}

const single = (number: NumberRead, unit: Unit, end: number, value: number | null = number.value): Measured =>
  measured(number.start, end, value, unit, number.chinese, number.approximate ? 'approx' : 'exact', number.max);

/** A decimal without a unit, of something that has none: 系数, 指数. */
const isIndex = (shadow: string, { start, end }: NumberRead): boolean =>
  end - start > 2 &&
  /\d\.\d/.test(shadow.slice(start, end)) &&
  /(?:系数|指数|比值|容积率|系数为|弹性)[^,。;\d]{0,6}$/.test(shadow.slice(Math.max(0, start - 14), start)) &&
  !/^[\d.]/.test(shadow.slice(end, end + 1));

/** 两 and numbers with 多 or 余 take strict units; others in Chinese numerals do not. */
const strictly = (shadow: string, number: NumberRead): boolean =>
  number.approximate || (shadow[number.start] === '两' && number.end === number.start + 1);

function mayStandAlone(shadow: string, number: NumberRead): boolean {
  BARE_NOUN.lastIndex = number.end;
  if (number.value !== null && markAt(KINDS, shadow, number.end) & BARE && BARE_NOUN.test(shadow)) return true;
  if (!number.scaled || (number.chinese && !number.bare && !number.approximate)) return false;
  NAMED.lastIndex = number.end;
  return NAMED.test(shadow);
}

/** A unit with where it ends; `inner` is 多 or 半 written inside it (个多月, 个半月). */
interface UnitRead {
  readonly unit: Unit;
  readonly end: number;
  readonly inner: string;
}

function unitAfter(shadow: string, at: number): UnitRead | null {
  const start = shadow[at] === ' ' ? at + 1 : at;
  if (shadow[start] === 'm' && shadow.startsWith('math', start)) return formulaUnit(shadow, start);
  const isGe = shadow[start] === '个';
  const many = isGe && isMany(shadow, start + 1);
  const unit = many ? unitAt(`个${shadow.slice(start + 2, start + 5)}`, 0) : unitAt(shadow, start);
  if (!unit) return null;
  const ge = isGe && unit.text[0] !== '个' ? 1 : 0;
  return { unit, end: start + ge + unit.text.length + (many ? 1 : 0), inner: many ? shadow[start + 1]! : '' };
}

/** 多 or 半 inside a unit of time: 个多月, 个半小时. */
const isMany = (shadow: string, at: number): boolean =>
  (shadow[at] === '多' || shadow[at] === '半') && /^(?:月|小时|钟头|星期|世纪)/.test(shadow.slice(at + 1, at + 3));

/** A unit set as a formula, as converters of PDF files leave it: mathbfhmathbfm^2 is hm^2. */
function formulaUnit(shadow: string, at: number): UnitRead | null {
  const text = /^(?:(?:math(?:bf|rm|it|sf))?[a-z]){1,3}\^?[23]?/.exec(shadow.slice(at, at + 32))?.[0] ?? '';
  const unit = unitAt(text.replace(/math(?:bf|rm|it|sf)/g, ''), 0);
  return unit && { unit, end: at + text.length, inner: '' };
}

/** Adds the unit with what may follow it: 半 (一年半, 三成半), a second unit (吨/年), a list of places (省（区、市）). */
function withUnit(shadow: string, number: NumberRead, read: UnitRead): Measured {
  const { unit, end, inner } = read;
  const more = inner === '' ? fractionAfter(shadow, unit, end) : null;
  if (more) return single(number, unit, end + 1, number.value === null ? null : number.value + more);
  if (inner === '半') return single(number, unit, end, number.value === null ? null : number.value + 0.5);
  if (inner === '多') return single({ ...number, approximate: true }, unit, end);
  const per = shadow[end] === '/' ? unitAt(shadow, end + 1) : null;
  if (per) return single(number, perUnit(unit, per), end + 1 + per.text.length);
  const places = unit.text === '省' || unit.text === '县' ? placesAt(shadow, end) : '';
  return single(number, places === '' ? unit : { ...unit, text: unit.text + places }, end + places.length);
}

/** What 半 or a digit behind the unit adds: 一年半, 三成半, 六成八; null where nothing does. */
function fractionAfter(shadow: string, { text }: Unit, end: number): number | null {
  if (HALVED.includes(text)) return shadow[end] === '半' ? 0.5 : null;
  if (text !== '成') return null;
  const tenth = /^(?:半|[一二三四五六七八九](?=[,。;、的左以]|$))/.exec(shadow.slice(end, end + 2))?.[0];
  if (tenth === undefined) return null;
  return tenth === '半' ? 0.5 : readNumber(tenth, 0)!.value! / 10;
}

function perUnit(unit: Unit, per: Unit): Unit {
  const text = `${unit.text}/${per.text}`;
  return { text, kind: 'other', base: text, factor: 1, strict: false };
}

const placesAt = (shadow: string, at: number): string => /^\([区市县旗、]+\)/.exec(shadow.slice(at, at + 8))?.[0] ?? '';
