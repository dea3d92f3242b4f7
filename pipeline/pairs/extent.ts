import type { Span } from '../model/span.ts';
import type { Clause } from '../text/clauses.ts';

/** Two clauses before a cue belong to the cause; of more, as many as fit into this many characters. */
const LONGEST_CAUSE = 22;
/** A short clause after the effect still belongs to it. */
const SHORT_CLAUSE = 10;

/** An effect that is longer does not go on with another clause. */
const LONGEST_EFFECT = 40;

/** A clause that only gives figures is no cause; one that turns against the last starts anew. */
const FIGURES = /占|比.{1,8}[高低多少]|[%％元]|分之/u;
const TURNS = /^.{0,6}[却但]/u;

const GOES_ON =
  /^(?:也|又|还|再|并|且|而且|更|甚至|不得不|只好|只能|只得|宁可|宁愿|宁肯|仍|却|难以|无法|不能|不敢|不愿|不肯|往往|经常|自然|最终|进而|从而|难|缺乏|缺少|没有|不利于|影响|特别是|尤其是|已经?|由|比|特別是|均|则|都|将|才(?!能力))/u;
const BREAKS =
  /至今|^(?:直到|其中|占|另|例如|比如|如|据|而(?!且|使)|这|那|我们|时间一长|但|然而|不过|同时|因此|所以|(?:而且|并且|并)(?:通过|促使|促进|推动|带动)|使|让|造成|导致|致使|必须|应当|应该|亟待|亟需|值得|今年|去年|前年|目前|截至|为此|对此)/u;
const CONCLUDES =
  /^这(?:就|样|便|也就|[两几]方面)|不可能|都将|(?:便|就(?!是|业|地|近|读|餐|医|诊|在于)|只好|只能|只得|自然|难免|不得不|难以|于是|因此|被迫|宁可|宁愿|宁肯|无法|不肯|不愿|不敢|才会|只得|常常|迟迟|一直|至今|仍|往往|容易|得不到|早已|终究|越来越|无从|也就)/u;

/** A clause after 由于 A that adds to A. */
const ADDS_CAUSE =
  /^(?:并且|而且|同时|特别是)?(?:加上|再加上|加之|[还也]由[于於]|也是?[为爲為]了|由[于於]|因[为爲為]|或者?)/u;
/** One that does so only right after it. */
const GOES_ON_WITH_CAUSE =
  /^(?:[^年月\d]{0,5}又(?!要)|以及|而(?!使|且|是)|且|加强|加大|采取|实行|完善|提高|减免|扩大|推进|推行|坚持|缺乏|缺少|没有)/u;
const LACKS = /^(?:缺乏|缺少|没有)/u;
/** A clause that only frames the effect after it. */
const FRAMES =
  /^除.*外$|^即(?!使)|^在.*(?:年|月|日)$|^(?:在|随着|对于).*(?:时|后|下|中|内|间|期间|期間|上|里|方面)$|^(?:[为爲為]了|针对|尽管|虽然|雖然|即使|只要|如果|凡是?)/u;

/** After another clause, only these show that the effect comes here and not before. */
const SETTLES =
  /^这(?:就|样|便|也就|[两几]方面)|不可能|都将|未能|便|就(?!是|业|地|近|读|餐|医|诊)|只好|只能|只得|自然|难免|不得不|被迫|宁可|宁愿|不肯|得不到|早已|仍(?!是)/u;

/** What leads in a cause that is itself what followed from something. */
const FOLLOWED =
  /^(?:这?(?:从而|进而|客观上|主观上|无形中|就|必然|势必|将|会|直接)*(?:造成|导致|致使|使得|使(?!用))了?|所以|因此|因而|于是|由于|因为)/u;

const LEAD =
  /^(?:但是|可是|而是|又|也|但|而|却|且|并且|而且|再|加之|加上|再加上|加之于|同时|另外|此外|其次|然而|不过|正是|正(?![在确常值])|主要是|主要(?=[在因由是])|还|都|大多(?!数)|以及|特别是|尤其是|尤其|这是|一是|二是|三是|四是|结果|至于|其中|例如|比如|听\p{Script=Han}{1,4}说|否则|一方面|另一方面|首先|最后|再次|事实上|实际上|客观上|可见|附带说明)[，,]?/u;

