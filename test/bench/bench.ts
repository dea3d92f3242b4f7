/**
 * `npm run bench [-- FOLDER…]`: characters a second of the whole job, of each stage, and of bare segmentation of the same
 * text, measured in one run; the ratio to segmentation is the figure, since it does not depend on the machine. Every
 * round runs each stage over all reports at once. The first round is cold: the engine meets the code for the first time
 * and compiles it; it goes on compiling what is run most for a dozen rounds or more, so that warm is the median of the
 * later half of them. Time is what the process spends on its processors, compiler and
 * garbage collector included, so that other work weighs little; the garbage of one stage is collected before the next.
 * The folder is corpus/reports unless another is given.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { extractCitations } from '../../pipeline/citations/citations.ts';
import { cleanText } from '../../pipeline/clean/clean.ts';
import type { Io } from '../../pipeline/cli/io.ts';
import { outlineReport } from '../../pipeline/headings/headings.ts';
import { DEFAULT_LIMITS } from '../../pipeline/ingest/limits.ts';
import { fileBytes } from '../../pipeline/ingest/load.ts';
import { readSource } from '../../pipeline/ingest/read.ts';
import { listFiles } from '../../pipeline/ingest/walk.ts';
import { linkPoints } from '../../pipeline/links/links.ts';
import { main } from '../../pipeline/main.ts';
import { describeReport } from '../../pipeline/metadata/metadata.ts';
import { NO_OVERRIDES, type SourceInput } from '../../pipeline/model/mined-source.ts';
import type { Report } from '../../pipeline/model/report.ts';
import { findPairs } from '../../pipeline/pairs/pairs.ts';
import { groupPoints } from '../../pipeline/points/points.ts';
import { assignRoles } from '../../pipeline/roles/roles.ts';
import { sketch } from '../../pipeline/roles/sketch.ts';
import { viewReport } from '../../pipeline/roles/view.ts';
import { cutSentences } from '../../pipeline/sentences/sentences.ts';
import { splitReports } from '../../pipeline/split/split.ts';
import { auditReport } from '../../pipeline/statistics/audit.ts';
import { extractStatistics } from '../../pipeline/statistics/statistics.ts';
import { measureSubstance } from '../../pipeline/substance/substance.ts';
import { foldForMatching } from '../../pipeline/text/fold.ts';
import { countTerms } from '../../pipeline/words/terms.ts';
import { tokenizeReport } from '../../pipeline/words/words.ts';

/** There are as many rounds as this many milliseconds hold, but not fewer or more than the others. */
const [LONG_ENOUGH, FEWEST, MOST] = [40_000, 12, 50];
/** Rounds of the whole job, which runs behind the stages, so that only its storing is cold. */
const JOBS = 3;
const BARE = 'bare segmentation';
const JOB = 'mine, store and all';
/** Roles in two parts: characters, words, figures, rules and headings read without weights; the rest of the time is the model's. */
const [EVIDENCE, MODEL] = ['roles: evidence', 'roles: model'];

/** Milliseconds that each name took, round by round. */
const times = new Map<string, number[]>();

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as (how: { type: 'minor' }) => void;

async function timed<T>(name: string, work: () => T | Promise<T>): Promise<T> {
  collectGarbage({ type: 'minor' });
  const start = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(start);
  times.set(name, [...(times.get(name) ?? []), (user + system) / 1000]);
  return result;
}

async function inputsIn(folders: readonly string[]): Promise<SourceInput[]> {
  const { files } = listFiles(folders.map((folder) => resolve(folder)));
  return Promise.all(
    files.map(async (file) => ({
      path: file.path,
      bytes: await fileBytes(file, DEFAULT_LIMITS),
      overrides: NO_OVERRIDES,
    })),
  );
}

/** The reports of all files, as the stages read them. */
async function readReports(inputs: readonly SourceInput[]): Promise<Report[]> {
  const readings = await timed('ingest', () =>
    Promise.all(inputs.map(({ path, bytes }) => readSource(path, bytes, {}))),
  );
  const files = readings.flatMap(({ decoded }, i) => (decoded ? [{ decoded, path: inputs[i]!.path }] : []));
  const cleaned = await timed('clean', () => files.map(({ decoded }) => cleanText(decoded)));
  const split = await timed('split', () => cleaned.map(splitReports));
  const inFiles = split.flatMap(({ parts, compilation }, i) => {
    const { decoded, path } = files[i]!;
    return parts.map((part) => ({ ...part, compilation, blocks: [], path, properties: decoded.properties }));
  });
  const described = await timed('metadata', () => inFiles.map((part) => describeReport(part, NO_OVERRIDES).report));
  return described.map((report) => ({ ...report, text: foldForMatching(report.text) }));
}

