import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { HeldOut } from '../../pipeline/roles/train/crossval.ts';
import { predict } from '../../pipeline/roles/train/crossval.ts';
import { type FitOptions, fitWeights, type LabelledReport, prepare } from '../../pipeline/roles/train/fit.ts';

/** The predictions for one report of a group that was left out, as a line of a file. */
interface Line {
  readonly name: string;
  readonly part: number;
  readonly probabilities: readonly number[];
}

/**
 * Leaves out each group that holds a tested report in turn. Every group's predictions are added to `file` as they come,
 * and groups found there are not learned again: a run that was stopped goes on, and runs with other shards
 * (`[which, of]`) share the work. Returns what the file holds in the end.
 */
export function leaveOutInTurn(
  reports: readonly LabelledReport[],
  options: FitOptions,
  tested: (report: LabelledReport) => boolean,
  file: string,
  [which, of]: readonly [number, number] = [0, 1],
): HeldOut[] {
  const prepared = reports.map((report) => prepare(report, options));
  const groups = [...new Set(reports.filter(tested).map(({ group }) => group))];
  const parts = partsOf(reports);
  for (const [at, group] of groups.entries()) {
    if (at % of !== which) continue;
    const missing = prepared.filter(
      ({ report }) =>
        tested(report) && report.group === group && !linesOf(file).has(keyOf(report.name, parts.get(report)!)),
    );
    if (missing.length === 0) continue;
    const model = fitWeights(
      prepared.filter(({ report }) => report.group !== group),
      options,
    );
    for (const each of missing) {
      const probabilities = Array.from(predict(each, model), (value) => Math.round(value * 1e5) / 1e5);
      const line: Line = { name: each.report.name, part: parts.get(each.report)!, probabilities };
      appendFileSync(file, `${JSON.stringify(line)}\n`);
    }
    process.stderr.write(`\r${at + 1}/${groups.length} `);
  }
  const lines = linesOf(file);
  return reports.flatMap((report) => {
    const line = tested(report) ? lines.get(keyOf(report.name, parts.get(report)!)) : undefined;
    return line ? [{ report, probabilities: Float64Array.from(line.probabilities) }] : [];
  });
}

/** Which report of its file each is. */
function partsOf(reports: readonly LabelledReport[]): ReadonlyMap<LabelledReport, number> {
  const seen = new Map<string, number>();
  return new Map(
    reports.map((report) => {
      const part = seen.get(report.name) ?? 0;
      seen.set(report.name, part + 1);
      return [report, part];
    }),
  );
}

const keyOf = (name: string, part: number): string => `${name}#${part}`;

function linesOf(file: string): ReadonlyMap<string, Line> {
  if (!existsSync(file)) return new Map();
  const lines = readFileSync(file, 'utf8').trim().split('\n').filter(Boolean);
  return new Map(lines.map((text) => JSON.parse(text) as Line).map((line) => [keyOf(line.name, line.part), line]));
}
