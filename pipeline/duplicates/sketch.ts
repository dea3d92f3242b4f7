import { type NeutralText, neutralize } from './neutral.ts';

/** Characters of a shingle. */
export const SHINGLE = 6;
/** Values of a MinHash signature; a power of two. */
export const BINS = 128;
/** Shingles of which one fingerprint is kept: passages of `WINDOW + SHINGLE - 1` characters always share one. */
export const WINDOW = 24;

const BASE = 0x01000193;
const EMPTY = 0xffffffff;

/** Changes whenever a text gets another sketch. */
export const SKETCH_VERSION = '1';

/** What finds the copies of a report without its text. `length` counts neutral characters. */
export interface Sketch {
  readonly length: number;
  readonly signature: Uint32Array;
  readonly fingerprints: Uint32Array;
}

/** The sketch of a text. */
export function sketchOf(text: string): Sketch {
  const neutral = neutralize(text);
  const hashes = shingleHashes(neutral);
  return {
    length: neutral.codes.length,
    signature: signatureOf(hashes),
    fingerprints: fingerprintsOf(hashes),
  };
}

/** The hash of the shingle at each character, by a rolling polynomial that is then mixed. */
export function shingleHashes({ codes }: NeutralText): Uint32Array {
  const count = codes.length - SHINGLE + 1;
  if (count <= 0) return new Uint32Array(0);
  const hashes = new Uint32Array(count);
  let lead = 1;
  for (let step = 1; step < SHINGLE; step++) lead = Math.imul(lead, BASE);
  let hash = 0;
  for (let index = 0; index < codes.length; index++) {
    if (index >= SHINGLE) hash = (hash - Math.imul(codes[index - SHINGLE]!, lead)) | 0;
    hash = (Math.imul(hash, BASE) + codes[index]!) | 0;
    if (index >= SHINGLE - 1) hashes[index - SHINGLE + 1] = mix(hash);
  }
  return hashes;
}

/** The finalizer of MurmurHash3. */
export function mix(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * A MinHash signature by one permutation (Li, Owen & Zhang 2012); an empty bin takes the value of another that its number
 * picks (Shrivastava 2017). Two signatures agree in a share of bins that estimates the Jaccard similarity.
 */
function signatureOf(hashes: Uint32Array): Uint32Array {
  const bins = new Uint32Array(BINS).fill(EMPTY);
  for (const hash of hashes) {
    const bin = hash & (BINS - 1);
    if (hash < bins[bin]!) bins[bin] = hash;
  }
  if (hashes.length === 0) return bins;
  const filled = bins.slice();
  for (let bin = 0; bin < BINS; bin++) {
    for (let attempt = 1; bins[bin] === EMPTY; attempt++) {
      bins[bin] = filled[mix(Math.imul(bin + 1, 0x9e3779b1) + attempt) & (BINS - 1)]!;
    }
  }
  return bins;
}

/** The smallest hash of every window, each once, in rising order (winnowing: Schleimer, Wilkerson & Aiken 2003). */
function fingerprintsOf(hashes: Uint32Array): Uint32Array {
  const kept = new Set<number>();
  const last = Math.max(0, hashes.length - WINDOW);
  let smallest = -1;
  for (let start = 0; start <= last && hashes.length > 0; start++) {
    const end = Math.min(start + WINDOW, hashes.length);
    if (smallest < start) smallest = smallestIn(hashes, start, end);
    else if (hashes[end - 1]! <= hashes[smallest]!) smallest = end - 1;
    kept.add(hashes[smallest]!);
  }
  return Uint32Array.from(kept).sort();
}

function smallestIn(hashes: Uint32Array, start: number, end: number): number {
  let smallest = start;
  for (let index = start + 1; index < end; index++) if (hashes[index]! <= hashes[smallest]!) smallest = index;
  return smallest;
}
