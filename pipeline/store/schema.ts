import { readdirSync } from 'node:fs';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { Fault } from '../model/fault.ts';
import { asset, assetPath } from '../text/asset.ts';

/** The columns of each table in their order, as `name type`. */
export type Columns = ReadonlyMap<string, readonly { readonly name: string; readonly type: string }[]>;

const sqlFiles = (folder: string): string[] =>
  readdirSync(assetPath(`store/${folder}`))
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => asset(`store/${folder}/${name}`));

/**
 * Makes all tables that are missing and puts the views of this version in place.
 * @throws Fault when the tables that are there are of another version.
 */
export async function createSchema(connection: DuckDBConnection, path: string): Promise<void> {
  const found = await columnsOf(connection);
  if (found.size > 0) await checkColumns(found, path, [...found.keys()]);
  for (const folder of ['tables', 'views']) for (const sql of sqlFiles(folder)) await connection.run(sql);
}

/** @throws Fault when a table is missing or has not the columns that this version reads. */
export async function checkSchema(connection: DuckDBConnection, path: string): Promise<void> {
  await checkColumns(await columnsOf(connection), path, [...(await expectedColumns()).keys()]);
}

async function checkColumns(found: Columns, path: string, tables: readonly string[]): Promise<void> {
  const expected = await expectedColumns();
  for (const table of tables) {
    const names = new Set(found.get(table)?.map(({ name }) => name));
    const missing = expected.get(table)?.find(({ name }) => !names.has(name));
    if (!missing) continue;
    const what = names.size === 0 ? `has no table ${table}` : `has no column ${table}.${missing.name}`;
    throw new Fault(`${path} ${what}: another version wrote it, so mine again into a new file with --db`);
  }
}

let expected: Promise<Columns> | undefined;

/** The columns as the files under `tables/` define them. */
function expectedColumns(): Promise<Columns> {
  expected ??= (async () => {
    const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
    const connection = await instance.connect();
    for (const sql of sqlFiles('tables')) await connection.run(sql);
    const columns = await columnsOf(connection);
    connection.closeSync();
    instance.closeSync();
    return columns;
  })();
  return expected;
}

/** The columns of the tables that stand in the database. */
export async function columnsOf(connection: DuckDBConnection): Promise<Columns> {
  const reader = await connection.runAndReadAll(
    `SELECT table_name, column_name, data_type FROM duckdb_columns()
     WHERE NOT internal AND table_name IN (SELECT table_name FROM duckdb_tables())
     ORDER BY table_name, column_index`,
  );
  const columns = new Map<string, { name: string; type: string }[]>();
  for (const [table, name, type] of reader.getRowsJson() as string[][]) {
    const into = columns.get(table!) ?? [];
    into.push({ name: name!, type: type! });
    columns.set(table!, into);
  }
  return columns;
}
