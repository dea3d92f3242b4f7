import type { Qualifier } from '../model/statistic.ts';
import { dateEnd } from './dates.ts';
import { markAt, markTable } from './marks.ts';
import { readMeasured } from './measured.ts';
import { type NumberRead, readNumber } from './numbers.ts';
import { phraseEnd } from './phrases.ts';
import { detachedLimit, nounLimit, prefixOf, type QualifierRead, suffixAt } from './qualifiers.ts';
import type { Measured, Quantity } from './quantity.ts';
import { ratioAt, readSpecial } from './special.ts';
import { UNIT_STARTS } from './units.ts';

/** 壹贰叁, of which readNumber takes what counts. */
const CAPITALS = '壹贰叁肆伍陆柒捌玖';
const NUMERALS = '一二三四五六七八九十百千万亿两';
/** What may follow a Chinese numeral that begins a quantity: more numerals, a unit, a noun that needs none. */
const FOLLOWERS = `${NUMERALS}零〇几点分成多余来至到或、-~ 半部国厅委地岗${UNIT_STARTS}`;
const [PLAIN, NUMERAL, RARE, FOLLOWER, LATIN, SPECIAL, HALF] = [1, 2, 4, 8, 16, 32, 64];
const KINDS = markTable([
  [PLAIN, '0123456789'],
  [NUMERAL, `${NUMERALS}${CAPITALS}`],
  [RARE, '几数半过翻xX×*'],
  [FOLLOWER, `${FOLLOWERS}拾佰仟零圆`],
  [LATIN, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_.'],
  [SPECIAL, 'xX×*/'],
  [HALF, '半过翻'],
]);
const START = PLAIN | NUMERAL | RARE;
/** Quantities that begin with no numeral: 几个, 数百, 半年, 过半, 翻番, xx人. */
const RARE_START = /几[^年乎何天]|数[十百千万亿]|(?<!一|大)半(?:[年个数,。;、的了]|$)|过半|翻|[xX×*]{2}/y;

/** The next place in `[from, to)` where a quantity may begin; `to` where there is none. */
function nextStart(shadow: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const kind = KINDS[shadow.charCodeAt(at)]! & START;
    if (kind === 0) continue;
    if (kind === PLAIN) return at;
    if (kind === NUMERAL) {
      if (markAt(KINDS, shadow, at + 1) & FOLLOWER) return at;
    } else {
      RARE_START.lastIndex = at;
      if (RARE_START.test(shadow)) return at;
    }
  }
  return to;
}

/** How many characters before a quantity are looked at for what qualifies it. */
const BEFORE = 18;

/** All quantities that begin in `[from, to)` of the shadow, in order and without overlap. */
export function quantitiesIn(shadow: string, from: number, to: number): readonly Quantity[] {
  const first = nextStart(shadow, from, to);
  if (first === to) return NONE;
  const found: Quantity[] = [];
  for (let at = first; at < to; at = nextStart(shadow, at, to))
    at = Math.max(at + 1, readAt(shadow, at, from, to, found));
  return found;
}

const NONE: readonly Quantity[] = [];

/** Reads what begins at `at`, a date, a phrase or quantities, which it adds to `found`; returns where that ends. */
function readAt(shadow: string, at: number, from: number, to: number, found: Quantity[]): number {
  const isPlain = (KINDS[shadow.charCodeAt(at)]! & PLAIN) !== 0;
  const skipped = Math.max(isPlain ? at : phraseEnd(shadow, at), dateEnd(shadow, at));
  if (skipped > at) return skipped;
  const first = readNumber(shadow, at);
  const known = found.length;
  readQuantities(shadow, at, from, to, first, found);
  if (found.length > known) return found.at(-1)!.end;
  return first ? first.end : at;
}

function readQuantities(
  shadow: string,
  at: number,
  from: number,
  to: number,
  first: NumberRead | null,
  found: Quantity[],
): void {
  const previous = at > from ? shadow[at - 1]! : '';
  const ratio = first && isRatio(shadow, first) ? ratioAt(shadow, at) : null;
  if (ratio && /[)\d.,]/.test(previous)) return;
  if (ratio) found.push(...ratio.members.map((member) => stated(member, 0, member.end, member.value, 'exact')));
  if (ratio) return;
  const special = isSpecial(shadow, at, first) ? readSpecial(shadow, at, previous) : null;
  const measured = special ?? (first && readNumeral(shadow, first, previous));
  if (!measured || measured.end > to) return;
  const isBare = special === null && first !== null && first.bare;
  const quantity = qualified(shadow, measured, Math.max(from, at - BEFORE), isBare);
  if (!isBare || supported(shadow, quantity, Math.max(from, at - BEFORE))) found.push(quantity);
}

