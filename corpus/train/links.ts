/**
 * `npm run train:links`: learns pipeline/links/weights.json from the sample corpus, on points as they are mined and as they
 * are with the roles of the gold, and prints how well links are found in each report when it is left out.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Candidate, candidates, FEATURES } from '../../pipeline/links/candidates.ts';
import { linkPoints, type Model, type Weights } from '../../pipeline/links/links.ts';
import type { Labelled } from '../../pipeline/model/layers.ts';
import { NO_OVERRIDES } from '../../pipeline/model/mined-source.ts';
import type { CausalPair, Point, PointLink } from '../../pipeline/model/point.ts';
import type { Role } from '../../pipeline/model/role.ts';
import { findPairs } from '../../pipeline/pairs/pairs.ts';
import { groupPoints } from '../../pipeline/points/points.ts';
import { goldByCharacter, goldBySentence } from '../../pipeline/roles/train/align-gold.ts';
import { minimise } from '../../pipeline/roles/train/lbfgs.ts';
import { mineSource } from '../../pipeline/run.ts';
import { assetPath } from '../../pipeline/text/asset.ts';
import { foldForMatching } from '../../pipeline/text/fold.ts';
import { type AnnotatedSentence, parseAnnotated } from '../annotation.ts';
import { renderText } from '../render.ts';

const ROLES = ['mined', 'gold'] as const;
/** Strength of the Gaussian prior on weights. */
const L2 = 1;
/** Limits are those that find most links of left-out reports with this precision. */
const PRECISION = 0.84;
const FIRST = [0.2, 0.24, 0.28, 0.32, 0.36, 0.4, 0.44, 0.48];
const FURTHER = [0.55, 0.6, 0.65];

/** A report with its points, and the links that its gold has. */
interface Argued {
  readonly labelled: Labelled;
  readonly points: readonly Point[];
  readonly pairs: readonly CausalPair[];
  readonly rows: readonly (readonly Candidate[])[];
  readonly keyOf: (link: { readonly from: number; readonly to: number; readonly kind: string }) => string;
}

interface Document {
  readonly id: string;
  readonly gold: ReadonlySet<string>;
  readonly by: Readonly<Record<(typeof ROLES)[number], Argued>>;
}

async function documents(): Promise<Document[]> {
  const folder = join(import.meta.dirname, '../annotated');
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.ann'))
    .sort();
  const all: Document[] = [];
  for (const name of names) {
    const report = parseAnnotated(readFileSync(join(folder, name), 'utf8'));
    if (report.header.has('copy_of')) continue;
    const gold = report.paragraphs.flat();
    const bytes = Buffer.from(renderText([report]), 'utf8');
    const mined = await mineSource({ path: `${name}.txt`, bytes, overrides: NO_OVERRIDES });
    const whole = mined.reports[0]!.mined;
    const owners = goldBySentence(whole, goldByCharacter(mined.text, gold as never));
    const read = { ...whole, report: { ...whole.report, text: foldForMatching(whole.report.text) } };
    const roles = whole.roles.map((role, index) => ({ ...role, ...roleOf(gold[owners[index]!]) }));
    all.push({
      id: basename(name, '.ann'),
      gold: new Set(goldLinks(gold)),
      by: { mined: argued(read, owners), gold: argued({ ...read, roles }, owners) },
    });
  }
  return all;
}

const roleOf = (gold: AnnotatedSentence | undefined) =>
  gold ? { role: gold.role as Role, also: gold.also as Role[], confidence: 1 } : {};

function argued(labelled: Labelled, owners: readonly number[]): Argued {
  const points = groupPoints(labelled);
  const pairs = findPairs(labelled);
  const goldOf = (seq: number): number =>
    owners[labelled.sentences.findLast(({ start }) => start <= points[seq]!.start)!.seq]!;
  const keyOf: Argued['keyOf'] = ({ from, to, kind }) => `${goldOf(from)} ${kind} ${goldOf(to)}`;
  return { labelled, points, pairs, rows: candidates(labelled, points, pairs), keyOf };
}

function goldLinks(gold: readonly AnnotatedSentence[]): string[] {
  const named = new Map(gold.flatMap(({ point }, index) => (point ? [[point.name, index] as const] : [])));
  return gold.flatMap(({ role, point }, from) =>
    role === 'problem'
      ? []
      : (point?.targets ?? []).map(
          (target) => `${from} ${role === 'cause' ? 'cause_of' : 'answers'} ${named.get(target)}`,
        ),
  );
}

