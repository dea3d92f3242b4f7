import { SAME, samenessOf, sameWords } from './match-points.ts';
import type { ComparedPoint, LikenessOf } from './meaning.ts';

/** A point with the year of its report. */
export interface DatedPoint extends ComparedPoint {
  readonly year: number;
}

/**
 * What became of a problem: `persists` in the same words, `reworded`, `answered` by a countermeasure or by something done
 * and not raised again, `dropped` without, or `new`: raised by no earlier year.
 */
export const FATES = ['persists', 'reworded', 'dropped', 'new', 'answered'] as const;
export type Fate = (typeof FATES)[number];

/** A problem with its fate and the point that shows it: the later problem, the countermeasure, null where there is none. */
export interface TrackedProblem<T extends DatedPoint = DatedPoint> {
  readonly problem: T;
  readonly fate: Fate;
  readonly later: T | null;
  readonly score: number | null;
}

/** A countermeasure that answers a problem of its own report. */
export interface Answer {
  readonly problem: string;
  readonly measure: string;
  readonly score: number;
}

/** Reports are on one subject from here on; only such reports can raise a problem again, or fail to. */
const ONE_SUBJECT = 0.4;

/**
 * Follows the problems of every year into the later ones: the first year whose reports on the same subject raise it
 * again tells its fate; else what answers it, in a later year or, by `answers`, in its own report. What no later report is
 * on the subject of has no fate. Problems are `new` where earlier reports on the subject raise problems, but not these. Problems
 * of the first year come first; within a year in the order given.
 */
export function trackProblems<T extends DatedPoint>(
  points: readonly T[],
  answers: readonly Answer[],
  likenessOf: LikenessOf,
): readonly TrackedProblem<T>[] {
  const problems = points.filter(({ role }) => role === 'problem');
  const byYear = [...problems].sort((a, b) => a.year - b.year);
  return byYear.flatMap((problem): TrackedProblem<T>[] => {
    const related = points.filter(
      (other) => other.report !== problem.report && likenessOf.subjectOf(problem.report, other.report) >= ONE_SUBJECT,
    );
    const earlier = related.filter(({ year }) => year < problem.year);
    const later = related.filter(({ year }) => year > problem.year);
    const before = earlier.filter(isProblem);
    const isNew = before.length > 0 && best(problem, before, likenessOf) === null;
    return [
      ...(isNew ? [{ problem, fate: 'new' as const, later: null, score: null }] : []),
      ...(later.length > 0 ? [fateOf(problem, later, ownAnswer(problem, points, answers), likenessOf)] : []),
    ];
  });
}

const isProblem = ({ role }: DatedPoint): boolean => role === 'problem';
const isDoing = ({ role }: DatedPoint): boolean => role === 'countermeasure' || role === 'practice';

interface Found<T> {
  readonly point: T;
  readonly score: number;
}

function fateOf<T extends DatedPoint>(
  problem: T,
  later: readonly T[],
  own: Found<T> | null,
  likenessOf: LikenessOf,
): TrackedProblem<T> {
  const years = [...new Set(later.map(({ year }) => year))].sort((a, b) => a - b);
  for (const year of years) {
    const raised = later.filter((other) => other.year === year && isProblem(other));
    const again = best(problem, raised, likenessOf);
    if (!again) continue;
    const fate = sameWords(likenessOf(problem, again.point)) ? 'persists' : 'reworded';
    return { problem, fate, later: again.point, score: again.score };
  }
  const answer = best(problem, later.filter(isDoing), likenessOf) ?? own;
  if (answer) return { problem, fate: 'answered', later: answer.point, score: answer.score };
  return { problem, fate: 'dropped', later: null, score: null };
}

/** The surest countermeasure of the problem's own report. */
function ownAnswer<T extends DatedPoint>(
  problem: T,
  points: readonly T[],
  answers: readonly Answer[],
): Found<T> | null {
  const [surest] = answers.filter((answer) => answer.problem === problem.id).sort((a, b) => b.score - a.score);
  const point = surest && points.find(({ id }) => id === surest.measure);
  return point ? { point, score: surest.score } : null;
}

/** The point most like a problem, null where none is like enough. */
function best<T extends DatedPoint>(problem: T, others: readonly T[], likenessOf: LikenessOf): Found<T> | null {
  let found: Found<T> | null = null;
  for (const point of others) {
    const score = samenessOf(likenessOf(problem, point));
    if (score >= SAME && (found === null || score > found.score)) found = { point, score };
  }
  return found;
}
