import type { Span } from '../model/span.ts';
import type { Clause } from '../text/clauses.ts';
import { CAUSE_OF_CUES, NAMED_CAUSE_CUES, RESULT_OF_CUE } from './cues.ts';
import { causeBefore, effectClause, effectEnd, stripped } from './extent.ts';
import { withoutAdverbs } from './results.ts';
import { type Place, type Step, wordsOf } from './step.ts';

/** A，是 B 的重要原因. */
export function nameCauseOf(place: Place): Step | null {
  const { text, clauses, index, from } = place;
  for (const { pattern, id } of CAUSE_OF_CUES) {
    const match = pattern.exec(wordsOf(place));
    const { effect = '', cue = '', noun = '' } = match?.groups ?? {};
    if (!match || /^(?:制约|影响|阻碍|限制|一个|其|他们|它)/u.test(effect)) continue;
    const start = clauses[index]!.start + match.index + match[0].indexOf(effect, id === 'is-cause-of' ? cue.length : 0);
    const named = effectOf(text, { start, end: start + effect.length });
    const own = withoutAdverbs(
      text,
      stripped(text, { start: clauses[index]!.start, end: clauses[index]!.start + match.index }),
    );
    const subject = text.slice(own.start, own.end);
    const before = causeBefore(text, clauses, index, from);
    const short = /^(?:这|此|那|这些|这也|这就|这正)?(?:也|就|都|正|便)*$/u.test(subject);
    const cause = short ? before : joined(before, own, index - from);
    if (!cause || ACCUSES.test(text.slice(cause.start, cause.end))) continue;
    return { cause, effect: named, cue: id === 'is-cause-of' ? `${cue}…的${noun}` : `${noun}${cue}`, last: index };
  }
  return null;
}

/** What somebody is said to allege is not stated. */
const ACCUSES = /诬蔑|污蔑|诬陷|硬说|胡说|妄称|谎称/u;

/** B，是 A 的结果: in problems and causes; an achievement is a result as well. */
export function nameResultOf(place: Place): Step | null {
  const { text, clauses, index, from, weak } = place;
  const match = weak ? RESULT_OF_CUE.pattern.exec(wordsOf(place)) : null;
  if (!match) return null;
  const own = stripped(text, { start: clauses[index]!.start, end: clauses[index]!.start + match.index });
  const effect =
    own.end - own.start >= 3 && !/^(?:从|就)/u.test(text.slice(own.start, own.end))
      ? own
      : claimBefore(text, clauses, index, from);
  const start = clauses[index]!.start + match.index + match[0].indexOf(match.groups!.cause!);
  const cause = stripped(text, { start, end: start + match.groups!.cause!.length });
  return effect && { cause, effect, cue: '是…的结果', last: index };
}

/** The clause before the one at `index` that is no mere point of view. */
function claimBefore(text: string, clauses: readonly Clause[], index: number, from: number): Span | null {
  const before = clauses
    .slice(from, index)
    .findLast(({ start, end }) => !/^但?(?:从|就).*(?:说|看|讲|而言)$/u.test(text.slice(start, end)));
  return before ? stripped(text, before) : null;
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
export function nameCause(place: Place): Step | null {
  const { text, clauses, index, from, weak } = place;
  const words = wordsOf(place);
  for (const cue of NAMED_CAUSE_CUES) {
    const match = cue.pattern.exec(words);
    if (!match || (cue.weak && !weak)) continue;
    if (/更$/u.test(words.slice(0, match.index))) return null;
    if (/(?:不|并非|绝非)$/u.test(words.slice(0, match.index))) return null;
    const at = clauses[index]!.start + match.index;
    const own = stripped(text, { start: clauses[index]!.start, end: at });
    const cause = stripped(text, { start: at + match[0].length, end: causeEnd(text, clauses, index) });
    const named =
      own.end - own.start >= 2 &&
      !/^(?:(?:其|究其|这|此|这种|对此|另?一个|另?一条|主要地?|更|首先|其次|最后|(?:虽然|但)?(?:另)?一方面)(?:也|都|就)?$|^虽然|一方面$|究其|一个|一条|从根本上)|[\d%％$\\}]\s*$|中$/u.test(
        text.slice(own.start, own.end),
      );
    const before = index > from ? stripped(text, clauses[index - 1]!) : null;
    const effect = named ? own : before;
    if (cue.id === 'key' && effect && /解决|实现|推进|做好|加强|搞好|成败/u.test(text.slice(effect.start, effect.end)))
      continue;
    if (cue.id === 'is-because' && /^才/u.test(text.slice(clauses[index + 1]?.start ?? text.length))) return null;
    if (effect && /^(?:除了|并?不是因[为爲為])|原因$/u.test(text.slice(effect.start, effect.end))) return null;
    if (effect && /^(?:有些|有的|一些|大多|多数|部分)$|[^其]中$/u.test(text.slice(effect.start, effect.end)))
      return null;
    if (!effect) return (cue.id === 'root' && laterEffect(place, match, at)) || afterthought(place);
    const whole = withoutSo(text, effect);
    return { cause, effect: whole.span, cue: whole.so ? `之所以…${match[0]}` : match[0], last: clauses.length };
  }
  return afterthought(place);
}

/** 根子在于 A，自然 B: with no effect before, the clause that concludes. */
function laterEffect({ text, clauses, index }: Place, match: RegExpExecArray, at: number): Step | null {
  const next = effectClause(text, clauses, index);
  if (next === null || !/自然|便|就|只好|于是|难免|因此/u.test(text.slice(clauses[next]!.start, clauses[next]!.end)))
    return null;
  const cause = stripped(text, { start: at + match[0].length, end: clauses[next - 1]!.end });
  return {
    cause,
    effect: { start: clauses[next]!.start, end: effectEnd(text, clauses, next) },
    cue: match[0],
    last: clauses.length,
  };
}

/** B，因为 A: with nothing behind it that A could lead to. */
function afterthought(place: Place): Step | null {
  const { text, clauses, index, from } = place;
  const match = /^(?:就|只|正|主要)?因[为爲為]/u.exec(wordsOf(place));
  if (!match || index <= from || /而(?!且)/u.test(wordsOf(place)) || clauses.length - index > 3) return null;
  const next = effectClause(text, clauses, index);
  if (
    next !== null &&
    /^.{0,8}(?:便|就(?!是)|只好|只能|因此|所以|于是|不得不)/u.test(text.slice(clauses[next]!.start, clauses[next]!.end))
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
    !/^(?:哪里|或者?(?!是)|但|然而|不过|同时|此外|另外|所以|因此|于是|导致|造成|使|这)|^[^，。；]{3,24}也[^，。；]*(?:离不开|要|是)/u.test(
      text.slice(clauses[last + 1]!.start),
    )
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
