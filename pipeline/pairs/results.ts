import type { Span } from '../model/span.ts';
import { ONLY_ADVERBS, RESULT_CUES } from './cues.ts';
import { causeBefore, effectEnd, stripped } from './extent.ts';
import { DEMANDS, type Place, resultAt, type Step, wordsOf } from './step.ts';

/** “防止…造成” states no cause. */
const DENIED =
  /(?:不让|不使|不致|不至于|免得|否则|防止|避免|杜绝|以免|严防|预防|严禁|不得|不会|没有|未|消除|解决|减少|克服|防范|化解|遏制)[^，]{0,12}$|[和与及所种类等]$|(?:一定要|必须|应当|应该|努力)(?:进一步|尽快|逐步|积极)?$/u;
/** Demands and wishes “make” things happen that have not. */
const WISHES =
  /(?:^|[，、；])(?:另?一方面|[一二三四五]是|同时|首先|还)?(?:要|应|必须|主张|坚决|努力|积极|大力|进一步|首先要|切实|通过|加快|加强|推动|引导|鼓励|坚持)|应当|必须|要使|一贯主张|争取|目的|以求|以便|[将將]使|逐步|能不能|能否|是否|究竟|只要|方针/u;

/** A，导致 B; the clause's own subject is the cause where there is one. */
export function giveResult(place: Place): Step | null {
  const words = wordsOf(place);
  for (const cue of RESULT_CUES) {
    if (cue.weak && !place.weak) continue;
    const match = cue.pattern.exec(words);
    if (
      !match ||
      /^的|的.{0,4}(?:原因|因素|根源|责任|后果|影响)/u.test(words.slice(match.index + match[0].length)) ||
      DENIED.test(words.slice(0, match.index)) ||
      /^(?:同时|还|就)?要(?!么|不是)/u.test(words.slice(0, match.index))
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
    /^(?:这样|这就|这便|这)?(?:在|从).{1,8}(?:上|中|下|方面|里|层面)$/u.test(said) ||
    ONLY_ADVERBS.test(said.replace(/^(?:这样|这[种些类](?:情况|现象|做法|因素|问题)|这就|由此|从而|这|此)/u, ''));
  const before = causeBefore(text, clauses, index, from);
  const comesOf = /^由此(?:而|得以)?(?:成|生|来|产生|形成|而成)$/u.test(text.slice(at, clause.end));
  if (comesOf && before && !bare)
    return { cause: before, effect: subject, cue: text.slice(at, clause.end), last: index };
  const wholeClause = id === 'consequence' && !bare;
  const cause = bare || wholeClause ? before : withoutAdverbs(text, subject);
  const start = wholeClause
    ? subject.start
    : at + match[0].length + (/^[了着]/u.test(text.slice(at + match[0].length)) ? 1 : 0);
  if ((id === 'make' || (match[0] === '使得' && !place.weak)) && WISHES.test(text.slice(clauses[0]!.start, at)))
    return null;
  if (place.proposes && /^(?:使得|以至)$/u.test(match[0])) return null;
  if (cause && bare && FORBIDS.test(text.slice(cause.start, cause.end))) return null;
  if (!cause || (id === 'make' && !makes(text, subject, bare))) return null;
  if ((id === 'make' || id === 'outcome') && resultAt(place, index + 1)) return null;
  const last = start >= clause.end ? index + 1 : index;
  if (!clauses[last]) return null;
  const effect = stripped(text, {
    start: Math.max(start, clauses[last]!.start),
    end: effectEnd(text, clauses, last),
  });
  if (DEMANDS.test(text.slice(effect.start, effect.end))) return null;
  if (id === 'consequence' && IMPORTANT.test(text.slice(effect.start, clauses.at(-1)!.end))) return null;
  if (id === 'consequence' && /(?:仍需|必须|应当|应该|需要|务必)/u.test(text.slice(effect.start, effect.end)))
    return null;
  return { cause, effect, cue: match[0], last };
}

/** What is forbidden or only supposed causes nothing. */
const FORBIDS = /^(?:禁止|不准|不许|防止|避免)|就有可能|就会/u;

/** What matters for something is no effect. */
const IMPORTANT = /(?:意义|必要|重要|关键)$/u;

/** 让 and 使 link a cause that is a thing said before; not what somebody has to, dares or wishes to let happen. */
function makes(text: string, subject: Span, bare: boolean): boolean {
  const words = text.slice(subject.start, subject.end);
  if (/[“‘]/u.test(words) && !/[”’]/u.test(words)) return false;
  return (
    bare ||
    (words.length <= 24 &&
      !/(?:只好|宁可|得|要|应|须|能|敢|肯|愿|别|再|不|没|缺乏|缺少|去|来|想|说|是|必须|须|须尽快|尽快|需|为了|通过|凭什么|什么|将|將|如果|若|假如|并|企图|试图|妄图)$/u.test(
        words,
      ))
  );
}

/** Whom the result meets: 积水给乘客造成不便. */
const WHOM = /(?<=.{2})给(?!予)\p{Script=Han}{1,8}$/u;

/** The subject of a result cue without the adverbs between them. */
export function withoutAdverbs(text: string, span: Span): Span {
  const words = text.slice(span.start, span.end);
  const adverbs =
    /(?:直接|间接|[再又]一次|再次|一再|往往|常常|经常|时常|常|容易|极易|必然|势必|正在|已经|已|甚至|并|又|也|还|更|便|就|则|会|将|都|可能|无形中|进一步|客观上|必然会)+$/u.exec(
      words,
    );
  const end = span.end - (adverbs?.[0].length ?? 0);
  const whom = WHOM.exec(text.slice(span.start, end))?.[0].length ?? 0;
  return { start: span.start, end: end - whom };
}
