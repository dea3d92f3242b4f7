import { type CueCounts, countCues } from './cues.ts';
import { CUE_LISTS } from './lexicon.ts';
import { firedRules } from './rules/fire.ts';
import type { SentenceView } from './view.ts';

/** What is read off one sentence once, for its own features and for those of its neighbours. */
export interface Sketch {
  readonly view: SentenceView;
  readonly cues: CueCounts;
  /** Indices of the rules that vote, rising. */
  readonly rules: readonly number[];
  /** Which of demand, past, lack, cause, future, doing and figures are present, as bits. */
  readonly mix: number;
  /** How many numbers are written in digits, 3 at most. */
  readonly figures: number;
}

const listOf = (id: string): number => CUE_LISTS.findIndex((list) => list.id === id);
const MIX = [
  [listOf('obligation')],
  [listOf('past')],
  [listOf('deficit'), listOf('trouble')],
  [listOf('cause')],
  [listOf('future')],
  [listOf('action')],
];

/** Reads the cues, the votes and the figures of a sentence. */
export function sketch(view: SentenceView): Sketch {
  const cues = countCues(view.body);
  const figures = Math.min(3, view.body.match(/\d+(?:\.\d+)?/g)?.length ?? 0);
  const bits = MIX.map((lists, bit) => (lists.some((list) => cues.counts[list]! > 0) ? 1 << bit : 0));
  const mix = bits.reduce((sum, bit) => sum + bit, figures > 0 ? 1 << MIX.length : 0);
  return { view, cues, rules: firedRules(view), mix, figures };
}
