import { Fault, messageOf } from '../model/fault.ts';
import type { AlignedSentence } from './align.ts';

/** Ids of two gold sentences of which a reader finds the first the more specific measure. */
export interface RankedPair {
  readonly more: string;
  readonly less: string;
}

/**
 * Reads pairs of measures, one JSON object a line.
 * @throws Fault with file and line where a line is no pair.
 */
export function parseRankedPairs(text: string, path: string): RankedPair[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      const { more, less } = JSON.parse(line) as Partial<Record<keyof RankedPair, unknown>>;
      if (typeof more !== 'string' || typeof less !== 'string') throw new Error('no “more” or no “less”');
      return [{ more, less }];
    } catch (error) {
      throw new Fault(`${path}, line ${index + 1}: ${messageOf(error)}; give pairs of ids of gold sentences`);
    }
  });
}

/** How many of the pairs whose sentences are there the scores rank as the reader did; equal scores do not. */
export function scoreRanking(
  pairs: readonly RankedPair[],
  sentences: readonly AlignedSentence[],
  specificity: ReadonlyMap<string, number>,
): { readonly right: number; readonly pairs: number } {
  const scores = new Map(
    sentences.map(({ gold, sentence }) => [gold.id, specificity.get(sentence?.id ?? '') ?? Number.NaN]),
  );
  const there = pairs.filter(({ more, less }) => scores.has(more) && scores.has(less));
  return { right: there.filter(({ more, less }) => scores.get(more)! > scores.get(less)!).length, pairs: there.length };
}
