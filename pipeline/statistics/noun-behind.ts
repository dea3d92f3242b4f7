import type { Span } from '../model/span.ts';
import type { Word } from './sentence-words.ts';
import { EVENTS } from './word-classes.ts';
import { AFTER_NOUN, CHANGES } from './words.ts';

/** What stands behind a quantity: the noun that it counts, or what is said of those it counts. */
export interface Behind extends Span {
  readonly predicate: boolean;
  /** Whether the predicate says what the things are or what a share goes to. */
  readonly being: boolean;
}

const BREAKS = /^[,。;:!?、\n()|[\]《》 ]+$/;
const STOP_WORDS = new Set([
  '在',
  '与',
  '对',
  '为',
  '以',
  '用',
  '于',
  '及',
  '以及',
  '或',
  '到',
  '之一',
  '之多',
  '了',
  '着',
  '过',
  '之',
  '等',
  '来',
  '地',
]);
/** Words that say something of the noun before them. */
const CHANGE_WORDS = new Set(CHANGES.flatMap(([, words]) => words.split(' ')));
const SAYING = new Set([...AFTER_NOUN.map((word) => word.replace(/\(.*/, '')), ...CHANGE_WORDS]);
const JOINT = /^[和及与、]$|^以及$/;
const isSaying = (text: string): boolean => SAYING.has(text) || (text.length > 3 && SAYING.has(text.slice(0, 2)));
const RESULTS = /^[到至为成]$/;
const RESULT = /^(?![受得感])\p{Script=Han}{1,2}[到至为]$/u;
/** Verbs behind a share whose object is what has the share: 九成用于…, 七成是…. */
const BEING = /^(?:是|为|源于|靠|用于|涉及|属于|来自)$/;
/** Words at the end of a noun that say what is done with the things counted. */
const DEEDS = /^(?:建设|改造|搬迁|办理|问题|情况|前期|名单|工作|维修|拆改|日常)$/;
const QUOTES = /^[“”"‘’]+$/;
/** Words that begin what is said of the things counted. */
const PREDICATES = new Set(
  '没有 没 未 不 无 有 是 说 认为 在 被 靠 从未 曾 能 会 愿意 看不 尚未 已 仍 还 也 都 全 只 与 由 将'.split(' '),
);
/** What makes the words before 的 describe the noun behind it. */
const DESCRIBING = /(?:靠前|靠后|.性|以上|以下|左右|.[新老大小高低好差强弱重轻多少立])$/;
const PEOPLE = /^(?:人|名|位|户|家)$/;

/**
 * The noun right behind a quantity of `unit`, or the predicate that stands there; null where neither does. What `counts`
 * things may be followed by a verb that describes them or says something of them.
 */
export function nounBehind(words: readonly Word[], unit: string, counts: boolean): Behind | null {
  let from = words[0]?.text === '的' || words[0]?.text === '主要' ? 1 : 0;
  const first = words[from];
  if (!first || BREAKS.test(first.text)) return null;
  if (BEING.test(first.text)) return being(words, from + 1);
  if (PREDICATES.has(first.text)) return predicate(words, from);
  if (first.kind === 'stop' || first.kind === 'locative' || first.kind === 'time' || STOP_WORDS.has(first.text))
    return null;
  if (RESULT.test(first.text) || CHANGE_WORDS.has(first.text) || JOINT.test(first.text)) return null;
  if (first.kind !== null && isSaying(first.text)) return counts ? predicate(words, from) : null;
  if (first.kind === 'verb' && (!counts || RESULTS.test(words[from + 1]?.text ?? ''))) return null;
  if (/^[了着过]$/.test(words[from + 1]?.text ?? '')) return predicate(words, from);
  from = relative(words, from);
  let end = from;
  while (end < words.length && goesOn(words, from, end, unit)) end++;
  while (end > from + 1 && (isOpenQuote(words, from, end) || words[end - 1]!.text === '和')) end--;
  while (end > from + 1 && DEEDS.test(words[end - 1]!.text) && !/[个项条性]$/.test(unit + words[end - 2]!.text)) end--;
  return end > from ? spanOf(words, from, end, false) : null;
}

/** Whether the last of the words is a quote without its pair. */
const isOpenQuote = (words: readonly Word[], from: number, end: number): boolean =>
  QUOTES.test(words[end - 1]!.text) && words.slice(from, end).filter(({ text }) => QUOTES.test(text)).length % 2 === 1;

const spanOf = (words: readonly Word[], from: number, end: number, isPredicate: boolean): Behind => ({
  start: words[from]!.start,
  end: words[end - 1]!.end,
  predicate: isPredicate,
  being: false,
});

function being(words: readonly Word[], from: number): Behind | null {
  const found = from < words.length ? predicate(words, from) : null;
  return found && { ...found, being: true };
}

/** What is done in the time that stands before `words` (用三年改完, 五周时间查访), up to the end of the clause. */
export function deedBehind(words: readonly Word[]): Span | null {
  const from = words.findIndex(({ text }) => !TIME_WORDS.has(text));
  return from < 0 || BREAKS.test(words[from]!.text) ? null : predicate(words, from);
}

const TIME_WORDS = new Set(['的', '时间', '里', '间', '内', '来', '以来', '之内', '中']);

/** Up to the end of the clause, without the adverbs at its head. */
function predicate(words: readonly Word[], from: number): Behind | null {
  let start = from;
  while (start < words.length - 1 && words[start]!.kind === 'stop') start++;
  let end = start;
  while (end < words.length && !(BREAKS.test(words[end]!.text) && words[end]!.text !== '、')) end++;
  if (words[end - 1]?.text === '的') end--;
  return end > start ? spanOf(words, start, end, true) : null;
}

/** Where the noun begins that a clause or an adjective with 的 describes (“具有代表性的平台”). */
function relative(words: readonly Word[], from: number): number {
  let described = words[from]!.kind === 'verb' || words[from]!.kind === 'nominal';
  for (let k = from; k < Math.min(words.length - 1, from + 14); k++) {
    const { text } = words[k]!;
    if (/^[,。;:!?]$/.test(text) || words[k]!.kind === 'stop') return from;
    if (DESCRIBING.test(text)) described = true;
    else if (text === '的') return described ? relative(words, k + 1) : from;
    else if (!described && ['time', 'locative'].includes(words[k]!.kind ?? '')) return from;
  }
  return from;
}

/** Whether the noun that begins at `from` reaches over word `k`. */
function goesOn(words: readonly Word[], from: number, k: number, unit: string): boolean {
  const { text, kind } = words[k]!;
  if (QUOTES.test(text)) return k === from || words.slice(from, k).some((word) => QUOTES.test(word.text));
  if (text === '的' || BREAKS.test(text) || /^\d/.test(text)) return false;
  if (k === from) return true;
  if (STOP_WORDS.has(text) || isSaying(text)) return false;
  if (words[k - 1]!.text === '和' || words[k + 1]?.text === '和')
    return kind === null || kind === 'verb' || kind === 'nominal';
  if (kind === 'verb') return false;
  if (kind === 'nominal' && !EVENTS.has(text)) {
    if (isLast(words, k) || PEOPLE.test(unit)) return isLast(words, k) ? !PEOPLE.test(unit) : isLast(words, k + 1);
    return endsSoon(words, k);
  }
  return kind === null || kind === 'nominal' || (kind === 'adverb' && words[k + 1]?.kind === null);
}

/** Whether no more than three words end the clause behind word `k`, the last of them a noun. */
function endsSoon(words: readonly Word[], k: number): boolean {
  for (let i = k + 1; i < words.length && i <= k + 3; i++) {
    if (STOP_WORDS.has(words[i]!.text) || !['nominal', null].includes(words[i]!.kind)) return false;
    if (isLast(words, i)) return words[i]!.kind === null;
  }
  return false;
}

const isLast = (words: readonly Word[], k: number): boolean => k + 1 >= words.length || BREAKS.test(words[k + 1]!.text);
