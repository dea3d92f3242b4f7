import { CORE_ROLES, ROLES, type Role } from '../model/role.ts';

/** What an annotator gave a sentence. */
export interface GoldRole {
  readonly role: Role;
  readonly also: readonly Role[];
}

/** A sentence as annotated and as predicted. */
export interface Scored {
  readonly gold: GoldRole;
  readonly predicted: Role;
}

export interface RoleScore {
  readonly role: Role;
  readonly right: number;
  readonly missed: number;
  readonly wrong: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** The verdict on one prediction: one that only matches `also` counts neither right nor wrong. */
export const verdict = ({ gold, predicted }: Scored): 'right' | 'wrong' | 'open' =>
  predicted === gold.role ? 'right' : gold.also.includes(predicted) ? 'open' : 'wrong';

/** Precision, recall and F1 of every role; a role that is neither annotated nor predicted has F1 0. */
export function scoreRoles(sentences: readonly Scored[]): RoleScore[] {
  const counts = new Map(ROLES.map((role) => [role, { right: 0, missed: 0, wrong: 0 }]));
  for (const sentence of sentences) {
    const result = verdict(sentence);
    if (result === 'right') counts.get(sentence.gold.role)!.right += 1;
    if (result !== 'wrong') continue;
    counts.get(sentence.gold.role)!.missed += 1;
    counts.get(sentence.predicted)!.wrong += 1;
  }
  return ROLES.map((role) => {
    const { right, missed, wrong } = counts.get(role)!;
    const share = (of: number): number => (of === 0 ? 0 : right / of);
    const f1 = share(right + (missed + wrong) / 2);
    return { role, right, missed, wrong, precision: share(right + wrong), recall: share(right + missed), f1 };
  });
}

/** The mean F1 of problem, cause and countermeasure. */
export const macroF1 = (sentences: readonly Scored[]): number =>
  scoreRoles(sentences)
    .filter(({ role }) => (CORE_ROLES as readonly Role[]).includes(role))
    .reduce((sum, { f1 }) => sum + f1, 0) / CORE_ROLES.length;

/** Of the predictions that are right or wrong, the share that is right. */
export function accuracy(sentences: readonly Scored[]): number {
  const judged = sentences.map(verdict).filter((each) => each !== 'open');
  return judged.length === 0 ? 0 : judged.filter((each) => each === 'right').length / judged.length;
}

/**
 * The 95 % interval of a statistic over documents (percentile bootstrap, Efron 1979): documents are drawn with
 * replacement, `rounds` times, by a seeded generator.
 */
export function bootstrap(
  documents: readonly (readonly Scored[])[],
  statistic: (sentences: readonly Scored[]) => number,
  rounds = 1000,
  seed = 20240501,
): readonly [low: number, high: number] {
  const random = generator(seed);
  const values = Array.from({ length: rounds }, () =>
    statistic(documents.flatMap(() => documents[Math.floor(random() * documents.length)]!)),
  ).sort((a, b) => a - b);
  return [values[Math.floor(rounds * 0.025)] ?? 0, values[Math.floor(rounds * 0.975)] ?? 0];
}

/** Numbers in [0, 1) by mulberry32. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}
