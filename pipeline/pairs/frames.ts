import type { Span } from '../model/span.ts';
import type { Clause } from '../text/clauses.ts';
import { CAUSE_OF_CUES, NAMED_CAUSE_CUES, ONLY_ADVERBS, REASON_CUES, RESULT_CUES, RESULT_OF_CUE } from './cues.ts';
import { addsCause, causeBefore, concludes, effectAfterFigures, effectClause, effectEnd, stripped } from './extent.ts';

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
const DENIED =
  /(?:不让|不使|否则|防止|避免|杜绝|以免|严防|预防|严禁|不得|不会|没有|未|消除|解决|减少|克服|防范|化解|遏制)[^，]{0,12}$|[和与及所种类等]$/u;
/** “不能因为…” and “不是因为…” deny the reason. */
const NOT_FOR =
  /(?:不是|不能|不会|不要|不得|不应|不该|并非|绝非|不因|不可|[无不]论|别|不仅仅?|不仅是|没有\p{Script=Han}{0,4}理由|除了)(?:只|就|再)?$/u;
/** 受…影响 of a noun: 受影响较大的企业. */
const OF_NOUN = /^(?:严重|重|轻|明显|较|最|很|大|小|深|而|和|持续|程度|范围|行业|企业|地区|群众|人群|[的、（])/u;
/** A cause that says nothing by itself. */
const EMPTY =
  /^.{0,3}(?:年来|以来|期间)$|受[^，]*影响|^这(?:已经|是|为)|^对于|^(?:这样|如此|这|此|它|其|这个|这种|那样|严重|很大|较大|一定|极大|不同程度|[为爲為]了.*|什么|多方面|多种)$/u;
/** Demands and wishes “make” things happen that have not. */
const WISHES =
  /(?:^|[，、；])(?:要|应|必须|主张|坚决|努力|积极|大力|进一步|首先要|切实|通过|加快|加强|推动|引导|鼓励|坚持)|应当|必须|要使|一贯主张|争取|目的|以求|以便|[将將]使|逐步|能不能|能否|是否|究竟|只要|方针/u;

/** What is concluded is a demand, not an effect. */
const DEMANDS = /^[，,]?(?:要|应|必须|需|建议|我们(?:要|应|必须|需)|可以|可|有必要|今后|务必|当务之急)/u;

/** The pairs of one segment, from left to right; a later pair does not reach back into an earlier one's cue. */
export function pairsIn(text: string, clauses: readonly Clause[], weak: boolean): Found[] {
  const found: Found[] = [];
  let from = 0;
  for (let index = 0; index < clauses.length; index++) {
    const place = { text, clauses, index, from, weak };
    const step =
      nameCauseOf(place) ?? nameResultOf(place) ?? nameCause(place) ?? giveReason(place) ?? giveResult(place);
    if (!step || EMPTY.test(text.slice(step.cause.start, step.cause.end))) continue;
    if (
      alsoCauses(text, clauses[index]!, found.at(-1)) &&
      found.length === 0 &&
      step.cause.end <= clauses[index]!.start &&
      /^(?:而且|并且|又)/u.test(text.slice(clauses[index]!.start))
    )
      continue;
    found.push({
      cause: alsoCauses(text, clauses[index]!, found.at(-1)) ? (found.at(-1)?.cause ?? step.cause) : step.cause,
      effect: step.effect,
      cue: step.cue,
    });
    index = Math.max(index, step.last);
    from = index;
  }
  return found;
}

/** “不但使A，而且使B”: the second effect has the cause of the first. */
const alsoCauses = (text: string, clause: Span, before: Found | undefined): boolean =>
  (before?.cue === '使' && /^使/u.test(text.slice(clause.start, clause.end))) ||
  /^(?:而且|并且|也|还|并|又)(?:会|将|必然|容易)*(?:使|让|导致|造成)/u.test(text.slice(clause.start, clause.end));

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

