import { ROLES } from '../../model/role.ts';
import { LABELS } from '../crf.ts';
import { verdict } from '../score.ts';
import type { HeldOut } from './crossval.ts';

/** A prediction that counts: the probability the model gave it, and whether it was right. */
export interface Judged {
  readonly probability: number;
  readonly right: boolean;
}

/** The predictions of held-out reports that are right or wrong. */
export function judgedOf(results: readonly HeldOut[]): Judged[] {
  return results.flatMap(({ report, probabilities }) =>
    report.gold.flatMap((gold, index) => {
      if (!gold) return [];
      const shares = probabilities.subarray(index * LABELS, (index + 1) * LABELS);
      const best = shares.indexOf(Math.max(...shares));
      const result = verdict({ gold, predicted: ROLES[best]! });
      return result === 'open' ? [] : [{ probability: shares[best]!, right: result === 'right' }];
    }),
  );
}

/**
 * Knots (probability given → share right) of an isotonic regression by pool-adjacent-violators (Ayer et al. 1955) over
 * `bins` bins of equal number, so that the map rises.
 */
export function calibrationKnots(judged: readonly Judged[], bins = 25): (readonly [number, number])[] {
  const sorted = [...judged].sort((a, b) => a.probability - b.probability);
  const size = Math.max(1, Math.ceil(sorted.length / bins));
  const pools: { given: number; right: number; count: number }[] = [];
  for (let from = 0; from < sorted.length; from += size) {
    const bin = sorted.slice(from, from + size);
    pools.push({
      given: bin.reduce((sum, { probability }) => sum + probability, 0),
      right: bin.filter(({ right }) => right).length,
      count: bin.length,
    });
    merge(pools);
  }
  return pools.map(({ given, right, count }) => [round(given / count), round(right / count)]);
}

function merge(pools: { given: number; right: number; count: number }[]): void {
  while (pools.length > 1) {
    const last = pools.at(-1)!;
    const before = pools.at(-2)!;
    if (before.right / before.count < last.right / last.count) return;
    pools.splice(-2, 2, {
      given: before.given + last.given,
      right: before.right + last.right,
      count: before.count + last.count,
    });
  }
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4;

/** A line of the reliability table: predictions with a confidence from `from` on, their mean confidence, the share right. */
export interface Reliability {
  readonly from: number;
  readonly count: number;
  readonly confidence: number;
  readonly right: number;
}

/** The reliability table by tenths of confidence. */
export function reliability(judged: readonly Judged[]): Reliability[] {
  return Array.from({ length: 10 }, (_, tenth) => {
    const inside = judged.filter(({ probability }) => Math.min(9, Math.floor(probability * 10)) === tenth);
    const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    return {
      from: tenth / 10,
      count: inside.length,
      confidence: inside.length ? mean(inside.map(({ probability }) => probability)) : 0,
      right: inside.length ? mean(inside.map(({ right }) => (right ? 1 : 0))) : 0,
    };
  }).filter(({ count }) => count > 0);
}
