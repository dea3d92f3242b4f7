import { resolve } from 'node:path';
import type { Command } from 'commander';
import { type Config, FORMATS, LANGUAGES, readConfig } from '../config.ts';
import { openStore, type Store } from '../store/open.ts';
import type { Io } from './io.ts';

const DEFAULTS = readConfig();

/** Adds `--db`, which every command on a database has. */
export const withDb = (command: Command): Command =>
  command.option('--db <file>', `database file (default: ${DEFAULTS.db})`);

/** Adds `--format`, which every command that gives rows has. */
export const withFormat = (command: Command): Command =>
  command.option('--format <format>', `${FORMATS.join(' | ')} (default: ${DEFAULTS.format})`);

/** Adds `--lang`, the language of labels. */
export const withLang = (command: Command): Command =>
  command.option('--lang <lang>', `labels in ${LANGUAGES.join(' | ')} (default: ${DEFAULTS.lang})`);

/** Opens the database of `config` to read, gives it to `work` and closes it in the end. */
export async function withStore<T>(config: Config, io: Io, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(databasePath(config, io), { readOnly: true });
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

/** The database's path; one that is relative is shown as the user wrote it. */
export const databasePath = (config: Config, io: Io): string =>
  io.cwd === process.cwd() ? config.db : resolve(io.cwd, config.db);
