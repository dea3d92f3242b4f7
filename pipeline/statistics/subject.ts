import type { Span } from '../model/span.ts';
import { type Clauses, clauseStart, isChained } from './clauses.ts';
import type { Quantity } from './quantity.ts';
import {
  AFTER_NOUN,
  AFTER_NOUN_SHORT,
  BEFORE_QUANTITY,
  CHANGES,
  HEAD_WORDS,
  LEADING_VERBS,
  MIDDLE_VERBS,
  OPINION,
} from './words.ts';

/** What is measured (an empty span where the sentence does not say) and the whole that 占…的 names. */
export interface Measure {
  readonly subject: Span;
  readonly whole: Span | null;
}

const anyOf = (words: readonly string[]): string =>
  [...new Set(words)]
    .filter((word) => word !== '')
    .sort((a, b) => b.length - a.length)
    .join('|');
const CHANGE_WORDS = anyOf(CHANGES.flatMap(([, words]) => words.split(' ')));
const DATE =
  '(?:截[至止])?(?:到|至)? ?(?:(?:20|19)\\d\\d ?年?(?:[-至](?:(?:20|19)\\d\\d|\\d{1,2}月?))? ?年?|\\d{1,2}(?:[-至]\\d{1,2})? ?月)(?:[上下]半年|[初末底份度]|以来|末)?(?:\\d{1,2}日)?|(?:[一二三四]、?)+季度';
const COMPARED = '(?:比|较|与)[^,。;]{1,14}|(?:高于|低于|快于|慢于|优于|高出|超过)[^,。;]{1,12}';
const TAIL = new RegExp(`(?:${anyOf(BEFORE_QUANTITY)}|(?:${CHANGE_WORDS})(?:了|到|至|为|率)?|[:“”"‘’( ]+|,|》)$`);
const COMPARISON = new RegExp(`(?:${COMPARED})$`);
const HEAD = new RegExp(`^(?:[、,。;:\\s”")》《.]+|(?:${anyOf(HEAD_WORDS)})(?=.)|${DATE})`);
const LEADING = new RegExp(`^(?:${anyOf(LEADING_VERBS)})(?:了|着|过|到|出|起)?(?=.{2})`);
const MIDDLE = new RegExp(`(?<![所国公私特具没享])(?:${anyOf(MIDDLE_VERBS)})(?:了|着|过|出)?(?=.{2})`, 'g');
const SHORT_STOPS = AFTER_NOUN_SHORT.map(
  ([word, before, after]) => `${before && `(?<![${before}])`}${word}${after && `(?![${after}])`}`,
);
const NOUN_END = new RegExp(`[,。;:、!?()\\n\\d“”‘’《》 |]|${anyOf(AFTER_NOUN)}|${SHORT_STOPS.join('|')}`);
const VERBAL = /^(?:\p{Script=Han}{2}[了着过]|[和及与、]|之间|时间|来的?|以上|以下)/u;
/** What makes the words before 的 describe the noun behind it, so that the noun is the subject (闲置的村小). */
const DESCRIBING =
  /(?:靠前|靠后|性|以上|以下|左右|[新老大小高低好差强弱重轻多少]|[立置目定秀格用关要出业备])$|有|无|受|被|具|从事|符合|未|不|较|最/;
const OPINION_VERB = new RegExp(anyOf(OPINION));
const ANYONE = /^(?:受访者?|被访者?|人|人员|群众|人数|调查对象)$/;
const SHARE = /(?:大?约|仅|各|只|已|就|均|总体|合计|共|也|粗略估计|估计)*占(?:比|到|据|了|用)?(?!地|有率|比)/;
const LONGEST = 40;

/** The measure of each quantity of a sentence, in order. */
export function measuresOf(clauses: Clauses): Measure[] {
  const measures: Measure[] = [];
  for (let i = 0; i < clauses.quantities.length; i++) {
    const shared = sharedOut(clauses, i);
    if (shared) measures.push(...shared);
    else if (measures.length <= i) measures.push(measureOf(clauses, i, measures[i - 1]));
  }
  return measures.slice(0, clauses.quantities.length);
}

function measureOf(clauses: Clauses, i: number, previous: Measure | undefined): Measure {
  const quantity = clauses.quantities[i]!;
  const left = clauses.lefts[i]!;
  const isShare = quantity.kind === 'percent' || quantity.kind === 'ratio' || quantity.kind === 'multiple';
  const found = isShare ? shareMeasure(clauses, i, left, previous) : countMeasure(clauses, i, left);
  const subject = found.subject ?? inherited(clauses, i, left, previous);
  return { subject: capped(subject), whole: found.whole ?? null };
}

interface Found {
  readonly subject: Span | null;
  readonly whole?: Span | null;
}

/** 45%的研究经费, X占Y的12%, X达到12%, 52%认为…. */
function shareMeasure(clauses: Clauses, i: number, left: Span, previous: Measure | undefined): Found {
  const { shadow } = clauses;
  const right = clauses.rights[i]!;
  const noun = nounOf(shadow, right);
  const opinion = opinionOf(shadow, right, noun);
  if (opinion) return { subject: opinion };
  if (noun && /^ ?的/.test(shadow.slice(right.start, right.start + 2))) return { subject: noun };
  const share = SHARE.exec(shadow.slice(left.start, left.end));
  if (share) {
    const at = left.start + share.index;
    const whole = trimmed(shadow, { start: at + share[0].length, end: left.end });
    const subject = trimmed(shadow, { start: left.start, end: at }) ?? (i > 0 ? (previous?.subject ?? null) : null);
    return { subject, whole: whole && withoutOf(shadow, whole) };
  }
  return { subject: trimmed(shadow, left) ?? (i === 0 ? noun : null) };
}

