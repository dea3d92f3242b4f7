import type { Span } from '../model/span.ts';
import { quotationAround, quoted } from './quotation.ts';
import type { Word } from './sentence-words.ts';
import { WORD_BITS } from './word-bits.ts';
import type { WordClass } from './word-classes.ts';

/** Longest description with 的 that is a part of the subject: of a measure, and of anything else. */
const LONG = 16;
const SHORT = 6;
/** Nouns that say nothing without their verb: 实有人数, 完成投资. */
const WITH_VERB = new Set('人数 户数 面积 数 投资 就业 收入 支出'.split(' '));
/** Words that point back to what was counted before. */
const REST = new Set('其余 余下 剩下 最多 最少 最高 最低 最小 最大 合计 共计 平均 再 按 全年 本轮 本世纪'.split(' '));
/** Each of those counted. */
const EACH = /^每[个名位家户所村乡镇校]/;
/** Nouns that stand for the indicator named before. */
const BARE = new Set(['占比', '比例', '比重']);
const { aspect: ASPECT, at: AT, break: BREAK, comparing: COMPARING, digit: DIGIT, head: HEAD } = WORD_BITS;
const { inside: INSIDE, joint: JOINT, measure: MEASURE, modal: MODAL, per: PER } = WORD_BITS;
const { preposition: PREPOSITION, result: RESULT, sharing: SHARING, tail: TAIL } = WORD_BITS;

/** How a quantity asks for its subject. */
export interface Asking {
  /** Whether it goes on with a list, whose earlier members belong to the quantity before it. */
  readonly shares?: boolean;
  /** Whether another quantity stands before it, which names what it measures if its own clause does not. */
  readonly follows?: boolean;
  /** Whether the members of a list before 等 are wanted. */
  readonly listed?: boolean;
  /** Whether it counts things, which stand right before it behind their verb (企业申请贷款5亿元). */
  readonly counted?: boolean;
  /** Whether it is a share or a change of an indicator. */
  readonly indicator?: boolean;
  /** Whether it says how long or how often something is done, so that the verb before it is its subject. */
  readonly timed?: boolean;
}

/** The words that name what a quantity measures, in the clause before it; null where it names nothing. */
export function phraseBefore(words: readonly Word[], asking: Asking): Span | null {
  const end = subjectEnd(words, asking.timed ?? false);
  if (end === 0) return asking.follows ? null : perWhat(words);
  const last = words[end - 1]!;
  if (end === 1 && BARE.has(last.text)) return null;
  if (end === 2 && last.text === '.' && words[0]!.bits & DIGIT) return null;
  if (last.kind === 'verb') return { start: last.start, end: last.end };
  const from = last.text === '的' ? clauseHead(words, end - 1) : phraseHead(words, end, asking);
  const stop = last.text === '的' ? end - 1 : end;
  if (from >= stop || (asking.follows && pointsBack(words, from, stop))) return null;
  return quotationAround(words, from, stop) ?? quoted(words, placed(words, from, asking), stop);
}

/** Whether the words say only for whom, or which of those counted before: 每个社区, 摊到每户头上, 其余. */
const pointsBack = (words: readonly Word[], from: number, stop: number): boolean =>
  ((words[from]!.bits & PER) !== 0 &&
    EACH.test(words[from]!.text) &&
    words.slice(from, stop).every(({ kind }) => kind === null)) ||
  (words[from]!.bits & SHARING) !== 0 ||
  (stop === from + 1 && REST.has(words[from]!.text));

/** A share or a change is of an indicator, which the place before it (全国, 全市) is a part of. */
const placed = (words: readonly Word[], from: number, asking: Asking): number =>
  asking.indicator && from > 0 && words[from - 1]!.kind === 'place' && WIDE.test(words[from - 1]!.text)
    ? from - 1
    : from;

const WIDE = /^全[国省市区县]/;

function perWhat(words: readonly Word[]): Span | null {
  const per = words.find(({ bits, kind }) => kind !== 'time' && bits & PER);
  return per ? { start: per.start, end: per.end } : null;
}

