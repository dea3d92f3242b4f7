import type { Span } from '../model/span.ts';
import { REASON_CUES } from './cues.ts';
import { concludes, effectAfterFigures, effectClause, effectEnd, stripped } from './extent.ts';
import { withoutAdverbs } from './results.ts';
import { DEMANDS, type Found, type Place, resultAt, type Step, wordsOf } from './step.ts';

/** “不能因为…” and “不是因为…” deny the reason. */
const NOT_FOR =
  /(?:不是|不能|不会|不要|不得|不应|不该|并非|绝非|不因|不可|[无不]论|别|不仅仅?|不仅是|没有\p{Script=Han}{0,4}理由|除了)(?:只|就|再)?$/u;
/** 受…影响 of a noun: 受影响较大的企业. */
const OF_NOUN = /^(?:严重|重|轻|明显|较|最|很|大|小|深|而|和|持续|程度|范围|行业|企业|地区|群众|人群|[的、（])/u;

/** 由于 A，(导致) B; 受 A 制约，B; 因 A 而 B. */
export function giveReason(place: Place): Step | null {
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
  if (/(?:对于?|凡是?|把|将|给|向|为)$/u.test(text.slice(clauses[index]!.start, at))) return null;
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
  if (/(?:[这那都]|这[就也])是$/u.test(text.slice(clause.start, clause.start + match.index))) return null;
  const inner = insideClause(
    text,
    { start, end: clause.end },
    effectEnd(text, clauses, index),
    /^(?:因[为爲為]?|[碍限囿迫苦]于)$/u.test(match[0]) || hasSubject(text.slice(clause.start, start - match[0].length)),
  );
  const before = text.slice(clause.start, clause.start + match.index);
  if (inner)
    return {
      ...inner,
      effect: withoutNoun(text, inner.effect, OF_THOSE.test(before) ? ANY_NOUN : WHO),
      cue: `${match[0]}…${inner.cue}`.replace(/…$/u, ''),
      last: index,
    };
  const result = resultAt(place, index + 1) ?? (match[0] === '由于' ? makesAt(place, index + 1) : null);
  const acts = clauses.findIndex((each, at) => at > index && ACTS.test(text.slice(each.start, each.end)));
  if (result && (acts < 0 || acts >= result.index)) {
    const cause = stripped(text, { start, end: clauses[result.index - 1]!.end });
    const effect = stripped(text, { start: result.end, end: effectEnd(text, clauses, result.index) });
    return { cause, effect, cue: `${match[0]}…${result.cue}`, last: result.index };
  }
  if (/^因[为爲為]$/u.test(match[0]) && index === 0 && (!concludes(text, clauses) || ARGUES.test(wordsOf(place))))
    return null;
  const next = effectClause(text, clauses, index);
  if (
    next !== null &&
    CONDITION.test(text.slice(start)) &&
    /^(?:[就便]不|才能|[就便]没|[就便]会)/u.test(text.slice(clauses[next]!.start))
  )
    return null;
  if (next === null || /^(?:但|然而|不过|却|而是)/u.test(text.slice(clauses[next]!.start))) return null;
  if (clauses[next + 1] && DEMANDED.test(text.slice(clauses[next + 1]!.start))) return null;
  const cause = stripped(text, { start, end: clauses[next - 1]!.end });
  const effect = stripped(text, { start: clauses[next]!.start, end: effectEnd(text, clauses, next) });
  return DEMANDS.test(text.slice(effect.start, effect.end)) ? null : { cause, effect, cue: match[0], last: next };
}

/** “建设由于资金不足得不到加强”: with its subject before 由于 the clause may tell its effect itself. */
const hasSubject = (before: string): boolean =>
  /^(?!.*(?:主要|[但而又也还]|是|都|往往|目前|前几年)$)\p{Script=Han}{3,}$/u.test(before);

/** Who answers to a reason acts upon it: an effect. */
const ACTS =
  /^我[们們](?:就|便|才)?(?:采取|採取|实行|實行|决定|被迫|不得不|只能|只好)|^(?:也(?!是?[由因为爲為])|便|只好|只能|不得不|被迫)/u;

