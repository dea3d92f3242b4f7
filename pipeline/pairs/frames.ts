import type { Span } from '../model/span.ts';
import type { Clause } from '../text/clauses.ts';
import { nameCause, nameCauseOf, nameResultOf } from './named.ts';
import { giveReason } from './reasons.ts';
import { giveResult } from './results.ts';
import type { Found, Place } from './step.ts';

/** A cause that says nothing by itself. */
const EMPTY =
  /^.{0,3}(?:年来|以来|期间)$|受[^，]*影响|^这(?:已经|是|为)|^对于|^(?:这样|如此|这|此|它|其|这个|这种|那样|长此以往|一次|这[些种类](?:因素|情况|现象|问题|做法)?|上述(?:因素|问题|原因)|严重|很大|较大|一定|极大|不同程度|[为爲為]了.*|什么|多方面|多种)$/u;

/** The pairs of one segment, from left to right; a later pair does not reach back into an earlier one's cue. */
export function pairsIn(text: string, clauses: readonly Clause[], kind: Pick<Place, 'weak' | 'proposes'>): Found[] {
  const found: Found[] = [];
  let from = 0;
  for (let index = 0; index < clauses.length; index++) {
    const place = { text, clauses, index, from, ...kind };
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
