import { resolve } from 'node:path';
import type { Command } from 'commander';
import { type Config, readConfig, VERSION } from '../config.ts';
import { openStore } from '../store/open.ts';
import { summaryOf } from '../store/summary.ts';
import { writeRun } from '../store/writer.ts';
import { filesUnder } from './files.ts';
import { type Context, colorsFor, type Io } from './io.ts';
import { matchManifest, readManifest } from './manifest.ts';
import type { Outcome } from './mine-state.ts';
import { summaryLines } from './mine-summary.ts';
import { databasePath, withDb, withLang } from './options.ts';
import { progressFor } from './progress.ts';
import { taxonomyFor } from './taxonomy.ts';

/** Adds `diaoyan mine`. */
export function addMine(program: Command, context: Context): void {
  withLang(withDb(program.command('mine')))
    .description('read reports and store what they say; files that have not changed are left alone')
    .argument('<paths...>', 'files and folders')
    .option('--encoding <name>', 'encoding of text files (default: detected)')
    .option('--year <year>', 'year of all these reports')
    .option('--region <place>', 'place of all these reports')
    .option('--manifest <file>', 'table of path, year, region, title and issuer (.csv), which comes before all else')
    .option('--themes <file>', 'taxonomy of themes in place of the one that comes with diaoyan (.yaml)')
    .option('--refit', 'discover themes beyond the taxonomy anew; those found before go')
    .option('--prune', 'remove what is stored of files below these paths that are gone')
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
  const listing = filesUnder(paths, io.cwd, databasePath(config, io));
  for (const line of [...(manifest?.faults ?? []), ...listing.faults]) complain(line);
  if (listing.files.length === 0) return;
  const matched = manifest ? matchManifest(manifest, listing.files, io.cwd) : null;
  for (const line of matched?.warnings ?? []) io.stderr.write(`${line}\n`);
  const taxonomy = await taxonomyFor(config, io);
  const store = await openStore(databasePath(config, io), { readOnly: false });
  try {
    const { mineFiles } = await import('./mine-files.ts');
    const { outcomes, gone } = await mineFiles(store, {
      config,
      cwd: io.cwd,
      paths,
      files: listing.files,
      entries: matched?.entries ?? new Map(),
      progress: (total) => progressFor(total, config.quiet, io),
      debug: Boolean(io.env.DIAOYAN_DEBUG),
    });
    const { updateAudit, updateCopies, updateThemes } = await import('../run-corpus.ts');
    await updateCopies(store);
    await updateAudit(store);
    await updateThemes(store, taxonomy, config.refit);
    for (const line of outcomes.flatMap(complaints)) complain(line);
    await writeRun(store, { startedAt, finishedAt: new Date(), version: VERSION, config: { ...config, paths } });
    const { skipped } = listing;
    const done = { outcomes, gone, skipped, summary: await summaryOf(store) };
    const lines = summaryLines(done, config, colorsFor(io.stdout, io.env));
    io.stdout.write(`${lines.join('\n')}\n`);
  } finally {
    store.close();
  }
}

/** A line for a file that gave no report though it should. */
const complaints = ({ path, status, message }: Outcome): string[] =>
  status === 'ok' || status === 'duplicate' ? [] : [`${path}: ${message ?? status}`];

const manifestPath = (path: string, io: Io): string => (io.cwd === process.cwd() ? path : resolve(io.cwd, path));