/** 5个职工家庭, 编制1513个, 12人受到处分; a length of time is of what stands before it. */
function countMeasure(clauses: Clauses, i: number, left: Span): Found {
  const { shadow, quantities } = clauses;
  const right = clauses.rights[i]!;
  const noun = nounOf(shadow, right);
  const isTime = quantities[i]!.kind === 'duration';
  if (noun && !isTime) return { subject: noun };
  const named = trimmed(shadow, left);
  if (named) return { subject: isTime ? named : objectOf(shadow, named) };
  if (noun) return { subject: noun };
  const rest = trimmed(shadow, right);
  return { subject: rest && rest.end - rest.start > 1 && !isChained(clauses, i) ? rest : null };
}

/** The noun that stands right behind a quantity, up to the verb that follows it. */
function nounOf(shadow: string, right: Span): Span | null {
  const skipped = /^ ?的? ?/.exec(shadow.slice(right.start, right.end))![0].length;
  const start = right.start + skipped;
  const text = shadow.slice(start, right.end).replace(/“[^”]{0,20}”/g, (quoted) => '〇'.repeat(quoted.length));
  if (VERBAL.test(text)) return null;
  const end = NOUN_END.exec(text)?.index ?? text.length;
  const noun = describedOnly(text.slice(0, end)).replace(/(?:之?中|里|的|之一|之多|和|及|以及)$/, '');
  return noun.length > 0 && /[\p{Script=Han}A-Za-z]/u.test(noun) ? { start, end: start + noun.length } : null;
}

/** “城市出入口的景观” counts 城市出入口; “闲置的村小” counts both. */
function describedOnly(noun: string): string {
  const at = noun.indexOf('的');
  return at < 1 || DESCRIBING.test(noun.slice(0, at)) ? noun : noun.slice(0, at);
}

/** 82%的乡镇干部反映…: the group with what it holds; 人 and 受访者 name no group. */
function opinionOf(shadow: string, right: Span, noun: Span | null): Span | null {
  const verb = OPINION_VERB.exec(shadow.slice(right.start, right.end));
  if (!verb || verb.index > 14) return null;
  const anyone = !noun || ANYONE.test(shadow.slice(noun.start, noun.end)) || noun.start >= right.start + verb.index;
  return { start: anyone ? right.start + verb.index : noun.start, end: right.end };
}

/**
 * The thing that the verbs of `named` have for object: “促进拨付污染防治资金” → “污染防治资金”. Words that end in 的 or
 * in the verb itself are kept whole (“拥有私家车的”, “管网改造”).
 */
function objectOf(shadow: string, named: Span): Span {
  if (shadow[named.end - 1] === '的') return named;
  let { start } = named;
  for (const match of shadow.slice(named.start, named.end).matchAll(MIDDLE)) {
    const isModifier = /^(?:新增|增加)/.test(match[0]) && match.index > 0;
    if (!isModifier) start = named.start + match.index + match[0].length;
  }
  const object = { start, end: named.end };
  for (let lead = leading(shadow, object); lead; lead = leading(shadow, object)) object.start += lead.length;
  return trimmed(shadow, object) ?? named;
}

const leading = (shadow: string, { start, end }: Span): string | undefined =>
  LEADING.exec(shadow.slice(start, end))?.[0];

/** `span` without the words of time, number and comparison at its ends; null where nothing is left. */
function trimmed(shadow: string, span: Span): Span | null {
  let { start, end } = span;
  for (let head = HEAD.exec(shadow.slice(start, end)); head?.[0]; head = HEAD.exec(shadow.slice(start, end)))
    start += head[0].length;
  for (let tail = tailOf(shadow, start, end); tail; tail = tailOf(shadow, start, end)) end -= tail.length;
  return end > start ? { start, end } : null;
}

function tailOf(shadow: string, start: number, end: number): string | undefined {
  const text = shadow.slice(start, end);
  return TAIL.exec(text)?.[0] ?? COMPARISON.exec(text)?.[0];
}

const withoutOf = (shadow: string, whole: Span): Span =>
  shadow[whole.end - 1] === '的' ? { start: whole.start, end: whole.end - 1 } : whole;

/** Where a clause names nothing: the subject of the quantity before it, else the words of the clause before it. */
function inherited({ shadow, sentence }: Clauses, i: number, left: Span, previous: Measure | undefined): Span {
  if (i > 0 && previous) return previous.subject;
  for (let end = left.start - 1; end > sentence.start; ) {
    const clause = { start: clauseStart(shadow, end, sentence.start), end };
    const named = trimmed(shadow, clause);
    if (named) return named;
    end = clause.start - 1;
  }
  return { start: left.end, end: left.end };
}

/** “A、B产值分别达到1亿元、2亿元”: each quantity of the chain has its own subject. */
function sharedOut(clauses: Clauses, i: number): Measure[] | null {
  const { shadow, quantities } = clauses;
  const left = clauses.lefts[i]!;
  if (!/分别/.test(shadow.slice(left.start, left.end)) || isChained(clauses, i)) return null;
  let count = 1;
  while (i + count < quantities.length && isChained(clauses, i + count)) count++;
  const named = trimmed(shadow, left);
  const items = named && count > 1 ? splitList(shadow, objectOf(shadow, named)) : [];
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

/** A subject is a phrase, not a paragraph: what is longer keeps its end. */
const capped = ({ start, end }: Span): Span => ({ start: Math.max(start, end - LONGEST), end });

/** Whether the quantity is a change or a share, whose subject is an indicator rather than a thing counted. */
export const isRelative = ({ kind }: Quantity): boolean =>
  kind === 'percent' || kind === 'multiple' || kind === 'ratio';
