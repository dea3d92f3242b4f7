import { LABELS } from '../crf.ts';
import type { RuleRow } from '../rule-report.ts';
import { featureSignature, type WeightsFile } from '../weights.ts';
import type { Fitted } from './fit.ts';

/** Learned weights as a weights file: 8 bits a weight; rows that round to nothing are left out. */
export function encodeWeights(
  fitted: Fitted,
  rules: readonly RuleRow[],
  facts: Pick<WeightsFile, 'sources' | 'scores' | 'calibration'>,
): WeightsFile {
  const largest = fitted.values.reduce((max, value) => Math.max(max, Math.abs(value)), 1e-9);
  const unit = largest / 127;
  const rounded = Int8Array.from(fitted.values, (value) => Math.round(value / unit));
  const kept = [...fitted.buckets.keys()]
    .filter((row) => rounded.subarray(row * LABELS, (row + 1) * LABELS).some((value) => value !== 0))
    .sort((a, b) => fitted.buckets[a]! - fitted.buckets[b]!);
  const buckets = Uint32Array.from(kept, (row) => fitted.buckets[row]!);
  const weights = new Int8Array(kept.length * LABELS);
  kept.forEach((row, index) => {
    weights.set(rounded.subarray(row * LABELS, (row + 1) * LABELS), index * LABELS);
  });
  return {
    version: 1,
    signature: featureSignature(),
    ...facts,
    unit,
    edges: Array.from(fitted.edges, (edge) => Math.round(edge * 1e4) / 1e4),
    rules: Object.fromEntries(rules.map(({ rule, right, wrong }) => [rule, logOdds(right, wrong)])),
    buckets: Buffer.from(buckets.buffer).toString('base64'),
    weights: Buffer.from(weights.buffer).toString('base64'),
  };
}

/** Log-odds that a vote is right, with one right and one wrong vote added. */
const logOdds = (right: number, wrong: number): number => Math.round(Math.log((right + 1) / (wrong + 1)) * 100) / 100;
