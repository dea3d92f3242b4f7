import type { Role } from '../model/role.ts';
import type { Span } from '../model/span.ts';

/** A text with its words as spans of it. */
export interface Passage {
  readonly text: string;
  readonly words: readonly Span[];
}

/** A point as themes see it: its claim, what is said below it, and its role where that is known. */
export interface PointText {
  readonly label: Passage;
  readonly sentences: readonly Passage[];
  readonly role?: Role;
}

/** What is said below a claim: the rest of the sentence that makes it, and the further sentences of the point. */
export function sentencesBelow(claim: string, [opening = '', ...others]: readonly string[]): string[] {
  const start = opening.indexOf(claim);
  const rest = start < 0 ? '' : opening.slice(start + claim.length);
  return /[\u4e00-\u9fff]/u.test(rest) ? [rest, ...others] : others;
}
