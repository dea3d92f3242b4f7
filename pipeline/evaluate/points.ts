import type { Span } from '../model/span.ts';
import { type Score, scoreOf } from './roles.ts';

/** A causal pair for scoring: spans in whatever coordinates both sides share, such as the bare characters of the source. */
export interface ScoredPair {
  readonly cause: Span;
  readonly effect: Span;
}

/** A link for scoring, between the sentences in which its points open. */
export interface ScoredLink {
  readonly from: number;
  readonly to: number;
  readonly kind: 'cause_of' | 'answers';
}

/** Spans count as the same from this overlap on. */
export const SAME_SPAN = 0.7;

/**
 * Scores where points open: the numbers of the sentences in which predicted and gold points start. Gold knows one point
 * a sentence, so several that open in one sentence count once.
 */
export const scorePoints = (predicted: readonly number[], gold: readonly number[]): Score =>
  scoreKeys(new Set(predicted.map(String)), new Set(gold.map(String)));

/** Scores links: both ends and the kind have to agree. */
export const scoreLinks = (predicted: readonly ScoredLink[], gold: readonly ScoredLink[]): Score =>
  scoreKeys(new Set(predicted.map(linkKey)), new Set(gold.map(linkKey)));

const linkKey = ({ from, to, kind }: ScoredLink): string => `${from} ${kind} ${to}`;

function scoreKeys(predicted: ReadonlySet<string>, gold: ReadonlySet<string>): Score {
  const right = [...predicted].filter((key) => gold.has(key)).length;
  return scoreOf(right, predicted.size - right, gold.size - right);
}

/** Scores causal pairs: cause has to meet cause and effect effect, each with an overlap of at least `SAME_SPAN`. */
export function scorePairs(predicted: readonly ScoredPair[], gold: readonly ScoredPair[]): Score {
  const open = new Set(gold);
  const right = predicted.filter((pair) => {
    const match = [...open].find((each) => samePair(pair, each));
    return match !== undefined && open.delete(match);
  }).length;
  return scoreOf(right, predicted.length - right, gold.length - right);
}

const samePair = (a: ScoredPair, b: ScoredPair): boolean =>
  overlap(a.cause, b.cause) >= SAME_SPAN && overlap(a.effect, b.effect) >= SAME_SPAN;

/** The characters that two spans share, as a part of the longer one: 0 to 1. */
export function overlap(a: Span, b: Span): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  const longer = Math.max(a.end - a.start, b.end - b.start);
  return longer <= 0 ? 0 : Math.max(0, shared) / longer;
}
