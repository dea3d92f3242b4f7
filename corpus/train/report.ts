/**
 * `npm run train:report [-- --part real,kinds,own,ablation] [--folds N] [--shard I/N]`: measures how well roles are
 * learned and writes out/roles-PART.md. real: every real document left out in turn, with confusions and reliability; kinds: our own reports
 * of four kinds, left out; own: our own corpus and texts, also by kind; ablation: what each kind of evidence gives by itself.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ROLES } from '../../pipeline/model/role.ts';
import { GROUPS } from '../../pipeline/roles/collector.ts';
import { accuracy, bootstrap, macroF1, type Scored, scoreRoles, verdict } from '../../pipeline/roles/score.ts';
import { calibrationKnots, judgedOf, reliability } from '../../pipeline/roles/train/calibrate.ts';
import { crossValidate, type HeldOut } from '../../pipeline/roles/train/crossval.ts';
import { FIT, type FitOptions, type LabelledReport, prepare } from '../../pipeline/roles/train/fit.ts';
import { calibrated, featureSignature } from '../../pipeline/roles/weights.ts';
import { shortHash } from '../../pipeline/text/hash.ts';
import { leaveOutInTurn } from './held-out.ts';
import { countBySource, labelledReports } from './sources.ts';
import { scoredOf } from './train.ts';

const all = (kept: readonly string[]): string[] => GROUPS.filter((group) => !kept.includes(group));
const NO_EDGES = 1e6;
const NEIGHBOURS = ['mix-before', 'mix-after', 'rule-heading'];
const GRAMS = GROUPS.filter((group) => group.endsWith('gram') || /^gram\d$/.test(group));

/** What is left of the evidence in each line of the ablation. */
const ABLATION: readonly { readonly name: string; readonly options: Partial<FitOptions>; readonly paths: boolean }[] = [
  { name: 'rules only', options: { without: all(['bias', 'rule']), edgeL2: NO_EDGES }, paths: true },
  {
    name: 'sections only',
    options: { without: all(['bias', 'path-role', 'path-gram', 'above-gram', 'shape', 'style']), edgeL2: NO_EDGES },
    paths: true,
  },
  { name: 'model without sections', options: {}, paths: false },
  {
    name: 'model without rules',
    options: { without: GROUPS.filter((group) => group.startsWith('rule')) },
    paths: true,
  },
  { name: 'model without n-grams', options: { without: GRAMS }, paths: true },
  { name: 'model without neighbours', options: { without: NEIGHBOURS, edgeL2: NO_EDGES }, paths: true },
  { name: 'all', options: {}, paths: true },
];

const withoutPaths = (report: LabelledReport): LabelledReport => ({
  ...report,
  view: {
    ...report.view,
    sentences: report.view.sentences.map((sentence) => ({ ...sentence, path: [], pathText: '' })),
  },
});

