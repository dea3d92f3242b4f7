import { asset } from '../text/asset.ts';

/** What characters in a row tell of themes: how rare each run is among points, and how much it weighs in each theme. */
export interface LikenessWeights {
  readonly idf: Readonly<Record<string, number>>;
  readonly themes: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** How much a point reads like a theme (0 to 1), with the runs of characters that say so, the strongest first. */
export interface Likeness {
  readonly cosine: number;
  readonly runs: readonly string[];
}

interface Texts {
  readonly label: { readonly text: string };
  readonly sentences: readonly { readonly text: string }[];
}

const LENGTHS = [2, 3];
const SENTENCE = 0.25;
const RUNS = 3;

/** The weights that come with this version, learned from annotated points. */
export const builtInLikeness = (): LikenessWeights => JSON.parse(asset('themes/likeness.json')) as LikenessWeights;

/** Of nothing learned: themes by their terms alone. */
export const NO_LIKENESS: LikenessWeights = { idf: {}, themes: {} };

/** Runs of two and three Chinese characters with their counts; those of sentences count for less than the claim's. */
export function runsOf({ label, sentences }: Texts): Map<string, number> {
  const runs = new Map<string, number>();
  const count = (text: string, weight: number): void => {
    for (const length of LENGTHS) {
      for (let start = 0; start + length <= text.length; start++) {
        const run = text.slice(start, start + length);
        if (/^[\u4e00-\u9fff]+$/.test(run)) runs.set(run, (runs.get(run) ?? 0) + weight);
      }
    }
  };
  count(label.text, 1);
  for (const { text } of sentences) count(text, SENTENCE);
  return runs;
}

/** Compares a point with the centroid of every theme, by the cosine of their TF-IDF vectors; themes unlike it are left out. */
export function likenessOf(point: Texts, { idf, themes }: LikenessWeights): ReadonlyMap<string, Likeness> {
  const vector = Array.from(runsOf(point), ([run, count]) => [run, count * (idf[run] ?? 0)] as const).filter(
    ([, weight]) => weight > 0,
  );
  const length = Math.sqrt(vector.reduce((sum, [, weight]) => sum + weight * weight, 0));
  const result = new Map<string, Likeness>();
  if (length === 0) return result;
  for (const [theme, weights] of Object.entries(themes)) {
    const shared = vector
      .map(([run, weight]) => ({ run, product: (weight / length) * (weights[run] ?? 0) }))
      .filter(({ product }) => product > 0)
      .sort((a, b) => b.product - a.product || (a.run < b.run ? -1 : 1));
    const cosine = shared.reduce((sum, { product }) => sum + product, 0);
    if (cosine > 0) result.set(theme, { cosine, runs: shared.slice(0, RUNS).map(({ run }) => run) });
  }
  return result;
}
