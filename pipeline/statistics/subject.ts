import type { Span } from '../model/span.ts';
import { type Clauses, clauseStart, isChained, LEFT_MARKS, quantityBefore, SENTENCE_MARKS } from './clauses.ts';
import { type Behind, deedBehind, nounBehind } from './noun-behind.ts';
import { phraseBefore } from './phrase-before.ts';
import type { Quantity } from './quantity.ts';
import { type SentenceWords, wordsIn } from './sentence-words.ts';
import { classOf } from './word-classes.ts';
import { OPINION } from './words.ts';

/** What is measured (an empty span where the sentence does not say) and the whole that 占…的 names. */
export interface Measure {
  readonly subject: Span;
  readonly whole: Span | null;
}

const OPINION_VERB = new RegExp(OPINION.join('|'));
const ANYONE = /^(?:受访者?|被访者?|人|人员|群众|人数|调查对象)$/;
const SHARE =
  /(?:大?约|仅|各|只|已|就|均|总体|合计|共|也|粗略估计|估计)*(?:占(?!地|有率|比)(?:到|据|了|用)?|(?:仅|只)?(?:相当于|为|是|不足|不到|不及|只及|只?够)(?=[^,。;]*的 ?$))/;
/** Nouns behind a quantity that say nothing of what it measures: 的水平, 的基础上, 部分. */
const EMPTY = new Set('大关 关口 台阶 来说 水平 基础 标准 目标 速度 基数 高基数 要求 幅度 部分'.split(' '));
/** Units that count how often something is done. */
const TIMES: ReadonlySet<string> = new Set(['次', '遍', '趟', '回', '轮', '场次', '人次']);
const PLACES = /^\([区市县旗州、]+\)/;
const LONGEST = 40;

/** The measure of each quantity of a sentence, in order; `tokens` are those of the sentence. */
export function measuresOf(clauses: Clauses, tokens: readonly Span[]): Measure[] {
  const words = { shadow: clauses.shadow, tokens, last: 0 };
  const measures: Measure[] = [];
  for (let i = 0; i < clauses.quantities.length; i++) {
    const shared = sharedOut(clauses, words, i, measures);
    if (shared) measures.push(...shared);
    else if (measures.length <= i) measures.push(measureOf(clauses, words, i, measures.at(-1)));
  }
  return measures.slice(0, clauses.quantities.length);
}

/** The quantity whose noun quantity `i` shares: “96户177人贫困人口”, “1.8万户、189万平方米棚改任务”. */
function nounOwner(clauses: Clauses, i: number): number {
  const { shadow, quantities } = clauses;
  const [quantity, next] = [quantities[i]!, quantities[i + 1]];
  const joins =
    next &&
    next.start - quantity.end <= 2 &&
    quantity.unit !== next.unit &&
    /^、?共?$/.test(shadow.slice(quantity.end, next.start));
  return joins ? nounOwner(clauses, i + 1) : i;
}

function measureOf(clauses: Clauses, words: SentenceWords, i: number, previous: Measure | undefined): Measure {
  const quantity = clauses.quantities[i]!;
  if (previous && quantity.unit === quantityBefore(clauses, i)?.unit && isSource(clauses, i - 1)) return previous;
  const found = isRelative(quantity) ? shareMeasure(clauses, words, i, previous) : countMeasure(clauses, words, i);
  const subject = found.subject ?? inherited(clauses, words, i, previous) ?? perUnit(clauses, words, i);
  return { subject: capped(clauses.shadow, subject), whole: found.whole ?? null };
}

interface Found {
  readonly subject: Span | null;
  readonly whole?: Span | null;
}

const behind = ({ shadow, rights, quantities }: Clauses, words: SentenceWords, i: number): Behind | null => {
  const { unit, kind } = quantities[i]!;
  const noun = nounBehind(wordsIn(words, rights[i]!), unit, kind === 'count' || kind === 'duration');
  if (!noun) return null;
  if (EMPTY.has(shadow.slice(noun.start, noun.end))) return null;
  const places = shadow[noun.end] === '(' && PLACES.exec(shadow.slice(noun.end, rights[i]!.end))?.[0];
  return places ? { ...noun, end: noun.end + places.length } : noun;
};

