import { SIGNATURE, type WeightsFile } from '../weights.ts';

/** Weights that are kept, the largest ones: what keeps the file below 2.4 MB. */
const MOST_WEIGHTS = 620_000;
const STEPS = 127;

/**
 * Learned weights (`learned[feature * themes + theme]`) as a weights file: 8 bits a weight, small ones left out. The weights
 * of a feature are taken less their median, which changes no probability; a theme that was not learned then counts as an ordinary one.
 */
export function encodeWeights(
  learned: Float32Array,
  keys: Uint32Array,
  facts: Pick<WeightsFile, 'sources' | 'scores' | 'themes' | 'votes' | 'alone'>,
): WeightsFile {
  const themes = facts.themes.length;
  const weights = learned.slice(0, keys.length * themes);
  for (let start = 0; start < weights.length; start += themes) centre(weights.subarray(start, start + themes));
  const sizes = weights.map(Math.abs).sort();
  const largest = sizes.at(-1) ?? 1;
  const unit = Math.max(largest / STEPS, 1e-9);
  const least = Math.max(unit / 2, sizes.at(-MOST_WEIGHTS) ?? 0);
  const order = Array.from(keys.keys()).sort((a, b) => keys[a]! - keys[b]!);
  const entries = order.map((feature) =>
    Array.from(weights.subarray(feature * themes, (feature + 1) * themes)).flatMap((weight, theme) =>
      Math.abs(weight) < least ? [] : [theme, Math.round(weight / unit)],
    ),
  );
  return {
    version: 1,
    signature: SIGNATURE,
    ...facts,
    votes: facts.votes.map(rounded),
    alone: facts.alone.map(rounded),
    unit,
    keys: base64(new Uint8Array(Uint32Array.from(order, (feature) => keys[feature]!).buffer)),
    counts: base64(Uint8Array.from(entries, (each) => each.length / 2)),
    entries: base64(Int8Array.from(entries.flat())),
  };
}

function centre(weights: Float32Array): void {
  const median = weights.slice().sort()[weights.length >> 1]!;
  for (let theme = 0; theme < weights.length; theme++) weights[theme]! -= median;
}

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;
const base64 = (bytes: Uint8Array | Int8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
