import type { Qualifier } from '../model/statistic.ts';
import { dateEnd } from './dates.ts';
import { type NumberRead, readNumber } from './numbers.ts';
import { phraseEnd } from './phrases.ts';
import { detachedLimit, nounLimit, prefixOf, suffixAt } from './qualifiers.ts';
import type { Measured, Quantity } from './quantity.ts';
import { ratioAt, readSpecial } from './special.ts';
import { type Unit, unitAt } from './units.ts';

const CANDIDATE =
  /\d|[一二三四五六七八九十百千万亿两]|几(?=[^年乎何天])|数(?=[十百千万亿])|(?<!一|大)半(?=年|个|数|[,。;、的了])|过半|翻|[xX×*]{2}/g;
const RANGE = / ?(?:\\?[-~]|至|到|sim|或者?|一(?=\d)) ?/y;
/** Nouns that a number counts without a measure word: 4部门, 十部委, 11省市. */
const BARE_NOUN =
  /(?:部门|部委|省市|省区|厅局|委办|地市|市州|区县|县市|国(?!家|内|际|务|有|民|土|产|道|防|企|资|家)|岗)/y;
/** What an Arabic number with 万 or 亿 may stand before, or a Chinese one: a noun, a sign, the end. */
const NAMED = /[\p{Script=Han},。;、)\]」”]|$/uy;

/** All quantities that begin in `[from, to)` of the shadow, in order and without overlap. */
export function quantitiesIn(shadow: string, from: number, to: number): Quantity[] {
  const found: Quantity[] = [];
  const candidate = new RegExp(CANDIDATE);
  candidate.lastIndex = from;
  for (let match = candidate.exec(shadow); match && match.index < to; match = candidate.exec(shadow)) {
    const at = match.index;
    const skipped = Math.max(phraseEnd(shadow, at), dateEnd(shadow, at));
    const quantities = skipped > at ? [] : readQuantities(shadow, at, from, to);
    found.push(...quantities);
    candidate.lastIndex = Math.max(skipped, quantities.at(-1)?.end ?? numeralEnd(shadow, at), at + 1);
  }
  return found;
}

const numeralEnd = (shadow: string, at: number): number => readNumber(shadow, at)?.end ?? at + 1;

function readQuantities(shadow: string, at: number, from: number, to: number): readonly Quantity[] {
  const before = shadow.slice(Math.max(from, at - 18), at);
  const ratio = ratioAt(shadow, at);
  if (ratio) return /[)\d.]$/.test(before) ? [] : ratio.members.map((member) => exactly(member));
  const bare = readNumber(shadow, at)?.bare ?? false;
  const measured = readSpecial(shadow, at, before) ?? readNumeral(shadow, at, before);
  if (!measured || measured.end > to) return [];
  const quantity = qualified(shadow, measured, before, bare || /^[半过大]/.test(shadow[at]!));
  return bare && !supported(shadow, quantity, before) ? [] : [quantity];
}

/** A numeral with its unit, or without where the codebook lets it stand alone. */
function readNumeral(shadow: string, at: number, before: string): Measured | null {
  const first = readNumber(shadow, at);
  if (!first || /[A-Za-z_.]$/.test(before) || /^\.\d/.test(shadow.slice(first.end, first.end + 2))) return null;
  return readRange(shadow, first, before) ?? readSingle(shadow, first);
}

/** 31至35岁, 100万元至300万元, 30-100万吨: a scale or unit that only the upper end has belongs to both. */
function readRange(shadow: string, low: NumberRead, before: string): Measured | null {
  const lowUnit = unitAfter(shadow, low.end);
  RANGE.lastIndex = lowUnit?.end ?? low.end;
  const joint = RANGE.exec(shadow)?.[0];
  if (joint === undefined || (/[由从自]$/.test(before) && /[至到]/.test(joint))) return null;
  const high = readNumber(shadow, RANGE.lastIndex);
  const upper = high && readSingle(shadow, high);
  if (!high || !upper || high.chinese !== low.chinese || (lowUnit && lowUnit.unit.text !== upper.unit)) return null;
  if (low.value === null || upper.value === null) return null;
  const share = !lowUnit && !low.scaled && high.scaled && low.value < upper.value / 1e4 ? scaleOf(shadow, high) : 1;
  if (low.value * share >= upper.value) return null;
  return { ...upper, start: low.start, value: low.value * share, valueMax: upper.value };
}

