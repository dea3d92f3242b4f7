import { join } from 'node:path';
import stringWidth from 'string-width';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../pipeline/store/open.ts';
import { questionSql, questions } from '../../pipeline/store/questions.ts';
import { query } from '../../pipeline/store/reader.ts';
import { REPORT, type Workplace, workplace } from './command.ts';

let at: Workplace;
beforeAll(async () => {
  at = workplace();
  at.write('云河.txt', REPORT);
  at.write('北山.txt', '北山市营商环境调研报告\n\n一、问题\n\n一是审批环节偏多。企业反映办证要跑6个窗口。\n');
  await at.run('mine', '.', '--quiet');
});
afterAll(() => at.remove());

test('SQL, a question, a table and a question with conditions give rows', async () => {
  expect(await at.run('query', 'SELECT count(*) AS n FROM reports', '--format', 'csv')).toEqual({
    code: 0,
    out: 'n\n2\n',
    err: '',
  });
  const years = await at.run('query', 'problems_by_year', '--format', 'json');
  expect(JSON.parse(years.out)).toEqual([
    expect.objectContaining({ year: 2021, reports: 1, reports_with: 1, share: 1 }),
    expect.objectContaining({ year: null, reports: 1 }),
  ]);
  expect(JSON.parse((await at.run('query', 'reports', 'region=云河县', '--format', 'json')).out)).toHaveLength(1);
  expect((await at.run('query', 'problems', 'year=1999', '--format', 'jsonl')).out).toBe('');
});

test('a question takes its parameter by name or by place', async () => {
  const named = await at.run('query', 'countermeasures_of', 'report=供水', '--format', 'jsonl');
  const placed = await at.run('query', 'countermeasures-of', '供水', '--format', 'jsonl');
  expect(placed).toEqual(named);
  const rows = named.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(rows.length).toBeGreaterThan(1);
  expect(new Set(rows.map(({ title, path, role }) => `${title} ${path} ${role}`))).toEqual(
    new Set(['云河县农村供水调研报告 云河.txt countermeasure']),
  );
  expect(rows.every(({ section_path }) => section_path.includes('四、对策建议'))).toBe(true);
  const figures = await at.run('query', 'statistics_of_subject', '漏损', '--format', 'json');
  expect(JSON.parse(figures.out)).toEqual([
    expect.objectContaining({ surface: '35%', value: 35, unit: '%', path: '云河.txt' }),
  ]);
});