/** Which clauses before `index` tell the cause: all of two, the last ones of more. */
export function causeBefore(text: string, clauses: readonly Clause[], index: number, from = 0): Span | null {
  const last = clauses[index - 1];
  if (!last || index - 1 < from) return null;
  if (index - 1 === from && SAID.test(wordsAt(text, clauses, index - 1))) return null;
  if (index - 1 > from && VIEWPOINT.test(wordsAt(text, clauses, index - 1)))
    return causeBefore(text, clauses, index - 1, from);
  let first = index - 1;
  while (
    first > from &&
    (fits(text, clauses, first - 1, index, from) ||
      ADDS.test(wordsAt(text, clauses, first)) ||
      LACKS_SUBJECT.test(wordsAt(text, clauses, first)))
  )
    first = SUMS_UP.test(wordsAt(text, clauses, first)) ? from : first - 1;
  const start = clauses[first]!.start;
  const followed = FOLLOWED.exec(text.slice(start, last.end))?.[0].length ?? 0;
  return stripped(text, { start: start + followed, end: last.end });
}

/** Who says so is no cause. */
const SAID = /^[^，]{1,12}(?:表明|证明|说明|指出|认为)$/u;
/** “从根本上说”, “总的来看” tell neither. */
const VIEWPOINT = /^(?:但|而)?(?:从|就|总的).{0,8}(?:说|看|讲|而言)$/u;
/** A clause that adds a reason to those before it, and one that takes them all together. */
const ADDS = /^(?:再?加上|再?加之|以及|[诸凡如]此种种|种种|[“「《])/u;
const SUMS_UP = /^(?:[诸凡如]此种种|种种\p{Script=Han}{0,4}$)/u;

/** What is said of something that the clause before names. */
const LACKS_SUBJECT = /^(?:即(?!使)|[还仍却](?!是要)|也(?!要)|都(?!市)|均)/u;

function fits(text: string, clauses: readonly Clause[], first: number, index: number, from: number): boolean {
  const length = clauses[index - 1]!.end - clauses[first]!.start;
  if (index - from <= 2) return true;
  const next = text.slice(clauses[first + 1]!.start, clauses[first + 1]!.end);
  return (
    length <= LONGEST_CAUSE &&
    !/^(?:经过|通过|由于)/u.test(next) &&
    !FIGURES.test(text.slice(clauses[first]!.start, clauses[first]!.end)) &&
    !TURNS.test(next)
  );
}

/** Where an effect that starts in clause `index` ends: with it, or with the clauses that carry it on. */
export function effectEnd(text: string, clauses: readonly Clause[], index: number): number {
  let last = index;
  const goesOn = (at: number): boolean =>
    (text[clauses[at]!.end - 1] !== '的' || INSERTED.test(wordsAt(text, clauses, at))) &&
    (FRAMES.test(wordsAt(text, clauses, at).replace(CONJUNCTION, '')) ||
      MADE.test(wordsAt(text, clauses, at)) ||
      carriesOn(text, clauses[at + 1]!));
  const isLong = (at: number): boolean => clauses[at]!.end - clauses[index]!.start > LONGEST_EFFECT;
  while (last + 1 < clauses.length && !isLong(last) && goesOn(last)) last++;
  return clauses[last]!.end;
}

const CONJUNCTION = /^(?:所以|因此|因而|于是|(?:从而|进而|容易|必然|往往)*(?:造成|导致|致使|使得?(?!用)))了?/u;
/** What is made to do something, without what it is made to do. */
const MADE = /使得?(?!用)[^了]{2,}的\p{Script=Han}{2,5}$/u;
/** What is put in between a subject and what is said of it. */
const INSERTED = /^(?:包括|[无不]论|不管|特别是|尤其是)/u;

function carriesOn(text: string, clause: Clause): boolean {
  const words = text.slice(clause.start, clause.end);
  return (
    !BREAKS.test(words) && (GOES_ON.test(words) || words.length <= SHORT_CLAUSE || /^.{1,6}(?:也|便|自然)/u.test(words))
  );
}

/** A clause after 由于 A that goes on with what was done, where one with a subject of its own still follows. */
export function addsCause(text: string, clauses: readonly Clause[], at: number, next: boolean): boolean {
  const words = wordsAt(text, clauses, at);
  if (FRAMES.test(words)) return false;
  if (next && words.length <= 5 && wordsAt(text, clauses, at - 1).length <= 14) return true;
  if (next && at + 1 < clauses.length && /^同时(?!也)/u.test(words)) return true;
  if (next && at + 1 < clauses.length && isParallel(text, clauses, at)) return true;
  if (next && /的时候$/u.test(wordsAt(text, clauses, at - 1))) return true;
  if (ADDS_CAUSE.test(words) || (next && GOES_ON_WITH_CAUSE.test(words))) return true;
  return (
    next &&
    VERB_FIRST.test(words) &&
    clauses
      .slice(at + 1)
      .some(
        (each) =>
          !VERB_FIRST.test(text.slice(each.start, each.end)) &&
          !GOES_ON.test(text.slice(each.start, each.end)) &&
          !BREAKS.test(text.slice(each.start, each.end)),
      )
  );
}

