/**
 * `npm run train:themes`: learns pipeline/themes/weights.json from the points of the reports r01 to r24, from invented
 * claims (corpus/train/themes) and, where the real reports folder is (`DIAOYAN_REAL`), from labelled points of real reports
 * and from the company that their words keep. Cross-validates first. The same points give the same weights. The reports
 * from r25 on, by which themes are measured, play no part.
 */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { evaluateThemes, type ThemePair } from '../../pipeline/evaluate/themes.ts';
import { assetPath } from '../../pipeline/text/asset.ts';
import { compileThemes } from '../../pipeline/themes/assign.ts';
import { wordsIn } from '../../pipeline/themes/features.ts';
import { builtInTaxonomy } from '../../pipeline/themes/taxonomy.ts';
import { encodeWeights } from '../../pipeline/themes/train/encode.ts';
import { decodeWeights, type WeightsFile } from '../../pipeline/themes/weights.ts';
import { evidenceOf, learnMix, learnWords, type Mix, mixWords, prepare } from './theme-model.ts';
import { corpusPoints, type LabelledPoint, labelsIn, realPoints, writtenPoints } from './theme-points.ts';
import { sentencesUnder, wordVectors } from './word-vectors.ts';

const FOLDS = 4;

const taxonomy = builtInTaxonomy();
const path = assetPath('themes/weights.json');
const real = resolve(process.env.DIAOYAN_REAL ?? '../shared');
const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** Points by the group that they stand in, in order. */
function grouped(points: readonly LabelledPoint[]): LabelledPoint[][] {
  const groups = new Map<string, LabelledPoint[]>();
  for (const point of points) groups.set(point.group, [...(groups.get(point.group) ?? []), point]);
  return [...groups.values()];
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

const sentencesOf = ({ point }: LabelledPoint): string[] => wordsIn([point.label, ...point.sentences]);
const points = [
  ...corpusPoints(labelsIn(join(import.meta.dirname, 'themes/corpus.tsv'))),
  ...writtenPoints(),
  ...(await realPoints(real)),
];
const groups = grouped(points);
const sources = Object.fromEntries(
  [...new Set(points.map(({ source }) => source))].map((source) => [
    source,
    points.filter((point) => point.source === source && point.must.length > 0).length,
  ]),
);
say(`labelled points: ${JSON.stringify(sources)}`);
const written = points.filter(({ source }) => source === 'written').map(sentencesOf);
const vectors = wordVectors([...sentencesUnder(join(real, 'reports')), ...written]);
say(`words with vectors: ${vectors.size}`);
const training = prepare(groups, taxonomy, vectors);
const foldOf = foldsOf(groups);
const folds = Array.from({ length: FOLDS }, (_, fold) => {
  const words = learnWords(training, training.prepared.filter((_, index) => foldOf[index] !== fold).flat());
  say(`fold ${fold + 1} of ${FOLDS}`);
  const left = training.prepared.filter((_, index) => foldOf[index] === fold).flat();
  return { words, evidence: evidenceOf(training, words, left) };
});

/** The mix of evidence, learned from what words learned elsewhere say of points; those of a fold left out. */
const mixWithout = (fold?: number): Mix =>
  learnMix(folds.filter((_, index) => index !== fold).flatMap(({ evidence }) => evidence));

function encode(words: readonly Float32Array[], mix: Mix, scores: WeightsFile['scores']): WeightsFile {
  const { votes, alone } = mix;
  const facts = { sources, scores, themes: taxonomy.map(({ id }) => id), votes, alone };
  return encodeWeights(mixWords(training, words, mix), training.keys, facts);
}

/** What is found in the points of a fold by what was learned without it, by source. */
function pairsOf(fold: number): { readonly source: string; readonly pair: ThemePair }[] {
  const assign = compileThemes(taxonomy, decodeWeights(encode(folds[fold]!.words, mixWithout(fold), {})));
  return groups
    .filter((_, index) => foldOf[index] === fold)
    .flatMap((group) => {
      const found = assign(group.map(({ point }) => point));
      return group.flatMap(({ source, must, may }, at) =>
        must.length === 0
          ? []
          : [{ source, pair: { gold: must, allowed: may, found: found[at]!.map(({ theme }) => theme) } }],
      );
    });
}

const rounded = (value: number | null): number => Math.round((value ?? 0) * 1000) / 1000;

const pairs = folds.flatMap((_, fold) => pairsOf(fold));
const scores = Object.fromEntries(
  Object.keys(sources).flatMap((source) => {
    const { strict, lenient } = evaluateThemes(pairs.filter((each) => each.source === source).map(({ pair }) => pair));
    return [
      [`${source}_strict`, rounded(strict.f1)],
      [`${source}_lenient`, rounded(lenient.f1)],
    ];
  }),
);
say(JSON.stringify(scores));
const words = learnWords(training, training.prepared.flat());
writeFileSync(path, `${JSON.stringify(encode(words, mixWithout(), scores), null, 1)}\n`);
say(`wrote ${path}`);
