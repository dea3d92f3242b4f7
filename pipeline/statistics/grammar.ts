import type { Qualifier } from '../model/statistic.ts';
import { dateEnd } from './dates.ts';
import { markAt, markTable } from './marks.ts';
import { readMeasured } from './measured.ts';
import { type NumberRead, readNumber } from './numbers.ts';
import { phraseEnd } from './phrases.ts';
import { detachedLimit, nounLimit, prefixOf, type QualifierRead, suffixAt } from './qualifiers.ts';
import type { Measured, Quantity } from './quantity.ts';
import type { Shadow } from './shadow.ts';
import { ratioAt, readSpecial } from './special.ts';
import { mayBegin } from './starts.ts';

const [PLAIN, LATIN, SPECIAL, HALF] = [1, 2, 4, 8];
const KINDS = markTable([
  [PLAIN, '0123456789'],
  [LATIN, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_.'],
  [SPECIAL, 'xX×*/'],
  [HALF, '半过翻'],
]);

/** How many characters before a quantity are looked at for what qualifies it. */
const BEFORE = 18;

const NONE: readonly Quantity[] = [];

/**
 * All quantities that begin in `[from, to)` of the shadow, in order and without overlap. To be asked for in the order
 * of the text, since places that were passed are not read again.
 */
export function quantitiesIn(shadow: Shadow, from: number, to: number): readonly Quantity[] {
  const { text, places } = shadow;
  let next = shadow.next;
  if (next >= places.length || places[next]! >= to) return NONE;
  const found: Quantity[] = [];
  for (let end = from; next < places.length && places[next]! < to; next++) {
    const at = places[next]!;
    if (at >= end && mayBegin(text, at)) end = readAt(text, at, from, to, found);
  }
  shadow.next = next;
  return found;
}

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
