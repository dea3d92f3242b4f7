import { CUE_COUNT, type Cues, readCues } from './cues.ts';
import { CUE_LISTS } from './lexicon.ts';
import { firedRules } from './rules/fire.ts';
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
  [listOf('cause'), listOf('why')],
  [listOf('future')],
  [listOf('action')],
];

/** The bits of `mix` that each cue list sets. */
const MIX_OF = Uint8Array.from({ length: CUE_COUNT }, (_, list) =>
  MIX.reduce((bits, lists, bit) => bits | (lists.includes(list) ? 1 << bit : 0), 0),
);

/** The bit of `mix` that tells of a word for a reason, or that asks for one. */
export const CAUSE_MIX = 1 << 3;

/** Reads the cues, the votes and the figures of a sentence. */
export function sketch(view: SentenceView): Sketch {
  const { met: cues, opening, heard } = readCues(view.body);
  const figures = countFigures(view.body);
  let mix = figures > 0 ? 1 << MIX.length : 0;
  for (const met of cues) mix |= MIX_OF[met >> 2]!;
  return { view, cues, opening, rules: firedRules(view, heard), mix, figures };
}

const DIGIT = /\d/;

/** How many numbers are written in digits, a decimal point inside them allowed; 3 at most. */
function countFigures(body: string): number {
  let count = 0;
  for (let at = body.search(DIGIT); at >= 0 && at < body.length && count < 3; at += 1) {
    if (!isDigit(body.charCodeAt(at))) continue;
    count += 1;
    while (isDigit(body.charCodeAt(at + 1)) || (body[at + 1] === '.' && isDigit(body.charCodeAt(at + 2)))) at += 1;
  }
  return count;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
