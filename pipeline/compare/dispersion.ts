/**
 * How unevenly a word is spread over texts: DP = ½·Σ|vᵢ − sᵢ| with vᵢ the share of its occurrences and sᵢ the share of all
 * words that text i has (Gries 2008, Int. J. Corpus Linguistics 13:403–437), divided by 1 − min sᵢ (Lijffijt & Gries 2012,
 * ibid. 17:147–149). 0 is even, 1 all in one small text. NaN where the word or all words are none.
 */
export function deviationOfProportions(counts: readonly number[], sizes: readonly number[]): number {
  const total = sum(counts);
  const size = sum(sizes);
  if (total === 0 || size === 0) return Number.NaN;
  const least = Math.min(...sizes) / size;
  if (least === 1) return 0;
  const distance = sizes.reduce((all, each, index) => all + Math.abs(counts[index]! / total - each / size), 0);
  return distance / 2 / (1 - least);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
