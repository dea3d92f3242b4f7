import { ROLES } from '../../model/role.ts';
import { BUCKETS, bucketOf } from '../buckets.ts';
import { G, GROUPS, STRENGTH_OF } from '../collector.ts';
import { LABELS } from '../crf.ts';
import { reportFeatures } from '../features.ts';
import type { GoldRole } from '../score.ts';
import type { ReportView } from '../view.ts';
import { minimise } from './lbfgs.ts';
import { crfObjective, EDGE_COUNT, type TrainingChain } from './objective.ts';

/** An annotated report. Reports of one `group` are never parted between training and test; null gold is unknown. */
export interface LabelledReport {
  readonly name: string;
  readonly group: string;
  readonly source: string;
  readonly view: ReportView;
  readonly gold: readonly (GoldRole | null)[];
  readonly weight: number;
}

export interface FitOptions {
  /** Groups of features that are left out. */
  readonly without: readonly string[];
  readonly l2: number;
  readonly edgeL2: number;
  /** The share that a second role of the gold has, against 1 of the first. */
  readonly also: number;
  /** A feature must be met in so many groups of reports. */
  readonly minGroups: number;
  readonly iterations: number;
  /** Features none of whose weights comes to so much are dropped after learning. */
  readonly smallest: number;
  /**
   * How much rarer causes are in real prose than in what is learned from, as log-odds, taken off after learning (the
   * correction for another prior of Saerens, Latinne & Decaestecker 2002); chosen by cross-validation.
   */
  readonly rareCause: number;
}

export const FIT: FitOptions = {
  without: [],
  l2: 1,
  edgeL2: 5,
  also: 0.25,
  minGroups: 10,
  iterations: 40,
  smallest: 0.02,
  rareCause: 0.5,
};

/** A report with its features as (bucket, strength) pairs, computed once for all folds. */
export interface Prepared {
  readonly report: LabelledReport;
  readonly offsets: Int32Array;
  readonly buckets: Int32Array;
  readonly strengths: Float32Array;
  readonly boundaries: Uint8Array;
  readonly targets: Float64Array;
}

/** Computes the features of a report and what they should give. */
export function prepare(report: LabelledReport, options: FitOptions): Prepared {
  const skipped = GROUPS.map((group) => options.without.includes(group));
  const { features, boundaries } = reportFeatures(report.view);
  const offsets = new Int32Array(features.length + 1);
  const buckets: number[] = [];
  const strengths: number[] = [];
  for (const [index, { groups, values, strengths: own }] of features.entries()) {
    for (let f = 0; f < groups.length; f += 1) {
      if (skipped[groups[f]!]) continue;
      buckets.push(bucketOf(groups[f]!, values[f]!));
      strengths.push(own[f]!);
    }
    offsets[index + 1] = buckets.length;
  }
  return {
    report,
    offsets,
    buckets: Int32Array.from(buckets),
    strengths: Float32Array.from(strengths),
    boundaries,
    targets: targetsOf(report.gold, options.also),
  };
}

function targetsOf(gold: LabelledReport['gold'], also: number): Float64Array {
  const targets = new Float64Array(gold.length * LABELS).fill(Number.NEGATIVE_INFINITY);
  gold.forEach((each, index) => {
    const row = targets.subarray(index * LABELS, (index + 1) * LABELS);
    if (!each) row.fill(0);
    else {
      for (const role of each.also) row[ROLES.indexOf(role)] = Math.log(also);
      row[ROLES.indexOf(each.role)] = 0;
    }
  });
  return targets;
}

/**
 * The buckets that occur in at least `minGroups` groups of reports, the most used first: what training reads most then
 * lies together in memory.
 */
export function commonBuckets(reports: readonly Prepared[], minGroups: number): Uint32Array {
  const uses = new Uint32Array(BUCKETS);
  const groups = new Uint16Array(BUCKETS);
  const seenIn = new Int32Array(BUCKETS).fill(-1);
  const names = new Map<string, number>();
  const numbered = reports.map(({ report, buckets }) => {
    if (!names.has(report.group)) names.set(report.group, names.size);
    return { group: names.get(report.group)!, buckets };
  });
  for (const { group, buckets } of numbered.sort((a, b) => a.group - b.group)) {
    for (const bucket of buckets) {
      uses[bucket]! += 1;
      if (seenIn[bucket] === group) continue;
      seenIn[bucket] = group;
      groups[bucket]! += 1;
    }
  }
  const common = Array.from(groups.keys()).filter((bucket) => groups[bucket]! >= minGroups);
  return Uint32Array.from(common.sort((a, b) => uses[b]! - uses[a]! || a - b));
}

