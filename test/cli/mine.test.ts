import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../../pipeline/store/open.ts';
import { queryObjects } from '../../pipeline/store/reader.ts';
import { columnsOf } from '../../pipeline/store/schema.ts';
import { REPORT, type Workplace, workplace } from './command.ts';

let at: Workplace;
beforeEach(() => {
  at = workplace();
});
afterEach(() => at.remove());

const OTHER = REPORT.replaceAll('云河县', '石桥县').replaceAll('供水', '养老').replaceAll('2021', '2022');

/** The rows of all tables but `runs`, without the paths. */
async function allRows(place: Workplace): Promise<Record<string, unknown>> {
  const store = await openStore(join(place.folder, 'out/diaoyan.duckdb'), { readOnly: true });
  const rows: Record<string, unknown> = {};
  for (const table of (await columnsOf(store.connection)).keys()) {
    if (table === 'runs') continue;
    rows[table] = await queryObjects(
      store,
      `SELECT ${table === 'sources' ? '* EXCLUDE (path)' : '*'} FROM ${table} ORDER BY ALL`,
    );
  }
  store.close();
  return rows;
}

test('a folder becomes a database that answers, and a summary says what is in it', async () => {
  at.write('reports/2021/云河县.txt', REPORT);
  at.write('reports/石桥县.md', OTHER);
  at.write('reports/photo.jpg', 'x');
  const { code, out, err } = await at.run('mine', 'reports');
  expect({ code, err: err.split('\n') }).toEqual({
    code: 0,
    err: ['1/2 reports/2021/云河县.txt: 1 report', '2/2 reports/石桥县.md: 1 report', ''],
  });
  expect(out).toMatch(/^2 files: 2 new\n {2}read: 1 md, 1 txt\n {2}skipped: 1 picture\n/);
  expect(out).toMatch(
    /out\/diaoyan\.duckdb holds\n {2}2 reports \(1 copied from another\)\n {2}\d+ sentences: .*问题 \d+.*\n {2}\d+ points\n/,
  );
  expect(out).toMatch(/Next: diaoyan query problems_by_year\n$/);
  expect(await at.rows('SELECT title, year, region FROM reports ORDER BY year')).toEqual([
    { title: '云河县农村供水调研报告', year: 2021, region: '云河县' },
    { title: '石桥县农村养老调研报告', year: 2022, region: '石桥县' },
  ]);
  const roles = await at.rows<{ role: string }>('SELECT DISTINCT role FROM sentences');
  expect(roles.map(({ role }) => role)).toEqual(expect.arrayContaining(['problem', 'cause', 'countermeasure']));
});

test('every piece of text is where its offsets say', async () => {
  at.write('a.txt', `😀${REPORT}`);
  at.write('b.txt', OTHER.replaceAll('。', '。\r\n'));
  await at.run('mine', '.', '--quiet');
  const wrong = `SELECT count(*) AS n, count(*) FILTER (s.text <> substring(r.text, s.char_start + 1, s.char_end - s.char_start)
      OR replace(regexp_replace(substring(f.text, s.source_start + 1, s.source_end - s.source_start), '\\s', '', 'g'), '　', '')
         <> replace(regexp_replace(s.text, '\\s', '', 'g'), '　', '')) AS wrong
    FROM sentences s JOIN reports r USING (report_id) JOIN sources f USING (source_id)`;
  expect(await at.rows(wrong)).toEqual([{ n: expect.any(Number), wrong: 0 }]);
  const figures = `SELECT count(*) > 4 AS some, count(*) FILTER (q.surface <> substring(r.text, q.char_start + 1, q.char_end - q.char_start)) AS wrong
    FROM statistics q JOIN sentences s USING (sentence_id) JOIN reports r USING (report_id)`;
  expect(await at.rows(figures)).toEqual([{ some: true, wrong: 0 }]);
});

test('a second run changes nothing and says so; a changed file replaces its rows', async () => {
  at.write('a.txt', REPORT);
  at.write('b.txt', OTHER);
  await at.run('mine', '.');
  const before = await allRows(at);
  const second = await at.run('mine', '.');
  expect(second.out).toMatch(/^2 files: 2 unchanged\nNothing has changed since the last run/);
  expect(await allRows(at)).toEqual(before);
  at.write('b.txt', OTHER.replace('检测设备陈旧', '检测设备陈旧，更新缓慢'));
  expect((await at.run('mine', '.')).out).toMatch(/^2 files: 1 changed, 1 unchanged\n/);
  expect(await at.rows('SELECT count(*) AS n FROM reports')).toEqual([{ n: 2 }]);
  expect(await at.rows("SELECT count(*) AS n FROM sentences WHERE text LIKE '%更新缓慢%'")).toEqual([{ n: 1 }]);
  at.write('b.txt', OTHER);
  await at.run('mine', '.');
  expect(await allRows(at)).toEqual(before);
});

