import type { ComparedPoint, Likeness, LikenessOf } from './meaning.ts';

/**
 * How sure it is that two points say the same, from 0 to 1: a logistic model of their likeness. Weights and threshold come
 * from the annotated sample corpus: over all pairs of problems of different reports on one topic, sharing an annotated
 * theme is found with precision 0.8 and recall 0.8 (test/compare/matching.test.ts measures it).
 */
export const samenessOf = ({ themes, meaning }: Likeness): number =>
  1 / (1 + Math.exp(4.5 - 5 * themes - 50 * meaning));
export const SAME = 0.2;

/** Points that say the same in much the same words, rather than in others. */
export const sameWords = ({ meaning, wording }: Likeness): boolean => wording >= 0.5 || meaning >= 0.3;

/** Two points, one of each side, that say the same. */
export interface PointMatch {
  readonly a: ComparedPoint;
  readonly b: ComparedPoint;
  readonly score: number;
  readonly reworded: boolean;
}

/** Points of two sides, matched one to one within each role; the most alike first, the others in their order. */
export interface MatchedPoints {
  readonly matches: readonly PointMatch[];
  readonly onlyA: readonly ComparedPoint[];
  readonly onlyB: readonly ComparedPoint[];
}

/** Matches the points of two reports: the surest pair first, each point once (greedy matching). */
export function matchPoints(
  a: readonly ComparedPoint[],
  b: readonly ComparedPoint[],
  likenessOf: LikenessOf,
): MatchedPoints {
  const pairs = a
    .flatMap((one) => b.filter(({ role }) => role === one.role).map((other) => pairOf(one, other, likenessOf)))
    .filter(({ score }) => score >= SAME)
    .sort((x, y) => y.score - x.score || (x.a.id + x.b.id < y.a.id + y.b.id ? -1 : 1));
  const taken = new Set<ComparedPoint>();
  const matches = pairs.filter((pair) => {
    if (taken.has(pair.a) || taken.has(pair.b)) return false;
    taken.add(pair.a).add(pair.b);
    return true;
  });
  return { matches, onlyA: a.filter((point) => !taken.has(point)), onlyB: b.filter((point) => !taken.has(point)) };
}

function pairOf(a: ComparedPoint, b: ComparedPoint, likenessOf: LikenessOf): PointMatch {
  const likeness = likenessOf(a, b);
  return { a, b, score: samenessOf(likeness), reworded: !sameWords(likeness) };
}
