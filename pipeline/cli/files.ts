import { isAbsolute, relative, resolve, sep } from 'node:path';
import { type ListedFile, listFiles, type SkippedFile } from '../ingest/walk.ts';
import { tally } from './tally.ts';

/** The files to mine and those left out, with a line for every path that leads to no file. */
export interface Files {
  readonly files: readonly ListedFile[];
  readonly skipped: readonly SkippedFile[];
  readonly faults: readonly string[];
}

/** The files under `paths`, which count from `cwd`; below it they are named from it. The database `db` is none of them. */
export function filesUnder(paths: readonly string[], cwd: string, db: string): Files {
  const listing = listFiles(paths.map((path) => resolve(cwd, path)));
  const prefix = cwd.endsWith(sep) ? cwd : cwd + sep;
  const files = listing.files.map((file) => ({ ...file, path: pathFrom(cwd, file.path) }));
  const database = new Set([resolve(cwd, db), `${resolve(cwd, db)}.wal`]);
  const others = listing.skipped.filter(({ path }) => !database.has(resolve(path)));
  const skipped = others.map((file) => ({ ...file, path: pathFrom(cwd, file.path) }));
  const refused = listing.messages.map(({ message }) => message.replaceAll(prefix, ''));
  const empty = paths
    .filter((path) => !listing.messages.some(({ message }) => message.startsWith(`${resolve(cwd, path)}: `)))
    .filter((path) => !listing.files.some(({ absolute }) => within(resolve(cwd, path), absolute)))
    .map((path) => emptyText(path, pathFrom(cwd, resolve(cwd, path)), skipped));
  return { files, skipped, faults: [...refused, ...empty] };
}

function emptyText(path: string, from: string, skipped: readonly SkippedFile[]): string {
  const itself = skipped.find((file) => file.path === from);
  if (itself) return `${path}: not read (${itself.reason}); save its text as .docx or .txt`;
  const reasons = tally(skipped.filter((file) => within(from, file.path) || from === '.').map(({ reason }) => reason));
  return `${path}: there are no reports in this folder${reasons ? ` (skipped: ${reasons})` : ''}; name a folder with .txt, .docx, .pdf or other documents`;
}

/** Whether `path` is `folder` or lies below it. */
export const within = (folder: string, path: string): boolean =>
  path === folder || path.startsWith(`${folder}/`) || path.startsWith(folder + sep);

/** `path` from `cwd` where it lies below, with forward slashes; as it is elsewhere. */
function pathFrom(cwd: string, path: string): string {
  const from = relative(cwd, path) || '.';
  return (from.startsWith('..') || isAbsolute(from) ? path : from).replaceAll('\\', '/');
}
