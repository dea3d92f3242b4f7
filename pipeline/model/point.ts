import type { Role } from './role.ts';
import type { Span } from './span.ts';

/**
 * A point (要点): one claim with the sentences that carry it out. `label` is the claim without its number and full stop;
 * `parent` is the seq of the point around it; `sentences` are seqs, the claim's first.
 */
export interface Point extends Span {
  readonly seq: number;
  readonly parent: number | null;
  readonly section: number | null;
  readonly role: Role;
  readonly label: string;
  readonly sentences: readonly number[];
}

/** The cause and the effect that one sentence links by `cue`, as spans of the report. */
export interface CausalPair {
  readonly sentence: number;
  readonly seq: number;
  readonly cause: Span;
  readonly effect: Span;
  readonly cue: string;
}

/** A cause of a problem, or a countermeasure that answers one; `score` from 0 to 1. */
export interface PointLink {
  readonly from: number;
  readonly to: number;
  readonly kind: 'cause_of' | 'answers';
  readonly score: number;
}
