import { BINS, mix, type Sketch } from './sketch.ts';

/** Two reports by their numbers, `a < b`, that may share text. */
export interface Candidate {
  readonly a: number;
  readonly b: number;
}

/** Packs two numbers into one that a double holds: 32 bits before, 21 after. */
const SHIFT = 2 ** 21;
const ROWS = 2;
/** Bins that must agree: reports of Jaccard 0.3 agree in 38 of 128, with a standard deviation of 5. */
const LEAST_AGREEMENT = 20;
/** In a larger bucket only neighbours become candidates; their cluster still hangs together. */
const LARGE_BUCKET = 24;
const NEIGHBOURS = 3;
/** Pairs of shared fingerprints that are counted at most; the rarest fingerprints come first. */
const PAIR_BUDGET = 30_000_000;
const RAREST_AT_MOST = 24;
/** Fingerprints that two reports must share for a common passage to be looked for. */
const LEAST_SHARED = 3;

/** Reports that resemble each other as a whole: signatures that agree in a band of rows (LSH), banded by sorting. */
export function resemblingPairs(sketches: readonly Sketch[]): readonly Candidate[] {
  const pairs = new PairList();
  const keys = new Float64Array(sketches.length);
  for (let band = 0; band < BINS; band += ROWS) {
    let length = 0;
    for (const [number, { signature, fingerprints }] of sketches.entries()) {
      if (fingerprints.length > 0) keys[length++] = bandKey(signature, band) * SHIFT + number;
    }
    forEachBucket(keys.subarray(0, length).sort(), (bucket) => {
      const reach = bucket.length > LARGE_BUCKET ? NEIGHBOURS : bucket.length;
      forEachPair(bucket, reach, (a, b) => {
        if (agreement(sketches[a]!.signature, sketches[b]!.signature) >= LEAST_AGREEMENT) pairs.add(a, b);
      });
    });
  }
  return pairs.counted(1).map(({ a, b }) => ({ a, b }));
}

/** Reports that share fingerprints, and so passages; `shared` counts them. */
export function overlappingPairs(sketches: readonly Sketch[]): readonly (Candidate & { readonly shared: number })[] {
  const total = sketches.reduce((sum, { fingerprints }) => sum + fingerprints.length, 0);
  const keys = new Float64Array(total);
  let length = 0;
  for (const [number, { fingerprints }] of sketches.entries()) {
    for (const fingerprint of fingerprints) keys[length++] = fingerprint * SHIFT + number;
  }
  keys.sort();
  const largest = largestWithinBudget(keys);
  const pairs = new PairList();
  forEachBucket(keys, (bucket) => {
    if (bucket.length <= largest) forEachPair(bucket, bucket.length, (a, b) => pairs.add(a, b));
  });
  return pairs.counted(LEAST_SHARED);
}

/** The number of reports that a fingerprint may stand in for all pairs of such fingerprints to stay within the budget. */
function largestWithinBudget(keys: Float64Array): number {
  const pairs = new Float64Array(RAREST_AT_MOST + 1);
  forEachBucket(keys, ({ length }) => {
    if (length <= RAREST_AT_MOST) pairs[length]! += (length * (length - 1)) / 2;
  });
  let sum = 0;
  for (let size = 2; size <= RAREST_AT_MOST; size++) {
    sum += pairs[size]!;
    if (sum > PAIR_BUDGET) return size - 1;
  }
  return RAREST_AT_MOST;
}

function bandKey(signature: Uint32Array, band: number): number {
  let key = 0;
  for (let row = band; row < band + ROWS; row++) key = mix(key ^ signature[row]!);
  return key;
}

function agreement(left: Uint32Array, right: Uint32Array): number {
  let equal = 0;
  for (let bin = 0; bin < BINS; bin++) if (left[bin] === right[bin]) equal++;
  return equal;
}

/** Calls `visit` with the report numbers of every key that stands more than once in sorted `keys`. */
function forEachBucket(keys: Float64Array, visit: (bucket: readonly number[]) => void): void {
  let start = 0;
  while (start < keys.length) {
    const key = Math.floor(keys[start]! / SHIFT);
    let end = start + 1;
    while (end < keys.length && Math.floor(keys[end]! / SHIFT) === key) end++;
    if (end - start > 1) visit(Array.from(keys.subarray(start, end), (packed) => packed % SHIFT));
    start = end;
  }
}

function forEachPair(bucket: readonly number[], reach: number, visit: (a: number, b: number) => void): void {
  for (let first = 0; first < bucket.length; first++) {
    const end = Math.min(bucket.length, first + 1 + reach);
    for (let second = first + 1; second < end; second++) visit(bucket[first]!, bucket[second]!);
  }
}

/** Pairs of reports in a typed array that grows, so that tens of millions fit. */
class PairList {
  private packed = new Float64Array(1024);
  private length = 0;

  add(a: number, b: number): void {
    if (this.length === this.packed.length) {
      const larger = new Float64Array(this.length * 2);
      larger.set(this.packed);
      this.packed = larger;
    }
    this.packed[this.length++] = a * SHIFT + b;
  }

  /** Every pair that was added at least `least` times, in the order of its numbers. */
  counted(least: number): (Candidate & { readonly shared: number })[] {
    const sorted = this.packed.subarray(0, this.length).sort();
    const found: (Candidate & { readonly shared: number })[] = [];
    let start = 0;
    while (start < sorted.length) {
      let end = start + 1;
      while (end < sorted.length && sorted[end] === sorted[start]) end++;
      const pair = sorted[start]!;
      if (end - start >= least) found.push({ a: Math.floor(pair / SHIFT), b: pair % SHIFT, shared: end - start });
      start = end;
    }
    return found;
  }
}
