import { Fault } from '../model/fault.ts';
import { didYouMean } from './suggest.ts';

/**
 * The one of `choices` that the user wrote for an option.
 * @throws Fault of kind `usage` that lists them.
 */
export function choiceOf<T extends string>(
  option: string,
  written: string | undefined,
  choices: readonly T[],
  usual: T,
): T {
  if (written === undefined) return usual;
  const found = choices.find((choice) => choice === written);
  if (found) return found;
  const hint = didYouMean(written, choices) || ` (${choices.join(' | ')})`;
  throw new Fault(`--${option} cannot be “${written}”${hint}`, 'usage');
}
