/**
 * `npm run train:report [-- --folds N]`: measures how well roles are learned and writes out/roles.md: every document
 * left out in turn (or N folds), what each kind of evidence gives by itself, reliability, confusions.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ROLES } from '../../pipeline/model/role.ts';
import { GROUPS } from '../../pipeline/roles/collector.ts';
import { accuracy, bootstrap, macroF1, type Scored, scoreRoles, verdict } from '../../pipeline/roles/score.ts';
import { calibrationKnots, judgedOf, reliability } from '../../pipeline/roles/train/calibrate.ts';
import { crossValidate, type HeldOut } from '../../pipeline/roles/train/crossval.ts';
import { FIT, type FitOptions, type LabelledReport, prepare } from '../../pipeline/roles/train/fit.ts';
import { calibrated } from '../../pipeline/roles/weights.ts';
import { labelledReports } from './sources.ts';
import { scoredOf } from './train.ts';

const all = (kept: readonly string[]): string[] => GROUPS.filter((group) => !kept.includes(group));
const NO_EDGES = 1e6;
const NEIGHBOURS = ['cue-before', 'cue-after', 'rule-before', 'rule-after', 'rule-lead', 'lead-gram', 'rule-heading'];
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

function measured(reports: readonly LabelledReport[], options: FitOptions, folds: number, tested: readonly string[]) {
  return crossValidate(
    reports.map((report) => prepare(report, options)),
    options,
    folds,
    ({ source }) => tested.includes(source),
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
  { name: 'without headings', test: ({ view }) => view.sentences.every(({ path }) => path.length === 0) },
  { name: 'speeches', test: ({ name, view }) => /讲话|发言/.test(view.title) || name.startsWith('speech') },
  { name: 'letters', test: ({ name, view }) => /信/.test(view.title) || name.includes('letter') },
  { name: '提案', test: ({ name, view }) => /提案/.test(view.title) || name.includes('proposal') },
];

const given = process.argv.indexOf('--folds');
const folds = given < 0 ? Number.POSITIVE_INFINITY : Number(process.argv[given + 1]);
const reports = await labelledReports(resolve(process.env.DIAOYAN_REAL ?? '../shared'));
const results = measured(reports, FIT, folds, REAL);
const lines = [
  ...scoreLines('Real reports and the seed', results),
  ...['real', 'seed'].flatMap((source) =>
    scoreLines(
      source,
      results.filter(({ report }) => report.source === source),
    ),
  ),
  ...confusionLines(results),
  ...reliabilityLines(results),
];
save();
const own = measured(reports, FIT, 6, ['corpus', 'texts']);
lines.push(
  ...['corpus', 'texts'].flatMap((source) =>
    scoreLines(
      source,
      own.filter(({ report }) => report.source === source),
    ),
  ),
);
lines.push(
  ...KINDS.flatMap(({ name, test }) =>
    scoreLines(
      `our own: ${name}`,
      own.filter(({ report }) => test(report)),
    ),
  ),
);
save();
lines.push('\n### What each kind of evidence gives (5 folds)\n');
lines.push(row('evidence', 'macro F1', 'problem', 'cause', 'countermeasure', 'accuracy'));
lines.push(row('---', '---:', '---:', '---:', '---:', '---:'));
for (const { name, options, paths } of ABLATION) {
  const scored = scoredOf(measured(paths ? reports : reports.map(withoutPaths), { ...FIT, ...options }, 5, REAL));
  const scores = scoreRoles(scored);
  lines.push(
    row(name, three(macroF1(scored)), ...scores.slice(0, 3).map(({ f1 }) => three(f1)), three(accuracy(scored))),
  );
}
save();

function save(): void {
  mkdirSync('out', { recursive: true });
  writeFileSync('out/roles.md', `${lines.join('\n')}\n`);
}
