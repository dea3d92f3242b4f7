import { residualFrequency } from './burstiness.ts';
import { deviationOfProportions } from './dispersion.ts';
import { adjustFalseDiscovery } from './false-discovery.ts';
import { type Interval, wilsonInterval } from './intervals.ts';
import { logOdds } from './log-odds.ts';
import { leastP, permutationTest, type Relabelling, relabellings } from './permutation.ts';
import { spreadOut } from './postings.ts';
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

/**
 * The terms that set two groups of reports apart, the most telling first: `inSecond[i]` is 1 where report i is of the
 * second group. Terms that single reports carry are left out as far as the number of reports lets one know, and so are
 * terms that stand almost only inside a longer term of the list, or are strewn evenly as words of style are. With `only` second, those of the first group are not
 * looked at; the correction counts them as tested with p = 1.
 */
export function compareTerms(
  counts: TermCounts,
  inSecond: Uint8Array,
  only: 'both' | 'second' = 'both',
): readonly TermDifference[] {
  const second = inSecond.reduce((all, each) => all + each, 0);
  const groups: Groups = { inSecond, sizes: [inSecond.length - second, second], words: wordsOf(counts, inSecond) };
  const labels = relabellings(groups.sizes[0], inSecond.length);
  const needed = Math.min(LEAST_REPORTS, ...groups.sizes);
  const differences = [...counts.terms.keys()].flatMap((term) => {
    const difference = differenceOf(counts, term, groups, needed);
    return difference
      ? [{ number: term, ...difference, p: chanceOf(counts, term, difference.z, groups, labels, only) }]
      : [];
  });
  const adjusted = adjustFalseDiscovery(differences.map(({ p }) => p ?? 1));
  const shown = differences
    .map((difference, index) => ({ ...difference, q: adjusted[index] ?? 1 }))
    .filter((difference) => isSpread(difference, labels, needed) && isTelling(counts, difference))
    .map(({ number, ...rest }) => ({ ...rest, dispersion: dispersionOf(counts, number, rest.z > 0 ? 1 : 0, inSecond) }))
    .sort((a, b) => Math.abs(b.z) - Math.abs(a.z) || (a.term < b.term ? -1 : 1));
  return withoutParts(shown);
}

interface Groups {
  readonly inSecond: Uint8Array;
  readonly sizes: Pair<number>;
  readonly words: Pair<number>;
}

function wordsOf({ sizes }: TermCounts, inSecond: Uint8Array): Pair<number> {
  const words: [number, number] = [0, 0];
  for (const [report, size] of sizes.entries()) words[inSecond[report] === 1 ? 1 : 0] += size;
  return words;
}

/** How a term differs, without its test; null where it is too rare. */
function differenceOf(
  counts: TermCounts,
  term: number,
  { inSecond, sizes, words }: Groups,
  needed: number,
): Omit<TermDifference, 'dispersion' | 'p' | 'q'> | null {
  const [count, reports]: [number, number][] = [
    [0, 0],
    [0, 0],
  ];
  for (let at = counts.starts[term]!; at < counts.starts[term + 1]!; at += 1) {
    const group = inSecond[counts.reports[at]!]! as 0 | 1;
    count![group] += counts.counts[at]!;
    reports![group] += 1;
  }
  const all = total(count!);
  if (all < LEAST_COUNT || total(reports!) < needed) return null;
  const prior = PRIOR * Math.min(...words);
  const { delta, z } = logOdds(count![1], words[1], count![0], words[0], (prior * all) / total(words), prior);
  return {
    term: counts.terms[term]!,
    delta,
    z,
    count: count!,
    reports: reports!,
    share: [wilsonInterval(reports![0], sizes[0]), wilsonInterval(reports![1], sizes[1])],
  };
}

function dispersionOf(counts: TermCounts, term: number, group: 0 | 1, inSecond: Uint8Array): number {
  const isOwn = (_: number, report: number): boolean => inSecond[report] === group;
  const spread = spreadOut(counts, term, inSecond.length);
  return deviationOfProportions(spread.filter(isOwn), counts.sizes.filter(isOwn));
}

/** p of the permutation test on the rates of a term, null where it is not worth one. */
function chanceOf(
  { starts, reports, counts, sizes }: TermCounts,
  term: number,
  z: number,
  { inSecond }: Groups,
  labels: Relabelling,
  only: 'both' | 'second',
): number | null {
  if (only === 'second' ? z < WORTH_TESTING : Math.abs(z) < WORTH_TESTING) return null;
  const own = reports.subarray(starts[term]!, starts[term + 1]!);
  const rates = Float64Array.from(own, (report, index) => counts[starts[term]! + index]! / sizes[report]!);
  const seen = rates.reduce((all, rate, index) => (inSecond[own[index]!] === 0 ? all + rate : all), 0);
  return permutationTest({ reports: own, values: rates }, seen, labels);
}

function isSpread(
  { z, reports, p }: Pick<TermDifference, 'z' | 'reports' | 'p'>,
  labels: Relabelling,
  needed: number,
): boolean {
  const own = z > 0 ? reports[1] : reports[0];
  return p !== null && own >= needed && (leastP(labels) > UNEVEN || p <= UNEVEN);
}

/** Terms with fewer occurrences may be strewn evenly by chance. */
const JUDGED = 30;
/** A word strewn more evenly names no matter (以外, 举措); phrases, which are seldom said twice in a block, need less. */
const TELLING = { word: 0.13, phrase: 0 } as const;

/** Whether a term gathers where its matter is spoken of. */
function isTelling(
  { blocks, blockCount, words }: TermCounts,
  { number, count }: { number: number; count: Pair<number> },
) {
  if (total(count) < JUDGED) return true;
  const least = number < words ? TELLING.word : TELLING.phrase;
  return residualFrequency(total(count), blocks[number]!, blockCount) >= least;
}

/** As large a part of a term's occurrences inside one longer term says that the longer term is meant. */
const PART = 0.75;

function withoutParts(differences: readonly TermDifference[]): TermDifference[] {
  const byTerm = new Map(differences.map((difference) => [difference.term, difference]));
  const parts = new Set<TermDifference>();
  for (const whole of differences) {
    const group = whole.z > 0 ? 1 : 0;
    for (const inside of substrings(whole.term)) {
      const part = byTerm.get(inside);
      if (part && part.z > 0 === whole.z > 0 && whole.count[group] >= PART * part.count[group]) parts.add(part);
    }
  }
  return differences.filter((difference) => !parts.has(difference));
}

/** The strings inside a text that are shorter than it, of two characters or more. */
function substrings(text: string): string[] {
  const inside: string[] = [];
  for (let start = 0; start < text.length - 1; start += 1)
    for (let end = start + 2; end <= text.length; end += 1)
      if (end - start < text.length) inside.push(text.slice(start, end));
  return inside;
}

const total = ([one, other]: Pair<number>): number => one + other;
