import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Io } from '../../pipeline/cli/io.ts';
import { main } from '../../pipeline/main.ts';
import { PLAN } from './plan.ts';

const folder = mkdtempSync(join(tmpdir(), 'diaoyan-drift-'));
const db = join(folder, 'corpus.duckdb');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...argv: readonly string[]): Promise<{ code: number; out: string }> {
  const out: string[] = [];
  const screen = { write: (text: string) => void out.push(text), tty: false, columns: 100 };
  const io: Io = { stdout: screen, stderr: { ...screen, write: () => undefined }, cwd: resolve('.'), env: {} };
  return { code: await main(argv, io), out: out.join('') };
}

/** What a status means for the share of reports: up, down, or neither. */
const SIGN: Readonly<Record<string, number>> = { new: 1, rising: 1, falling: -1, gone: -1 };

describe('the planned drift of the sample corpus, as mined', () => {
  const found = new Map<string, string>();

  beforeAll(async () => {
    expect((await run('mine', 'corpus/reports', '--db', db, '--quiet')).code).toBe(0);
    const { out } = await run('diff', '--db', db, '--level', 'theme', '--format', 'jsonl');
    for (const line of out.trim().split('\n')) {
      const { role, theme, status } = JSON.parse(line) as Record<string, string>;
      found.set(`${role} ${theme}`, status!);
    }
  }, 120_000);

  it.each(PLAN.filter(([, , status]) => status !== 'steady' && status !== 'returned'))(
    'finds which way %s %s goes',
    (role, theme, status) => {
      expect(SIGN[found.get(`${role} ${theme}`)!]).toBe(SIGN[status]);
    },
  );

  it.each(PLAN.filter(([, , status]) => status === 'returned'))('finds that %s %s returns', (role, theme) => {
    expect(found.get(`${role} ${theme}`)).toBe('returned');
  });

  it.each(PLAN.filter(([, , status]) => status === 'steady'))('finds no change of %s %s', (role, theme) => {
    expect(found.get(`${role} ${theme}`)).toBe('steady');
  });

  it('finds that the formalism that returned is no longer answered by supervision, with an answer of either side', async () => {
    const { out } = await run(
      'diff',
      '--db',
      db,
      '--remedies',
      '--from',
      '2018..2019',
      '--to',
      '2023..2025',
      '--format',
      'jsonl',
    );
    const rows = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const clear = rows.filter(({ status }) => status !== 'steady' && status !== 'few');
    expect(clear.map(({ problem }) => problem)).toEqual(clear.map(() => '形式主义负担'));
    const supervision = clear.find(({ remedy }) => remedy === '监督问责');
    expect(supervision).toMatchObject({ status: 'gone', to_reports: 0 });
    expect(supervision.from_example).not.toBe(supervision.to_example);
    expect(supervision.from_char_end).toBeGreaterThan(supervision.from_char_start);
    expect(supervision.finding).toContain('提出“形式主义负担”问题的报告中');
  });

  it('says in the default output whether the same problem meets other remedies', async () => {
    expect((await run('diff', '--db', db)).out).toMatch(/同样的问题，不同的对策：.*1对变化显著/u);
    const { out } = await run('diff', '--db', db, '--from', '2018', '--to', '2019');
    expect(out).toMatch(/同样的问题，不同的对策：.*没有显著变化/u);
  });

  it('compares two groups, each term with a place that holds it', async () => {
    const { code, out } = await run(
      'diff',
      '--db',
      db,
      '--from',
      '2018..2020',
      '--to',
      '2023..2025',
      '--level',
      'term',
      '--format',
      'jsonl',
    );
    const rows = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(rows.find(({ term }) => term === '数据')).toMatchObject({ more_in: 'to' });
    expect(rows.every(({ term, example }) => example.includes(term))).toBe(true);
  });

  it.each([
    [['diff', '--from', '2019'], 2],
    [['diff', '--from', '2018..2020', '--to', '2020'], 2],
    [['diff', '--from', 'then', '--to', '2020'], 2],
    [['diff', '--role', 'worry'], 2],
    [['diff', '--from', '1990', '--to', '2020'], 1],
    [['track'], 2],
    [['track', '--region', '无名县'], 1],
    [['compare', '无此报告', '也无'], 1],
    [['phrase', '没有这样的话'], 1],
  ])('%j ends with code %i', async (argv, code) => {
    expect((await run(...argv, '--db', db)).code).toBe(code);
  });

  it('follows a place and a phrase', async () => {
    const fates = new Set<string>();
    for (const region of ['石岭区', '青禾县', '望川县']) {
      const tracked = await run('track', '--region', region, '--db', db, '--format', 'jsonl');
      for (const line of tracked.out.trim().split('\n')) {
        const row = JSON.parse(line);
        fates.add(row.fate);
        if (row.later_label !== null) expect(row.later_char_end).toBeGreaterThan(row.later_char_start);
      }
    }
    expect([...fates].sort()).toEqual(['answered', 'dropped', 'new', 'persists', 'reworded']);
    const { out } = await run('phrase', '台账', '--db', db, '--format', 'jsonl');
    const years = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .filter(({ kind }) => kind === 'year');
    expect(years.map(({ year }) => year)).toEqual([2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025]);
    expect(years.find(({ year }) => year === 2021)).toMatchObject({ reports: 0, of: 6 });
  });

  it('finds the copy of a report point by point', async () => {
    const { out } = await run(
      'compare',
      '2024年柳溪县农村养老服务',
      '2024年云汀县农村养老服务',
      '--db',
      db,
      '--format',
      'jsonl',
    );
    const rows = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const kinds = rows.map(({ kind }) => kind as string);
    expect(kinds.filter((kind) => kind === 'matched').length).toBeGreaterThanOrEqual(12);
    expect(kinds).toContain('copied');
    expect(rows.filter(({ kind }) => kind === 'figure').length).toBeGreaterThanOrEqual(20);
  });
});
