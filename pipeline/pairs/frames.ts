import type { Span } from '../model/span.ts';
import type { Clause } from '../text/clauses.ts';
import { CAUSE_OF_CUES, NAMED_CAUSE_CUES, ONLY_ADVERBS, REASON_CUES, RESULT_CUES } from './cues.ts';
import { causeBefore, effectClause, effectEnd, stripped } from './extent.ts';

/** A pair before it is numbered. */
export interface Found {
  readonly cause: Span;
  readonly effect: Span;
  readonly cue: string;
}

/** A found pair with the last clause that it uses up. */
interface Step extends Found {
  readonly last: number;
}

/** What a frame looks at: a clause of its segment, and the first clause that no earlier pair has used. */
interface Place {
  readonly text: string;
  readonly clauses: readonly Clause[];
  readonly index: number;
  readonly from: number;
  readonly weak: boolean;
}

/** “防止…造成” states no cause. */
const DENIED = /(?:防止|避免|杜绝|以免|严防|预防|严禁|不得|不会|没有|未)[^，]{0,12}$/u;
/** What is concluded is a demand, not an effect. */
const DEMANDS = /^[，,]?(?:要|应|必须|需|建议|我们|可以|可|有必要|今后|务必|当务之急)/u;

/** The pairs of one segment, from left to right; a later pair does not reach back into an earlier one's cue. */
export function pairsIn(text: string, clauses: readonly Clause[], weak: boolean): Found[] {
  const found: Found[] = [];
  let from = 0;
  for (let index = 0; index < clauses.length; index++) {
    const place = { text, clauses, index, from, weak };
    const step = nameCauseOf(place) ?? nameCause(place) ?? giveReason(place) ?? giveResult(place);
    if (!step) continue;
    found.push({ cause: step.cause, effect: step.effect, cue: step.cue });
    index = Math.max(index, step.last);
    from = index;
  }
  return found;
}

const wordsOf = ({ text, clauses, index }: Place): string => text.slice(clauses[index]!.start, clauses[index]!.end);

/** A，是 B 的重要原因. */
function nameCauseOf(place: Place): Step | null {
  const { text, clauses, index, from } = place;
  for (const { pattern, id } of CAUSE_OF_CUES) {
    const match = pattern.exec(wordsOf(place));
    const { effect = '', cue = '', noun = '' } = match?.groups ?? {};
    if (!match || /^(?:制约|影响|阻碍|限制|一个|其|他们|它)/u.test(effect)) continue;
    const start = clauses[index]!.start + match.index + match[0].indexOf(effect, id === 'is-cause-of' ? cue.length : 0);
    const named = effectOf(text, { start, end: start + effect.length });
    const own = stripped(text, { start: clauses[index]!.start, end: clauses[index]!.start + match.index });
    const subject = text.slice(own.start, own.end);
    const before = causeBefore(text, clauses, index, from);
    const short = /^(?:这|此|那|这些|这也|这就|这正)?(?:也|就|都|正|便)*$/u.test(subject);
    const cause = short ? before : joined(before, own, index - from);
    if (!cause) continue;
    return { cause, effect: named, cue: id === 'is-cause-of' ? `${cue}…的${noun}` : `${noun}${cue}`, last: index };
  }
  return null;
}

/** 是导致 B 的原因: B alone is the effect. */
function effectOf(text: string, span: Span): Span {
  const verb = /^(?:导致|造成|引起|引发|致使|产生)/u.exec(text.slice(span.start, span.end));
  return stripped(text, { start: span.start + (verb?.[0].length ?? 0), end: span.end });
}

/** The subject of 是 with the clause before it, where there is just one or two. */
const joined = (before: Span | null, own: Span, clauses: number): Span =>
  before && clauses <= 2 && own.end - before.start <= 40 && own.end - own.start <= 12
    ? { start: before.start, end: own.end }
    : own;

