import type { Qualifier } from '../model/statistic.ts';
import { grouped } from './groups.ts';
import { markAt, marksIn, markTable } from './marks.ts';

type Limit = Exclude<Qualifier, 'exact' | 'masked'>;

/** Words right before the number that belong to the surface. `not` are the last characters of words that only end so. */
export interface Prefix {
  readonly qualifier: Limit;
  readonly texts: string;
  readonly not: string;
}

export const PREFIXES: readonly Prefix[] = [
  { qualifier: 'approx', texts: '大约 大概 约 将近 接近 差不多 几乎 上下', not: '节制条合预签大公规契违履特' },
  { qualifier: 'approx', texts: '近', not: '最附临靠邻远新接将亲贴' },
  {
    qualifier: 'at_least',
    texts:
      '不得少于 不得低于 不应低于 不应少于 不能低于 不能少于 不短于 刚过 不少于 不低于 不下于 不下 不小于 至少 起码 超过 超出 多于 大于 高于 逾 已逾 超 ≥ ＞ >',
    not: '赶反高远',
  },
  {
    qualifier: 'at_most',
    texts:
      '不得超过 不得高于 不能超过 不应超过 不得多于 不超过 不高于 不多于 不大于 不超 不过 至多 最多 最高达 最高 少于 低于 小于 不到 不足 不及 不满 未满 ≤',
    not: '',
  },
];

/** Only before a bare scale or a half: 上百, 成千, 过亿, 过半. */
export const BARE_PREFIXES: readonly Prefix[] = [
  { qualifier: 'at_least', texts: '上 过 超过 超 逾', not: '以之通' },
  { qualifier: 'approx', texts: '近 将近 接近 约 成', not: '最附' },
];

/** Words right after the unit that belong to the surface. */
export const SUFFIXES: readonly (readonly [Limit, string])[] = [
  ['at_least', '(?:\\((?:含|含本数)\\))?(?:及|或)?(?:其)?以上'],
  ['at_least', '或更(?:长|多|高)'],
  ['at_most', '(?:\\((?:含|含本数)\\))?(?:及|或)?以下'],
  ['at_most', '(?:以|之)内'],
  ['approx', '左右|上下|之多|许|开外|出头'],
];

/**
 * Limits that stand apart from the number: they qualify it, but do not belong to its surface
 * (“突破10亿千瓦”, “约占全国的28%”, “不足全国平均的15%”). Each with the characters one of which it has, to be looked for first.
 */
export const DETACHED: readonly (readonly [Limit, string, RegExp])[] = [
  ['at_least', '破', /突破了? ?$/],
  ['approx', '约', /约(?:占|有|为|合|需|是|达|相当于|计)[^,。;、\d]{0,14} ?$/],
  ['at_most', '不', /(?:不足|不到|不及)[^,。;、\d]{1,10}的 ?$/],
  ['at_most', '不', /不(?:得|会|能)?(?:超过|高于|突破)[^,。;、\d]{1,12}的? ?$/],
  ['at_least', '不', /不(?:得|会|能)?(?:低于|少于)[^,。;、\d]{0,12}的? ?$/],
  ['at_most', '最限', /(?:最长|上限)(?:为|不超过)? ?$/],
  ['at_most', '不', /不(?:得|会|能)(?:超过|高于|突破) ?$/],
  ['at_most', '高', /最高(?:可|不超过)[^,。;、\d]{0,6} ?$/],
];

export interface QualifierRead {
  readonly qualifier: Limit;
  readonly length: number;
}

/** A prefix with its qualifier. */
interface Ending extends Omit<Prefix, 'texts'> {
  readonly text: string;
}

/** Prefixes by the code of their last character, the longest first. */
function byEnding(prefixes: readonly Prefix[]): ReadonlyMap<number, readonly Ending[]> {
  const endings = prefixes.flatMap(({ qualifier, texts, not }) =>
    texts.split(' ').map((text) => ({ qualifier, text, not })),
  );
  return grouped(
    endings.sort((a, b) => b.text.length - a.text.length),
    ({ text }) => text.charCodeAt(text.length - 1),
  );
}