/** Whether a colon follows the digits. */
const isRatio = (shadow: string, { chinese, end }: NumberRead): boolean =>
  !chinese && (shadow[end] === ':' || (shadow[end] === ' ' && shadow[end + 1] === ':'));

/** Whether what begins at `at` may be other than a numeral with its unit, by the character behind the numeral. */
function isSpecial(shadow: string, at: number, first: NumberRead | null): boolean {
  if (!first) return true;
  const { chinese, end } = first;
  if (!chinese) return ((markAt(KINDS, shadow, end) | markAt(KINDS, shadow, end + 1)) & SPECIAL) !== 0;
  return shadow[end] === '分' || shadow[end] === '半' || (KINDS[shadow.charCodeAt(at)]! & HALF) !== 0;
}

/** A numeral with its unit, or without where the codebook lets it stand alone. */
function readNumeral(shadow: string, first: NumberRead, previous: string): Measured | null {
  if (previous !== '' && KINDS[previous.charCodeAt(0)]! & LATIN) return null;
  if (shadow[first.end] === '.' && KINDS[shadow.charCodeAt(first.end + 1)]! & PLAIN) return null;
  return readMeasured(shadow, first, previous);
}

/** Reads the qualifiers around `measured`, not before `from`; `bare` as in the number read. */
function qualified(shadow: string, measured: Measured, from: number, bare: boolean): Quantity {
  const { start, end, unit, value } = measured;
  const recent = unit.kind === 'duration' && isRecent(shadow, measured, from);
  const isBare = bare || shadow[start] === '半' || shadow[start] === '过';
  const prefix = recent ? null : prefixOf(shadow, from, start, isBare);
  const suffix = recent ? null : suffixAt(shadow, end, unit.kind !== 'count' && unit.text !== '');
  const isNegative = value !== null && shadow[start - 1] === '-' && isMinus(shadow, from, start);
  const ahead = prefix?.length ?? (isNegative ? 1 : 0);
  const qualifier = qualifierOf(shadow, measured, from, prefix, suffix);
  return stated(measured, ahead, end + (suffix?.length ?? 0), isNegative ? -value : value, qualifier);
}

/** A limit wins over an approximation, one right beside the number over one that stands apart. */
function qualifierOf(
  shadow: string,
  { start, end, unit, qualifier }: Measured,
  from: number,
  prefix: QualifierRead | null,
  suffix: QualifierRead | null,
): Qualifier {
  if (qualifier === 'masked') return 'masked';
  if (prefix && isLimit(prefix.qualifier)) return prefix.qualifier;
  if (suffix && isLimit(suffix.qualifier)) return suffix.qualifier;
  if (isLimit(qualifier)) return qualifier;
  return (
    detachedLimit(shadow, from, start - (prefix?.length ?? 0)) ??
    (unit.kind === 'count' ? nounLimit(shadow, end) : null) ??
    prefix?.qualifier ??
    suffix?.qualifier ??
    qualifier
  );
}

const isLimit = (qualifier: Qualifier): boolean => qualifier === 'at_least' || qualifier === 'at_most';

/** What is measured as a quantity that begins `ahead` characters before its numeral. */
const stated = (
  { start, valueMax, unit, chinese }: Measured,
  ahead: number,
  end: number,
  value: number | null,
  qualifier: Qualifier,
): Quantity => ({
  start: start - ahead,
  number: start,
  end,
  value,
  valueMax,
  unit: unit.text,
  base: unit.base,
  factor: unit.factor,
  kind: unit.kind,
  qualifier,
  chinese,
});

/** Whether the dash before the digits at `at` joins nothing. */
const isMinus = (shadow: string, from: number, at: number): boolean =>
  at > from && /(?:^|[(:为率 ])-$/.test(shadow.slice(from, at));

/** 近 before a length of time means the last years, unless the length ends its phrase (从业近20年). */
const isRecent = (shadow: string, { start, end }: Measured, from: number): boolean =>
  (shadow[start - 1] === '近' || shadow[start - 2] === '近') &&
  /(?:^|[,。;、:在且比由对和与从将把是同使 ])近 ?$/.test(shadow.slice(from, start)) &&
  !/^[,。;、的]/.test(shadow.slice(end, end + 1));

/** A bare scale (百, 万亿) counts only with a word for about, above or reaching before it, or 余 and 多 in it. */
const supported = (shadow: string, { start, number, end }: Quantity, from: number): boolean =>
  start < number ||
  /[多余]/.test(shadow.slice(number, end)) ||
  /(?:突破了?|达到?|有望达|跨越|跨过|跃上|迈上|站上)$/.test(shadow.slice(from, number));
