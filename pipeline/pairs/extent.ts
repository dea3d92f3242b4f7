import type { Span } from '../model/span.ts';
import type { Clause } from '../text/clauses.ts';

/** Two clauses before a cue belong to the cause; of more, as many as fit into this many characters. */
const LONGEST_CAUSE = 30;
/** A short clause after the effect still belongs to it. */
const SHORT_CLAUSE = 10;

const GOES_ON =
  /^(?:也|又|还|再|并|且|而且|更|甚至|不得不|只好|只能|只得|宁可|宁愿|宁肯|仍|却|难以|无法|不能|不敢|不愿|不肯|自然|最终|进而|从而|难|缺乏|缺少|没有|不利于|影响)/u;
const BREAKS =
  /^(?:直到|其中|占|另|例如|比如|如|据|这|那|我们|时间一长|但|然而|不过|同时|因此|所以|使|让|今年|去年|前年|目前|截至|为此|对此)/u;
const CONCLUDES =
  /(?:便|就|只好|只能|只得|自然|难免|不得不|难以|于是|因此|被迫|宁可|宁愿|宁肯|无法|不肯|不愿|不敢|才会|只得|常常|迟迟|一直|至今|往往|容易)/u;

const LEAD =
  /^(?:又|也|但|而|却|且|并且|而且|再|加之|加上|再加上|加之于|同时|另外|此外|其次|然而|不过|正是|正|主要是|主要|还|都|大多|特别是|尤其是|尤其|这是|一是|二是|三是|四是|结果|至于|听\p{Script=Han}{1,4}说|一方面|另一方面|首先|最后|再次|事实上|实际上|客观上|可见)[，,]?/u;

/** Which clauses before `index` tell the cause: all of two, the last ones of more. */
export function causeBefore(text: string, clauses: readonly Clause[], index: number, from = 0): Span | null {
  const last = clauses[index - 1];
  if (!last || index - 1 < from) return null;
  let first = index - 1;
  while (first > from && fits(clauses, first - 1, index, from)) first--;
  return stripped(text, { start: clauses[first]!.start, end: last.end });
}

function fits(clauses: readonly Clause[], first: number, index: number, from: number): boolean {
  const length = clauses[index - 1]!.end - clauses[first]!.start;
  return index - from <= 2 || length <= LONGEST_CAUSE;
}

/** Where an effect that starts in clause `index` ends: with it, or with the clauses that carry it on. */
export function effectEnd(text: string, clauses: readonly Clause[], index: number): number {
  let last = index;
  while (last + 1 < clauses.length && carriesOn(text, clauses[last + 1]!)) last++;
  return clauses[last]!.end;
}

function carriesOn(text: string, clause: Clause): boolean {
  const words = text.slice(clause.start, clause.end);
  return (
    !BREAKS.test(words) && (GOES_ON.test(words) || words.length <= SHORT_CLAUSE || /^.{1,6}(?:也|自然)/u.test(words))
  );
}

/** The clause with which the effect of a reason that opens at `index` starts: the first that concludes, else the next. */
export function effectClause(text: string, clauses: readonly Clause[], index: number): number | null {
  if (index + 1 >= clauses.length) return null;
  for (let at = index + 1; at < clauses.length && at <= index + 3; at++) {
    const words = text.slice(clauses[at]!.start, clauses[at]!.end);
    if (CONCLUDES.test(words.slice(0, 14)))
      return at > index + 1 && GOES_ON.test(words) && clauses[at - 1]!.end - clauses[at - 1]!.start > 6
        ? conclude(text, clauses, index, at)
        : at;
  }
  return index + 1;
}

/** “由于A，B担心C，只好D”: the clause before the one that only goes on is where the effect starts. */
function conclude(_text: string, _clauses: readonly Clause[], index: number, at: number): number {
  return at - 1 > index ? at - 1 : at;
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
  while (end > start && /[\s，,、：:；;的]/u.test(text[end - 1]!)) end--;
  while (start < end && /[\s，,、：:；;]/u.test(text[start]!)) start++;
  return { start, end };
}