/** Where the subject ends: before the verb, unless a time is told of it or nothing stands before it. */
function subjectEnd(words: readonly Word[], timed: boolean): number {
  const end = tailStart(words);
  if (timed || end === 0 || words[end - 1]!.kind !== 'verb') return end;
  const before = tailStart(words.slice(0, end - 1));
  const named = before > 0 && words[before - 1]!.kind !== 'verb' && words[before - 1]!.text !== '的';
  return named ? before : end;
}

/** How many of `words` are left when those between the subject and the quantity are taken off. */
export function tailStart(words: readonly Word[]): number {
  let end = words.length;
  while (end > 0) {
    const last = words[end - 1]!;
    const { text, kind } = last;
    const before = end > 1 ? words[end - 2] : undefined;
    if (text === '计划' && before?.kind === null && !(before.bits & BREAK)) return end;
    const isResult = last.bits & RESULT && isVerb(before?.kind);
    const source = text === '的' ? sourceStart(words, end) : 0;
    if (isResult) end -= 2;
    else if (source > 0) end = source;
    else if (text === '的' && before?.kind === 'time') end -= 2;
    else if (end > 2 && before!.text === '每') end -= 2;
    else if (text === '所' && before?.kind === null && before.text.length === 1) return end;
    else if (kind === 'locative') end = placeStart(words, end);
    else if (isTail(last)) end--;
    else {
      const compared = text === '的' ? -1 : comparison(words, end);
      if (compared < 0) return end;
      end = compared;
    }
  }
  return end;
}

/** Where 从 or 由 begins in “从高峰时的”, “由去年的”; 0 where it does not. */
function sourceStart(words: readonly Word[], end: number): number {
  for (let k = end - 2; k > 0 && k >= end - 6; k--) {
    if (words[k]!.text === '从' || words[k]!.text === '由') return k;
    if (isVerb(words[k]!.kind)) return 0;
  }
  return 0;
}

/** Where 在 begins in “在…里”, or the locative itself. */
function placeStart(words: readonly Word[], end: number): number {
  for (let k = end - 2; k > 0 && k >= end - 7; k--) {
    if (words[k]!.bits & BREAK) break;
    if (words[k]!.text === '在') return k;
  }
  return end - 1;
}

const isVerb = (kind: Word['kind'] | undefined): boolean => kind === 'verb' || kind === 'nominal';

const isTail = ({ bits, kind }: Word): boolean =>
  (bits & TAIL) !== 0 || kind === 'stop' || kind === 'adverb' || kind === 'time' || kind === 'place';

/** Where a comparison begins that ends at `end` (比上年, 高于全国), else -1. */
function comparison(words: readonly Word[], end: number): number {
  for (let k = end - 1; k >= 0 && k >= end - 6; k--) {
    const { bits } = words[k]!;
    if (bits & BREAK) return -1;
    if (bits & COMPARING) return words[k + 1]?.kind === 'time' && words[end - 1]!.kind === null ? -1 : k;
  }
  return -1;
}

/** Where a clause that ends in 的 begins to name a group: behind words of time and place and behind “…中”. */
function clauseHead(words: readonly Word[], end: number): number {
  let from = 0;
  for (let k = 0; k < end - 1; k++) {
    const { bits, kind } = words[k]!;
    if (bits & BREAK || (bits & INSIDE && kind === 'locative')) from = k + 1;
  }
  while (from < end - 1 && isHead(words[from]!) && !(words[from]!.bits & MODAL)) from++;
  return from;
}

/** Where the noun phrase that ends at `end` begins. */
function phraseHead(words: readonly Word[], end: number, asking: Asking): number {
  let afterOf = -1;
  for (let k = end - 1; k >= 0; k--) {
    const { text } = words[k]!;
    if (text === ')') {
      const open = opening(words, k);
      if (open < k && k < end - 1 && open > 0) return k + 1;
      k = open;
    } else if (k === end - 1) continue;
    else if (text === '的' && afterOf < 0) afterOf = k + 1;
    else if (text === '等' && !asking.listed && words[end - 1]!.end - words[k]!.end > 2) return k + 1;
    else if (stops(words, k, end, asking, afterOf >= 0)) return headOf(words, k + 1, afterOf, end);
  }
  return headOf(words, 0, afterOf, end);
}

