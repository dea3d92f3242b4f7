import { copyOf, sourceId } from './ids.ts';

/** What the store knows of a path. */
export interface KnownSource {
  readonly sourceId: string;
  readonly path: string;
  readonly sha256: string;
  readonly fingerprint: string;
}

/** A file as it is now; `fingerprint` is the digest of all that its rows depend on besides bytes and path. */
export interface FileState {
  readonly path: string;
  readonly sha256: string;
  readonly fingerprint: string;
}

/** `unchanged` needs nothing, `duplicate` a row of its own, all others need mining. */
export type PlannedAction = 'unchanged' | 'new' | 'changed' | 'moved' | 'duplicate';

/** What to do with one file. `from` is the path that the store knows it by where that is another. */
export interface Planned {
  readonly path: string;
  readonly action: PlannedAction;
  readonly sourceId: string;
  readonly from: string | null;
}

/**
 * Says for each file what a run has to do, in the order of the paths. `exists` tells whether a known path is still there.
 * The order of `files` plays no part. Of several paths with the same bytes the one that has the reports keeps them,
 * otherwise the first in order gets them. A moved file is mined again because its path is evidence for its year.
 */
export function planMine(
  known: readonly KnownSource[],
  files: readonly FileState[],
  exists: (path: string) => boolean,
): readonly Planned[] {
  const sorted = [...files].sort((a, b) => comparePaths(a.path, b.path));
  const matches = matchKnown(known, sorted, exists);
  const ids = assignIds(known, sorted, matches);
  return sorted.map((file) => planFile(file, ids.get(file.path)!, matches.get(file.path)));
}

/** Orders paths by their code units, the same on every machine. */
export const comparePaths = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The known source that each file is: that of its path, else one of the same bytes whose own path is gone. */
function matchKnown(
  known: readonly KnownSource[],
  files: readonly FileState[],
  exists: (path: string) => boolean,
): ReadonlyMap<string, KnownSource> {
  const byPath = new Map(known.map((source) => [source.path, source]));
  const given = new Set(files.map(({ path }) => path));
  const bytes = new Set(files.map(({ sha256 }) => sha256));
  const orphans = known
    .filter(({ path, sha256 }) => bytes.has(sha256) && !given.has(path) && !exists(path))
    .sort((a, b) => copyOf(a.sourceId) - copyOf(b.sourceId));
  const matches = new Map<string, KnownSource>();
  for (const file of files) {
    const same = byPath.get(file.path) ?? takeFirst(orphans, ({ sha256 }) => sha256 === file.sha256);
    if (same) matches.set(file.path, same);
  }
  return matches;
}

function takeFirst<T>(items: T[], test: (item: T) => boolean): T | undefined {
  const index = items.findIndex(test);
  return index < 0 ? undefined : items.splice(index, 1)[0];
}

/**
 * Files whose bytes are stored keep the id, but for the first duplicate of bytes that have lost their reports: it takes
 * their place. The others get the first ids that are free.
 */
function assignIds(
  known: readonly KnownSource[],
  files: readonly FileState[],
  matches: ReadonlyMap<string, KnownSource>,
): ReadonlyMap<string, string> {
  const stays = files.filter((file) => matches.get(file.path)?.sha256 === file.sha256);
  const ids = new Map(stays.map(({ path }) => [path, matches.get(path)!.sourceId]));
  const replaced = new Set(Array.from(matches.values(), (source) => source.sourceId));
  const others = known.map((source) => source.sourceId).filter((id) => !replaced.has(id));
  const taken = new Set([...others, ...ids.values()]);
  const assign = (path: string, id: string): void => {
    ids.set(path, id);
    taken.add(id);
  };
  for (const { path, sha256 } of stays) if (!taken.has(sourceId(sha256))) assign(path, sourceId(sha256));
  for (const { path, sha256 } of files) if (!ids.has(path)) assign(path, firstFree(sha256, taken));
  return ids;
}

/**
 * Known duplicates that are not among `files`, of sources whose bytes change in this run: unless they are mined as
 * well, the store loses what they say.
 */
export function bereftDuplicates(known: readonly KnownSource[], files: readonly FileState[]): readonly KnownSource[] {
  const digests = new Map(files.map(({ path, sha256 }) => [path, sha256]));
  const changed = new Set(
    known
      .filter(({ path, sha256 }) => digests.has(path) && digests.get(path) !== sha256)
      .map((source) => source.sourceId),
  );
  return known.filter(
    ({ sourceId: id, path, sha256 }) => copyOf(id) > 1 && !digests.has(path) && changed.has(sourceId(sha256)),
  );
}

function firstFree(sha256: string, taken: ReadonlySet<string>): string {
  let copy = 1;
  while (taken.has(sourceId(sha256, copy))) copy++;
  return sourceId(sha256, copy);
}

function planFile(file: FileState, id: string, match: KnownSource | undefined): Planned {
  const plan = (action: PlannedAction): Planned => ({
    path: file.path,
    action,
    sourceId: id,
    from: match && match.path !== file.path ? match.path : null,
  });
  const same = match?.sourceId === id && match.path === file.path && match.fingerprint === file.fingerprint;
  if (same) return plan('unchanged');
  if (copyOf(id) > 1) return plan('duplicate');
  if (!match) return plan('new');
  return plan(match.sha256 === file.sha256 && match.path !== file.path ? 'moved' : 'changed');
}