/** B，是 A 的结果: in problems and causes; an achievement is a result as well. */
function nameResultOf(place: Place): Step | null {
  const { text, clauses, index, from, weak } = place;
  const match = weak ? RESULT_OF_CUE.pattern.exec(wordsOf(place)) : null;
  if (!match) return null;
  const own = stripped(text, { start: clauses[index]!.start, end: clauses[index]!.start + match.index });
  const effect =
    own.end - own.start >= 3 && !/^(?:从|就)/u.test(text.slice(own.start, own.end))
      ? own
      : index > from
        ? stripped(text, clauses[index - 1]!)
        : null;
  const start = clauses[index]!.start + match.index + match[0].indexOf(match.groups!.cause!);
  const cause = stripped(text, { start, end: start + match.groups!.cause!.length });
  return effect && { cause, effect, cue: '是…的结果', last: index };
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
    if (/(?:不|并非|绝非)$/u.test(words.slice(0, match.index))) return null;
    const at = clauses[index]!.start + match.index;
    const own = stripped(text, { start: clauses[index]!.start, end: at });
    const cause = stripped(text, { start: at + match[0].length, end: causeEnd(text, clauses, index) });
    const named =
      own.end - own.start >= 2 &&
      !/^(?:(?:其|究其|这|此|这种|对此|一个|一条|更|首先|其次|最后|(?:虽然|但)?(?:另)?一方面)(?:也|都|就)?$|^虽然|一方面$|究其|一个|一条|从根本上)|[\d%％]\s*$|中$/u.test(
        text.slice(own.start, own.end),
      );
    const before = index > from ? stripped(text, clauses[index - 1]!) : null;
    const effect = named ? own : before;
    if (cue.id === 'key' && effect && /解决|实现|推进|做好|加强|搞好|成败/u.test(text.slice(effect.start, effect.end)))
      continue;
    if (cue.id === 'is-because' && /^才/u.test(text.slice(clauses[index + 1]?.start ?? text.length))) return null;
    if (effect && /^(?:除了|并?不是因[为爲為])|原因$/u.test(text.slice(effect.start, effect.end))) return null;
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
    !/^(?:哪里|所以|因此|于是|导致|造成|使|这)|^[^，。；]{3,24}也[^，。；]*(?:离不开|要|是)/u.test(
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

/** 由于 A，(导致) B; 受 A 制约，B; 因 A 而 B. */
function giveReason(place: Place): Step | null {
  const words = wordsOf(place);
  for (const cue of REASON_CUES) {
    const match = cue.pattern.exec(words);
    if (!match || NOT_FOR.test(words.slice(0, match.index))) continue;
    if (match[0] === '因' && match.index > 0 && !place.weak && !/而/u.test(words.slice(match.index))) continue;
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
  const degree =
    /的?(?:很大|较大|严重|一定|极大|不同程度|直接|明显|深刻|强烈|巨大|多重|双重)$/u.exec(match.groups!.cause!)?.[0] ??
    '';
  const cause = stripped(text, { start, end: start + match.groups!.cause!.length - degree.length });
  const rest = { start: at + match[0].length, end: clauses[index]!.end };
  const cue = `受…${match.groups!.cue!}`;
  if (rest.end - rest.start >= 3) {
    if (OF_NOUN.test(text.slice(rest.start, rest.end))) return null;
    return {
      cause,
      effect: stripped(text, { start: rest.start, end: effectEnd(text, clauses, index) }),
      cue,
      last: index,
    };
  }
  if (index + 1 >= clauses.length) return null;
  const result = resultAt(place, index + 1);
  const next = result?.index ?? effectAfterFigures(text, clauses, index);
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
  if (/这[就也]?是$/u.test(text.slice(clause.start, clause.start + match.index))) return null;
  const inner = insideClause(
    text,
    { start, end: clause.end },
    effectEnd(text, clauses, index),
    /^(?:因[为爲為]?|[碍限囿迫苦]于)$/u.test(match[0]),
  );
  if (inner) return { ...inner, cue: `${match[0]}…${inner.cue}`.replace(/…$/u, ''), last: index };
  const result = resultAt(place, index + 1) ?? (match[0] === '由于' ? makesAt(place, index + 1) : null);
  if (result) {
    const cause = stripped(text, { start, end: clauses[result.index - 1]!.end });
    const effect = stripped(text, { start: result.end, end: effectEnd(text, clauses, result.index) });
    return { cause, effect, cue: `${match[0]}…${result.cue}`, last: result.index };
  }
  if (/^因[为爲為]$/u.test(match[0]) && index === 0 && !concludes(text, clauses)) return null;
  const next = effectClause(text, clauses, index);
  if (next === null || /^(?:但|然而|不过|却|而是)/u.test(text.slice(clauses[next]!.start))) return null;
  const cause = stripped(text, { start, end: clauses[next - 1]!.end });
  const effect = stripped(text, { start: clauses[next]!.start, end: effectEnd(text, clauses, next) });
  return DEMANDS.test(text.slice(effect.start, effect.end)) ? null : { cause, effect, cue: match[0], last: next };
}

/** What links cause and effect inside one clause after 由于. */
const LINKING =
  /(?<=.{2})(?:(?<!者)而(?!且|是|言|又|非|不在|不是)|(?<!所)(?:导致|致使|造成)|使得?(?![用命者]))(?=.{2})/u;
/** What links them after 因. */
const INNER_CUE =
  /(?<=.{2})(?:(?<!者)而(?!且|是|言|又|非|不在|不是)|导致|致使|造成|使得?|也?就(?=[打被会要只])|(?<![不方随即顺简轻])便(?![利民捷于宜])|只好|只能)(?=.{2})/u;
/** Where a cause that has no cue after it ends: 因电压不稳|报废…, 碍于情面|不敢…. */
const INNER_END =
  /(?<=(?:不(?!敢|便|愿|肯|能|得|在|懂|问|好|会|知|了|是)\p{Script=Han}|太\p{Script=Han}|[过偏][高低多少大小快慢弱]|失误|不足|问题|争议|纠纷|短缺|缺失|匮乏|错误|算错|事故|原因|关系|有限|困难|拖欠|吃紧))(?=\p{Script=Han}{2})(?![的等之])|(?<=.{2})(?=不敢|不便|不愿|不肯|不好|不得不|难以|无法|被|把|将)/u;

/** 因 A 而 B, 因 A 导致 B, 因 A 就 B, 碍于 A 不敢 B inside one clause; `last` is where the effect may end. */
function insideClause(text: string, span: Span, last: number, open: boolean): Found | null {
  const words = text.slice(span.start, span.end);
  const plain = words.replace(/[“‘（(《][^”’）)》]*[”’）)》]/gu, (quoted) => '〇'.repeat(quoted.length));
  const match =
    (open ? INNER_CUE : LINKING).exec(plain) ??
    (open && !/^因[为爲為]/u.test(text.slice(span.start - 2, span.start)) ? INNER_END.exec(plain) : null);
  if (!match || words.length - match.index - match[0].length < 2) return null;
  const cause = stripped(text, { start: span.start, end: span.start + match.index });
  const after = span.start + match.index + match[0].length;
  const start = after + (/^[了的]/u.test(text.slice(after)) ? 1 : 0);
  if (match[0] === '而') last = span.end;
  const phenomenon = /的(?:现象|情况|情形|问题|\d).*$/u.exec(text.slice(start, last));
  return { cause, effect: stripped(text, { start, end: phenomenon ? start + phenomenon.index : last }), cue: match[0] };
}

/** The next clause that opens with a strong result cue: 由于 A，A，导致 B. */
function resultAt({ text, clauses }: Place, from: number): { index: number; end: number; cue: string } | null {
  for (let index = from; index < clauses.length && index <= from + 4; index++) {
    const words = text.slice(clauses[index]!.start, clauses[index]!.end);
    const match = /导致|致使|造成|使得|以致于|以至于|以致|从而|因而|因此|所以|于是|引发/u.exec(words);
    const loose =
      /^(?:因而|因此|所以|于是)$/u.test(match?.[0] ?? '') && index > from && !addsCause(text, clauses, index - 1, true);
    if (match && !loose && ONLY_ADVERBS.test(words.slice(0, match.index))) {
      const verb = /^(?:从而)(?:使得?|导致|造成|让)?/u.exec(words.slice(match.index))?.[0] ?? match[0];
      const end = clauses[index]!.start + match.index + verb.length;
      return { index, end: end + (/^[了的]/u.test(text.slice(end)) ? 1 : 0), cue: verb };
    }
  }
  return null;
}

/** 由于 A，A，使 B. */
function makesAt({ text, clauses }: Place, from: number): { index: number; end: number; cue: string } | null {
  const index = clauses.findIndex(
    (each, at) => at >= from && at <= from + 2 && /^使(?!用)/u.test(text.slice(each.start, each.end)),
  );
  return index < 0 ? null : { index, end: clauses[index]!.start + 1, cue: '使' };
}

/** A，导致 B; the clause's own subject is the cause where there is one. */
function giveResult(place: Place): Step | null {
  const words = wordsOf(place);
  for (const cue of RESULT_CUES) {
    if (cue.weak && !place.weak) continue;
    const match = cue.pattern.exec(words);
    if (
      !match ||
      /^的|的.{0,4}(?:原因|因素|根源|责任|后果|影响)/u.test(words.slice(match.index + match[0].length)) ||
      DENIED.test(words.slice(0, match.index))
    )
      continue;
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
  const said = text.slice(subject.start, subject.end);
  const bare =
    /^(?:可能|必将|已经|会|也|还|又|将)*(?:给|对|为|向)/u.test(said) ||
    /^(?:在|从).{1,8}(?:上|中|下|方面|里)$/u.test(said) ||
    ONLY_ADVERBS.test(said.replace(/^(?:这|此|这样|这就|由此|从而)/u, ''));
  const before = causeBefore(text, clauses, index, from);
  const comesOf = /^由此(?:而|得以)?(?:成|生|来|产生|形成|而成)$/u.test(text.slice(at, clause.end));
  if (comesOf && before && !bare)
    return { cause: before, effect: subject, cue: text.slice(at, clause.end), last: index };
  const wholeClause = id === 'consequence' && !bare;
  const cause = bare || wholeClause ? before : withoutAdverbs(text, subject);
  const start = wholeClause
    ? subject.start
    : at + match[0].length + (/^[了着]/u.test(text.slice(at + match[0].length)) ? 1 : 0);
  if (id === 'make' && WISHES.test(text.slice(clauses[0]!.start, at))) return null;
  if (!cause || (id === 'make' && !makes(text, subject, bare))) return null;
  if ((id === 'make' || id === 'outcome') && resultAt(place, index + 1)) return null;
  const last = start >= clause.end ? index + 1 : index;
  if (!clauses[last]) return null;
  const effect = stripped(text, {
    start: Math.max(start, clauses[last]!.start),
    end: effectEnd(text, clauses, last),
  });
  if (DEMANDS.test(text.slice(effect.start, effect.end))) return null;
  if (id === 'consequence' && /(?:仍需|必须|应当|应该|需要|务必)/u.test(text.slice(effect.start, effect.end)))
    return null;
  return { cause, effect, cue: match[0], last };
}

/** 让 and 使 link a cause that is a thing said before; not what somebody has to, dares or wishes to let happen. */
function makes(text: string, subject: Span, bare: boolean): boolean {
  const words = text.slice(subject.start, subject.end);
  if (/[“‘]/u.test(words) && !/[”’]/u.test(words)) return false;
  return (
    bare ||
    (words.length <= 24 &&
      !/(?:只好|宁可|得|要|应|须|能|敢|肯|愿|别|再|不|没|去|来|想|说|是|必须|需|为了|通过|凭什么|什么|将|將|如果|若|假如|并|企图|试图|妄图)$/u.test(
        words,
      ))
  );
}

/** The subject of a result cue without the adverbs between them. */
function withoutAdverbs(text: string, span: Span): Span {
  const words = text.slice(span.start, span.end);
  const adverbs =
    /(?:直接|间接|往往|常常|容易|极易|必然|势必|正在|已经|已|甚至|并|又|也|还|更|便|就|则|会|将|都|可能|无形中|进一步|客观上|必然会)+$/u.exec(
      words,
    );
  return adverbs ? { start: span.start, end: span.end - adverbs[0].length } : span;
}