/** B，根源在于 A; B 是因为 A. */
function nameCause(place: Place): Step | null {
  const { text, clauses, index, from, weak } = place;
  const words = wordsOf(place);
  for (const cue of NAMED_CAUSE_CUES) {
    const match = cue.pattern.exec(words);
    if (!match || (cue.weak && !weak)) continue;
    const at = clauses[index]!.start + match.index;
    const own = stripped(text, { start: clauses[index]!.start, end: at });
    const cause = stripped(text, { start: at + match[0].length, end: causeEnd(text, clauses, index) });
    const named = own.end - own.start >= 2 && !/^(?:其|究其|这|此|这种|对此)/u.test(text.slice(own.start, own.end));
    const before = index > from ? stripped(text, clauses[index - 1]!) : null;
    const later = clauses[index + 1] ? { start: clauses[index + 1]!.start, end: clauses[index + 1]!.end } : null;
    const effect = named ? own : before;
    if (!effect || (later && cause.end <= cause.start)) continue;
    const whole = withoutSo(text, effect);
    return { cause, effect: whole.span, cue: whole.so ? `之所以…${match[0]}` : match[0], last: clauses.length };
  }
  return afterthought(place);
}

/** B，因为 A: with nothing behind it that A could lead to. */
function afterthought(place: Place): Step | null {
  const { text, clauses, index, from } = place;
  const match = /^(?:就|只|正|主要)?因为/u.exec(wordsOf(place));
  if (!match || index <= from) return null;
  const next = effectClause(text, clauses, index);
  if (
    next !== null &&
    /^.{0,8}(?:便|就|只好|只能|因此|所以|于是|不得不)/u.test(text.slice(clauses[next]!.start, clauses[next]!.end))
  )
    return null;
  const cause = { start: clauses[index]!.start + match[0].length, end: clauses.at(-1)!.end };
  return {
    cause: stripped(text, cause),
    effect: stripped(text, clauses[index - 1]!),
    cue: match[0],
    last: clauses.length,
  };
}

/** A named cause ends with the sentence, or before what follows from it. */
function causeEnd(text: string, clauses: readonly Clause[], index: number): number {
  let last = index;
  while (
    last + 1 < clauses.length &&
    !/^(?:哪里|所以|因此|于是|导致|使|这)/u.test(text.slice(clauses[last + 1]!.start))
  )
    last++;
  return clauses[last]!.end;
}

/** 之所以 B: without its 之所以 where it leads in. */
function withoutSo(text: string, span: Span): { span: Span; so: boolean } {
  const words = text.slice(span.start, span.end);
  const lead = /^之所以/u.exec(words)?.[0].length ?? 0;
  return { span: { start: span.start + lead, end: span.end }, so: words.includes('之所以') };
}

/** 由于 A，(导致) B; 受 A 制约，B; 因 A 而 B. */
function giveReason(place: Place): Step | null {
  const words = wordsOf(place);
  for (const cue of REASON_CUES) {
    const match = cue.pattern.exec(words);
    if (!match) continue;
    const step = match.groups?.cause === undefined ? openReason(place, match) : underReason(place, match);
    if (step) return step;
  }
  return null;
}

/** 受 A 制约，B. */
function underReason(place: Place, match: RegExpExecArray): Step | null {
  const { text, clauses, index } = place;
  const at = clauses[index]!.start + match.index;
  const start = at + match[0].indexOf(match.groups!.cause!);
  const cause = stripped(text, { start, end: start + match.groups!.cause!.length });
  const rest = { start: at + match[0].length, end: clauses[index]!.end };
  const cue = `受…${match.groups!.cue!}`;
  if (rest.end - rest.start >= 3) {
    if (text[rest.start] === '的' || text[rest.start] === '、') return null;
    return {
      cause,
      effect: stripped(text, { start: rest.start, end: effectEnd(text, clauses, index) }),
      cue,
      last: index,
    };
  }
  if (index + 1 >= clauses.length) return null;
  const result = resultAt(place, index + 1);
  const next = result?.index ?? index + 1;
  return {
    cause,
    effect: stripped(text, { start: result?.end ?? clauses[next]!.start, end: effectEnd(text, clauses, next) }),
    cue,
    last: next,
  };
}

