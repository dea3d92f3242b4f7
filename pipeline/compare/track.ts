import { SAME, samenessOf, sameWords } from './match-points.ts';
import type { ComparedPoint, LikenessOf } from './meaning.ts';

/** A point with the year of its report. */
export interface DatedPoint extends ComparedPoint {
  readonly year: number;
}

/**
 * What became of a problem: `persists` in the same words, `reworded`, `answered` by a countermeasure and not raised again,
 * `dropped` without, or `new`: raised by no earlier year.
 */
export const FATES = ['persists', 'reworded', 'dropped', 'new', 'answered'] as const;
export type Fate = (typeof FATES)[number];

/** A problem with its fate and the point that shows it: the later problem, the countermeasure, null where there is none. */
export interface TrackedProblem {
  readonly problem: DatedPoint;
  readonly fate: Fate;
  readonly later: DatedPoint | null;
  readonly score: number | null;
}

/**
 * Follows the problems of every year but the last into the later ones: the first year that raises it again tells its
 * fate; else a countermeasure of the same or a later year that answers it. Problems of later years that no earlier year
 * raised are `new`. Problems of the first year come first; within a year in the order given.
 */
export function trackProblems(points: readonly DatedPoint[], likenessOf: LikenessOf): readonly TrackedProblem[] {
  const years = [...new Set(points.map(({ year }) => year))].sort((a, b) => a - b);
  const problems = points.filter(({ role }) => role === 'problem');
  const measures = points.filter(({ role }) => role === 'countermeasure');
  return years.flatMap((year) =>
    problems
      .filter((problem) => problem.year === year)
      .flatMap((problem) => {
        const followed = year === years.at(-1) ? [] : [fateOf(problem, problems, measures, likenessOf)];
        const earlier = problems.filter((other) => other.year < year);
        const isNew = year !== years[0] && best(problem, earlier, likenessOf) === null;
        return [...(isNew ? [{ problem, fate: 'new' as const, later: null, score: null }] : []), ...followed];
      }),
  );
}

function fateOf(
  problem: DatedPoint,
  problems: readonly DatedPoint[],
  measures: readonly DatedPoint[],
  likenessOf: LikenessOf,
): TrackedProblem {
  const laterYears = [...new Set(problems.map(({ year }) => year).filter((year) => year > problem.year))].sort(
    (a, b) => a - b,
  );
  for (const year of laterYears) {
    const again = best(
      problem,
      problems.filter((other) => other.year === year),
      likenessOf,
    );
    if (!again) continue;
    const fate = sameWords(likenessOf(problem, again.point)) ? 'persists' : 'reworded';
    return { problem, fate, later: again.point, score: again.score };
  }
  const answer = best(
    problem,
    measures.filter(({ year }) => year >= problem.year),
    likenessOf,
  );
  if (answer) return { problem, fate: 'answered', later: answer.point, score: answer.score };
  return { problem, fate: 'dropped', later: null, score: null };
}

/** The point most like a problem, null where none is like enough. */
function best(
  problem: DatedPoint,
  others: readonly DatedPoint[],
  likenessOf: LikenessOf,
): { readonly point: DatedPoint; readonly score: number } | null {
  let found: { point: DatedPoint; score: number } | null = null;
  for (const point of others) {
    const score = samenessOf(likenessOf(problem, point));
    if (score >= SAME && (found === null || score > found.score)) found = { point, score };
  }
  return found;
}
