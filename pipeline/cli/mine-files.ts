import { resolve } from 'node:path';
import { DEFAULT_LIMITS } from '../ingest/limits.ts';
import { fileBytes } from '../ingest/load.ts';
import { messageOf } from '../model/fault.ts';
import type { MinedSource, SourceInput } from '../model/mined-source.ts';
import { mineSource } from '../run.ts';
import { copyOf, sourceId } from '../store/ids.ts';
import type { Store } from '../store/open.ts';
import { type Planned, planMine } from '../store/plan.ts';
import { knownSources } from '../store/reader.ts';
import { withoutPath } from '../store/rows.ts';
import { removeSources, type SourceWrite, writeSources } from '../store/writer.ts';
import { sha256 } from '../text/hash.ts';
import { type Candidate, goneSources, isThere, type MineJob, type Outcome, stateOf } from './mine-state.ts';

/** As many characters as one transaction holds: enough to make its cost small, little enough to lose when it is cut off. */
const BATCH_CHARACTERS = 400_000;
const BATCH_SOURCES = 64;

type KnownStatus = Awaited<ReturnType<typeof knownSources>>[number];

/** What a run did, file by file; `gone` are stored paths below those of the run that no longer lead to a file. */
export interface MineResult {
  readonly outcomes: readonly Outcome[];
  readonly gone: readonly string[];
}

/**
 * Brings the store up to date with the files: mines what is new or has changed, leaves the rest. One outcome for each
 * file; a file that fails leaves the others alone. Rows of files that are gone stay, unless the user wants to prune.
 */
export async function mineFiles(store: Store, job: MineJob): Promise<MineResult> {
  const before = await knownSources(store);
  const { candidates, failed } = await stateOf(job, before);
  const gone = goneSources(before, candidates, job);
  if (job.config.prune)
    await removeSources(
      store,
      gone.map(({ sourceId: id }) => id),
    );
  const known = job.config.prune ? before.filter((source) => !gone.includes(source)) : before;
  const outcomes = [...failed, ...(await bringUpToDate(store, known, candidates, job))];
  return { outcomes, gone: gone.map(({ path }) => path) };
}

async function bringUpToDate(
  store: Store,
  known: readonly KnownStatus[],
  candidates: readonly Candidate[],
  job: MineJob,
): Promise<readonly Outcome[]> {
  const byId = new Map(known.map((source) => [source.sourceId, source]));
  const byPath = new Map(candidates.map((each) => [each.path, each]));
  const plan = planMine(known, candidates, (path) => isThere(resolve(job.cwd, path)));
  const work = plan
    .map((each) => (job.config.force ? forced(each) : each))
    .filter(({ action }) => action !== 'unchanged');
  const done = await mineAll(store, work, byPath, byId, job);
  const unchanged = (path: string, id: string): Outcome => {
    const { status, message } = byId.get(id)!;
    return { path, action: 'unchanged', status, message, format: '' };
  };
  return plan.map(({ path, sourceId: id }) => done.get(path) ?? unchanged(path, id));
}

/** What to do with a file that is to be mined although nothing has changed. */
const forced = (planned: Planned): Planned =>
  planned.action === 'unchanged'
    ? { ...planned, action: copyOf(planned.sourceId) > 1 ? 'duplicate' : 'changed' }
    : planned;

async function mineAll(
  store: Store,
  work: readonly Planned[],
  candidates: ReadonlyMap<string, Candidate>,
  known: ReadonlyMap<string, KnownStatus>,
  job: MineJob,
): Promise<ReadonlyMap<string, Outcome>> {
  const progress = job.progress(work.length);
  const statuses = new Map(Array.from(known, ([id, { status }]) => [id, status]));
  const outcomes = new Map<string, Outcome>();
  const writer = batchWriter(store);
  for (const [index, planned] of work.entries()) {
    const write = await writeFor(planned, candidates.get(planned.path)!, statuses, job.debug);
    const outcome = outcomeOf(planned, write);
    statuses.set(planned.sourceId, outcome.status);
    outcomes.set(planned.path, outcome);
    await writer.add(write);
    progress.step(index + 1, planned.path, noteOf(write));
  }
  await writer.end();
  progress.clear();
  return outcomes;
}

/** Writes sources some at a time, while the next ones are mined. */
function batchWriter(store: Store): { add: (write: SourceWrite) => Promise<void>; end: () => Promise<void> } {
  let batch: SourceWrite[] = [];
  let writing: Promise<void> = Promise.resolve();
  const flush = async (): Promise<void> => {
    await writing;
    writing = writeSources(store, batch);
    writing.catch(() => {});
    batch = [];
  };
  const add = async (write: SourceWrite): Promise<void> => {
    batch.push(write);
    if (isFull(batch)) await flush();
  };
  const end = async (): Promise<void> => {
    if (batch.length > 0) await flush();
    await writing;
  };
  return { add, end };
}

/** What to store of a file. A duplicate of a file without report says for itself why there is none. */
async function writeFor(
  { action, sourceId: id, from }: Planned,
  { file, sha256: digest, fingerprint, overrides }: Candidate,
  statuses: ReadonlyMap<string, string>,
  debug: boolean,
): Promise<SourceWrite> {
  const bytes = await fileBytes(file, DEFAULT_LIMITS);
  const first = sourceId(digest);
  if (action === 'duplicate' && (statuses.get(first) ?? 'ok') === 'ok') {
    const message = `it has the same bytes as source ${first}, which counts`;
    const duplicate = { path: file.path, sha256: digest, bytes: bytes.length, format: '', encoding: '', message };
    return { sourceId: id, fingerprint, from, duplicate };
  }
  return { sourceId: id, fingerprint, from, mined: await mineSafely({ path: file.path, bytes, overrides }, debug) };
}

/** Mines a file; a defect of ours costs that file only. */
async function mineSafely(input: SourceInput, debug: boolean): Promise<MinedSource> {
  try {
    return await mineSource(input);
  } catch (error) {
    if (debug) throw error;
    const message = `diaoyan failed on it (${messageOf(error)}): please report this; DIAOYAN_DEBUG=1 shows where`;
    return {
      path: input.path,
      sha256: sha256(input.bytes),
      bytes: input.bytes.length,
      format: '',
      encoding: '',
      text: '',
      status: 'unreadable',
      message,
      removed: [],
      messages: [],
      reports: [],
    };
  }
}

function outcomeOf({ path, action }: Planned, write: SourceWrite): Outcome {
  if ('duplicate' in write) return { path, action, status: 'duplicate', message: write.duplicate.message, format: '' };
  const { status, message, format } = write.mined;
  return { path, action, status, message: message === null ? null : withoutPath(message, path), format };
}

function noteOf(write: SourceWrite): string {
  if ('duplicate' in write) return 'duplicate';
  const { status, reports } = write.mined;
  return status === 'ok' ? `${reports.length} ${reports.length === 1 ? 'report' : 'reports'}` : status;
}

function isFull(batch: readonly SourceWrite[]): boolean {
  const characters = batch.reduce((sum, write) => sum + ('mined' in write ? write.mined.text.length : 0), 0);
  return batch.length >= BATCH_SOURCES || characters >= BATCH_CHARACTERS;
}
