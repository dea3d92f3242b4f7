import type { Span } from '../model/span.ts';
import type { NeutralText } from './neutral.ts';
import { SHINGLE, shingleHashes } from './sketch.ts';

/** A neutral text with the places of its shingles, to be compared with others. */
export interface Shingled {
  readonly neutral: NeutralText;
  readonly hashes: Uint32Array;
  readonly sorted: Uint32Array;
  readonly places: ReadonlyMap<number, readonly number[]>;
}

/** A passage that two texts have in common, as spans of each; `matched` counts its characters that are the same. */
export interface Passage {
  readonly here: Span;
  readonly there: Span;
  readonly matched: number;
}

/**
 * How two texts overlap. `jaccard`, `hereInThere` and `thereInHere` are over the sets of their shingles; `hereShare` and
 * `thereShare` are the shares of their characters that lie in common passages, swapped names included.
 */
export interface Comparison {
  readonly jaccard: number;
  readonly hereInThere: number;
  readonly thereInHere: number;
  readonly hereShare: number;
  readonly thereShare: number;
  readonly passages: readonly Passage[];
}

/** Characters that may differ between two matches of one passage, as where a name was swapped: no more than match after. */
const LARGEST_GAP = 12;
/** Characters of a passage that have to match. */
const LEAST_MATCHED = 24;
/** Places of a shingle that are looked at, and passages that are open at a time. */
const MOST_PLACES = 16;
const MOST_OPEN = 64;

export function shingle(neutral: NeutralText): Shingled {
  const hashes = shingleHashes(neutral);
  const places = new Map<number, number[]>();
  for (const [index, hash] of hashes.entries()) {
    const known = places.get(hash);
    if (!known) places.set(hash, [index]);
    else if (known.length < MOST_PLACES) known.push(index);
  }
  return { neutral, hashes, sorted: Uint32Array.from(places.keys()).sort(), places };
}

/** Compares two texts; the passages are in the order of `here` and do not overlap there. */
export function compareTexts(here: Shingled, there: Shingled): Comparison {
  const common = commonCount(here.sorted, there.sorted);
  const runs = leftOut(chain(matchesOf(here, there)));
  const share = (text: Shingled, spans: readonly Run[], side: 'here' | 'there'): number =>
    covered(spans.map((run) => ({ start: run[side], end: run[`${side}End`] }))) /
    Math.max(1, text.neutral.codes.length);
  return {
    jaccard: common / Math.max(1, here.sorted.length + there.sorted.length - common),
    hereInThere: common / Math.max(1, here.sorted.length),
    thereInHere: common / Math.max(1, there.sorted.length),
    hereShare: share(here, runs, 'here'),
    thereShare: share(there, runs, 'there'),
    passages: runs.map((run) => ({
      here: spanOf(here.neutral, run.here, run.hereEnd),
      there: spanOf(there.neutral, run.there, run.thereEnd),
      matched: run.matched,
    })),
  };
}

const spanOf = ({ starts, ends }: NeutralText, from: number, to: number): Span => ({
  start: starts[from]!,
  end: ends[to - 1]!,
});

/** The number of values that two sorted lists share. */
export function commonCount(left: Uint32Array, right: Uint32Array): number {
  let common = 0;
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const [a, b] = [left[i]!, right[j]!];
    if (a === b) common++;
    if (a <= b) i++;
    if (b <= a) j++;
  }
  return common;
}

interface Run {
  readonly here: number;
  readonly there: number;
  readonly hereEnd: number;
  readonly thereEnd: number;
  readonly matched: number;
}

