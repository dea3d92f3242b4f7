/**
 * `npm run train:themes [-- --quick]`: learns pipeline/themes/weights.json from the points of the reports r01 to r24, from
 * invented claims (corpus/train/themes) and, where the real reports folder is (`DIAOYAN_REAL`), from labelled points of
 * real reports. Cross-validates first; `--quick` leaves that out. The same points give the same weights. The reports from
 * r25 on, by which themes are measured, play no part.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { evaluateThemes } from '../../pipeline/evaluate/themes.ts';
import { assetPath } from '../../pipeline/text/asset.ts';
import { compileThemes } from '../../pipeline/themes/assign.ts';
import { blocksOf } from '../../pipeline/themes/features.ts';
import { compileMatcher } from '../../pipeline/themes/match.ts';
import { builtInTaxonomy } from '../../pipeline/themes/taxonomy.ts';
import { encodeWeights } from '../../pipeline/themes/train/encode.ts';
import { fitThemes, type TrainingPoint } from '../../pipeline/themes/train/fit.ts';
import { VOTES, votesIn } from '../../pipeline/themes/votes.ts';
import { decodeWeights, eachFeature, type WeightsFile } from '../../pipeline/themes/weights.ts';
import { corpusPoints, type LabelledPoint, labelsIn, realPoints, writtenPoints } from './theme-points.ts';

const FOLDS = 4;
/** Points that have to share a feature. */
const LEAST_POINTS = 2;

const taxonomy = builtInTaxonomy();
const themeNumber = new Map(taxonomy.map(({ id }, index) => [id, index]));
const path = assetPath('themes/weights.json');
const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** Points by the group that they stand in, in order. */
function grouped(points: readonly LabelledPoint[]): LabelledPoint[][] {
  const groups = new Map<string, LabelledPoint[]>();
  for (const point of points) groups.set(point.group, [...(groups.get(point.group) ?? []), point]);
  return [...groups.values()];
}

interface Prepared {
  readonly labelled: LabelledPoint;
  readonly training: TrainingPoint;
}

/** The labelled points ready to learn from; a group is seen as a whole, its unlabelled points included. */
function prepare(groups: readonly (readonly LabelledPoint[])[]): { keys: Uint32Array; prepared: Prepared[][] } {
  const spread = new Map<number, number>();
  for (const { point } of groups.flat().filter(({ must }) => must.length > 0)) {
    for (const block of blocksOf(point)) for (const key of block) spread.set(key, (spread.get(key) ?? 0) + 1);
  }
  const keys = Uint32Array.from([...spread].filter(([, count]) => count >= LEAST_POINTS).map(([key]) => key));
  const numbers = new Map(Array.from(keys, (key, index) => [key, index]));
  const match = compileMatcher(taxonomy);
  const prepared = groups.map((group) => {
    const votes = votesIn(
      group.map(({ point }) => point),
      match,
    );
    return group.flatMap((labelled, index) => {
      const training = {
        ...featuresOf(labelled, numbers),
        votes: Array.from(votes[index]!, ([theme, { values }]) => ({ theme, values })),
        themes: labelled.must.map((id) => themeNumber.get(id)!),
        open: labelled.may.map((id) => themeNumber.get(id)!),
      };
      return labelled.must.length > 0 ? [{ labelled, training }] : [];
    });
  });
  return { keys, prepared };
}

function featuresOf(
  { point }: LabelledPoint,
  numbers: ReadonlyMap<number, number>,
): Pick<TrainingPoint, 'features' | 'values'> {
  const features: number[] = [];
  const values: number[] = [];
  eachFeature(
    blocksOf(point),
    (key) => numbers.has(key),
    (key, value) => {
      features.push(numbers.get(key)!);
      values.push(value);
    },
  );
  return { features: Int32Array.from(features), values: Float32Array.from(values) };
}

function learn(
  points: readonly Prepared[],
  keys: Uint32Array,
  facts: Pick<WeightsFile, 'sources' | 'scores'>,
): WeightsFile {
  const sizes = { features: keys.length, themes: taxonomy.length, votes: VOTES.length };
  const fitted = fitThemes(
    points.map(({ training }) => training),
    sizes,
  );
  return encodeWeights(fitted, keys, { ...facts, themes: taxonomy.map(({ id }) => id) });
}

/** Micro F1 by source, every group left out in turn with a fold of others. */
function measure(
  groups: readonly (readonly LabelledPoint[])[],
  prepared: readonly (readonly Prepared[])[],
  keys: Uint32Array,
): Record<string, number> {
  const pairs = new Map<string, { gold: readonly string[]; found: string[]; allowed: readonly string[] }[]>();
  const foldOf = foldsOf(groups);
  for (let fold = 0; fold < FOLDS; fold++) {
    const file = learn(prepared.filter((_, index) => foldOf[index] !== fold).flat(), keys, { sources: {}, scores: {} });
    const assign = compileThemes(taxonomy, decodeWeights(file));
    for (const [index, group] of groups.entries()) {
      if (foldOf[index] !== fold) continue;
      const found = assign(group.map(({ point }) => point));
      for (const [at, { source, must, may }] of group.entries()) {
        if (must.length === 0) continue;
        const known = pairs.get(source) ?? [];
        pairs.set(source, known);
        known.push({ gold: must, allowed: may, found: found[at]!.map(({ theme }) => theme) });
      }
    }
    say(`fold ${fold + 1} of ${FOLDS}`);
  }
  return Object.fromEntries(
    Array.from(pairs).flatMap(([source, each]) => {
      const { strict, lenient } = evaluateThemes(each);
      return [
        [`${source}_strict`, rounded(strict.f1)],
        [`${source}_lenient`, rounded(lenient.f1)],
      ];
    }),
  );
}

/** Groups in turn, source by source, so that each fold has its share of every source. */
function foldsOf(groups: readonly (readonly LabelledPoint[])[]): number[] {
  const seen = new Map<string, number>();
  return groups.map(([first]) => {
    const number = seen.get(first!.source) ?? 0;
    seen.set(first!.source, number + 1);
    return number % FOLDS;
  });
}

const rounded = (value: number | null): number => Math.round((value ?? 0) * 1000) / 1000;

const points = [
  ...corpusPoints(labelsIn(join(import.meta.dirname, 'themes/corpus.tsv'))),
  ...writtenPoints(),
  ...(await realPoints(resolve(process.env.DIAOYAN_REAL ?? '../shared'))),
];
const groups = grouped(points);
const sources = Object.fromEntries(
  [...new Set(points.map(({ source }) => source))].map((source) => [
    source,
    points.filter((point) => point.source === source && point.must.length > 0).length,
  ]),
);
say(`labelled points: ${JSON.stringify(sources)}`);
const { keys, prepared } = prepare(groups);
const scores =
  process.argv.includes('--quick') && existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as WeightsFile).scores
    : measure(groups, prepared, keys);
say(JSON.stringify(scores));
writeFileSync(path, `${JSON.stringify(learn(prepared.flat(), keys, { sources, scores }), null, 1)}\n`);
say(`wrote ${path}`);
