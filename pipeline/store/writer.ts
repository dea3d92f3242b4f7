import { type DuckDBAppender, LIST, listValue, VARCHAR } from '@duckdb/node-api';
import type { MinedSource } from '../model/mined-source.ts';
import type { Store } from './open.ts';
import { type Cell, merge, type Row, type Rows } from './row.ts';
import { rowsOf, type SourceHead, sourceRow } from './rows.ts';
import { type Columns, columnsOf } from './schema.ts';

/** A source to write. What the store has of its id, its path or its former path (`from`) goes. */
export type SourceWrite = {
  readonly sourceId: string;
  readonly fingerprint: string;
  readonly from: string | null;
} & ({ readonly mined: MinedSource } | { readonly duplicate: DuplicateFile });

/** A further path with bytes that are stored already. */
export type DuplicateFile = Pick<MinedSource, 'path' | 'sha256' | 'bytes' | 'format' | 'encoding' | 'message'>;

/** A run of `mine`; times in UTC. */
export interface Run {
  readonly startedAt: Date;
  readonly finishedAt: Date;
  readonly version: string;
  readonly config: unknown;
}

/**
 * Writes sources in one transaction: either all rows of all of them stand in the store afterwards and the rows that
 * they replace are gone, or nothing has changed.
 */
export async function writeSources(store: Store, writes: readonly SourceWrite[]): Promise<void> {
  const rows = merge(writes.map(rowsToWrite));
  await inTransaction(store, async () => {
    const paths = writes.flatMap((write) => [('mined' in write ? write.mined : write.duplicate).path, write.from]);
    await deleteSources(
      store,
      writes.map(({ sourceId }) => sourceId),
      paths.filter((path) => path !== null),
    );
    await insert(store, rows);
  });
}

/** Removes all rows of sources, in one transaction. */
export async function removeSources(store: Store, ids: readonly string[]): Promise<void> {
  await inTransaction(store, () => deleteSources(store, ids, []));
}

/** Writes the row of a run, with the next number. */
export async function writeRun(store: Store, run: Run): Promise<void> {
  await store.connection.run(
    `INSERT INTO runs SELECT coalesce(max(run_id), 0) + 1, $started::TIMESTAMP, $finished::TIMESTAMP, $version, $config
     FROM runs`,
    {
      started: run.startedAt.toISOString().replace('Z', ''),
      finished: run.finishedAt.toISOString().replace('Z', ''),
      version: run.version,
      config: JSON.stringify(run.config),
    },
  );
}

/** Runs `work` in a transaction that is undone when it throws. */
export async function inTransaction<T>(store: Store, work: () => Promise<T>): Promise<T> {
  await store.connection.run('BEGIN');
  try {
    const result = await work();
    await store.connection.run('COMMIT');
    return result;
  } catch (error) {
    await store.connection.run('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

const known = new WeakMap<Store, Promise<Columns>>();

/** The columns of an open store, which stay as they are while it is open. */
function columnsFor(store: Store): Promise<Columns> {
  const columns = known.get(store) ?? columnsOf(store.connection);
  known.set(store, columns);
  return columns;
}

/** Appends rows to their tables; to call within a transaction. */
export async function insert(store: Store, rows: Rows): Promise<void> {
  const columns = await columnsFor(store);
  for (const [table, items] of Object.entries(rows)) {
    if (items.length === 0) continue;
    const appender = await store.connection.createAppender(table);
    for (const row of items) appendRow(appender, table, columns.get(table) ?? [], row);
    appender.closeSync();
  }
}

function rowsToWrite(write: SourceWrite): Rows {
  if ('mined' in write) return rowsOf(write.mined, write.sourceId, write.fingerprint);
  const head: SourceHead = {
    ...write.duplicate,
    text: '',
    status: 'duplicate',
    sourceId: write.sourceId,
    fingerprint: write.fingerprint,
  };
  return { sources: [sourceRow(head)] };
}

/** The columns by which rows belong to a source, first come first: all ids begin with that of the source. */
const KEYS = ['report_id', 'sentence_id', 'point_id', 'from_point', 'source_id'] as const;

/** Removes all rows of the sources with one of these ids or paths. */
async function deleteSources(store: Store, wanted: readonly string[], paths: readonly string[]): Promise<void> {
  const known = await store.connection.runAndReadAll(
    'SELECT source_id, status FROM sources WHERE list_contains($ids, source_id) OR list_contains($paths, path)',
    { ids: listValue([...wanted]), paths: listValue([...paths]) },
    { ids: LIST(VARCHAR), paths: LIST(VARCHAR) },
  );
  const found = known.getRowsJson() as string[][];
  if (found.length === 0) return;
  const ids = found.map(([id]) => id!);
  const mined = found.filter(([, status]) => status !== 'duplicate').map(([id]) => id!);
  for (const [table, columns] of await columnsFor(store)) {
    const key = KEYS.find((each) => columns.some(({ name }) => name === each));
    if (key === 'source_id') await deleteRows(store, table, key, ids);
    else if (key !== undefined && mined.length > 0) await deleteRows(store, table, `left(${key}, 12)`, mined);
  }
}

const deleteRows = (store: Store, table: string, key: string, ids: readonly string[]): Promise<unknown> =>
  store.connection.run(
    `DELETE FROM ${table} WHERE list_contains($ids, ${key})`,
    { ids: listValue([...ids]) },
    { ids: LIST(VARCHAR) },
  );

function appendRow(
  appender: DuckDBAppender,
  table: string,
  columns: readonly { name: string; type: string }[],
  row: Row,
): void {
  for (const { name, type } of columns) {
    const cell = row[name];
    if (cell === undefined) throw new Error(`no value for ${table}.${name}`);
    appendCell(appender, type, cell);
  }
  appender.endRow();
}

function appendCell(appender: DuckDBAppender, type: string, cell: Cell): void {
  if (cell === null) appender.appendNull();
  else if (typeof cell === 'string') appender.appendVarchar(cell);
  else if (typeof cell === 'boolean') appender.appendBoolean(cell);
  else if (typeof cell !== 'number') appender.appendList(cell, LIST(VARCHAR));
  else if (type === 'INTEGER') appender.appendInteger(cell);
  else appender.appendDouble(cell);
}