test('the same files give the same rows in any order and under other names', async () => {
  at.write('a.txt', REPORT);
  at.write('b.txt', OTHER);
  at.write('c.txt', '');
  await at.run('mine', 'a.txt', 'b.txt', 'c.txt');
  const other = workplace();
  try {
    other.write('z.txt', REPORT);
    other.write('y.txt', OTHER);
    other.write('c.txt', '');
    await other.run('mine', 'z.txt');
    await other.run('mine', 'c.txt', 'y.txt');
    expect(await allRows(other)).toEqual(await allRows(at));
  } finally {
    other.remove();
  }
});

test('a renamed file keeps its rows under its new path; a copy of a file is a duplicate', async () => {
  at.write('a.txt', REPORT);
  await at.run('mine', '.');
  const before = await allRows(at);
  renameSync(join(at.folder, 'a.txt'), join(at.folder, 'b.txt'));
  expect((await at.run('mine', '.')).out).toMatch(/^1 file: 1 moved\n/);
  expect(await at.rows('SELECT path FROM sources')).toEqual([{ path: 'b.txt' }]);
  expect(await allRows(at)).toEqual(before);
  at.write('a.txt', REPORT);
  const { code, out } = await at.run('mine', '.');
  expect({ code, out: out.split('\n').slice(0, 2) }).toEqual({
    code: 0,
    out: ['2 files: 1 duplicate, 1 unchanged', '  without report: 1 duplicate'],
  });
  expect(await at.rows('SELECT path, status, reports FROM files')).toEqual([
    { path: 'a.txt', status: 'duplicate', reports: 0 },
    { path: 'b.txt', status: 'ok', reports: 1 },
  ]);
});

test('what is stored of a file that is gone stays until it is pruned; a duplicate then takes its place', async () => {
  at.write('a.txt', REPORT);
  at.write('b.txt', OTHER);
  at.write('c.txt', OTHER);
  await at.run('mine', '.');
  rmSync(join(at.folder, 'a.txt'));
  rmSync(join(at.folder, 'b.txt'));
  const kept = await at.run('mine', '.');
  expect(kept.out).toContain('no longer there: 2 files, still stored; --prune removes them\n');
  const pruned = await at.run('mine', '.', '--prune');
  expect(pruned.out).toContain('no longer there: 2 files, removed\n');
  expect(pruned.out).not.toContain('Nothing has changed');
  expect(await at.rows('SELECT path, reports FROM files')).toEqual([{ path: 'c.txt', reports: 1 }]);
});

test('when a file with duplicates changes, a duplicate outside the run takes over its report', async () => {
  at.write('a/x.txt', REPORT);
  at.write('b/x.txt', REPORT);
  await at.run('mine', 'a', 'b');
  at.write('a/x.txt', OTHER);
  await at.run('mine', 'a');
  expect(await at.rows('SELECT path, status, reports FROM files')).toEqual([
    { path: 'a/x.txt', status: 'ok', reports: 1 },
    { path: 'b/x.txt', status: 'ok', reports: 1 },
  ]);
});

test('files that give nothing are named one by one, the others are mined, and the code is 1', async () => {
  at.write('good.txt', REPORT);
  at.write('empty.txt', '');
  at.write('blank.txt', '　\n \n');
  at.write(
    'binary.txt',
    Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256),
  );
  at.write('pictures/a.png', 'x');
  const { code, out, err } = await at.run(
    'mine',
    'good.txt',
    'empty.txt',
    'blank.txt',
    'binary.txt',
    'pictures',
    'gone',
    '--quiet',
  );
  expect(code).toBe(1);
  const lines = err.trimEnd().split('\n');
  expect(lines).toHaveLength(5);
  expect(lines).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^gone: there is no such file or folder; check/),
      expect.stringMatching(/^pictures: there are no reports in this folder \(skipped: 1 picture\); name/),
      expect.stringMatching(/^empty\.txt: .*no text; /),
      expect.stringMatching(/^blank\.txt: .*no text; /),
      expect.stringMatching(/^binary\.txt: .*; /),
    ]),
  );
  expect(out).toMatch(/^4 files: 4 new\n/);
  expect(await at.rows('SELECT path, status FROM files_without_report')).toEqual([
    { path: 'blank.txt', status: 'empty' },
    { path: 'empty.txt', status: 'empty' },
    { path: 'binary.txt', status: 'unreadable' },
  ]);
  expect(await at.rows('SELECT count(*) AS n FROM reports')).toEqual([{ n: 1 }]);
  const again = await at.run('mine', 'empty.txt', 'good.txt', '--quiet');
  expect(again.code).toBe(1);
  expect(again.err).toMatch(/^empty\.txt: .*no text; .*\n$/);
});

test('a run that has nothing to mine makes no database', async () => {
  at.write('pictures/a.png', 'x');
  const { code, out, err } = await at.run('mine', 'pictures', 'pictures/a.png');
  expect({ code, out, lines: err.trimEnd().split('\n').length }).toEqual({ code: 1, out: '', lines: 2 });
  expect((await at.run('query', 'reports')).err).toMatch(/there is no database/);
});

