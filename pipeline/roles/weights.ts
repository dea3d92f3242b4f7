import type { Vote } from '../model/role.ts';
import { asset } from '../text/asset.ts';
import { sha256 } from '../text/hash.ts';
import { rowOf } from './buckets.ts';
import { GROUPS, STRENGTH_OF } from './collector.ts';
import { BOUNDARIES, LABELS } from './crf.ts';
import { HEADING_CUES } from './heading-role.ts';
import { CUE_LISTS } from './lexicon.ts';
import { RULES } from './rules/rules.ts';
import { MOST_BUCKETS, type ScoreTable, scoreTable } from './scorer.ts';
import { STYLES } from './view.ts';

/** The weights file: how it was made, and the weights, 8 bits each, as base64 of little-endian numbers. */
export interface WeightsFile {
  readonly version: 1;
  /** What the features were when these weights were learned; weights for other features mean nothing. */
  readonly signature: string;
  readonly sources: Readonly<Record<string, number>>;
  readonly scores: Readonly<Record<string, number>>;
  /** A weight is its byte times this. */
  readonly unit: number;
  /** Uint32 buckets, rising. */
  readonly buckets: string;
  /** Int8, LABELS for each bucket. */
  readonly weights: string;
  /** BOUNDARIES × LABELS × LABELS. */
  readonly edges: readonly number[];
  /** Log-odds that a vote of the rule is right, by rule id. */
  readonly rules: Readonly<Record<string, number>>;
  /** Probability as the model says it → share that is right, rising in both. */
  readonly calibration: readonly (readonly [number, number])[];
}

/** Weights ready for use. */
export interface Weights {
  /** A weight is its number in the table times `unit`. */
  readonly table: ScoreTable;
  readonly unit: number;
  readonly edges: Float64Array;
  /** What each rule says, by its index. */
  readonly votes: readonly Vote[];
  readonly calibration: readonly (readonly [number, number])[];
}

/** The weight of a bucket for a role, 0 for buckets without weights. */
export function weightOf({ table, unit }: Weights, bucket: number, role: number): number {
  const row = rowOf(table, bucket);
  return row < 0 ? 0 : table.weights[row * LABELS + role]! * unit;
}

/** Names the features that this code computes: their groups and strengths, rules, cue words and numbering styles. */
export const featureSignature = (): string =>
  sha256(
    JSON.stringify([
      GROUPS,
      [...STRENGTH_OF],
      RULES.map((rule) => rule.id),
      CUE_LISTS,
      STYLES,
      HEADING_CUES.map(({ pattern }) => pattern.source),
    ]),
  ).slice(0, 16);

/**
 * The weights of a weights file.
 * @throws Error when they were learned with other features than this code computes.
 */
export function readWeights(file: WeightsFile): Weights {
  if (file.signature !== featureSignature())
    throw new Error('roles/weights.json was learned with other rules or features: run `npm run train`');
  const buckets = new Uint32Array(bytes(file.buckets).buffer);
  const values = new Int8Array(bytes(file.weights).buffer);
  const { unit, edges, rules, calibration } = file;
  if (
    edges.length !== BOUNDARIES * LABELS * LABELS ||
    values.length !== buckets.length * LABELS ||
    buckets.length > MOST_BUCKETS
  )
    throw new Error('roles/weights.json is damaged: run `npm run train`');
  const votes = RULES.map(({ id, role }) => ({ rule: id, role, weight: rules[id] ?? 0 }));
  return { table: scoreTable(buckets, values), unit, edges: Float64Array.from(edges), votes, calibration };
}

const bytes = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'));

let loaded: Weights | null = null;

/** The weights that the package carries; read once. */
export function ownWeights(): Weights {
  loaded ??= readWeights(JSON.parse(asset('roles/weights.json')) as WeightsFile);
  return loaded;
}

/** The share of sentences that are right where the model gives `probability`: linear between the knots of calibration. */
export function calibrated(probability: number, knots: Weights['calibration']): number {
  if (knots.length === 0) return probability;
  let above = 0;
  while (above < knots.length && !(knots[above]![0] >= probability)) above += 1;
  if (above === 0) return knots[0]![1];
  if (above === knots.length) return knots.at(-1)![1];
  const [x0, y0] = knots[above - 1]!;
  const [x1, y1] = knots[above]!;
  return x1 === x0 ? y1 : y0 + ((y1 - y0) * (probability - x0)) / (x1 - x0);
}