/** All stretches of at least a shingle that are the same in both and cannot be made longer, in the order of `here`. */
function matchesOf(here: Shingled, there: Shingled): Run[] {
  const runs: Run[] = [];
  const [a, b] = [here.neutral.codes, there.neutral.codes];
  for (let start = 0; start < here.hashes.length; start++) {
    for (const place of there.places.get(here.hashes[start]!) ?? []) {
      if (start > 0 && place > 0 && a[start - 1] === b[place - 1]) continue;
      let length = 0;
      while (start + length < a.length && place + length < b.length && a[start + length] === b[place + length])
        length++;
      if (length < SHINGLE) continue;
      runs.push({ here: start, there: place, hereEnd: start + length, thereEnd: place + length, matched: length });
    }
  }
  return runs;
}

/** Joins matches that follow each other on both sides within the largest gap; each goes to the passage it fits best. */
function chain(runs: readonly Run[]): Run[] {
  const done: Run[] = [];
  let open: Run[] = [];
  for (const run of runs) {
    const [live, dead] = partition(open, ({ hereEnd }) => run.here - hereEnd <= LARGEST_GAP);
    done.push(...dead);
    open = live.slice(-MOST_OPEN);
    done.push(...live.slice(0, -MOST_OPEN));
    const best = bestFit(open, run);
    if (best === null) open.push(run);
    else open[best] = joined(open[best]!, run);
  }
  return [...done, ...open].filter(({ matched }) => matched >= LEAST_MATCHED);
}

/** The open passage after which `run` comes with the least gap; null where none ends shortly before it. */
function bestFit(open: readonly Run[], run: Run): number | null {
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, { hereEnd, thereEnd }] of open.entries()) {
    const [gap, otherGap] = [run.here - hereEnd, run.there - thereEnd];
    // Matches may overlap by a few characters where a sign before a swapped word is the same as the one in it.
    if (gap < -SHINGLE || otherGap < -SHINGLE || Math.max(gap, otherGap) > Math.min(LARGEST_GAP, run.matched)) continue;
    const cost = Math.abs(gap) + Math.abs(otherGap) + Math.abs(gap - otherGap);
    if (cost < least) [best, least] = [index, cost];
  }
  return best;
}

const joined = (before: Run, after: Run): Run => {
  const added = Math.min(after.matched, after.hereEnd - before.hereEnd, after.thereEnd - before.thereEnd);
  return {
    here: before.here,
    there: before.there,
    hereEnd: Math.max(before.hereEnd, after.hereEnd),
    thereEnd: Math.max(before.thereEnd, after.thereEnd),
    matched: before.matched + Math.max(0, added),
  };
};

/** The passages without those that lie, for the most part, in a longer one. */
function leftOut(runs: readonly Run[]): Run[] {
  const kept: Run[] = [];
  for (const run of [...runs].sort((a, b) => b.matched - a.matched || a.here - b.here || a.there - b.there)) {
    const trimmed = kept.reduce<Run | null>((rest, other) => rest && outside(rest, other), run);
    if (trimmed) kept.push(trimmed);
  }
  return kept.sort((a, b) => a.here - b.here);
}

/** What is left of `run` outside `other`, null where that is too short. */
function outside(run: Run, other: Run): Run | null {
  const before = Math.max(0, run.hereEnd - Math.max(other.here, run.here));
  const after = Math.max(0, Math.min(other.hereEnd, run.hereEnd) - run.here);
  if (run.hereEnd <= other.here || run.here >= other.hereEnd) return run;
  const cutsEnd = run.here < other.here;
  const cut = cutsEnd ? before : after;
  const matched = run.matched - cut;
  if (matched < LEAST_MATCHED || run.hereEnd - run.here <= cut || run.thereEnd - run.there <= cut) return null;
  return cutsEnd
    ? { ...run, hereEnd: run.hereEnd - cut, thereEnd: run.thereEnd - cut, matched }
    : { ...run, here: run.here + cut, there: run.there + cut, matched };
}

function covered(spans: readonly Span[]): number {
  let total = 0;
  let reached = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    total += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return total;
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  const [yes, no]: [T[], T[]] = [[], []];
  for (const item of items) (test(item) ? yes : no).push(item);
  return [yes, no];
}