/** What should be is an argument, no cause. */
const ARGUES = /应该|应当|必须|理应/u;

/** The clause before this only names who must. */
const DEMANDED = /^(?:都|就|更)?(?:必须|应当|应该|务必)/u;

/** “对因 A 而 B 的企业”: the noun that it is said of is no part of the effect. */
const OF_THOSE = /(?:^|[，、；])(?:对于?|凡是?|将|把)$/u;

const ANY_NOUN = /(?<=.{2})的\p{Script=Han}{1,8}$/u;
const WHO =
  /(?<=.{2})的\p{Script=Han}{0,10}(?:农民|人民|群众|居民|企业|单位|地区|职工|干部|人员|家庭|学生|案件|户|者|人)$/u;

function withoutNoun(text: string, effect: Span, of: RegExp): Span {
  const noun = of.exec(text.slice(effect.start, effect.end));
  return noun ? { start: effect.start, end: effect.start + noun.index } : effect;
}

/** A condition is no reason: 因为没有 A，就不可能 B. */
const CONDITION = /^(?:如果|假如|要是|只有|只要|没有|不(?!足|够|利|健全|完善|平衡|断|同|少|适))/u;

/** What links cause and effect inside one clause after 由于. */
const LINKING =
  /(?<=.{2})(?:(?<!者)而(?!且|是|言|又|非|不在|不是)|(?<!所)(?:导致|致使|造成)|使得?(?![用命者]))(?=.{2})/u;
/** What links them after 因. */
const INNER_CUE =
  /(?<=.{2})(?:(?<!者)而(?!且|是|言|又|非|不在|不是)|导致|致使|造成|使得?(?![用命者])|也?就(?=[打被会要只])|(?<![不方随即顺简轻])便(?![利民捷于宜])|只好|只能)(?=.{2})/u;
/** Where a cause that has no cue after it ends: 因电压不稳|报废…, 碍于情面|不敢…. */
const INNER_END =
  /(?<=(?:不(?!敢|便|愿|肯|能|得|到|在|懂|问|好|会|知|了|是)\p{Script=Han}|太\p{Script=Han}|[过偏][高低多少大小快慢弱]|失误|不足|问题|争议|纠纷|短缺|缺失|匮乏|错误|算错|事故|原因|关系|有限|困难|拖欠|吃紧))(?=\p{Script=Han}{2})(?![的等之])|(?<=.{2})(?=不敢|不便|不愿|不肯|不好|不得不|难以|无法|被|把|将)/u;

/** 因 A 而 B, 因 A 导致 B, 因 A 就 B, 碍于 A 不敢 B inside one clause; `last` is where the effect may end. */
function insideClause(text: string, span: Span, last: number, open: boolean): Found | null {
  const words = text.slice(span.start, span.end);
  const plain = words.replace(/[“‘（(《][^”’）)》]*[”’）)》]/gu, (quoted) => '〇'.repeat(quoted.length));
  const match =
    (open ? INNER_CUE : LINKING).exec(plain) ??
    (open && !/^因[为爲為]/u.test(text.slice(span.start - 2, span.start)) ? INNER_END.exec(plain) : null);
  if (!match || words.length - match.index - match[0].length < 2) return null;
  const cause = withoutAdverbs(text, stripped(text, { start: span.start, end: span.start + match.index }));
  const after = span.start + match.index + match[0].length;
  const start = after + (/^[了的]/u.test(text.slice(after)) ? 1 : 0);
  if (match[0] === '而') last = span.end;
  const phenomenon = /的(?:现象|情况|情形|问题|\d|占).*$/u.exec(text.slice(start, last));
  return { cause, effect: stripped(text, { start, end: phenomenon ? start + phenomenon.index : last }), cue: match[0] };
}

/** 由于 A，A，使 B. */
function makesAt({ text, clauses }: Place, from: number): { index: number; end: number; cue: string } | null {
  const index = clauses.findIndex(
    (each, at) => at >= from && at <= from + 2 && /^使(?!用)/u.test(text.slice(each.start, each.end)),
  );
  return index < 0 ? null : { index, end: clauses[index]!.start + 1, cue: '使' };
}
