import { ROLES, type Role } from '../model/role.ts';
import type { AlignedSentence } from './align.ts';
import type { ArgumentScores } from './arguments.ts';
import { pairQuantities, type QuantityLevel, type QuantityPair, scoreQuantities } from './quantities.ts';
import { confusionMatrix, macroF1, type RoleOutcome, type Score, scoreRoles, verdict } from './roles.ts';

/** The sentences of one gold file with what was mined in them. */
export interface EvaluatedFile {
  readonly gold: string;
  readonly source: string;
  readonly sentences: readonly AlignedSentence[];
  readonly argument?: ArgumentScores;
  /** The id of the gold sentence in which each mined point opens, by the id of the point. */
  readonly openings?: ReadonlyMap<string, string>;
}

/** The figures of some files together. `accuracy` is the share right among right and wrong. */
export interface Evaluation {
  readonly sentences: number;
  readonly notFound: number;
  readonly accuracy: number | null;
  readonly macroF1: number | null;
  readonly roles: ReadonlyMap<Role, Score>;
  readonly quantities: ReadonlyMap<QuantityLevel, Score>;
  readonly confusion: readonly (readonly number[])[];
}

/** Scores aligned sentences, pooled: every sentence and quantity counts the same, whatever its file. */
export function evaluate(sentences: readonly AlignedSentence[]): Evaluation {
  const outcomes = sentences.map(outcomeOf);
  const verdicts = outcomes.map(verdict);
  const right = verdicts.filter((each) => each === 'right').length;
  const judged = verdicts.filter((each) => each !== 'neither').length;
  const roles = scoreRoles(outcomes);
  return {
    sentences: sentences.length,
    notFound: sentences.filter(({ found }) => found < 0.5).length,
    accuracy: judged === 0 ? null : right / judged,
    macroF1: macroF1(roles),
    roles,
    quantities: scoreQuantities(sentences.flatMap(pairQuantities)),
    confusion: confusionMatrix(outcomes),
  };
}

const outcomeOf = ({ gold, role }: AlignedSentence): RoleOutcome => ({
  gold: gold.role,
  also: gold.also,
  predicted: role,
});

/** A sentence that got a wrong role. */
export interface RoleError extends AlignedSentence {
  readonly file: string;
}

/** The sentences with a wrong role, the surest first; equally sure ones by gold role. */
export const roleErrors = (files: readonly EvaluatedFile[]): RoleError[] =>
  files
    .flatMap(({ gold, sentences }) => sentences.map((sentence) => ({ ...sentence, file: gold })))
    .filter((sentence) => verdict(outcomeOf(sentence)) === 'wrong')
    .sort((a, b) => b.confidence - a.confidence || ROLES.indexOf(a.gold.role) - ROLES.indexOf(b.gold.role));

/** A quantity that was missed, invented, or got a wrong value, unit, qualifier or direction, with its sentence. */
export interface QuantityError extends QuantityPair {
  readonly file: string;
  readonly sentence: string;
}

/** The quantities that are not right in span, value, unit, qualifier and direction, in the order of the text. */
export const quantityErrors = (files: readonly EvaluatedFile[]): QuantityError[] =>
  files.flatMap(({ gold: file, sentences }) =>
    sentences.flatMap((sentence) =>
      pairQuantities(sentence)
        .filter((pair) => !isRight(pair))
        .map((pair) => ({ ...pair, file, sentence: sentence.gold.text })),
    ),
  );

function isRight(pair: QuantityPair): boolean {
  if (!pair.gold || !pair.mined) return false;
  const frame = scoreQuantities([pair]).get('value+unit+qualifier')!.right === 1;
  return frame && pair.gold.direction === pair.mined.direction;
}