/** What the clause before quantity `i` names; what a list shares with the quantity before it is left to that. */
function before(
  clauses: Clauses,
  words: SentenceWords,
  i: number,
  span: Span = clauses.lefts[i]!,
  listed = false,
): Span | null {
  const shares = i > 0 && span.start === clauses.quantities[i - 1]!.end;
  const { unit, kind } = clauses.quantities[i]!;
  const timed = kind === 'duration' || TIMES.has(unit);
  const counted = span === clauses.lefts[i] && (kind === 'count' || kind === 'money');
  const follows = span === clauses.lefts[i] && (i > 0 || span.start > clauses.sentence.start);
  return phraseBefore(wordsIn(words, span), { shares, follows, listed, timed, indicator: kind === 'percent', counted });
}

/** 45%的研究经费, X占Y的12%, X达到12%, 52%认为…. */
function shareMeasure(clauses: Clauses, words: SentenceWords, i: number, previous: Measure | undefined): Found {
  const { shadow } = clauses;
  const left = clauses.lefts[i]!;
  const right = clauses.rights[i]!;
  const noun = behind(clauses, words, i);
  const opinion = opinionOf(shadow, right, noun);
  if (opinion) return { subject: opinion };
  if (noun && /^ ?的/.test(shadow.slice(right.start, right.start + 2))) return { subject: noun };
  const share = clauses.leftMarks[i]! & LEFT_MARKS.share ? SHARE.exec(shadow.slice(left.start, left.end)) : null;
  if (share) {
    const at = left.start + share.index;
    const whole = wholeIn(shadow, { start: at + share[0].length, end: left.end });
    const subject = before(clauses, words, i, { start: left.start, end: at });
    return { subject: subject ?? (i > 0 ? (previous?.subject ?? null) : null), whole };
  }
  if (noun?.being && !/^用于/.test(shadow.slice(right.start, right.start + 2))) return { subject: noun };
  const source = sourceOf(clauses, i);
  if (source) return { subject: source };
  if (noun && !noun.predicate && quantityIsWord(clauses, i) && /[了和] ?$/.test(shadow.slice(left.start, left.end)))
    return { subject: noun };
  const named = before(clauses, words, i, withoutOf(shadow, left));
  return { subject: named ?? (i === 0 || noun?.being || quantityIsWord(clauses, i) ? noun : null) };
}

/** What a share is taken from: 从土地出让收益中提取10%. */
function sourceOf({ shadow, lefts, leftMarks }: Clauses, i: number): Span | null {
  if (!(leftMarks[i]! & LEFT_MARKS.source)) return null;
  const { start, end } = lefts[i]!;
  const match = /从([^,。;]{2,14})中[^,。;]{1,4}$/.exec(shadow.slice(start, end));
  return match && { start: start + match.index + 1, end: start + match.index + 1 + match[1]!.length };
}