const BEFORE = byEnding(PREFIXES);
const BEFORE_BARE = byEnding([...BARE_PREFIXES, ...PREFIXES]);
const AFTER = SUFFIXES.map(([qualifier, text]) => [qualifier, new RegExp(` ?(?:${text})`, 'y')] as const);

/** Most numbers stand beside other characters than those in which prefixes end and with which suffixes begin. */
const [PREFIX_END, SUFFIX_START, LIMIT_START] = [1, 2, 4];
const KINDS = markTable([
  [PREFIX_END, String.fromCharCode(...BEFORE_BARE.keys())],
  [SUFFIX_START, ' (及或其以之左上许开出多余内'],
  [LIMIT_START, '以'],
]);
/** The limits that stand apart have a bit each. */
const APART = markTable(DETACHED.map(([, characters], i) => [1 << i, characters]));

/**
 * The longest qualifier that ends where the number begins, at `at`, and begins behind `from`; `bare` as in the number
 * read.
 */
export function prefixOf(shadow: string, from: number, at: number, bare: boolean): QualifierRead | null {
  const end = shadow[at - 1] === ' ' ? at - 1 : at;
  const last = shadow.charCodeAt(end - 1);
  if (end <= from || !(KINDS[last]! & PREFIX_END)) return null;
  for (const { qualifier, text, not } of (bare ? BEFORE_BARE : BEFORE).get(last) ?? []) {
    const start = end - text.length;
    if (start < from || !shadow.startsWith(text, start)) continue;
    if (start === from || !not.includes(shadow[start - 1]!)) return { qualifier, length: at - start };
  }
  return null;
}

/** Behind units of measure, 多 and 余 approximate (3年多, 5公里多), and 内 limits a time (30日内). */
const AFTER_MEASURE: readonly (readonly [Limit, RegExp])[] = [
  ['approx', /[多余](?!元|样|项|年|边|方|种|出)/y],
  ['at_most', /内(?!部|容|外|涵|在|乱|战)/y],
];

const AFTER_ALL = [...AFTER, ...AFTER_MEASURE];

/** The qualifier that begins at `at`, behind a unit; `measured` where the unit measures and does not count. */
export function suffixAt(shadow: string, at: number, measured: boolean): QualifierRead | null {
  if (!(markAt(KINDS, shadow, at) & SUFFIX_START)) return null;
  for (const [qualifier, pattern] of measured ? AFTER_ALL : AFTER) {
    pattern.lastIndex = at;
    const match = pattern.exec(shadow);
    if (match) return { qualifier, length: match[0].length };
  }
  return null;
}

/** 20张床位及以上: the limit stands behind the noun that is counted. */
const BEHIND_NOUN: readonly (readonly [Limit, RegExp])[] = [
  ['at_least', /^(?!以)\p{Script=Han}{1,3}(?:及|或)?以上/u],
  ['at_most', /^(?!以)\p{Script=Han}{1,3}(?:及|或)?以下/u],
];

/** The limit that stands in the six characters behind the noun that is counted, if any; `at` is where the surface ends. */
export function nounLimit(shadow: string, at: number): Limit | null {
  if (!(marksIn(KINDS, shadow, at + 1, Math.min(at + 5, shadow.length)) & LIMIT_START)) return null;
  const after = shadow.slice(at, at + 6);
  return BEHIND_NOUN.find(([, pattern]) => pattern.test(after))?.[0] ?? null;
}

/** The limit that stands apart in the words from `from` to `to`, before the number; null where none does. */
export function detachedLimit(shadow: string, from: number, to: number): Limit | null {
  const marks = marksIn(APART, shadow, from, to);
  if (marks === 0) return null;
  const before = shadow.slice(from, to);
  return DETACHED.find(([, , pattern], i) => marks & (1 << i) && pattern.test(before))?.[0] ?? null;
}