/** The scale of a number as a factor: 1e4 for 100万. */
function scaleOf(shadow: string, number: NumberRead): number {
  const scales = shadow.slice(number.start, number.end).match(/[百千万亿]+(?=[多余]?$)/)?.[0] ?? '';
  return [...scales].reduce((product, scale) => product * ({ 百: 100, 千: 1e3, 万: 1e4, 亿: 1e8 }[scale] ?? 1), 1);
}

function readSingle(shadow: string, number: NumberRead): Measured | null {
  const plain = {
    start: number.start,
    value: number.value,
    valueMax: number.max,
    qualifier: number.approximate ? ('approx' as const) : ('exact' as const),
    chinese: number.chinese,
  };
  const unit = unitAfter(shadow, number.end);
  if (unit && !(unit.unit.strict && number.chinese && !strictly(shadow, number))) return withUnit(shadow, plain, unit);
  if (number.value !== null && isIndex(shadow, number)) return { ...plain, ...NO_UNIT, kind: 'ratio', end: number.end };
  return mayStandAlone(shadow, number) ? { ...plain, ...NO_UNIT, end: number.end } : null;
}

/** A decimal without a unit, of something that has none: 系数, 指数. */
const isIndex = (shadow: string, { start, end }: NumberRead): boolean =>
  /\d\.\d/.test(shadow.slice(start, end)) &&
  /(?:系数|指数|比值|容积率|系数为|弹性)[^,。;\d]{0,6}$/.test(shadow.slice(Math.max(0, start - 14), start)) &&
  !/^[\d.]/.test(shadow.slice(end, end + 1));

const NO_UNIT = { unit: '', base: '', factor: 1, kind: 'count' } as const;

/** 两 and numbers with 多 or 余 take strict units; others in Chinese numerals do not. */
const strictly = (shadow: string, number: NumberRead): boolean =>
  number.approximate || (shadow[number.start] === '两' && number.end === number.start + 1);

function mayStandAlone(shadow: string, number: NumberRead): boolean {
  BARE_NOUN.lastIndex = number.end;
  if (number.value !== null && BARE_NOUN.test(shadow)) return true;
  NAMED.lastIndex = number.end;
  return number.scaled && (!number.chinese || number.bare || number.approximate) && NAMED.test(shadow);
}

/** A unit with where it ends; `inner` is 多 or 半 written inside it (个多月, 个半月). */
interface UnitRead {
  readonly unit: Unit;
  readonly end: number;
  readonly inner: string;
}

function unitAfter(shadow: string, at: number): UnitRead | null {
  const start = shadow[at] === ' ' ? at + 1 : at;
  if (shadow.startsWith('math', start)) return formulaUnit(shadow, start);
  const many = /^个[多半](?=月|小时|钟头|星期|世纪)/.test(shadow.slice(start, start + 4));
  const unit = many ? unitAt(`个${shadow.slice(start + 2, start + 5)}`, 0) : unitAt(shadow, start);
  if (!unit) return null;
  const ge = shadow[start] === '个' && unit.text[0] !== '个' ? 1 : 0;
  return { unit, end: start + ge + unit.text.length + (many ? 1 : 0), inner: many ? shadow[start + 1]! : '' };
}

/** A unit set as a formula, as converters of PDF files leave it: mathbfhmathbfm^2 is hm^2. */
function formulaUnit(shadow: string, at: number): UnitRead | null {
  const text = /^(?:(?:math(?:bf|rm|it|sf))?[a-z]){1,3}\^?[23]?/.exec(shadow.slice(at, at + 32))?.[0] ?? '';
  const unit = unitAt(text.replace(/math(?:bf|rm|it|sf)/g, ''), 0);
  return unit && { unit, end: at + text.length, inner: '' };
}