const REAL = ['real', 'seed'];
const three = (value: number): string => value.toFixed(3);
const row = (...cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

function measured(
  reports: readonly LabelledReport[],
  options: FitOptions,
  folds: number,
  tested: (report: LabelledReport) => boolean,
) {
  return crossValidate(
    reports.map((report) => prepare(report, options)),
    options,
    folds,
    tested,
    (done, of) => process.stderr.write(`\r${done}/${of} `),
  );
}

function scoreLines(name: string, results: readonly HeldOut[]): string[] {
  const scored = scoredOf(results);
  const documents = [...new Set(results.map(({ report }) => report.group))].map((group) =>
    scoredOf(results.filter(({ report }) => report.group === group)),
  );
  const interval = (statistic: (sentences: readonly Scored[]) => number): string => {
    const [low, high] = bootstrap(documents, statistic, 400);
    return documents.length > 1 ? `${three(low)}–${three(high)}` : '';
  };
  const f1Of = (at: number) => (sentences: readonly Scored[]) => scoreRoles(sentences)[at]!.f1;
  return [
    `\n### ${name} (${scored.length} sentences, ${documents.length} documents)\n`,
    row('', 'precision', 'recall', 'F1', '95 %', 'right', 'missed', 'wrong'),
    row('---', '---:', '---:', '---:', '---', '---:', '---:', '---:'),
    ...scoreRoles(scored).map((each, at) =>
      row(
        each.role,
        three(each.precision),
        three(each.recall),
        three(each.f1),
        interval(f1Of(at)),
        each.right,
        each.missed,
        each.wrong,
      ),
    ),
    row('**macro of three**', '', '', three(macroF1(scored)), interval(macroF1), '', '', ''),
    row('accuracy', '', '', three(accuracy(scored)), interval(accuracy), '', '', ''),
  ];
}

function confusionLines(results: readonly HeldOut[]): string[] {
  const scored = scoredOf(results);
  const count = (gold: string, predicted: string): number =>
    scored.filter((each) => each.gold.role === gold && each.predicted === predicted && verdict(each) !== 'open').length;
  return [
    '\n### Confusions (gold by line, predicted by column)\n',
    row('', ...ROLES),
    row('---', ...ROLES.map(() => '---:')),
    ...ROLES.map((gold) => row(gold, ...ROLES.map((predicted) => count(gold, predicted)))),
  ];
}

/** Reliability after calibration, the knots learned on every other document. */
function reliabilityLines(results: readonly HeldOut[]): string[] {
  const groups = [...new Set(results.map(({ report }) => report.group))];
  const half = (odd: boolean): HeldOut[] =>
    results.filter(({ report }) => (groups.indexOf(report.group) % 2 === 1) === odd);
  const judged = [true, false].flatMap((odd) => {
    const knots = calibrationKnots(judgedOf(half(!odd)));
    return judgedOf(half(odd)).map((each) => ({ ...each, probability: calibrated(each.probability, knots) }));
  });
  return [
    '\n### Reliability\n',
    row('confidence', 'sentences', 'mean confidence', 'share right'),
    row('---', '---:', '---:', '---:'),
    ...reliability(judged).map((each) =>
      row(
        `${each.from.toFixed(1)}–${(each.from + 0.1).toFixed(1)}`,
        each.count,
        three(each.confidence),
        three(each.right),
      ),
    ),
  ];
}

/** Kinds of our own reports that must do well by themselves. */
const KINDS: readonly { readonly name: string; readonly test: (report: LabelledReport) => boolean }[] = [
  { name: 'without headings', test: ({ name }) => ['r14', 'r26', 'r44'].includes(name) },
  { name: 'speeches', test: ({ name }) => ['r17', 'r35'].includes(name) },
  { name: 'letters', test: ({ name }) => ['r23', 'r46'].includes(name) },
  { name: '提案', test: ({ name }) => ['r12', 'r21', 'r41'].includes(name) },
];

const only =
  (...sources: readonly string[]) =>
  ({ report }: HeldOut): boolean =>
    sources.includes(report.source);

/** Every real document left out in turn, the scraped file with five reports as one; a stopped run goes on. */
function realPart(reports: readonly LabelledReport[]): string[] {
  const sources = JSON.stringify([FIT, countBySource(reports)]);
  const file = `out/held-out-${featureSignature()}-${shortHash(sources)}.jsonl`;
  const shard = (option('shard') ?? '0/1').split('/').map(Number) as [number, number];
  const results = leaveOutInTurn(reports, FIT, ({ source }) => REAL.includes(source), file, shard);
  return [
    ...scoreLines('Real documents and the seed', results),
    ...scoreLines('Real documents alone', results.filter(only('real'))),
    ...scoreLines('The seed', results.filter(only('seed'))),
    ...confusionLines(results),
    ...reliabilityLines(results),
  ];
}

/** Our own reports of some kinds: all that tell of the same places are left out together. */
function kindsPart(reports: readonly LabelledReport[], folds = Number.POSITIVE_INFINITY): string[] {
  const asked = new Set(reports.filter((report) => KINDS.some(({ test }) => test(report))).map(({ group }) => group));
  const results = measured(reports, FIT, folds, ({ group }) => asked.has(group));
  return KINDS.flatMap(({ name, test }) => {
    const own = results.filter(({ report }) => test(report));
    return [name, ...own.map(({ report }) => report.name)].flatMap((each) =>
      scoreLines(`Our own, ${each}`, each === name ? own : own.filter(({ report }) => report.name === each)),
    );
  });
}

function ownPart(reports: readonly LabelledReport[], folds = 6): string[] {
  const results = measured(reports, FIT, folds, ({ source }) => !REAL.includes(source));
  const kinds = [...new Set(results.flatMap(({ report }) => report.name.match(/^.+(?=\/)/)?.[0] ?? []))];
  return [
    ...['corpus', 'texts'].flatMap((source) => scoreLines(source, results.filter(only(source)))),
    ...kinds.flatMap((kind) =>
      scoreLines(
        `texts/${kind}`,
        results.filter(({ report }) => report.name.startsWith(`${kind}/`)),
      ),
    ),
  ];
}

function ablationPart(reports: readonly LabelledReport[], folds = 5): string[] {
  const lines = ABLATION.flatMap(({ name, options, paths }) => {
    const results = measured(paths ? reports : reports.map(withoutPaths), { ...FIT, ...options }, folds, ({ source }) =>
      REAL.includes(source),
    );
    const scored = scoredOf(results);
    const scores = scoreRoles(scored);
    const real = macroF1(scoredOf(results.filter(only('real'))));
    return [
      row(
        name,
        three(macroF1(scored)),
        ...scores.slice(0, 3).map(({ f1 }) => three(f1)),
        three(accuracy(scored)),
        three(real),
      ),
      ...confusionLines(results).map((line) => `    ${line.trim()}`),
    ];
  });
  return [
    `\n### What each kind of evidence gives (${folds} folds)\n`,
    row('evidence', 'macro F1', 'problem', 'cause', 'countermeasure', 'accuracy', 'macro F1, real alone'),
    row('---', '---:', '---:', '---:', '---:', '---:', '---:'),
    ...lines.filter((line) => !line.startsWith('    ')),
    ...lines.filter((line) => line.startsWith('    ')),
  ];
}

const PARTS: Readonly<Record<string, (reports: readonly LabelledReport[], folds?: number) => string[]>> = {
  real: realPart,
  kinds: kindsPart,
  own: ownPart,
  ablation: ablationPart,
};

const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const folds = option('folds') === undefined ? undefined : Number(option('folds'));
const reports = await labelledReports(resolve(process.env.DIAOYAN_REAL ?? '../shared'));
mkdirSync('out', { recursive: true });
for (const part of option('part')?.split(',') ?? Object.keys(PARTS)) {
  const start = performance.now();
  const lines = PARTS[part]!(reports, folds);
  writeFileSync(`out/roles-${part}.md`, `${lines.join('\n')}\n`);
  process.stderr.write(`\n${part}: ${Math.round((performance.now() - start) / 1000)} s, out/roles-${part}.md\n`);
}