/** The words that name what a share is of, without the approximation that may follow them. */
function wholeIn(shadow: string, { start, end }: Span): Span | null {
  const words = /^ ?([^,。;:(]*?)(?:的|大?约|近|为|仅| )*$/.exec(shadow.slice(start, end));
  const from = start + (words?.[0].startsWith(' ') ? 1 : 0);
  return words?.[1] ? { start: from, end: from + words[1].length } : null;
}

function withoutOf(shadow: string, span: Span): Span {
  const last = shadow[span.end - 1] === ' ' ? span.end - 2 : span.end - 1;
  return last >= span.start && shadow[last] === '的' ? { start: span.start, end: last } : span;
}

/** Whether quantity `i` is a share in words (八成, 一半), behind which a noun or a predicate may stand without 的. */
const quantityIsWord = ({ quantities }: Clauses, i: number): boolean =>
  quantities[i]!.chinese && quantities[i]!.kind !== 'multiple';

/** 5个职工家庭, 编制1513个, 12人受到处分; a length of time is of what stands before it. */
function countMeasure(clauses: Clauses, words: SentenceWords, i: number): Found {
  const quantity = clauses.quantities[i]!;
  const owner = nounOwner(clauses, i);
  const noun = isSource(clauses, i)
    ? null
    : (behind(clauses, words, i) ?? (owner === i ? null : behind(clauses, words, owner)));
  const isTime = quantity.kind === 'duration';
  if (noun && !isTime && (!noun.predicate || noun.being)) return { subject: noun };
  const left = clauses.lefts[i]!;
  const named = before(clauses, words, i);
  if (isTime && noun && !noun.predicate && (!named || isVerb(clauses.shadow, named))) return { subject: noun };
  if (isTime && (quantity.qualifier === 'at_most' || !named))
    return { subject: deedBehind(wordsIn(words, clauses.rights[i]!)) ?? named };
  if (
    noun?.predicate &&
    !isTime &&
    /[中里](?:也|还|仍|就|,)?有?$|其中有?$/.test(clauses.shadow.slice(left.start, left.end))
  )
    return { subject: noun };
  return { subject: named ?? noun };
}

const isVerb = (shadow: string, { start, end }: Span): boolean => classOf(shadow.slice(start, end)) === 'verb';

/** 82%的乡镇干部反映…: the group with what it holds; 人 and 受访者 name no group. */
function opinionOf(shadow: string, right: Span, noun: Span | null): Span | null {
  const verb = OPINION_VERB.exec(shadow.slice(right.start, right.end));
  if (!verb || verb.index > 14) return null;
  const anyone = !noun || ANYONE.test(shadow.slice(noun.start, noun.end)) || noun.start >= right.start + verb.index;
  return { start: anyone ? right.start + verb.index : noun.start, end: right.end };
}

/** Where a clause names nothing: the subject of the quantity before it, else what the clause before it names. */
function inherited(clauses: Clauses, words: SentenceWords, i: number, previous: Measure | undefined): Span | null {
  if (i > 0 && previous) return previous.subject;
  const { shadow, sentence, lefts } = clauses;
  const left = lefts[i]!;
  for (let end = left.start - 1; end > sentence.start; ) {
    const clause = { start: clauseStart(shadow, end, sentence.start), end };
    const named = before(clauses, words, i, clause);
    if (named) return named;
    end = clause.start - 1;
  }
  return null;
}

/** What the quantity is stated per, where nothing says what it measures (每期80人); an empty span where nothing at all. */
const perUnit = ({ lefts }: Clauses, words: SentenceWords, i: number): Span =>
  phraseBefore(wordsIn(words, lefts[i]!), {}) ?? { start: lefts[i]!.end, end: lefts[i]!.end };

/** “A、B产值分别达到1亿元、2亿元”: each quantity of the chain has its own subject. */
function sharedOut(
  clauses: Clauses,
  words: SentenceWords,
  i: number,
  earlier: readonly Measure[],
): readonly Measure[] | null {
  const { shadow, quantities, marks } = clauses;
  const left = clauses.lefts[i]!;
  if (
    !(marks & SENTENCE_MARKS.respectively) ||
    !shadow.slice(left.start, left.end).includes('分别') ||
    isChained(clauses, i)
  )
    return null;
  let count = 1;
  while (i + count < quantities.length && isChained(clauses, i + count)) count++;
  const named = count > 1 ? before(clauses, words, i, left, true) : null;
  if (count > 1 && !named && earlier.length >= count) return earlier.slice(-count);
  const items = named ? splitList(shadow, named) : [];
  return items.length === count ? items.map((subject) => ({ subject, whole: null })) : null;
}

function splitList(shadow: string, { start, end }: Span): Span[] {
  const items: Span[] = [];
  let from = start;
  for (const match of shadow.slice(start, end).matchAll(/、|和|及|与|以及/g)) {
    items.push({ start: from, end: start + match.index });
    from = start + match.index + match[0].length;
  }
  const last = shadow.slice(from, end).split('等')[0]!;
  return [...items, { start: from, end: from + last.length }].filter((item) => item.end > item.start);
}

/** A subject is a phrase, not a paragraph: what is longer keeps its end. The 年 of a year before it is none of it. */
function capped(shadow: string, { start, end }: Span): Span {
  const isYear = shadow[start] === '年' && end > start + 1 && /\d/.test(shadow[start - 1] ?? '');
  return { start: Math.max(isYear ? start + 1 : start, end - LONGEST), end };
}

/** Whether the quantity is where a move starts from: 由640个细分为812个. */
const isSource = ({ shadow, quantities, lefts, leftMarks }: Clauses, i: number): boolean =>
  (leftMarks[i]! & LEFT_MARKS.source) !== 0 &&
  /[由从](?:每?\p{Script=Han}?|[^,。;、]{1,8}的)$/u.test(shadow.slice(lefts[i]!.start, lefts[i]!.end)) &&
  /^\p{Script=Han}{0,2}[至到为]/u.test(shadow.slice(quantities[i]!.end, quantities[i]!.end + 4));

/** Whether the quantity is a change or a share, whose subject is an indicator rather than a thing counted. */
export const isRelative = ({ kind }: Quantity): boolean =>
  kind === 'percent' || kind === 'multiple' || kind === 'ratio';
