import { readdirSync } from 'node:fs';
import type { DuckDBConnection } from '@duckdb/node-api';
import { Fault } from '../model/fault.ts';
import { asset, assetPath } from '../text/asset.ts';
import { shortHash } from '../text/hash.ts';

/** The columns of each table in their order, as `name type`. */
export type Columns = ReadonlyMap<string, readonly { readonly name: string; readonly type: string }[]>;

const sqlFiles = (folder: string): string[] =>
  readdirSync(assetPath(`store/${folder}`))
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => asset(`store/${folder}/${name}`));

/**
 * Makes all tables that are missing and puts the views of this version in place, unless they are there already: the
 * view `schema_digest` tells which version they are of.
 * @throws Fault when the tables that are there are of another version.
 */
export async function createSchema(connection: DuckDBConnection, path: string): Promise<void> {
  const found = await columnsOf(connection);
  checkColumns(found, path, [...found.keys()]);
  const statements = [...sqlFiles('tables'), ...sqlFiles('views')];
  const digest = shortHash(statements.join('\n'));
  if ((await digestOf(connection)) === digest) return;
  await connection.run('BEGIN');
  for (const sql of statements) await connection.run(sql);
  await connection.run(`CREATE OR REPLACE VIEW schema_digest AS SELECT '${digest}' AS digest`);
  await connection.run('COMMIT');
}

const digestOf = (connection: DuckDBConnection): Promise<unknown> =>
  connection.runAndReadAll('SELECT digest FROM schema_digest').then(
    (reader) => reader.getRowsJson()[0]?.[0],
    () => null,
  );

/** @throws Fault when a table is missing or has not the columns that this version reads. */
export async function checkSchema(connection: DuckDBConnection, path: string): Promise<void> {
  checkColumns(await columnsOf(connection), path, [...expectedColumns().keys()]);
}

function checkColumns(found: Columns, path: string, tables: readonly string[]): void {
  const expected = expectedColumns();
  for (const table of tables) {
    const names = new Set(found.get(table)?.map(({ name }) => name));
    const missing = expected.get(table)?.find((name) => !names.has(name));
    if (!missing) continue;
    const what = names.size === 0 ? `has no table ${table}` : `has no column ${table}.${missing}`;
    throw new Fault(`${path} ${what}: another version wrote it, so mine again into a new file with --db`);
  }
}

/** The names of the columns that the files under `tables/` define, one on each line. */
function expectedColumns(): ReadonlyMap<string, readonly string[]> {
  const tables = sqlFiles('tables').flatMap((sql) => [
    ...sql.matchAll(/^CREATE TABLE IF NOT EXISTS (\w+) \(\n([^;]+)\n\);/gm),
  ]);
  return new Map(
    tables.map(([, table, body]) => [table!, Array.from(body!.matchAll(/^ {2}(\w+) /gm), ([, name]) => name!)]),
  );
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
