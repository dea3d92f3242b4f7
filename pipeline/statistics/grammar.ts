import type { Qualifier } from '../model/statistic.ts';
import { dateEnd } from './dates.ts';
import { markTable } from './marks.ts';
import { readMeasured } from './measured.ts';
import { type NumberRead, readNumber } from './numbers.ts';
import { phraseEnd } from './phrases.ts';
import { detachedLimit, nounLimit, prefixOf, suffixAt } from './qualifiers.ts';
import type { Measured, Quantity } from './quantity.ts';
import { ratioAt, readSpecial } from './special.ts';
import { UNIT_STARTS } from './units.ts';

/** 壹贰叁, of which readNumber takes what counts. */
const CAPITALS = '壹贰叁肆伍陆柒捌玖';
const NUMERALS = '一二三四五六七八九十百千万亿两';
/** What may follow a Chinese numeral that begins a quantity: more numerals, a unit, a noun that needs none. */
const FOLLOWERS = `${NUMERALS}零〇几点分成多余来至到或、-~ 半部国厅委地岗${UNIT_STARTS}`;
const [PLAIN, NUMERAL, RARE, FOLLOWER, LATIN] = [1, 2, 4, 8, 16];
const KINDS = markTable([
  [PLAIN, '0123456789'],
  [NUMERAL, `${NUMERALS}${CAPITALS}`],
  [RARE, '几数半过翻xX×*'],
  [FOLLOWER, `${FOLLOWERS}拾佰仟零圆`],
  [LATIN, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_.'],
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
      if (KINDS[shadow.charCodeAt(at + 1)]! & FOLLOWER) return at;
    } else {
      RARE_START.lastIndex = at;
      if (RARE_START.test(shadow)) return at;
    }
  }
  return to;
}

/** All quantities that begin in `[from, to)` of the shadow, in order and without overlap. */
export function quantitiesIn(shadow: string, from: number, to: number): Quantity[] {
  const found: Quantity[] = [];
  for (let at = nextStart(shadow, from, to); at < to; ) {
    const skipped = Math.max(phraseEnd(shadow, at), dateEnd(shadow, at));
    const first = skipped > at ? null : readNumber(shadow, at);
    const quantities = skipped > at ? NONE : readQuantities(shadow, at, from, to, first);
    for (const quantity of quantities) found.push(quantity);
    at = nextStart(shadow, Math.max(quantities.at(-1)?.end ?? first?.end ?? skipped, at + 1), to);
  }
  return found;
}

const NONE: readonly Quantity[] = [];

function readQuantities(
  shadow: string,
  at: number,
  from: number,
  to: number,
  first: NumberRead | null,
): readonly Quantity[] {
  const before = shadow.slice(Math.max(from, at - 18), at);
  const ratio = first && isRatio(shadow, first) ? ratioAt(shadow, at) : null;
  if (ratio) return /[)\d.,]$/.test(before) ? [] : ratio.members.map((member) => exactly(member));
  const special = isSpecial(shadow, at, first) ? readSpecial(shadow, at, before) : null;
  const measured = special ?? (first && readNumeral(shadow, first, before));
  if (!measured || measured.end > to) return NONE;
  const isBare = !special && first !== null && first.bare;
  const quantity = qualified(shadow, measured, before, isBare || '半过'.includes(shadow[at]!));
  return isBare && !supported(shadow, quantity, before) ? NONE : [quantity];
}

/** Whether a colon follows the digits. */
const isRatio = (shadow: string, { chinese, end }: NumberRead): boolean =>
  !chinese && (shadow[end] === ':' || (shadow[end] === ' ' && shadow[end + 1] === ':'));

/** Whether what begins at `at` may be other than a numeral with its unit, by the character behind the numeral. */
function isSpecial(shadow: string, at: number, first: NumberRead | null): boolean {
  if (!first) return true;
  const next = shadow[first.end];
  if (!first.chinese)
    return SPECIAL_SIGNS.includes(next ?? ' ') || SPECIAL_SIGNS.includes(shadow[first.end + 1] ?? ' ');
  return next === '分' || next === '半' || '半过翻'.includes(shadow[at]!);
}

const SPECIAL_SIGNS = 'xX×*/';

/** A numeral with its unit, or without where the codebook lets it stand alone. */
function readNumeral(shadow: string, first: NumberRead, before: string): Measured | null {
  if (KINDS[before.charCodeAt(before.length - 1)]! & LATIN) return null;
  if (shadow[first.end] === '.' && KINDS[shadow.charCodeAt(first.end + 1)]! & PLAIN) return null;
  return readMeasured(shadow, first, before);
}

const exactly = (measured: Measured): Quantity => ({ ...measured, number: measured.start });

/** Reads the qualifiers around `measured`; a limit wins over an approximation, the adjacent over the detached. */
function qualified(shadow: string, measured: Measured, before: string, bare: boolean): Quantity {
  const recent = isRecent(shadow, measured, before);
  const prefix = recent ? null : prefixOf(before, bare);
  const suffix = recent ? null : suffixAt(shadow, measured.end, measured.kind !== 'count' && measured.unit !== '');
  const outer = prefix ? before.slice(0, -prefix.length) : before;
  const qualifier =
    (measured.qualifier === 'masked' ? 'masked' : null) ??
    limit(prefix?.qualifier) ??
    limit(suffix?.qualifier) ??
    limit(measured.qualifier) ??
    detachedLimit(outer) ??
    (measured.kind === 'count' ? nounLimit(shadow, measured.end) : null) ??
    prefix?.qualifier ??
    suffix?.qualifier ??
    measured.qualifier;
  const isNegative = negative(before) && measured.value !== null;
  const ahead = prefix?.length ?? (isNegative ? 1 : 0);
  return {
    start: measured.start - ahead,
    number: measured.start,
    end: measured.end + (suffix?.length ?? 0),
    value: isNegative ? -measured.value! : measured.value,
    valueMax: measured.valueMax,
    unit: measured.unit,
    base: measured.base,
    factor: measured.factor,
    kind: measured.kind,
    qualifier,
    chinese: measured.chinese,
  };
}

/** A minus sign: a dash before the digits that joins nothing. */
const negative = (before: string): boolean => before.endsWith('-') && /(?:^|[(:为率 ])-$/.test(before);

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