/** 由于 A，B; 因 A 而 B; 因 A，导致 B. */
function openReason(place: Place, match: RegExpExecArray): Step | null {
  const { text, clauses, index } = place;
  const clause = clauses[index]!;
  const start = clause.start + match.index + match[0].length;
  const inner = insideClause(text, { start, end: clause.end });
  if (inner) return { ...inner, cue: `${match[0]}…${inner.cue}`.replace(/…$/u, ''), last: index };
  const result = resultAt(place, index + 1);
  if (result) {
    const cause = stripped(text, { start, end: clauses[result.index - 1]!.end });
    const effect = stripped(text, { start: result.end, end: effectEnd(text, clauses, result.index) });
    return { cause, effect, cue: `${match[0]}…${result.cue}`, last: result.index };
  }
  const next = effectClause(text, clauses, index);
  if (next === null) return null;
  const cause = stripped(text, { start, end: clauses[next - 1]!.end });
  const effect = stripped(text, { start: clauses[next]!.start, end: effectEnd(text, clauses, next) });
  return DEMANDS.test(text.slice(effect.start, effect.end)) ? null : { cause, effect, cue: match[0], last: next };
}

/** 因 A 而 B, 因 A 导致 B, and 因 A 就 B inside one clause. */
function insideClause(text: string, span: Span): Found | null {
  const words = text.slice(span.start, span.end);
  const match =
    /(?<=.{2})(?:而(?!且|是|言|又|非)|导致|致使|造成|使得?|(?:也)?就(?=[打被会要只])|便|只好|只能)(?=.{2})/u.exec(
      words,
    );
  if (!match) return null;
  const cause = stripped(text, { start: span.start, end: span.start + match.index });
  const effect = stripped(text, { start: span.start + match.index + match[0].length, end: span.end });
  return { cause, effect, cue: match[0] };
}

/** The next clause that opens with a strong result cue: 由于 A，A，导致 B. */
function resultAt({ text, clauses }: Place, from: number): { index: number; end: number; cue: string } | null {
  for (let index = from; index < clauses.length && index <= from + 3; index++) {
    const words = text.slice(clauses[index]!.start, clauses[index]!.end);
    const match = /导致|致使|造成|使得|以致于|以至于|以致|从而|因而|因此|所以|于是|引发/u.exec(words);
    if (match && ONLY_ADVERBS.test(words.slice(0, match.index))) {
      const verb = /^(?:从而)(?:使得?|导致|造成|让)?/u.exec(words.slice(match.index))?.[0] ?? match[0];
      return { index, end: clauses[index]!.start + match.index + verb.length, cue: verb };
    }
  }
  return null;
}

/** A，导致 B; the clause's own subject is the cause where there is one. */
function giveResult(place: Place): Step | null {
  const words = wordsOf(place);
  for (const cue of RESULT_CUES) {
    if (cue.weak && !place.weak) continue;
    const match = cue.pattern.exec(words);
    if (!match || words[match.index + match[0].length] === '的' || DENIED.test(words.slice(0, match.index))) continue;
    const step = resultStep(place, match, cue.id);
    if (step) return step;
  }
  return null;
}

function resultStep(place: Place, match: RegExpExecArray, id: string): Step | null {
  const { text, clauses, index, from } = place;
  const clause = clauses[index]!;
  const at = clause.start + match.index;
  const subject = stripped(text, { start: clause.start, end: at });
  const bare = ONLY_ADVERBS.test(text.slice(subject.start, subject.end).replace(/^(?:这|此|这样|这就|由此|从而)/u, ''));
  const before = causeBefore(text, clauses, index, from);
  const wholeClause = id === 'consequence' && !bare;
  const cause = bare || wholeClause ? before : withoutAdverbs(text, subject);
  const start = wholeClause ? subject.start : at + match[0].length;
  if (!cause || (id === 'make' && !bare && subject.end - subject.start > 24)) return null;
  const last = start >= clause.end ? index + 1 : index;
  if (!clauses[last]) return null;
  const effect = stripped(text, {
    start: Math.max(start, clauses[last]!.start),
    end: effectEnd(text, clauses, last),
  });
  if (DEMANDS.test(text.slice(effect.start, effect.end))) return null;
  return { cause, effect, cue: match[0], last };
}

/** The subject of a result cue without the adverbs between them. */
function withoutAdverbs(text: string, span: Span): Span {
  const words = text.slice(span.start, span.end);
  const adverbs =
    /(?:直接|间接|往往|常常|容易|极易|必然|势必|又|也|还|更|便|就|则|会|将|都|可能|无形中|进一步|客观上|必然会)+$/u.exec(
      words,
    );
  return adverbs ? { start: span.start, end: span.end - adverbs[0].length } : span;
}
