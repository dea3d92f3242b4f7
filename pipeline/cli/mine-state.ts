import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Config, fingerprintOf, type ManifestEntry, overridesOf } from '../config.ts';
import { DEFAULT_LIMITS } from '../ingest/limits.ts';
import { fileBytes } from '../ingest/load.ts';
import { Refusal } from '../ingest/reading.ts';
import type { ListedFile } from '../ingest/walk.ts';
import { messageOf } from '../model/fault.ts';
import type { Overrides } from '../model/mined-source.ts';
import { bereftDuplicates, type FileState, type KnownSource, type Planned } from '../store/plan.ts';
import { sha256 } from '../text/hash.ts';
import { within } from './files.ts';
import type { Progress } from './progress.ts';

/** A file to mine with what the user says of it. */
export interface Candidate extends FileState {
  readonly file: ListedFile;
  readonly overrides: Overrides;
}

/** What a run did with a file; `status` is that of its row, `message` why there is no report. */
export interface Outcome {
  readonly path: string;
  readonly action: Planned['action'] | 'failed';
  readonly status: string;
  readonly message: string | null;
  readonly format: string;
}

/** A run over files. */
export interface MineJob {
  readonly config: Config;
  readonly cwd: string;
  /** What the user named, files and folders. */
  readonly paths: readonly string[];
  readonly files: readonly ListedFile[];
  readonly entries: ReadonlyMap<string, ManifestEntry>;
  readonly progress: (total: number) => Progress;
  readonly debug: boolean;
}

/** The stored sources below the paths of the run whose file is gone and has not moved. */
export function goneSources<T extends KnownSource>(
  known: readonly T[],
  candidates: readonly Candidate[],
  job: MineJob,
): readonly T[] {
  const paths = new Set(candidates.map(({ path }) => path));
  const stored = new Set(known.map(({ path }) => path));
  const arrived = new Set(candidates.filter(({ path }) => !stored.has(path)).map((each) => each.sha256));
  const roots = job.paths.map((path) => resolve(job.cwd, path));
  return known.filter(({ path, sha256: digest }) => {
    const absolute = resolve(job.cwd, path);
    if (paths.has(path) || arrived.has(digest)) return false;
    return roots.some((root) => within(root, absolute)) && !isThere(absolute);
  });
}

/** The digest of every file, and of the duplicates outside this run that would lose their report by it. */
export async function stateOf(
  job: MineJob,
  known: readonly KnownSource[],
): Promise<{ candidates: Candidate[]; failed: Outcome[] }> {
  const candidates: Candidate[] = [];
  const failed: Outcome[] = [];
  const read = async (file: ListedFile): Promise<void> => {
    try {
      candidates.push(await candidateOf(file, overridesOf(job.config, job.entries.get(file.path))));
    } catch (error) {
      failed.push({
        path: file.path,
        action: 'failed',
        status: 'unreadable',
        message:
          error instanceof Refusal ? `${error.message}; ${error.remedy}` : `it cannot be opened: ${messageOf(error)}`,
        format: '',
      });
    }
  };
  for (const file of job.files) await read(file);
  for (const { path } of bereftDuplicates(known, candidates)) {
    const absolute = resolve(job.cwd, path);
    if (statSync(absolute, { throwIfNoEntry: false })?.isFile()) await read({ path, absolute, member: null });
  }
  return { candidates, failed };
}

/** Whether a file is at `path`, or an archive on the way to it. */
export function isThere(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found) return found.isFile();
  const parent = dirname(path);
  return parent !== path && isThere(parent);
}

async function candidateOf(file: ListedFile, overrides: Overrides): Promise<Candidate> {
  const bytes = await fileBytes(file, DEFAULT_LIMITS);
  return { file, path: file.path, sha256: sha256(bytes), fingerprint: fingerprintOf(overrides), overrides };
}
