/** In which reports each of some terms stands, and how often. */
export interface Postings {
  /** Term t stands in `reports[starts[t]]` to before `reports[starts[t + 1]]`, in rising order, `counts` times. */
  readonly starts: Int32Array;
  readonly reports: Int32Array;
  readonly counts: Int32Array;
  /** In how many blocks of neighbouring sentences each term stands. */
  readonly blocks: Int32Array;
}

/** Gathers occurrences; `add` in rising order of blocks for each term, `done` gives what was gathered of the terms from 0 to below `terms`. */
export function gatherPostings(): {
  add: (term: number, report: number, block: number) => void;
  done: (terms: number) => Postings;
} {
  const reports: number[][] = [];
  const counts: number[][] = [];
  const blocks: number[] = [];
  const lastBlock: number[] = [];
  const add = (term: number, report: number, block: number): void => {
    if (lastBlock[term] !== block) blocks[term] = (blocks[term] ?? 0) + 1;
    lastBlock[term] = block;
    reports[term] ??= [];
    counts[term] ??= [];
    const [own, times] = [reports[term], counts[term]];
    const last = own.length - 1;
    if (own[last] === report) times[last]! += 1;
    else {
      own.push(report);
      times.push(1);
    }
  };
  const done = (terms: number): Postings => {
    const merged = Array.from({ length: terms }, (_, term) => merge(reports[term] ?? [], counts[term] ?? []));
    const starts = new Int32Array(terms + 1);
    for (const [term, own] of merged.entries()) starts[term + 1] = starts[term]! + own.length;
    return {
      starts,
      reports: Int32Array.from(merged.flatMap((own) => own.map(([report]) => report))),
      counts: Int32Array.from(merged.flatMap((own) => own.map(([, count]) => count))),
      blocks: Int32Array.from({ length: terms }, (_, term) => blocks[term] ?? 0),
    };
  };
  return { add, done };
}

/** Reports with their counts in rising order, each once. */
function merge(reports: readonly number[], counts: readonly number[]): [number, number][] {
  const isRising = reports.every((report, index) => index === 0 || report > reports[index - 1]!);
  if (isRising) return reports.map((report, index) => [report, counts[index]!]);
  const sums = new Map<number, number>();
  for (const [index, report] of reports.entries()) sums.set(report, (sums.get(report) ?? 0) + counts[index]!);
  return [...sums].sort(([a], [b]) => a - b);
}

/** How often a term stands in each of `total` reports. */
export function spreadOut({ starts, reports, counts }: Postings, term: number, total: number): number[] {
  const spread = new Array<number>(total).fill(0);
  for (let at = starts[term]!; at < starts[term + 1]!; at += 1) spread[reports[at]!] = counts[at]!;
  return spread;
}