test.each([
  [['query', 'problms'], 1, /there is no question “problms”; did you mean problems/],
  [['query', 'xyzzy'], 1, /there is no question “xyzzy”; “diaoyan queries” lists them/],
  [['query', 'problems_of'], 2, /“problems_of” needs report: diaoyan query problems_of report=…/],
  [['query', 'problems', '2021'], 2, /“problems” has no use for “2021”; write column=value/],
  [['query', 'problems', 'yeer=2021'], 1, /the query does not run: .*"yeer".*there are .*"year"/],
  [
    ['query', 'SELECT * FROM reprts'],
    1,
    /the query does not run: Table with name reprts does not exist; see “diaoyan schema”/,
  ],
  [['query', "SELECT * FROM read_text('/etc/passwd')"], 1, /queries can only read this database/],
  [['query', 'SELECT $x'], 1, /the query does not run: .*; give parameters as name=value/],
  [['query', 'reports', '--db', 'no.duckdb'], 1, /there is no database at .*no\.duckdb: make one with/],
  [['schema', 'sentence'], 1, /there is no table “sentence”; did you mean sentences\?/],
  [['show', '供气'], 1, /there is no report “供气”; did you mean 云河县农村供水调研报告 \([0-9a-f]{12}-1\)\?/],
  [['show', '调研报告'], 1, /“调研报告” fits 2 reports, so give one's id: [0-9a-f]{12}-1 .*; [0-9a-f]{12}-1/],
] as const)('%j ends with code %i and one line', async (argv, code, expected) => {
  const ended = await at.run(...argv);
  expect({ code: ended.code, out: ended.out, lines: ended.err.trimEnd().split('\n').length }).toEqual({
    code,
    out: '',
    lines: 1,
  });
  expect(ended.err).toMatch(expected);
});

test('a terminal gets as much as fits its width; a pipe gets everything', async () => {
  const narrow = await at.runOnTerminal(50, 'query', 'SELECT title, text FROM reports');
  for (const line of narrow.out.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(50);
  expect((await at.run('query', 'SELECT title, text FROM reports')).out).toContain('配齐检测人员，定期开展培训。');
  const many = await at.runOnTerminal(80, 'query', 'SELECT range AS n FROM range(150)');
  expect(many.out.trimEnd().split('\n')).toHaveLength(102);
  expect(many.err).toBe('100 of 150 rows; --limit 0 shows all\n');
  expect((await at.run('query', 'SELECT range AS n FROM range(150)', '--limit', '3')).out.split('\n')).toHaveLength(6);
});

test('queries and schema need no database', async () => {
  const place = workplace();
  try {
    const queries = await place.run('queries', '--format', 'json');
    expect(JSON.parse(queries.out)).toEqual(
      expect.arrayContaining([{ question: 'problems_of report=…', answer: 'Problems of a report' }]),
    );
    expect((await place.run('schema', 'sentences')).out).toMatch(
      /^sentences {2}A sentence.*\n {2}sentence_id +VARCHAR/,
    );
    expect(JSON.parse((await place.run('schema', '--format', 'json')).out).length).toBeGreaterThan(100);
  } finally {
    place.remove();
  }
});

test('every question runs on a mined folder, and most have rows', async () => {
  const store = await openStore(join(at.folder, 'out/diaoyan.duckdb'), { readOnly: true });
  const empty: string[] = [];
  for (const question of await questions(store)) {
    const given = Object.fromEntries(question.parameters.map((name) => [name, name === 'words' ? '检测' : '供水']));
    const { rows } = await query(store, questionSql(question, question.parameters), given);
    if (rows.length === 0) empty.push(question.name);
  }
  store.close();
  expect(
    empty.filter(
      (name) => !/^audited/.test(name) && /problem|countermeasure|figure|role|report_overview|sentence/.test(name),
    ),
  ).toEqual([]);
});

test('show gives the outline with roles, points and figures', async () => {
  const { code, out } = await at.run('show', '供水');
  expect(code).toBe(0);
  expect(out).toMatch(/^云河县农村供水调研报告\n2021年（依据：落款日期） · 云河县/);
  expect(out).toMatch(/\n二、存在的主要问题.* 问题 \d/);
  expect(out).toMatch(/\n {2}一是管网老化严重【问题】 +问题 2\n {4}数字 .*漏损率 35%/);
  expect(out).toMatch(/\n {2}一是加大资金投入【对策】 +对策 2/);
  const english = await at.run('show', '供水', '--lang', 'en');
  expect(english.out).toMatch(/\n {2}一是管网老化严重【problem】 +problem 2\n {4}figures /);
  const [{ report_id: id }] = (await at.rows<{ report_id: string }>(
    "SELECT report_id FROM reports WHERE region = '云河县'",
  )) as [{ report_id: string }];
  const json = JSON.parse((await at.run('show', id.slice(0, 8), '--format', 'json')).out);
  expect(json.report_id).toBe(id);
  expect(json.outline[1].children[0]).toMatchObject({
    number: '一是',
    label: '管网老化严重',
    role: 'problem',
    sentences: { problem: 2 },
  });
  const csv = await at.run('show', id, '--format', 'csv');
  expect(csv.out.split('\n')[0]).toBe(
    'level,kind,number,label,role,problem,cause,countermeasure,practice,context,figures,id',
  );
});

test('colours are for terminals that want them', async () => {
  const color = '\u001b[';
  expect((await at.run('show', '供水')).out).not.toContain(color);
  const { out } = await at.runOnTerminal(60, 'show', '供水');
  expect(out).toContain(color);
  for (const line of out.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(60);
});
