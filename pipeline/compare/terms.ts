import { deviationOfProportions } from './dispersion.ts';
import { adjustFalseDiscovery } from './false-discovery.ts';
import { type Interval, wilsonInterval } from './intervals.ts';
import { logOdds } from './log-odds.ts';
import { leastP, permutationTest, type Relabelling, relabellings } from './permutation.ts';
import type { TermCounts } from './term-counts.ts';

/** A value for the first group and one for the second. */
export type Pair<T> = readonly [T, T];

/**
 * How a term differs between two groups of reports. `z` is above 0 where the second group has more of it; `count` are
 * occurrences, `reports` how many reports have it, `share` that as a share of all; `dispersion` is its deviation of
 * proportions in the group that has more; `p` is of the permutation test over reports, `q` p corrected for all terms
 * tested, p null where z is too small to be worth a test.
 */
export interface TermDifference {
  readonly term: string;
  readonly delta: number;
  readonly z: number;
  readonly count: Pair<number>;
  readonly reports: Pair<number>;
  readonly share: Pair<Interval>;
  readonly dispersion: number;
  readonly p: number | null;
  readonly q: number;
}

/** The prior weighs as much as this part of the smaller group: enough to hold back what is merely rare. */
const PRIOR = 0.3;
/** Terms with fewer occurrences, or in fewer reports, are neither tested nor shown. */
const LEAST_COUNT = 5;
const LEAST_REPORTS = 2;
/** Terms with a smaller z are not tested; the correction counts them as tested with p = 1. */
const WORTH_TESTING = 1;
/** A term that random relabelling sets apart so often is carried by single reports. */
const UNEVEN = 0.1;

interface Tally {
  readonly count: [number, number];
  readonly reports: [number, number];
  readonly rates: Map<number, number>;
}

/**
 * The terms that set two groups of reports apart, the most telling first: those of which the first `first` reports
 * have more, and those of which the others have more. Terms that single reports carry are left out as far as the number
 * of reports lets one know, and so are terms that stand almost only inside a longer term of the list.
 */
export function compareTerms(counts: TermCounts, first: number): readonly TermDifference[] {
  const labels = relabellings(first, counts.sizes.length);
  const tallies = tallyTerms(counts, first);
  const sizes: Pair<number> = [sum(counts.sizes.slice(0, first)), sum(counts.sizes.slice(first))];
  const needed = Math.min(LEAST_REPORTS, first, counts.sizes.length - first);
  const differences = tallies.flatMap((tally, index) =>
    total(tally.count) >= LEAST_COUNT && total(tally.reports) >= needed
      ? [differenceOf(counts, index, tally, sizes, labels)]
      : [],
  );
  const adjusted = adjustFalseDiscovery(differences.map(({ p }) => p ?? 1));
  const shown = differences
    .map((difference, index) => ({ ...difference, q: adjusted[index] ?? 1 }))
    .filter((difference) => isSpread(difference, labels, needed))
    .sort((a, b) => Math.abs(b.z) - Math.abs(a.z) || (a.term < b.term ? -1 : 1));
  return withoutParts(shown);
}

function tallyTerms({ terms, counts, sizes }: TermCounts, first: number): Tally[] {
  const tallies = terms.map((): Tally => ({ count: [0, 0], reports: [0, 0], rates: new Map() }));
  for (const [report, ofReport] of counts.entries()) {
    const group = report < first ? 0 : 1;
    for (const [term, count] of ofReport) {
      const tally = tallies[term]!;
      tally.count[group] += count;
      tally.reports[group] += 1;
      tally.rates.set(report, count / sizes[report]!);
    }
  }
  return tallies;
}

function differenceOf(
  { terms, counts, sizes }: TermCounts,
  index: number,
  { count, reports, rates }: Tally,
  totals: Pair<number>,
  labels: Relabelling,
): Omit<TermDifference, 'q'> {
  const prior = PRIOR * Math.min(...totals);
  const alpha = (prior * total(count)) / total(totals);
  const { delta, z } = logOdds(count[1], totals[1], count[0], totals[0], alpha, prior);
  const [from, to] = z > 0 ? [labels.first, counts.length] : [0, labels.first];
  const ofGroup = counts.slice(from, to).map((ofReport) => ofReport.get(index) ?? 0);
  const p = Math.abs(z) < WORTH_TESTING ? null : permutationTest(rates, labels);
  return {
    term: terms[index]!,
    delta,
    z,
    count,
    reports,
    share: [wilsonInterval(reports[0], labels.first), wilsonInterval(reports[1], counts.length - labels.first)],
    dispersion: deviationOfProportions(ofGroup, sizes.slice(from, to)),
    p,
  };
}

function isSpread({ z, reports, p }: TermDifference, labels: Relabelling, needed: number): boolean {
  const own = z > 0 ? reports[1] : reports[0];
  return p !== null && own >= needed && (leastP(labels) > UNEVEN || p <= UNEVEN);
}

/** As large a part of a term's occurrences inside one longer term says that the longer term is meant. */
const PART = 0.75;

function withoutParts(differences: readonly TermDifference[]): TermDifference[] {
  const longer = [...differences].sort((a, b) => b.term.length - a.term.length);
  return differences.filter((part) => {
    const group = part.z > 0 ? 1 : 0;
    return !longer.some(
      (whole) =>
        whole.term.length > part.term.length &&
        whole.z > 0 === part.z > 0 &&
        whole.count[group] >= PART * part.count[group] &&
        whole.term.includes(part.term),
    );
  });
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const total = ([one, other]: Pair<number>): number => one + other;
