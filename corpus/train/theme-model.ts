import { BLOCKS, type BlockName, blocksOf, keyOf, wordsIn } from '../../pipeline/themes/features.ts';
import { compileMatcher } from '../../pipeline/themes/match.ts';
import type { PointText } from '../../pipeline/themes/point-text.ts';
import type { Taxonomy } from '../../pipeline/themes/taxonomy.ts';
import { fitMix, type MixPoint } from '../../pipeline/themes/train/mix.ts';
import { fitRidge, type SparseRow, spread } from '../../pipeline/themes/train/ridge.ts';
import { VOTES, votesIn } from '../../pipeline/themes/votes.ts';
import { eachFeature } from '../../pipeline/themes/weights.ts';
import type { LabelledPoint } from './theme-points.ts';
import type { WordVectors } from './word-vectors.ts';

/** Points that have to share a feature. */
const LEAST_POINTS = 2;
const L2 = 1.5;
/** What claim and body are each learned from, the block whose words have vectors, and how much these weigh beside the words. */
const SIDES: readonly { readonly blocks: readonly BlockName[]; readonly words: BlockName; readonly sense: number }[] = [
  { blocks: ['claim-gram', 'claim-word', 'role'], words: 'claim-word', sense: 1.7 },
  { blocks: ['body-gram', 'body-word', 'role'], words: 'body-word', sense: 1.1 },
];
const KINDS = SIDES.length + VOTES.length;

/** A labelled point ready to learn from: a row for its claim and one for its body, and what terms vote. */
export interface Prepared {
  readonly labelled: LabelledPoint;
  readonly rows: readonly SparseRow[];
  readonly votes: readonly { readonly theme: number; readonly values: Float32Array }[];
  readonly themes: readonly number[];
  readonly open: readonly number[];
}

/** Word vectors by key. */
type Senses = ReadonlyMap<number, Float32Array>;

/** All points by group; the columns of their rows are the features of `keys`, then the dimensions of word vectors. */
export interface Training {
  readonly taxonomy: Taxonomy;
  readonly keys: Uint32Array;
  readonly senses: readonly Senses[];
  readonly columns: number;
  readonly prepared: readonly (readonly Prepared[])[];
}

/** Makes labelled points ready to learn from; a group is seen as a whole, its unlabelled points included. */
export function prepare(
  groups: readonly (readonly LabelledPoint[])[],
  taxonomy: Taxonomy,
  vectors: WordVectors,
): Training {
  const labelled = groups.flat().filter(({ must }) => must.length > 0);
  const senses = sensesOf(
    vectors,
    labelled.map(({ point }) => point),
  );
  const keys = keysOf(labelled, senses);
  const numbers = new Map(Array.from(keys, (key, index) => [key, index]));
  const themes = new Map(taxonomy.map(({ id }, index) => [id, index]));
  const match = compileMatcher(taxonomy);
  const prepared = groups.map((group) => {
    const points = group.map(({ point }) => point);
    const votes = votesIn(points, match);
    return group.flatMap((each, index) => {
      if (each.must.length === 0) return [];
      return {
        labelled: each,
        rows: SIDES.map(({ blocks }, side) => rowOf(each.point, blocks, numbers, senses[side]!)),
        votes: Array.from(votes[index]!, ([theme, { values }]) => ({ theme, values })),
        themes: each.must.map((id) => themes.get(id)!),
        open: each.may.map((id) => themes.get(id)!),
      };
    });
  });
  const dimensions = vectors.values().next().value?.length ?? 0;
  return { taxonomy, keys, senses, columns: keys.length + dimensions, prepared };
}