/** Learned weights: row i of `values` belongs to `buckets[i]`. */
export interface Fitted {
  readonly buckets: Uint32Array;
  readonly values: Float64Array;
  readonly edges: Float64Array;
}

/** Learns weights from prepared reports. The same reports and options give the same weights. */
export function fitWeights(reports: readonly Prepared[], options: FitOptions): Fitted {
  const buckets = commonBuckets(reports, options.minGroups);
  const rowOf = rowsOf(buckets);
  const chains = reports.filter(({ report }) => report.gold.length > 0).map((each) => trainingChain(each, rowOf));
  const all = new Float64Array(buckets.length * LABELS + EDGE_COUNT);
  const objective = crfObjective(chains, buckets.length, options.l2, options.edgeL2);
  minimise(objective, all, options.iterations, 1e-5, curvatureOf(chains, buckets.length, options));
  const bias = rowOf[bucketOf(G.bias, 0)]!;
  if (bias >= 0) all[bias * LABELS + ROLES.indexOf('cause')]! -= options.rareCause / STRENGTH_OF[G.bias]!;
  return { ...largeRows(buckets, all, options.smallest), edges: all.slice(buckets.length * LABELS) };
}

/** A typical p(1 − p) of a role of a sentence while learning: most sentences are no longer in doubt. */
const DOUBT = 0.02;

/** About how fast the slope of the objective changes along each weight, for `minimise`. */
function curvatureOf(chains: readonly TrainingChain[], rows: number, { l2, edgeL2 }: FitOptions): Float64Array {
  const curvature = new Float64Array(rows * LABELS + EDGE_COUNT).fill(l2, 0, rows * LABELS);
  const sentences = chains.reduce((sum, { length, weight }) => sum + length * weight, 0);
  curvature.fill(edgeL2 + (DOUBT * sentences) / EDGE_COUNT, rows * LABELS);
  for (const { ids, strengths, weight } of chains)
    for (let at = 0; at < ids.length; at += 1) {
      const turn = DOUBT * weight * strengths[at]! * strengths[at]!;
      const row = ids[at]! * LABELS;
      for (let role = 0; role < LABELS; role += 1) curvature[row + role]! += turn;
    }
  return curvature;
}

/** The rows in which some weight comes to `smallest`. */
function largeRows(buckets: Uint32Array, all: Float64Array, smallest: number): Omit<Fitted, 'edges'> {
  const row = (at: number): Float64Array => all.subarray(at * LABELS, (at + 1) * LABELS);
  const kept = [...buckets.keys()].filter((at) => row(at).some((weight) => Math.abs(weight) >= smallest));
  const values = new Float64Array(kept.length * LABELS);
  for (const [index, at] of kept.entries()) values.set(row(at), index * LABELS);
  return { buckets: Uint32Array.from(kept, (at) => buckets[at]!), values };
}

/** A report as a chain over the rows that `rowOf` gives to buckets; features without a row are dropped. */
export function trainingChain(prepared: Prepared, rowOf: Int32Array): TrainingChain {
  const length = prepared.report.gold.length;
  const offsets = new Int32Array(length + 1);
  const ids: number[] = [];
  const strengths: number[] = [];
  for (let t = 0; t < length; t += 1) {
    for (let f = prepared.offsets[t]!; f < prepared.offsets[t + 1]!; f += 1) {
      const row = rowOf[prepared.buckets[f]!]!;
      if (row < 0) continue;
      ids.push(row);
      strengths.push(prepared.strengths[f]!);
    }
    offsets[t + 1] = ids.length;
  }
  return {
    length,
    offsets,
    ids: Int32Array.from(ids),
    strengths: Float32Array.from(strengths),
    boundaries: prepared.boundaries,
    targets: prepared.targets,
    weight: prepared.report.weight,
  };
}

/** The row of each bucket, −1 for those without. */
export function rowsOf(buckets: Uint32Array): Int32Array {
  const rows = new Int32Array(BUCKETS).fill(-1);
  buckets.forEach((bucket, row) => {
    rows[bucket] = row;
  });
  return rows;
}
