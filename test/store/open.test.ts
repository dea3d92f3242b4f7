import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../../pipeline/store/open.ts';
import { query } from '../../pipeline/store/reader.ts';
import { sqlFault } from '../../pipeline/store/sql-fault.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'diaoyan-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const create = async (path: string): Promise<string> => {
  (await openStore(path, { readOnly: false })).close();
  return path;
};

test('opening to write makes folders and file; opening to read needs the file', async () => {
  const path = join(folder, 'a', 'b.duckdb');
  await expect(openStore(path, { readOnly: true })).rejects.toThrow(/there is no database at .*: make one with/);
  await create(path);
  const store = await openStore(path, { readOnly: true });
  expect((await query(store, 'SELECT count(*) FROM reports')).rows).toEqual([[0]]);
  store.close();
});

test.each([
  ["SELECT * FROM read_csv('/etc/passwd')", /can only read this database/],
  ["SELECT * FROM read_text('/etc/passwd')", /can only read this database/],
  ["FROM glob('/*')", /can only read this database/],
  ["COPY reports TO '/tmp/diaoyan-escape.csv'", /can only read this database/],
  ["EXPORT DATABASE '/tmp/diaoyan-escape'", /can only read this database/],
  ["ATTACH '/tmp/diaoyan-escape.duckdb'", /can only read this database/],
  ['INSTALL httpfs', /can only read this database/],
  ['SET enable_external_access = true', /can only read this database/],
  ['DELETE FROM reports', /can only read this database/],
  ['CREATE TABLE t (a INTEGER)', /can only read this database/],
  ['SELCT 1', /^the query does not run: syntax error at or near "SELCT"; check the spelling/],
  ['SELECT titel FROM reports', /"titel" not found in FROM clause; there are "title".*diaoyan schema/],
  ['FROM nowhere', /name nowhere does not exist; see “diaoyan schema”/],
  ['SELECT frobnicate(1)', /frobnicate does not exist.*diaoyan queries/],
])('a store to read refuses %s in one line', async (sql, expected) => {
  const store = await openStore(await create(join(folder, 'a.duckdb')), { readOnly: true });
  const fault = await query(store, sql).then(() => null, sqlFault);
  store.close();
  expect(fault?.message).toMatch(expected);
  expect(fault?.message).not.toContain('\n');
  expect(existsSync('/tmp/diaoyan-escape.csv')).toBe(false);
});

test('a file that is no database, a directory and a folder that cannot be made are faults that name the remedy', async () => {
  const text = join(folder, 'a.txt');
  writeFileSync(text, 'not a database');
  for (const readOnly of [true, false]) {
    await expect(openStore(text, { readOnly })).rejects.toThrow(/is not a DuckDB database: choose another/);
    await expect(openStore(folder, { readOnly })).rejects.toThrow(/is a directory: name a file/);
  }
  await expect(openStore(join(text, 'b.duckdb'), { readOnly: false })).rejects.toThrow(
    /cannot create .*: choose another/,
  );
  expect(readFileSync(text, 'utf8')).toBe('not a database');
});

test.skipIf(process.getuid?.() === 0)('a target that cannot be written is a fault', async () => {
  const closed = join(folder, 'closed');
  mkdirSync(closed);
  chmodSync(closed, 0o500);
  await expect(openStore(join(closed, 'a.duckdb'), { readOnly: false })).rejects.toThrow(
    /cannot write .* choose another/,
  );
});

test('a database of another version is a fault, not a crash later on', async () => {
  const path = await create(join(folder, 'a.duckdb'));
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  await connection.run('ALTER TABLE sections DROP COLUMN kind');
  connection.closeSync();
  instance.closeSync();
  await expect(openStore(path, { readOnly: false })).rejects.toThrow(/has no column sections.kind: .*mine again/);
  await expect(openStore(path, { readOnly: true })).rejects.toThrow(/has no column sections.kind/);
});

test('a database that another process writes is a fault that names the process', async () => {
  const path = await create(join(folder, 'a.duckdb'));
  const code = `import('@duckdb/node-api').then(async ({ DuckDBInstance }) => {
    const instance = await DuckDBInstance.create(process.argv[1]); globalThis.kept = await instance.connect();
    process.stdout.write('open'); setInterval(() => {}, 1000); })`;
  const other = spawn(process.execPath, ['-e', code, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve) => other.stdout.once('data', resolve));
  try {
    for (const readOnly of [true, false]) {
      await expect(openStore(path, { readOnly })).rejects.toThrow(
        new RegExp(`in use by another program \\(process ${other.pid}\\): close that first`),
      );
    }
  } finally {
    other.kill();
  }
});
