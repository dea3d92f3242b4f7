import { textOf } from '../model/span.ts';
import type { Statistic } from '../model/statistic.ts';
import { shadowOf } from './shadow.ts';

/** The values that a written number may stand for. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** 近 and 约 without more: seven hundredths below, or five around, is the most that readers take for it. */
const NEAR = 0.07;
const ABOUT = 0.05;

/**
 * What a quantity may stand for: half a unit of its last place around an exact decimal or 万 number, nothing around a
 * whole count; the next round number above 多 and 余; open ends for limits. Null where it has no value.
 */
export function intervalOf(text: string, statistic: Statistic): Interval | null {
  const { value, valueMax, qualifier } = statistic;
  if (value === null) return null;
  if (valueMax !== null) return { low: value, high: valueMax };
  const surface = shadowOf(textOf(text, statistic));
  if (qualifier === 'at_least') return { low: value, high: Number.POSITIVE_INFINITY };
  if (qualifier === 'at_most') return { low: Number.NEGATIVE_INFINITY, high: value };
  if (qualifier === 'exact') {
    const half = lastPlace(surface) / 2;
    return { low: value - half, high: value + half };
  }
  if (/[多余几]/.test(surface)) return { low: value, high: value + roundStep(value) };
  return /^ ?(?:近|将近|接近)/.test(surface)
    ? { low: value * (1 - NEAR), high: value }
    : { low: value * (1 - ABOUT), high: value * (1 + ABOUT) };
}

/** The same in the base unit, so that quantities of related units compare. */
export function baseIntervalOf(text: string, statistic: Statistic): Interval | null {
  const written = intervalOf(text, statistic);
  const { value, valueBase } = statistic;
  if (written === null || !value || valueBase === null) return written;
  return { low: (written.low * valueBase) / value, high: (written.high * valueBase) / value };
}

export const sumOf = (intervals: readonly Interval[]): Interval => ({
  low: intervals.reduce((sum, { low }) => sum + low, 0),
  high: intervals.reduce((sum, { high }) => sum + high, 0),
});

/** `100 × a ÷ b`, for positive intervals. */
export const shareOf = (a: Interval, b: Interval): Interval => ({
  low: (100 * a.low) / b.high,
  high: (100 * a.high) / b.low,
});

/** Whether the intervals meet, with `slack` between them at the most. */
export const doMeet = (a: Interval, b: Interval, slack = 0): boolean =>
  a.low <= b.high + slack && b.low <= a.high + slack;

/** The weight of the last digit written: 0.1 for 42.7% and for 百分之四十二点七, 1000 for 1.2万, 0 for a whole count. */
export function lastPlace(surface: string): number {
  const shadow = shadowOf(surface);
  const decimals = /(?:\d\.|点)([\d一二三四五六七八九零〇]+)/.exec(shadow)?.[1]?.length ?? 0;
  const scales = /[\d一二三四五六七八九十百千零〇两] ?([万亿]+)[^万亿]*$/.exec(shadow)?.[1] ?? '';
  const scale = [...scales].reduce((product, s) => product * (s === '万' ? 1e4 : 1e8), 1);
  return decimals === 0 && scale === 1 && !/[%‰]|分之|百分点/.test(shadow) ? 0 : scale * 10 ** -decimals;
}

/** The weight of the lowest digit of a round number that is not nought: 10 for 70, 100 for 1300. */
function roundStep(value: number): number {
  let step = 1;
  while (value !== 0 && Number.isInteger(value / (step * 10))) step *= 10;
  return step;
}
