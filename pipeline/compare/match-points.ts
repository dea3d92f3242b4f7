import type { ComparedPoint, Likeness, LikenessOf } from './meaning.ts';

/**
 * How sure it is that two points say the same, from 0 to 1: a logistic model of their likeness, in which a shared theme
 * counts as far as the reports are on one subject (the same shortage of funds is another problem in schools than on
 * roads). Weights and threshold come from problems of the sample corpus that were read pair by pair
 * (test/compare/same-problems.txt; held out by place: test/compare/same-problems.test.ts). What is said in the same
 * words is the same whatever the model says.
 */
export function samenessOf(likeness: Likeness): number {
  const { themes, subject, meaning, wording } = likeness;
  const evidence =
    themes === null
      ? NO_THEMES.base + NO_THEMES.meaning * meaning * subject
      : BASE + THEME * themes * subject + MEANING * meaning;
  const model = 1 / (1 + Math.exp(-evidence));
  return sameWords(likeness) ? Math.max(model, meaning, wording) : model;
}

/** Weights in log-odds. */
const [BASE, THEME, MEANING] = [-5.1, 10.8, 5.3];
const NO_THEMES = { base: -0.64, meaning: 17 };
/** From here on two points count as saying the same. */
export const SAME = 0.48;

/** Points that say the same in much the same words, rather than in others. */
export const sameWords = ({ meaning, wording }: Likeness): boolean => wording >= 0.5 || meaning >= 0.5;

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