/** Word vectors by key, side by side, less their mean, rare words more: log(n / (1 + df)) over the points. */
function sensesOf(vectors: WordVectors, points: readonly PointText[]): Senses[] {
  const counts = new Map<string, number>();
  for (const { label, sentences } of points) {
    for (const word of new Set(wordsIn([label, ...sentences]))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const mean = new Float64Array(vectors.values().next().value?.length ?? 0);
  const known = [...vectors].filter(([word]) => word.length >= 2);
  const all = known.reduce((sum, [word]) => sum + (counts.get(word) ?? 0), 0);
  for (const [word, vector] of known) {
    for (const [at, value] of vector.entries()) mean[at]! += (value * (counts.get(word) ?? 0)) / all;
  }
  const told = known.map(([word, vector]) => {
    const rarity = 1 - Math.log(1 + (counts.get(word) ?? 0)) / Math.log(points.length);
    return [word, vector.map((value, at) => rarity * (value - mean[at]!))] as const;
  });
  return SIDES.map(
    ({ words, sense }) =>
      new Map(told.map(([word, vector]) => [keyOf(words, word), vector.map((value) => sense * value)])),
  );
}

/** What at least some points share, and all words with a vector. */
function keysOf(labelled: readonly LabelledPoint[], senses: readonly Senses[]): Uint32Array {
  const spreads = new Map<number, number>();
  for (const { point } of labelled) {
    for (const block of blocksOf(point)) for (const key of block) spreads.set(key, (spreads.get(key) ?? 0) + 1);
  }
  const shared = [...spreads].filter(([, count]) => count >= LEAST_POINTS).map(([key]) => key);
  return Uint32Array.from(new Set([...shared, ...senses.flatMap((each) => [...each.keys()])]));
}

function rowOf(
  point: PointText,
  names: readonly BlockName[],
  numbers: ReadonlyMap<number, number>,
  senses: Senses,
): SparseRow {
  const columns: number[] = [];
  const values: number[] = [];
  const sense: number[] = [];
  eachFeature(
    blocksOf(point).map((block, index) => (names.includes(BLOCKS[index]!) ? block : new Set<number>())),
    (key) => numbers.has(key),
    (key, value) => {
      columns.push(numbers.get(key)!);
      values.push(value);
      for (const [at, told] of senses.get(key)?.entries() ?? []) sense[at] = (sense[at] ?? 0) + value * told;
    },
  );
  return {
    columns: Int32Array.from([...columns, ...sense.map((_, at) => numbers.size + at)]),
    values: Float32Array.from([...values, ...sense]),
  };
}

/** The weights of words, one table for claims and one for bodies, by ridge regression of the share of each theme. */
export function learnWords(training: Training, points: readonly Prepared[]): Float32Array[] {
  const outputs = training.taxonomy.length;
  const targets = new Float32Array(points.length * outputs);
  for (const [row, { themes }] of points.entries()) {
    for (const theme of themes) targets[row * outputs + theme] = 1 / themes.length;
  }
  const means = new Float64Array(outputs);
  for (let at = 0; at < targets.length; at++) means[at % outputs]! += targets[at]! / points.length;
  for (let at = 0; at < targets.length; at++) targets[at]! -= means[at % outputs]!;
  for (const [row, { open }] of points.entries()) for (const theme of open) targets[row * outputs + theme] = 0;
  const sizes = { columns: training.columns, outputs };
  return SIDES.map((_, side) =>
    fitRidge(
      points.map(({ rows }) => rows[side]!),
      targets,
      sizes,
      L2,
    ),
  );
}

/** What words, learned elsewhere, and terms say of the themes of points. */
export function evidenceOf(
  training: Training,
  words: readonly Float32Array[],
  points: readonly Prepared[],
): MixPoint[] {
  const themes = training.taxonomy.length;
  return points.map(({ rows, votes, themes: has, open }) => {
    const evidence = new Float32Array(themes * KINDS);
    for (const [side, row] of rows.entries()) {
      const scores = spread([row], words[side]!, themes);
      for (const [theme, score] of scores.entries()) evidence[theme * KINDS + side] = score;
    }
    for (const { theme, values } of votes) evidence.set(values, theme * KINDS + SIDES.length);
    return { evidence, themes: has, open };
  });
}

/** What each kind of evidence weighs; `alone` is for votes without words. */
export interface Mix {
  readonly sides: readonly number[];
  readonly votes: readonly number[];
  readonly alone: readonly number[];
}

export function learnMix(points: readonly MixPoint[]): Mix {
  const weights = [...fitMix(points, KINDS)];
  const silent = points.map(({ evidence, ...each }) => ({
    ...each,
    evidence: evidence.filter((_, at) => at % KINDS >= SIDES.length),
  }));
  return {
    sides: weights.slice(0, SIDES.length),
    votes: weights.slice(SIDES.length),
    alone: [...fitMix(silent, VOTES.length)],
  };
}

/** One table for all words: each side times its weight, and what the vector of a word weighs added to the word. */
export function mixWords(training: Training, words: readonly Float32Array[], { sides }: Mix): Float32Array {
  const themes = training.taxonomy.length;
  const sum = new Float32Array(training.columns * themes);
  for (const [side, weights] of words.entries()) {
    const folded = weights.slice();
    for (const [number, key] of training.keys.entries()) {
      for (const [at, value] of training.senses[side]!.get(key)?.entries() ?? []) {
        const start = (training.keys.length + at) * themes;
        for (let theme = 0; theme < themes; theme++)
          folded[number * themes + theme]! += value * weights[start + theme]!;
      }
    }
    for (let at = 0; at < sum.length; at++) sum[at]! += sides[side]! * folded[at]!;
  }
  return sum;
}
