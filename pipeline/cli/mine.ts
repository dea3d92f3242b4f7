import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Command } from 'commander';
import { type Config, readConfig, VERSION } from '../config.ts';
import { type Listing, listFiles } from '../ingest/walk.ts';
import { Fault } from '../model/fault.ts';
import { openStore } from '../store/open.ts';
import { summaryOf } from '../store/summary.ts';
import { writeRun } from '../store/writer.ts';
import { type Context, colorsFor, type Io } from './io.ts';
import { matchManifest, readManifest } from './manifest.ts';
import type { Outcome } from './mine-files.ts';
import { summaryLines } from './mine-summary.ts';
import { databasePath, withDb, withLang } from './options.ts';
import { progressFor } from './progress.ts';

/** Adds `diaoyan mine`. */
export function addMine(program: Command, context: Context): void {
  withLang(withDb(program.command('mine')))
    .description('read reports and store what they say; files that have not changed are left alone')
    .argument('<paths...>', 'files and folders')
    .option('--encoding <name>', 'encoding of text files (default: detected)')
    .option('--year <year>', 'year of all these reports')
    .option('--region <place>', 'place of all these reports')
    .option('--manifest <file>', 'table of path, year, region, title and issuer (.csv), which comes before all else')
    .option('--force', 'mine files again that have not changed')
    .option('--quiet', 'show no progress')
    .action((paths: string[], options: object) => mine(paths, readConfig({ ...options }), context));
}

async function mine(paths: readonly string[], config: Config, { io, exit }: Context): Promise<void> {
  const startedAt = new Date();
  const complain = (line: string): void => {
    exit(1);
    io.stderr.write(`${line}\n`);
  };
  const manifest = config.manifest === null ? null : readManifest(manifestPath(config.manifest, io));
  const listing = list(paths, io);
  for (const line of [...(manifest?.faults ?? []), ...listing.faults]) complain(line);
  if (listing.files.length === 0) throw new Fault('there is nothing to mine: name files, or folders that hold reports');
  const matched = manifest ? matchManifest(manifest, listing.files, io.cwd) : null;
  for (const line of matched?.warnings ?? []) io.stderr.write(`${line}\n`);
  const store = await openStore(databasePath(config, io), { readOnly: false });
  try {
    const { mineFiles } = await import('./mine-files.ts');
    const outcomes = await mineFiles(store, {
      config,
      cwd: io.cwd,
      files: listing.files,
      entries: matched?.entries ?? new Map(),
      progress: (total) => progressFor(total, config.quiet, io),
      debug: Boolean(io.env.DIAOYAN_DEBUG),
    });
    const { updateCopies } = await import('../run-corpus.ts');
    await updateCopies(store);
    for (const line of outcomes.flatMap(complaints)) complain(line);
    await writeRun(store, { startedAt, finishedAt: new Date(), version: VERSION, config: { ...config, paths } });
    const lines = summaryLines(outcomes, listing.skipped, await summaryOf(store), config, colorsFor(io.stdout, io.env));
    io.stdout.write(`${lines.join('\n')}\n`);
  } finally {
    store.close();
  }
}

/** A line for a file that gave no report though it should. */
const complaints = ({ path, status, message }: Outcome): string[] =>
  status === 'ok' || status === 'duplicate' ? [] : [`${path}: ${message ?? status}`];

const manifestPath = (path: string, io: Io): string => (io.cwd === process.cwd() ? path : resolve(io.cwd, path));

/** The files under `paths`, by paths from the working directory, and a line for every path that leads to none. */
function list(
  paths: readonly string[],
  { cwd }: Io,
): Omit<Listing, 'messages'> & { readonly faults: readonly string[] } {
  const here = (path: string): string => pathFrom(cwd, path);
  const listing = listFiles(paths.map((path) => resolve(cwd, path)));
  const prefix = `${cwd}${sep}`;
  const missing = listing.messages.map(({ message }) => message.replaceAll(prefix, ''));
  const seen = [...listing.files, ...listing.skipped].map(({ path }) => resolve(path));
  const empty = paths.filter((path) => {
    const absolute = resolve(cwd, path);
    const named = listing.messages.some(({ message }) => message.startsWith(absolute));
    return !named && !listing.files.some((file) => within(absolute, file.absolute)) && !seen.includes(absolute);
  });
  return {
    files: listing.files.map((file) => ({ ...file, path: here(file.path) })),
    skipped: listing.skipped.map((file) => ({ ...file, path: here(file.path) })),
    faults: [
      ...missing,
      ...empty.map(
        (path) =>
          `${path}: there are no reports in this folder; check the path, or the formats that “diaoyan mine --help” lists`,
      ),
    ],
  };
}

const within = (folder: string, path: string): boolean => path === folder || path.startsWith(`${folder}${sep}`);

/** `path` from `cwd` where it lies below, with forward slashes; as it is elsewhere. */
function pathFrom(cwd: string, path: string): string {
  const from = relative(cwd, path);
  return (from === '' || from.startsWith('..') || isAbsolute(from) ? path : from).replaceAll('\\', '/');
}
