import { markAt, markTable } from './marks.ts';
import { UNIT_STARTS } from './units.ts';

/** 壹贰叁, of which readNumber takes what counts. */
const CAPITALS = '壹贰叁肆伍陆柒捌玖';
const NUMERALS = '一二三四五六七八九十百千万亿两';
/** What may follow a Chinese numeral that begins a quantity: more numerals, a unit, a noun that needs none. */
const FOLLOWERS = `${NUMERALS}零〇几点分成多余来至到或、-~ 半部国厅委地岗${UNIT_STARTS}`;
const RARE_STARTS = '几数半过翻xX×*';
const [PLAIN, NUMERAL, RARE, FOLLOWER, GONE, HALF] = [1, 2, 4, 8, 16, 32];
const KINDS = markTable([
  [PLAIN, '0123456789'],
  [NUMERAL, `${NUMERALS}${CAPITALS}`],
  [RARE, RARE_STARTS],
  [FOLLOWER, `${FOLLOWERS}拾佰仟零圆`],
  [GONE, '过'],
  [HALF, '半'],
]);
/** Quantities that begin with no numeral: 几个, 数百, 半年, 过半, 翻番, xx人. */
const RARE_START = /几[^年乎何天]|数[十百千万亿]|(?<!一|大)半(?:[年个数,。;、的了]|$)|过半|翻|[xX×*]{2}/y;

/** All characters with which a quantity may begin. */
export const BEGINNINGS = `0123456789${NUMERALS}${CAPITALS}${RARE_STARTS}`;

/** Whether a quantity may begin at `at`, where one of BEGINNINGS stands. */
export function mayBegin(shadow: string, at: number): boolean {
  const kind = KINDS[shadow.charCodeAt(at)]!;
  if (kind & PLAIN) return true;
  const next = markAt(KINDS, shadow, at + 1);
  if (kind & NUMERAL) return (next & FOLLOWER) !== 0;
  if (kind & GONE) return (next & HALF) !== 0;
  RARE_START.lastIndex = at;
  return RARE_START.test(shadow);
}
