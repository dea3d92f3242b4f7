import { CORE_ROLES, ROLES, type Role } from '../model/role.ts';

/** A sentence's role by gold and as predicted. */
export interface RoleOutcome {
  readonly gold: Role;
  readonly also: readonly Role[];
  readonly predicted: Role;
}

/** Counts with precision, recall and F1, each null where there is nothing to divide by. */
export interface Score {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

/**
 * Precision = right / (right + wrong), recall = right / (right + missed), F1 = their harmonic mean
 * = 2·right / (2·right + wrong + missed) (van Rijsbergen 1979, Information Retrieval, ch. 7).
 */
export function scoreOf(right: number, wrong: number, missed: number): Score {
  const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
  return {
    right,
    wrong,
    missed,
    precision: share(right, right + wrong),
    recall: share(right, right + missed),
    f1: share(2 * right, 2 * right + wrong + missed),
  };
}

/** Sums the counts of several scores. */
export const sumScores = (scores: readonly Score[]): Score =>
  scoreOf(
    scores.reduce((sum, { right }) => sum + right, 0),
    scores.reduce((sum, { wrong }) => sum + wrong, 0),
    scores.reduce((sum, { missed }) => sum + missed, 0),
  );

/** What became of a sentence: a prediction that its gold names as a further role is neither right nor wrong. */
export function verdict({ gold, also, predicted }: RoleOutcome): 'right' | 'wrong' | 'neither' {
  if (predicted === gold) return 'right';
  return also.includes(predicted) ? 'neither' : 'wrong';
}

/** The score of every role; sentences whose verdict is `neither` count nowhere. */
export function scoreRoles(outcomes: readonly RoleOutcome[]): ReadonlyMap<Role, Score> {
  const judged = outcomes.filter((outcome) => verdict(outcome) !== 'neither');
  const count = (test: (outcome: RoleOutcome) => boolean): number => judged.filter(test).length;
  return new Map(
    ROLES.map((role) => [
      role,
      scoreOf(
        count(({ gold, predicted }) => gold === role && predicted === role),
        count(({ gold, predicted }) => gold !== role && predicted === role),
        count(({ gold, predicted }) => gold === role && predicted !== role),
      ),
    ]),
  );
}

/**
 * The mean F1 of problem, cause and countermeasure, each counting the same; those that are neither in the gold nor
 * predicted have no F1 and do not count. Null where that is so for all.
 */
export function macroF1(scores: ReadonlyMap<Role, Score>): number | null {
  const values = CORE_ROLES.map((role) => scores.get(role)?.f1 ?? null).filter((f1) => f1 !== null);
  return values.length === 0 ? null : values.reduce((sum, f1) => sum + f1, 0) / values.length;
}

/** How many sentences of each gold role (outer) got each role (inner), in the order of `ROLES`, `also` or not. */
export const confusionMatrix = (outcomes: readonly RoleOutcome[]): readonly (readonly number[])[] =>
  ROLES.map((gold) =>
    ROLES.map((predicted) => outcomes.filter((each) => each.gold === gold && each.predicted === predicted).length),
  );
