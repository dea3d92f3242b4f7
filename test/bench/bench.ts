/**
 * `npm run bench [-- FOLDER…]`: characters a second of the whole job, of each stage, and of bare segmentation of the same
 * text, measured in one run; the ratio to segmentation is the figure, since it does not depend on the machine. Time is
 * what the process spends on its processors (user), the median of several rounds, so that other work weighs little. The
 * folder is corpus/reports unless another is given.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
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
import { type MinedSource, NO_OVERRIDES, type SourceInput } from '../../pipeline/model/mined-source.ts';
import type { Report } from '../../pipeline/model/report.ts';
import type { DecodedText } from '../../pipeline/model/source.ts';
import { findPairs } from '../../pipeline/pairs/pairs.ts';
import { groupPoints } from '../../pipeline/points/points.ts';
import { assignRoles } from '../../pipeline/roles/roles.ts';
import { mineSource } from '../../pipeline/run.ts';
import { cutSentences } from '../../pipeline/sentences/sentences.ts';
import { splitReports } from '../../pipeline/split/split.ts';
import { auditReport } from '../../pipeline/statistics/audit.ts';
import { extractStatistics } from '../../pipeline/statistics/statistics.ts';
import { measureSubstance } from '../../pipeline/substance/substance.ts';
import { countTerms } from '../../pipeline/words/terms.ts';
import { tokenizeReport } from '../../pipeline/words/words.ts';

const ROUNDS = 5;

/** Milliseconds that each name took in one round. */
type Round = Map<string, number>;

function timed<T>(round: Round, name: string, work: () => T): T {
  const start = processorTime();
  const result = work();
  round.set(name, (round.get(name) ?? 0) + processorTime() - start);
  return result;
}

/** Milliseconds that the process has spent on its processors. */
const processorTime = (): number => process.cpuUsage().user / 1000;

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

/** One round over everything: reading, cleaning and splitting, the stages of every report, segmentation alone. */
async function runRound(inputs: readonly SourceInput[], jieba: Jieba): Promise<Round> {
  const round: Round = new Map();
  const start = processorTime();
  const sources: MinedSource[] = [];
  for (const input of inputs) sources.push(await mineSource(input));
  round.set('all stages', processorTime() - start);
  await readAll(inputs, round);
  for (const { mined } of sources.flatMap(({ reports }) => reports)) runStages(mined.report, round);
  for (const { mined } of sources.flatMap(({ reports }) => reports))
    timed(round, 'bare segmentation', () => jieba.cut(mined.report.text, true));
  return round;
}

async function readAll(inputs: readonly SourceInput[], round: Round): Promise<void> {
  const decoded: DecodedText[] = [];
  const start = processorTime();
  for (const input of inputs) {
    const reading = await readSource(input.path, input.bytes, {});
    if (reading.decoded) decoded.push(reading.decoded);
  }
  round.set('ingest', processorTime() - start);
  for (const text of decoded) {
    const clean = timed(round, 'clean', () => cleanText(text));
    timed(round, 'split', () => splitReports(clean));
  }
}

/** The stages of `mineReport` in pipeline/run.ts, one by one. */
function runStages(report: Report, round: Round): void {
  const sentences = timed(round, 'sentences', () => cutSentences(report.text));
  const outlined = timed(round, 'headings', () => outlineReport(report, sentences));
  const tokenized = timed(round, 'words', () => tokenizeReport(outlined));
  const roles = timed(round, 'roles', () => assignRoles(tokenized));
  const labelled = { ...tokenized, roles };
  const points = timed(round, 'points', () => groupPoints(labelled));
  const pairs = timed(round, 'pairs', () => findPairs(labelled));
  timed(round, 'links', () => linkPoints(labelled, points, pairs));
  const statistics = timed(round, 'statistics', () => extractStatistics(tokenized));
  timed(round, 'audit', () => auditReport(report, statistics));
  timed(round, 'citations', () => extractCitations(outlined));
  timed(round, 'substance', () => measureSubstance(labelled, points, statistics));
  timed(round, 'terms', () => countTerms(labelled));
}

/** Milliseconds of `diaoyan mine` over the folders into a new database. */
async function wholeJob(folders: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'diaoyan-bench-'));
  const silent = { write: () => undefined, tty: false, columns: 100 };
  const io: Io = { stdout: silent, stderr: silent, cwd: process.cwd(), env: {} };
  const start = processorTime();
  await main(['mine', ...folders, '--db', join(folder, 'bench.duckdb'), '--quiet'], io);
  const took = processorTime() - start;
  rmSync(folder, { recursive: true, force: true });
  return took;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

const medianOf = (rounds: readonly Round[], name: string): number => median(rounds.map((round) => round.get(name)!));

function print(name: string, took: number, characters: number, bare: number): void {
  const rate = Math.round(characters / (took / 1000)).toLocaleString('en');
  process.stdout.write(
    `${name.padEnd(20)}${rate.padStart(14)}${took.toFixed(1).padStart(12)}${(took / bare).toFixed(2).padStart(10)}\n`,
  );
}

const folders = process.argv.slice(2).length > 0 ? process.argv.slice(2) : ['corpus/reports'];
const inputs = await inputsIn(folders);
const jieba = Jieba.withDict(dict);
jieba.cut('预热', true);
const rounds: Round[] = [];
const jobs: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  rounds.push(await runRound(inputs, jieba));
  jobs.push(await wholeJob(folders));
}
const mined = await Promise.all(inputs.map(mineSource));
const characters = mined
  .flatMap(({ reports }) => reports)
  .reduce((sum, each) => sum + each.mined.report.text.length, 0);
const bare = medianOf(rounds, 'bare segmentation');
process.stdout.write(
  `${inputs.length} files, ${characters.toLocaleString('en')} characters, median of ${ROUNDS} rounds\n`,
);
process.stdout.write(
  `${'stage'.padEnd(20)}${'characters/s'.padStart(14)}${'ms'.padStart(12)}${'ratio'.padStart(10)}\n`,
);
print('bare segmentation', bare, characters, bare);
for (const name of rounds[0]!.keys())
  if (!['all stages', 'bare segmentation'].includes(name)) print(name, medianOf(rounds, name), characters, bare);
print('all stages', medianOf(rounds, 'all stages'), characters, bare);
print('mine, store and all', median(jobs), characters, bare);