/** Two clauses that tell of the same thing, or tell of a degree alike, are told in one breath. */
function isParallel(text: string, clauses: readonly Clause[], at: number): boolean {
  const b = wordsAt(text, clauses, at);
  const reason = wordsAt(text, clauses, at - 1).replace(/^.*(?:由[于於]|因[为爲為]?)/u, '');
  return (
    reason.slice(0, 3) === b.slice(0, 3) ||
    (DEGREE.test(reason) && DEGREE.test(b)) ||
    (/只能/u.test(reason) && /只能/u.test(b)) ||
    (NOMINAL.test(reason) &&
      NOMINAL.test(b) &&
      !CLAIMS.test(b) &&
      !SAYS.test(b) &&
      !SAYS.test(wordsAt(text, clauses, at + 1)))
  );
}

/** What opens with an adverb is said of something: it is no noun, and what stands before it is its subject. */
const SAYS = /^(?:已|曾|不|未|没|都|也|均|则|就(?![业医读])|将|改|才|仍|还|难|无法)/u;
const CLAIMS = /了|不仅|不但|[能会]够?|我们|他们/u;
/** “物价的稳定，就业的增加”. */
const NOMINAL = /的\p{Script=Han}{2,5}$/u;
const DEGREE =
  /(?:[偏较過过很太]\p{Script=Han}{1,2}|得当|不(?:够?高|够?强|合理|健全|完善|规范|科学|平衡|均衡|到位|畅|顺|严|统一)|得力|不足|有限|薄弱|滞后|落[后後]|困难|不同|简单易行|[高低多少大小轻难慢短远散旧窄紧薄弱差贵]|(?<!比)重)$/u;

const VERB_FIRST =
  /^(?:同时|并且?|还)?(?:(?:大大|大幅度|进一步|逐步|初步|比较|显著|极大)地?)?(?!发生|出现|形成|造成|产生|取得|获得|受到|遇到|遭到|克服|有)\p{Script=Han}{1,3}了/u;

const wordsAt = (text: string, clauses: readonly Clause[], index: number): string =>
  text.slice(clauses[index]!.start, clauses[index]!.end);

/** A condition belongs to what would follow from it. */
const SUPPOSES = /^(?:如果|只要|假如|倘若|即使)/u;

/** The clause with which the effect of a reason that opens at `index` starts: the first that concludes, else the next. */
export function effectClause(text: string, clauses: readonly Clause[], index: number): number | null {
  if (index + 1 >= clauses.length) return null;
  let from = index + 1;
  for (let at = from; at + 1 < clauses.length && at <= index + 4; at++)
    if (addsCause(text, clauses, at, at === from)) from = at + 1;
  if (SUPPOSES.test(wordsAt(text, clauses, from))) return from;
  for (let at = from; at < clauses.length && at <= from + 2; at++) {
    const words = wordsAt(text, clauses, at);
    if ((at === from ? CONCLUDES : SETTLES).test(words.slice(0, 14)))
      return at > from && GOES_ON.test(words) && !LACKS.test(wordsAt(text, clauses, at - 1)) ? at - 1 : at;
  }
  return from;
}

/** Whether some clause after the first shows that it concludes. */
export const concludes = (text: string, clauses: readonly Clause[]): boolean =>
  clauses.slice(1).some((_, at) => CONCLUDES.test(wordsAt(text, clauses, at + 1)));

/** Clauses of mere figures after 受…制约 lead over to the effect when a clause behind them concludes. */
export function effectAfterFigures(text: string, clauses: readonly Clause[], index: number): number {
  let at = index + 1;
  while (at < clauses.length && /\d/u.test(text.slice(clauses[at]!.start, clauses[at]!.end))) at++;
  const words = clauses[at] ? text.slice(clauses[at]!.start, clauses[at]!.end) : '';
  return CONCLUDES.test(words) ? at : index + 1;
}

/** A span without the words that only lead in, and without 的 or a mark at its end. */
export function stripped(text: string, span: Span): Span {
  let { start, end } = span;
  for (
    let match = LEAD.exec(text.slice(start, end));
    match && start + match[0].length < end;
    match = LEAD.exec(text.slice(start, end))
  )
    start += match[0].length;
  while (end > start && /[\s，,、：:；;|—]/u.test(text[end - 1]!)) end--;
  if (text[end - 1] === '的' && text[end - 2] !== '目' && !text.slice(start, end).includes('是')) end--;
  while (start < end && /[\s，,、：:；;|]/u.test(text[start]!)) start++;
  return { start, end };
}
