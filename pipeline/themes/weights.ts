import { asset } from '../text/asset.ts';
import { BLOCKS, type Block } from './features.ts';
import { VOTES } from './votes.ts';

/** What was learned of themes, as it is stored: 8 bits a weight, features by hash. No text can be read from it. */
export interface WeightsFile {
  readonly version: 1;
  /** The kinds of evidence that it was learned with. */
  readonly signature: string;
  readonly sources: Readonly<Record<string, number>>;
  readonly scores: Readonly<Record<string, number>>;
  readonly themes: readonly string[];
  /** What each vote weighs; and where votes are all there is, for themes that were not learned. */
  readonly votes: readonly number[];
  readonly alone: readonly number[];
  /** What one step of a weight is worth. */
  readonly unit: number;
  /** Base64 of the keys (32 bits each, rising), of how many weights each has (8 bits), and of theme and weight (8 bits each). */
  readonly keys: string;
  readonly counts: string;
  readonly entries: string;
}

/** The model: a score of a theme is what its terms vote and what the features of the point weigh for it. */
export interface ThemeWeights {
  readonly themes: readonly string[];
  readonly votes: readonly number[];
  readonly alone: readonly number[];
  /** Adds to `scores`, by theme, what a feature weighs. */
  readonly add: (key: number, value: number, scores: Float64Array) => void;
  readonly knows: (key: number) => boolean;
}

/** How much all the evidence of one kind may weigh together, in the order of `BLOCKS`. */
const BLOCK_WEIGHTS = [1, 1, 1, 1, 0.3];

/** Changes with whatever makes the weights of another version meaningless. */
export const SIGNATURE = [...BLOCKS, ...VOTES, ...BLOCK_WEIGHTS].join(' ');

/** Calls `use` with every known key of a point and its value: each kind of evidence is a vector of the same length. */
export function eachFeature(
  blocks: readonly Block[],
  knows: (key: number) => boolean,
  use: (key: number, value: number) => void,
): void {
  for (const [index, block] of blocks.entries()) {
    const known = Array.from(block).filter(knows);
    const value = BLOCK_WEIGHTS[index]! / Math.sqrt(known.length);
    for (const key of known) use(key, value);
  }
}

/** The weights that come with this version. */
export const builtInWeights = (): ThemeWeights =>
  decodeWeights(JSON.parse(asset('themes/weights.json')) as WeightsFile);

/**
 * Reads a weights file.
 * @throws Error when it was learned with other features: `npm run train:themes` makes it again.
 */
export function decodeWeights(file: WeightsFile): ThemeWeights {
  if (file.signature !== SIGNATURE) throw new Error('themes/weights.json is of another version: npm run train:themes');
  const keys = new Uint32Array(bytesOf(file.keys).slice().buffer);
  const counts = bytesOf(file.counts);
  const entries = bytesOf(file.entries);
  const weights = Int8Array.from(entries);
  const starts = new Uint32Array(keys.length + 1);
  for (const [index, count] of counts.entries()) starts[index + 1] = starts[index]! + 2 * count;
  const numbers = new Map(Array.from(keys, (key, index) => [key, index]));
  const add = (key: number, value: number, scores: Float64Array): void => {
    const number = numbers.get(key);
    if (number === undefined) return;
    const step = value * file.unit;
    const end = starts[number + 1]!;
    for (let at = starts[number]!; at < end; at += 2) scores[weights[at]!]! += step * weights[at + 1]!;
  };
  const { themes, votes, alone } = file;
  return { themes, votes, alone, add, knows: (key) => numbers.has(key) };
}

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(Buffer.from(base64, 'base64'));
