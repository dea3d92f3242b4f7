/** A point as comparisons read it: its claim, the text that carries it out, and its themes with their scores. */
export interface ComparedPoint {
  readonly id: string;
  readonly report: string;
  readonly role: string;
  readonly label: string;
  readonly text: string;
  readonly themes: ReadonlyMap<string, number>;
}

/** What speaks for two points saying the same, each from 0 to 1. */
export interface Likeness {
  readonly themes: number;
  readonly meaning: number;
  readonly wording: number;
}

/** Compares two points of those that the function was made from. */
export type LikenessOf = (a: ComparedPoint, b: ComparedPoint) => Likeness;

/** A claim counts as often as that in the vector of its point: it says what the rest only carries out. */
const LABEL_WEIGHT = 3;

/**
 * Prepares the comparison of points. `themes`: shared score of themes (weighted Jaccard, Ružička 1958); `meaning`: cosine
 * of character bigrams weighed by (1 + ln tf)·ln(N/df) (Salton & Buckley 1988, Inf. Process. Manage. 24:513–523), bigrams
 * standing for words as is usual for Chinese (Nie et al. 2000, Inf. Process. Manage. 36:443–462); `wording`: Dice
 * coefficient of the claims' bigrams.
 */
export function compareMeaning(points: readonly ComparedPoint[]): LikenessOf {
  const counts = new Map(points.map((point) => [point, countsOf(point)]));
  const frequency = new Map<string, number>();
  for (const count of counts.values())
    for (const gram of count.keys()) frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
  const vectors = new Map<ComparedPoint, ReadonlyMap<string, number>>();
  const vectorOf = (point: ComparedPoint): ReadonlyMap<string, number> => {
    const known = vectors.get(point) ?? unitVector(counts.get(point) ?? countsOf(point), frequency, points.length);
    vectors.set(point, known);
    return known;
  };
  return (a, b) => ({
    themes: sharedThemes(a.themes, b.themes),
    meaning: dot(vectorOf(a), vectorOf(b)),
    wording: dice(bigrams(a.label), bigrams(b.label)),
  });
}

function countsOf({ label, text }: ComparedPoint): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (gram: string, weight: number): void => void counts.set(gram, (counts.get(gram) ?? 0) + weight);
  for (const gram of bigrams(label)) add(gram, LABEL_WEIGHT);
  for (const gram of bigrams(text)) add(gram, 1);
  return counts;
}

/** The pairs of neighbouring Han characters. */
function bigrams(text: string): string[] {
  return (text.match(/\p{Script=Han}+/gu) ?? []).flatMap((run) =>
    Array.from({ length: Math.max(0, run.length - 1) }, (_, index) => run.slice(index, index + 2)),
  );
}

function unitVector(
  counts: ReadonlyMap<string, number>,
  frequency: ReadonlyMap<string, number>,
  total: number,
): Map<string, number> {
  const weights = [...counts].map(([gram, count]): [string, number] => [
    gram,
    (1 + Math.log(count)) * Math.log((total + 1) / (frequency.get(gram) ?? 1)),
  ]);
  const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
  return new Map(weights.map(([gram, weight]) => [gram, weight / length]));
}

function dot(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [gram, weight] of a) sum += weight * (b.get(gram) ?? 0);
  return sum;
}

function sharedThemes(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let [shared, all] = [0, 0];
  for (const theme of new Set([...a.keys(), ...b.keys()])) {
    const [one, other] = [a.get(theme) ?? 0, b.get(theme) ?? 0];
    shared += Math.min(one, other);
    all += Math.max(one, other);
  }
  return all === 0 ? 0 : shared / all;
}

function dice(a: readonly string[], b: readonly string[]): number {
  const rest = new Map<string, number>();
  for (const gram of a) rest.set(gram, (rest.get(gram) ?? 0) + 1);
  let shared = 0;
  for (const gram of b) {
    const left = rest.get(gram) ?? 0;
    if (left > 0) shared += 1;
    rest.set(gram, left - 1);
  }
  return a.length + b.length === 0 ? 0 : (2 * shared) / (a.length + b.length);
}
