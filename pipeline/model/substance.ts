/**
 * What a proposed measure commits to (对策的实在程度): who is to act, what is to be done, with which instrument, by when or
 * how often, how much; each in the words of the sentence, null where it does not say. `sentence` and `point` are seqs.
 * `specificity` is from 0 (a slogan) to 1 (a measure that could be checked).
 */
export interface Substance {
  readonly sentence: number;
  readonly point: number | null;
  readonly actor: string | null;
  readonly action: string;
  readonly instrument: string | null;
  readonly deadline: string | null;
  readonly amount: string | null;
  readonly specificity: number;
}