test('a target that is no database is left alone', async () => {
  at.write('a.txt', REPORT);
  at.write('out.duckdb', 'my notes');
  const { code, err } = await at.run('mine', 'a.txt', '--db', 'out.duckdb');
  expect({ code, err: err.split('\n').length }).toEqual({ code: 1, err: 2 });
  expect(err).toMatch(/out\.duckdb is not a DuckDB database: choose another file with --db/);
});

test('options override what a file says, a manifest overrides options, and files that they change are mined again', async () => {
  at.write('a.txt', REPORT);
  at.write('b.txt', OTHER);
  const reports = () => at.rows('SELECT title, year, year_basis, region, issuer FROM reports ORDER BY title');
  await at.run('mine', '.', '--year', '2019', '--region', '北山市');
  expect(await reports()).toEqual([
    { title: '云河县农村供水调研报告', year: 2019, year_basis: 'option', region: '北山市', issuer: '云河县水利局' },
    { title: '石桥县农村养老调研报告', year: 2019, year_basis: 'option', region: '北山市', issuer: '石桥县水利局' },
  ]);
  at.write('list/reports.csv', 'path,year,region,title,issuer,note\n../a.txt,2018,,供水报告,县水利局,x\n');
  const { code, out } = await at.run(
    'mine',
    '.',
    '--year',
    '2019',
    '--region',
    '北山市',
    '--manifest',
    'list/reports.csv',
  );
  expect({ code, out: out.split('\n')[0] }).toEqual({ code: 0, out: '2 files: 1 changed, 1 unchanged' });
  expect(await reports()).toEqual([
    { title: '供水报告', year: 2018, year_basis: 'manifest', region: '北山市', issuer: '县水利局' },
    { title: '石桥县农村养老调研报告', year: 2019, year_basis: 'option', region: '北山市', issuer: '石桥县水利局' },
  ]);
});

test('a row of a manifest that cannot be used is named with its line, the files are mined, and the code is 1', async () => {
  at.write('a.txt', REPORT);
  at.write('b.txt', OTHER);
  at.write('m.csv', 'path,year\na.txt,20x8\nb.txt,2018,extra\n,2018\nnowhere.txt,2018\nb.txt,2017\n"a.txt,2018\n');
  const { code, err } = await at.run('mine', '.', '--manifest', 'm.csv', '--quiet');
  expect(code).toBe(1);
  expect(err.replaceAll(`${at.folder}/`, '').trimEnd().split('\n')).toEqual([
    'm.csv line 7: a quotation mark is not closed, or text follows it; that line and all below were not used',
    'm.csv line 2: “20x8” is not a year such as 2024; the line was not used',
    'm.csv line 3: it has 3 fields where the first line has 2; the line was not used',
    'm.csv line 4: it names no file; the line was not used',
    'm.csv line 5: there is no file nowhere.txt; write its path from here, from the manifest, or its name',
  ]);
  expect(await at.rows('SELECT year FROM reports ORDER BY year')).toEqual([{ year: 2017 }, { year: 2021 }]);
});

test.each([
  ['region,year\n云河县,2018\n', /line 1: the manifest needs a first line of column names with “path”/],
  ['', /line 1: the manifest needs/],
])('a manifest that names no files stops the run before it starts', async (content, expected) => {
  at.write('a.txt', REPORT);
  at.write('m.csv', content);
  const { code, err } = await at.run('mine', '.', '--manifest', 'm.csv');
  expect({ code, lines: err.trimEnd().split('\n').length }).toEqual({ code: 1, lines: 1 });
  expect(err).toMatch(expected);
});

test('usage that is wrong ends with code 2 and one line', async () => {
  at.write('a.txt', REPORT);
  for (const [argv, expected] of [
    [['mine'], /missing required argument 'paths'/],
    [['mine', 'a.txt', '--year', 'soon'], /--year must be a year, for example 2024, not “soon”/],
    [['mine', 'a.txt', '--encoding', 'klingon'], /--encoding must be an encoding such as utf-8.*“klingon”/],
    [['mine', 'a.txt', '--yeer', '2020'], /unknown option '--yeer'/],
    [['mien', 'a.txt'], /unknown command 'mien'/],
    [['query', 'reports', '--format', 'xml'], /--format must be one of table, csv, json, jsonl, markdown, not “xml”/],
  ] as const) {
    const { code, out, err } = await at.run(...argv);
    expect({ argv, code, out }).toEqual({ argv, code: 2, out: '' });
    expect(err).toMatch(expected);
  }
});

test('a terminal gets a bar, a pipe gets lines, --quiet gets neither', async () => {
  at.write('a.txt', REPORT);
  const bar = await at.runOnTerminal(60, 'mine', 'a.txt');
  expect(bar.err).toContain('█');
  expect(bar.err).toContain('1/1');
  expect(bar.err).not.toContain('\n');
  expect((await at.run('mine', 'a.txt', '--force')).err).toBe('1/1 a.txt: 1 report\n');
  expect((await at.run('mine', 'a.txt', '--force', '--quiet')).err).toBe('');
});