/** The stages of `mineReport` in pipeline/run.ts, one by one, and segmentation alone. */
async function runStages(reports: readonly Report[], jieba: Jieba): Promise<void> {
  await timed(BARE, () => reports.map(({ text }) => jieba.cut(text, true)));
  const sentences = await timed('sentences', () => reports.map(({ text }) => cutSentences(text)));
  const outlined = await timed('headings', () => reports.map((report, i) => outlineReport(report, sentences[i]!)));
  const tokenized = await timed('words', () => outlined.map(tokenizeReport));
  const roles = await timed('roles', () => tokenized.map(assignRoles));
  const labelled = tokenized.map((report, i) => ({ ...report, roles: roles[i]! }));
  const points = await timed('points', () => labelled.map(groupPoints));
  const pairs = await timed('pairs', () => labelled.map(findPairs));
  await timed('links', () => labelled.map((report, i) => linkPoints(report, points[i]!, pairs[i]!)));
  const statistics = await timed('statistics', () => tokenized.map(extractStatistics));
  await timed('audit', () => reports.map((report, i) => auditReport(report, statistics[i]!)));
  await timed('citations', () => outlined.map(extractCitations));
  await timed('substance', () => labelled.map((report, i) => measureSubstance(report, points[i]!, statistics[i]!)));
  await timed('terms', () => labelled.map(countTerms));
  await timed(EVIDENCE, () => tokenized.map((report) => viewReport(report).sentences.map((view) => sketch(view))));
  times.set(MODEL, [...(times.get(MODEL) ?? []), times.get('roles')!.at(-1)! - times.get(EVIDENCE)!.at(-1)!]);
  assignRoles(tokenized[0]!); // Its weights are in use again for the next round.
}

/** `diaoyan mine` over the folders into a new database. */
async function wholeJob(folders: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'diaoyan-bench-'));
  const silent = { write: () => undefined, tty: false, columns: 100 };
  const io: Io = { stdout: silent, stderr: silent, cwd: process.cwd(), env: {} };
  await timed(JOB, () => main(['mine', ...folders, '--db', join(folder, 'bench.duckdb'), '--quiet'], io));
  rmSync(folder, { recursive: true, force: true });
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

const rounds = (name: string) => {
  const all = times.get(name)!;
  return { cold: all[0]!, warm: median(all.slice(all.length >> 1)) };
};

function print(name: string, characters: number): void {
  const { cold, warm } = rounds(name);
  const bare = rounds(BARE).warm;
  const rate = Math.round(characters / (warm / 1000)).toLocaleString('en');
  const columns = [rate.padStart(16), warm.toFixed(1).padStart(10)];
  const ratios = [cold, warm].map((took) => (took / bare).toFixed(2).padStart(10));
  process.stdout.write(`${name.padEnd(20)}${[...columns, ...ratios].join('')}\n`);
}

const folders = process.argv.length > 2 ? process.argv.slice(2) : ['corpus/reports'];
const inputs = await inputsIn(folders);
const jieba = Jieba.withDict(dict);
jieba.cut('预热', true);
let characters = 0;
let round = 0;
for (const start = Date.now(); round < FEWEST || (round < MOST && Date.now() - start < LONG_ENOUGH); round += 1) {
  const reports = await readReports(inputs);
  characters = reports.reduce((sum, { text }) => sum + text.length, 0);
  await runStages(reports, jieba);
}
for (let job = 0; job < JOBS; job += 1) await wholeJob(folders);
process.stdout.write(
  `${inputs.length} files, ${characters.toLocaleString('en')} characters; cold: the first of ${round} rounds, warm: median of their later half ` +
    `(whole job: ${JOBS}); ratios to warm bare segmentation\n` +
    `${'stage'.padEnd(20)}${'characters/s'.padStart(16)}${'ms'.padStart(10)}${'cold'.padStart(10)}${'warm'.padStart(10)}\n`,
);
for (const name of [BARE, ...[...times.keys()].filter((each) => each !== BARE)]) print(name, characters);
