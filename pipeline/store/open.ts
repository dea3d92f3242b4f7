import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { Fault, messageOf } from '../model/fault.ts';
import { checkSchema, createSchema } from './schema.ts';

/** An open database. `close` flushes it to its file and frees it for other processes. */
export interface Store {
  readonly path: string;
  readonly connection: DuckDBConnection;
  readonly close: () => void;
}

/** Who opens to read sees this database and nothing else: no files, no network, no settings. */
const READ_ONLY = { access_mode: 'READ_ONLY', enable_external_access: 'false', lock_configuration: 'true' };

/**
 * Opens the database at `path` (`:memory:` for one without a file). To write, it is made where missing, with all tables
 * and views; to read, it has to be there.
 * @throws Fault when it is missing, locked by another process, not ours, or cannot be written.
 */
export async function openStore(path: string, options: { readonly readOnly: boolean }): Promise<Store> {
  if (options.readOnly && !existsSync(path)) {
    throw new Fault(`there is no database at ${path}: make one with “diaoyan mine <paths>”, or name another with --db`);
  }
  const instance = await openInstance(path, options.readOnly);
  const connection = await instance.connect();
  const store = { path, connection, close: () => closeAll(connection, instance) };
  try {
    if (options.readOnly) await checkSchema(connection, path);
    else await createSchema(connection, path);
  } catch (error) {
    store.close();
    throw refusal(path, options.readOnly, error) ?? error;
  }
  return store;
}

function closeAll(connection: DuckDBConnection, instance: DuckDBInstance): void {
  connection.closeSync();
  instance.closeSync();
}

async function openInstance(path: string, readOnly: boolean): Promise<DuckDBInstance> {
  try {
    if (!readOnly && path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
    return await DuckDBInstance.create(path, readOnly ? READ_ONLY : {});
  } catch (error) {
    throw refusal(path, readOnly, error) ?? new Fault(`cannot open ${path}: ${messageOf(error).split('\n')[0]}`);
  }
}

/** What each refusal of the database or the file system means to the user. */
const REFUSALS: readonly {
  readonly pattern: RegExp;
  readonly advice: (path: string, match: RegExpMatchArray) => string;
}[] = [
  {
    pattern: /Conflicting lock is held in .*?\(PID (\d+)\)/s,
    advice: (path, match) =>
      `${path} is in use by another program (process ${match[1]}): close that first, or choose another file with --db`,
  },
  {
    pattern: /Could not set lock|being used by another process|already open/i,
    advice: (path) => `${path} is in use by another program: close that first, or choose another file with --db`,
  },
  {
    pattern: /not a valid DuckDB database/i,
    advice: (path) => `${path} is not a DuckDB database: choose another file with --db`,
  },
  {
    pattern: /Is a directory|EISDIR/i,
    advice: (path) => `${path} is a directory: name a file with --db, for example ${path}/diaoyan.duckdb`,
  },
  {
    pattern: /EACCES|EPERM|EROFS|Permission denied|Read-only file system|read-only mode/i,
    advice: (path) => `cannot write ${path}: allow writing to it, or choose another file with --db`,
  },
  {
    pattern: /ENOTDIR|EEXIST|ENOENT|Not a directory|No such file/i,
    advice: (path) => `cannot create ${path}: choose another file with --db`,
  },
];

/** The fault that a refusal means; null where the error is none that we know. */
function refusal(path: string, readOnly: boolean, error: unknown): Fault | null {
  const message = messageOf(error);
  for (const { pattern, advice } of REFUSALS) {
    const match = message.match(pattern);
    if (match)
      return new Fault(readOnly ? advice(path, match).replace('cannot write', 'cannot read') : advice(path, match));
  }
  return null;
}