/** Logistic regression with a Gaussian prior (Cox 1958), by L-BFGS. */
function learn(train: readonly Document[], kind: PointLink['kind']): Weights {
  const examples = train.flatMap(({ by, gold }) =>
    ROLES.flatMap((roles) =>
      by[roles].rows.flat().flatMap(({ from, to, features, ...link }) =>
        link.kind === kind && to.role === 'problem'
          ? [
              {
                x: [...FEATURES.map((name) => features[name]), 1],
                y: gold.has(by[roles].keyOf({ from: from.seq, to: to.seq, kind })) ? 1 : 0,
              },
            ]
          : [],
      ),
    ),
  );
  const weights = new Float64Array(FEATURES.length + 1);
  minimise((at, gradient) => lossOf(examples, at, gradient), weights, 200, 1e-9);
  const rounded = [...weights].map((weight) => Math.round(weight * 1000) / 1000);
  return Object.fromEntries([...FEATURES, 'bias'].map((name, index) => [name, rounded[index]!])) as Weights;
}

function lossOf(
  examples: readonly { readonly x: readonly number[]; readonly y: number }[],
  at: Float64Array,
  gradient: Float64Array,
): number {
  gradient.fill(0);
  let loss = 0;
  for (const { x, y } of examples) {
    const sum = x.reduce((total, value, index) => total + value * at[index]!, 0);
    loss += Math.log1p(Math.exp(-Math.abs(sum))) + Math.max(sum, 0) - y * sum;
    const error = 1 / (1 + Math.exp(-sum)) - y;
    for (const [index, value] of x.entries()) gradient[index]! += error * value;
  }
  for (let index = 0; index < FEATURES.length; index += 1) {
    loss += (L2 / 2) * at[index]! ** 2;
    gradient[index]! += L2 * at[index]!;
  }
  return loss;
}

const modelOf = (train: readonly Document[]): Pick<Model, PointLink['kind']> => ({
  cause_of: learn(train, 'cause_of'),
  answers: learn(train, 'answers'),
});

interface Count {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

function countOf({ gold, by }: Document, roles: (typeof ROLES)[number], model: Model): Count {
  const { labelled, points, pairs, keyOf } = by[roles];
  const found = new Set(linkPoints(labelled, points, pairs, model).map(keyOf));
  const right = [...found].filter((key) => gold.has(key)).length;
  return { right, wrong: found.size - right, missed: gold.size - right };
}

const add = (counts: readonly Count[]): Count => ({
  right: counts.reduce((sum, { right }) => sum + right, 0),
  wrong: counts.reduce((sum, { wrong }) => sum + wrong, 0),
  missed: counts.reduce((sum, { missed }) => sum + missed, 0),
});
const precision = ({ right, wrong }: Count): number => right / Math.max(1, right + wrong);
const f1 = ({ right, wrong, missed }: Count): number => (2 * right) / Math.max(1, 2 * right + wrong + missed);
const told = (count: Count): string => {
  const { right, wrong, missed } = count;
  const share = (of: number): string => (of === 0 ? 'none' : (right / of).toFixed(3));
  return `P ${share(right + wrong)} R ${share(right + missed)} F1 ${f1(count).toFixed(3)}`;
};

async function train(): Promise<void> {
  const all = await documents();
  const folds = all.map((held) => ({ held, weights: modelOf(all.filter((each) => each !== held)) }));
  const counted = (roles: (typeof ROLES)[number], limits: Pick<Model, 'first' | 'further'>): Count[] =>
    folds.map(({ held, weights }) => countOf(held, roles, { ...weights, ...limits }));
  const tried = FIRST.flatMap((first) => FURTHER.map((further) => ({ first, further })))
    .filter(({ first, further }) => first <= further)
    .map((each) => ({ ...each, count: add(counted('mined', each)) }))
    .sort((a, b) => b.count.right - a.count.right);
  const limits = tried.find(({ count }) => precision(count) >= PRECISION) ?? tried.at(-1)!;
  const scores = ROLES.map((roles) => counted(roles, limits));
  for (const [index, { held }] of folds.entries())
    process.stdout.write(
      `${held.id}  mined roles ${told(scores[0]![index]!)}  gold roles ${told(scores[1]![index]!)}\n`,
    );
  for (const [index, roles] of ROLES.entries())
    process.stdout.write(`left out, ${roles} roles: ${told(add(scores[index]!))}\n`);
  const { first, further } = limits;
  const model: Model = { ...modelOf(all), first, further };
  for (const roles of ROLES)
    process.stdout.write(`fitted, ${roles} roles: ${told(add(all.map((each) => countOf(each, roles, model))))}\n`);
  writeFileSync(assetPath('links/weights.json'), `${JSON.stringify(model, null, 2)}\n`);
}

await train();
