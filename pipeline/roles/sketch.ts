import { LABELS } from './crf.ts';
import { CUE_COUNT, type Cues, findCues, heard } from './cues.ts';
import { shareOf } from './grams.ts';
import { CUE_LISTS } from './lexicon.ts';
import { readSentence } from './reading.ts';
import { firedRules } from './rules/fire.ts';
import { NO_WEIGHTS, type Scorer } from './scorer.ts';
import type { SentenceView } from './view.ts';

/** What is read off one sentence once, for its own features and for those of its neighbours. */
export interface Sketch {
  readonly view: SentenceView;
  /** List × 4 + how often, 3 at most, for each cue list that is met, rising. */
  readonly cues: Cues['met'];
  /** The cue list whose word opens it, −1 where none does. */
  readonly opening: number;
  /** Indices of the rules that vote, rising. */
  readonly rules: readonly number[];
  /** Which of `MIX_NAMES` are present, as bits. */
  readonly mix: number;
  /** How many numbers are written in digits, 3 at most. */
  readonly figures: number;
}

const listOf = (id: string): number => CUE_LISTS.findIndex((list) => list.id === id);
/** What a bit of `mix` tells of, and the cue lists that set it; no list sets that of figures. */
const MIX: readonly { readonly name: string; readonly lists: readonly number[] }[] = [
  { name: 'demand', lists: [listOf('obligation')] },
  { name: 'past', lists: [listOf('past')] },
  { name: 'lack', lists: [listOf('deficit'), listOf('trouble')] },
  { name: 'cause', lists: [listOf('cause'), listOf('why')] },
  { name: 'future', lists: [listOf('future')] },
  { name: 'doing', lists: [listOf('action')] },
  { name: 'figures', lists: [] },
];
export const MIX_NAMES = MIX.map(({ name }) => name);

/** The bits of `mix` that each cue list sets. */
const MIX_OF = Uint8Array.from({ length: CUE_COUNT }, (_, list) =>
  MIX.reduce((bits, { lists }, bit) => bits | (lists.includes(list) ? 1 << bit : 0), 0),
);

/** The bit of `mix` that tells of a word for a reason, or that asks for one. */
export const CAUSE_MIX = 1 << MIX_NAMES.indexOf('cause');
const FIGURES_MIX = 1 << MIX_NAMES.indexOf('figures');

/** Where scores go that nobody asks for. */
const NOWHERE: Scorer = { table: NO_WEIGHTS, sums: new Float64Array(LABELS), offset: 0 };

/** Reads the cues, the votes and the figures of a sentence, and adds the scores of its n-grams to the sums of `scorer`. */
export function sketch(view: SentenceView, scorer = NOWHERE): Sketch {
  const reading = readSentence(view.body, shareOf(view.body.length), scorer);
  const { met: cues, opening } = findCues(reading);
  const figures = Math.min(3, reading.figures);
  let mix = figures > 0 ? FIGURES_MIX : 0;
  for (const met of cues) mix |= MIX_OF[met >> 2]!;
  return { view, cues, opening, rules: firedRules(view, heard), mix, figures };
}