/** The place of the bracket that the one at `k` closes; `k` where none does. */
function opening(words: readonly Word[], k: number): number {
  for (let i = k - 1; i >= 0; i--) if (words[i]!.text === '(') return i;
  return k;
}

/** From `from`, or behind 的 where what it joins is no measure of something and no number describes it. */
function headOf(words: readonly Word[], from: number, afterOf: number, end: number): number {
  if (afterOf < 0) return skipped(words, from, end);
  const described = words.slice(from, afterOf);
  const whole = (words[end - 1]!.bits & MEASURE) !== 0 || described.some(({ text }) => /\d/.test(text));
  if (described.every(({ text, bits, kind }) => isVerb(kind) || bits & JOINT || text === '的'))
    return skipped(words, from, end);
  const length = words[afterOf]!.start - words[from]!.start;
  return length <= (whole ? LONG : SHORT) ? skipped(words, from, end) : afterOf;
}

/** Whether the noun phrase cannot go on across word `k`; `described` where 的 stands behind it. */
function stops(words: readonly Word[], k: number, end: number, asking: Asking, described: boolean): boolean {
  const { text, bits, kind } = words[k]!;
  const next = words[k + 1]!;
  if (bits & BREAK || kind === 'stop' || kind === 'time' || kind === 'place') return true;
  if (text === '在' && next.bits & AT) return false;
  if (kind === 'locative' || (bits & PREPOSITION && !(asking.timed && text === '在')) || bits & ASPECT)
    return !described;
  if (text === '、') return asking.shares ?? false;
  if (text === '等') return false;
  if (described || next.bits & JOINT || next.text === '的' || words[end - 1]!.end - words[k]!.end < 2) return false;
  if (k > 0 && k === end - 2 && WITH_VERB.has(next.text)) return false;
  if (asking.counted && kind === 'nominal' && isPredicate(words, k, end)) return true;
  return kind === 'verb' || (kind === 'nominal' && isHeadOfClause(words, k));
}

/** Nouns that a verb right before them mostly describes: 编制人员, 救助资金. */
const HEADED = new Set('人员 人数 人口 面积 资金 经费 项目 工程 机构 设施'.split(' '));

/** Whether an agent stands before verb `k`, and behind it up to the quantity only what is counted: 企业申请贷款5亿元. */
const isPredicate = (words: readonly Word[], k: number, end: number): boolean =>
  end === words.length &&
  !(k === end - 2 && HEADED.has(words[end - 1]!.text)) &&
  k > 0 &&
  words[k - 1]!.kind === null &&
  !(words[k - 1]!.bits & (JOINT | TAIL)) &&
  words.slice(k + 1, end).every(({ kind, bits, text }) => kind === null && text.length > 1 && !(bits & (JOINT | TAIL)));

const HEADS: ReadonlySet<WordClass> = new Set(['stop', 'time', 'place', 'nominal']);

const isHeadOfClause = (words: readonly Word[], k: number): boolean => {
  const before = k > 0 ? words[k - 1] : undefined;
  return !before || (before.bits & BREAK) !== 0 || (k === 1 && (before.bits & JOINT) !== 0) || HEADS.has(before.kind);
};

/** The first of `words` from `from` on that is not a mark, a joint or a word of time, place or order. */
function skipped(words: readonly Word[], from: number, end: number): number {
  let at = from;
  if (at < end - 2 && words[at]!.bits & DIGIT && words[at + 1]!.text === '.') at += 2;
  if (at < end - 3 && words[at]!.text === '(' && words[at + 2]!.text === ')') at += 3;
  while (at < end - 1 && (isHead(words[at]!) || (words[at]!.text === '平均' && words[at + 1]!.bits & PER))) at++;
  return at;
}

const isHead = ({ bits, kind }: Word): boolean =>
  (bits & (JOINT | HEAD)) !== 0 || kind === 'stop' || kind === 'time' || kind === 'place' || kind === 'locative';
