import { LABELS, marginals } from '../crf.ts';
import {
  type FitOptions,
  type Fitted,
  fitWeights,
  type LabelledReport,
  type Prepared,
  rowsOf,
  trainingChain,
} from './fit.ts';
import { scoreChain } from './objective.ts';

/** The probabilities of a report's roles from a model that has not seen its group: sentences × LABELS. */
export interface HeldOut {
  readonly report: LabelledReport;
  readonly probabilities: Float64Array;
}

/** Deals groups into `folds` of about the same number of sentences; Infinity leaves one group out at a time. */
export function foldsOf(reports: readonly LabelledReport[], folds: number): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const { group, gold } of reports) sizes.set(group, (sizes.get(group) ?? 0) + gold.length);
  const order = [...sizes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([group]) => group);
  const count = Math.min(folds, order.length);
  return new Map(
    order.map((group, index) => {
      const turn = index % count;
      return [group, Math.floor(index / count) % 2 === 1 ? count - 1 - turn : turn];
    }),
  );
}

/** Cross-validation by groups. Only the reports that `tested` accepts are held out; the others always train. */
export function crossValidate(
  reports: readonly Prepared[],
  options: FitOptions,
  folds: number,
  tested: (report: LabelledReport) => boolean,
  progress: (done: number, of: number) => void = () => {},
): HeldOut[] {
  const foldOf = foldsOf(reports.map(({ report }) => report).filter(tested), folds);
  const count = new Set(foldOf.values()).size;
  const results: HeldOut[] = [];
  for (let fold = 0; fold < count; fold += 1) {
    const model = fitWeights(
      reports.filter(({ report }) => foldOf.get(report.group) !== fold),
      options,
    );
    for (const each of reports)
      if (tested(each.report) && foldOf.get(each.report.group) === fold)
        results.push({ report: each.report, probabilities: predict(each, model) });
    progress(fold + 1, count);
  }
  return results;
}

/** The probabilities that learned weights give the roles of a report. */
export function predict(prepared: Prepared, model: Fitted): Float64Array {
  if (prepared.report.gold.length === 0) return new Float64Array(0);
  const rows = model.buckets.length;
  const weights = new Float64Array(rows * LABELS + model.edges.length);
  weights.set(model.values);
  weights.set(model.edges, rows * LABELS);
  return marginals(scoreChain(trainingChain(prepared, rowsOf(model.buckets)), weights, rows));
}