/** Adds the unit with what may follow it: 半 (一年半), a second unit (吨/年), a list of places (省（区、市）). */
function withUnit(
  shadow: string,
  plain: Pick<Measured, 'start' | 'value' | 'valueMax' | 'qualifier' | 'chinese'>,
  { unit, end }: UnitRead,
): Measured {
  const { kind, base, factor } = unit;
  if (/[年天]/.test(unit.text) && shadow[end] === '半') {
    return {
      ...plain,
      value: plain.value === null ? null : plain.value + 0.5,
      unit: unit.text,
      kind,
      base,
      factor,
      end: end + 1,
    };
  }
  const tenth =
    unit.text === '成'
      ? /^(?:半|[一二三四五六七八九](?=[,。;、的左以]|$))/.exec(shadow.slice(end, end + 2))?.[0]
      : undefined;
  if (tenth !== undefined && plain.value !== null) {
    const value = plain.value + (tenth === '半' ? 0.5 : readNumber(tenth, 0)!.value! / 10);
    return { ...plain, value, unit: unit.text, kind, base, factor, end: end + 1 };
  }
  const per = shadow[end] === '/' ? unitAt(shadow, end + 1) : null;
  if (per) {
    const text = `${unit.text}/${per.text}`;
    return { ...plain, unit: text, base: text, factor: 1, kind: 'other', end: end + 1 + per.text.length };
  }
  const places = /^\([区市县旗、]+\)/.exec(shadow.slice(end, end + 8))?.[0] ?? '';
  const text = unit.text + (/[省县]$/.test(unit.text) ? places : '');
  return { ...plain, unit: text, kind, base, factor, end: end + text.length - unit.text.length };
}

const exactly = (measured: Measured): Quantity => ({ ...measured, number: measured.start });

/** Reads the qualifiers around `measured`; a limit wins over an approximation, the adjacent over the detached. */
function qualified(shadow: string, measured: Measured, before: string, bare: boolean): Quantity {
  const recent = isRecent(shadow, measured, before);
  const prefix = recent ? null : prefixOf(before, bare);
  const suffix = recent ? null : suffixAt(shadow, measured.end, measured.kind !== 'count' && measured.unit !== '');
  const outer = prefix ? before.slice(0, -prefix.length) : before;
  const candidates: readonly (Qualifier | null | undefined)[] = [
    measured.qualifier === 'masked' ? 'masked' : null,
    limit(prefix?.qualifier),
    limit(suffix?.qualifier),
    limit(measured.qualifier),
    detachedLimit(outer),
    measured.kind === 'count' ? nounLimit(shadow.slice(measured.end, measured.end + 6)) : null,
    prefix?.qualifier,
    suffix?.qualifier,
    measured.qualifier,
  ];
  return {
    ...measured,
    ...(negative(before) && measured.value !== null ? { value: -measured.value } : {}),
    start: measured.start - (prefix?.length ?? (negative(before) ? 1 : 0)),
    number: measured.start,
    end: measured.end + (suffix?.length ?? 0),
    qualifier: candidates.find((qualifier) => qualifier) ?? 'exact',
  };
}

/** A minus sign: a dash before the digits that joins nothing. */
const negative = (before: string): boolean => /(?:^|[(:为率 ])-$/.test(before);

/** 近 before a length of time means the last years, unless the length ends its phrase (从业近20年). */
const isRecent = (shadow: string, measured: Measured, before: string): boolean =>
  measured.kind === 'duration' &&
  /(?:^|[,。;、:在且比由对和与从将把是同使 ])近 ?$/.test(before) &&
  !/^[,。;、的]/.test(shadow.slice(measured.end, measured.end + 1));

const limit = (qualifier: Qualifier | undefined): Qualifier | null =>
  qualifier === 'at_least' || qualifier === 'at_most' ? qualifier : null;

/** A bare scale (百, 万亿) counts only with a word for about, above or reaching before it, or 余 and 多 in it. */
const supported = (shadow: string, quantity: Quantity, before: string): boolean =>
  quantity.start < quantity.number ||
  /[多余]/.test(shadow.slice(quantity.number, quantity.end)) ||
  /(?:突破了?|达到?|有望达|跨越|跨过|跃上|迈上|站上)$/.test(before);
