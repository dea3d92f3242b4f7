import type { DuckDBResultReader, DuckDBValue } from '@duckdb/node-api';
import type { Store } from './open.ts';
import type { KnownSource } from './plan.ts';

/** A value as JSON has it; numbers wherever they are exact. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

export interface Column {
  readonly name: string;
  readonly type: string;
}

/** The rows that a query gives, in its order. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Value[])[];
}

/**
 * The rows of `sql`, with `parameters` for its `$name`s.
 * @throws Error of the database, as it says it; `sqlFault` makes it readable.
 */
export async function query(
  store: Store,
  sql: string,
  parameters: Readonly<Record<string, DuckDBValue>> = {},
): Promise<Table> {
  const reader = await store.connection.runAndReadAll(sql, { ...parameters });
  return tableOf(reader);
}

/** The rows of `sql` as objects by column name. The caller names the type that its columns have. */
export async function queryObjects<T>(
  store: Store,
  sql: string,
  parameters: Readonly<Record<string, DuckDBValue>> = {},
): Promise<readonly T[]> {
  return toObjects(await query(store, sql, parameters)) as readonly T[];
}

/** The rows of `table` as objects by column name. */
export const toObjects = ({ columns, rows }: Table): readonly Readonly<Record<string, Value>>[] =>
  rows.map((row) => Object.fromEntries(columns.map(({ name }, index) => [name, row[index] ?? null])));

/** All sources that the store knows, for `planMine`, with their status. */
export const knownSources = (
  store: Store,
): Promise<readonly (KnownSource & { readonly status: string; readonly message: string | null })[]> =>
  queryObjects(
    store,
    `SELECT source_id AS "sourceId", path, sha256, fingerprint, status, message FROM sources ORDER BY path`,
  );

function tableOf(reader: DuckDBResultReader): Table {
  const names = reader.deduplicatedColumnNames();
  const columns = names.map((name, index) => ({ name, type: String(reader.columnType(index)) }));
  const exact = columns.map(({ type }) => /^(U?BIGINT|U?HUGEINT|DECIMAL|BIGNUM)/.test(type) && !type.endsWith(']'));
  const rows = (reader.getRowsJson() as Value[][]).map((row) =>
    row.map((value, index) => (exact[index] && typeof value === 'string' ? exactNumber(value) : value)),
  );
  return { columns, rows };
}

/** The number that `text` writes, or `text` itself where a double cannot hold it. */
function exactNumber(text: string): number | string {
  const number = Number(text);
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? text : number;
}
