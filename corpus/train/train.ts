/**
 * `npm run train [-- --quick]`: learns pipeline/roles/weights.json from our own corpus and, where the real reports
 * folder is (`DIAOYAN_REAL`), from annotated real reports. Cross-validates first, for the calibration and the scores
 * that the file names; `--quick` keeps those of the file that is there. The same texts give the same weights.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ROLES } from '../../pipeline/model/role.ts';
import { LABELS } from '../../pipeline/roles/crf.ts';
import { ruleReport } from '../../pipeline/roles/rule-report.ts';
import { RULES } from '../../pipeline/roles/rules/rules.ts';
import { accuracy, macroF1, type Scored, scoreRoles } from '../../pipeline/roles/score.ts';
import { sketch } from '../../pipeline/roles/sketch.ts';
import { calibrationKnots, judgedOf } from '../../pipeline/roles/train/calibrate.ts';
import { crossValidate, type HeldOut } from '../../pipeline/roles/train/crossval.ts';
import { encodeWeights } from '../../pipeline/roles/train/encode.ts';
import { FIT, fitWeights, type Prepared, prepare } from '../../pipeline/roles/train/fit.ts';
import type { WeightsFile } from '../../pipeline/roles/weights.ts';
import { assetPath } from '../../pipeline/text/asset.ts';
import { countBySource, labelledReports } from './sources.ts';

const FOLDS = 8;
const REAL = ['real', 'seed'];

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** The predictions of held-out reports. */
export const scoredOf = (results: readonly HeldOut[]): Scored[] =>
  results.flatMap(({ report, probabilities }) =>
    report.gold.flatMap((gold, index) => {
      const shares = probabilities.subarray(index * LABELS, (index + 1) * LABELS);
      return gold ? [{ gold, predicted: ROLES[shares.indexOf(Math.max(...shares))]! }] : [];
    }),
  );

const ruleVote = (index: number) => ({ rule: RULES[index]!.id, role: RULES[index]!.role });

async function train(quick: boolean): Promise<void> {
  const folder = resolve(process.env.DIAOYAN_REAL ?? '../shared');
  if (!existsSync(folder))
    say('The real reports folder is missing (set DIAOYAN_REAL): learning from our own texts alone.');
  const reports = await labelledReports(folder);
  const sources = countBySource(reports);
  say(`annotated sentences: ${JSON.stringify(sources)}`);
  const prepared = reports.map((report) => prepare(report, FIT));
  const path = assetPath('roles/weights.json');
  const known = JSON.parse(readFileSync(path, 'utf8')) as WeightsFile;
  const isMeasured = quick && JSON.stringify(known.sources) === JSON.stringify(sources);
  if (quick && !isMeasured) say('The scores of the file are those of other sources: measuring anew.');
  const facts = isMeasured
    ? known
    : measure(prepared, Object.keys(sources).includes('real') ? REAL : ['corpus', 'texts']);
  const voted = reports.flatMap(({ view, gold }) =>
    view.sentences.flatMap((sentence, index) => {
      const own = gold[index];
      return own ? [{ votes: sketch(sentence).rules.map(ruleVote), gold: own }] : [];
    }),
  );
  const { scores, calibration } = facts;
  const file = encodeWeights(fitWeights(prepared, FIT), ruleReport(voted), { sources, scores, calibration });
  writeFileSync(path, `${JSON.stringify(file, null, 1)}\n`);
  say(`wrote ${path}`);
}

function measure(
  prepared: readonly Prepared[],
  tested: readonly string[],
): Pick<WeightsFile, 'scores' | 'calibration'> {
  const results = crossValidate(
    prepared,
    FIT,
    FOLDS,
    ({ source }) => tested.includes(source),
    (done, of) => say(`fold ${done} of ${of}`),
  );
  const scored = scoredOf(results);
  const round = (value: number): number => Math.round(value * 1000) / 1000;
  const scores = {
    accuracy: round(accuracy(scored)),
    macro_f1: round(macroF1(scored)),
    ...Object.fromEntries(scoreRoles(scored).map(({ role, f1 }) => [`f1_${role}`, round(f1)])),
  };
  say(JSON.stringify(scores));
  return { scores, calibration: calibrationKnots(judgedOf(results)) };
}

if (process.argv[1]?.endsWith('train.ts')) await train(process.argv.includes('--quick'));
