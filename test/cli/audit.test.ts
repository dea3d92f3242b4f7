import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Workplace, workplace } from './command.ts';

const FIRE = `石桥县消防站建设调研报告

一、基本情况

全县消防站在岗45人，其中30岁以下12人、31岁至45岁20人、46岁以上9人。站内共有车辆18辆，其中水罐车10辆、登高车8辆。

发放问卷500份，收回410份，回收率91%。

二、存在的主要问题

部分站点人手不足，《消防救援条例》落实不到位。

石桥县消防救援大队
2021年11月20日
`;

const TAX = `石桥县税源调研报告

一、基本情况

2020年，石桥县一般公共预算收入12.4亿元，税源集中在建材和食品两个行业。

二、存在的主要问题

骨干企业数量不足，零散税源征管手段落后。

石桥县财政局
2021年3月5日
`;

const DEBT = `石桥县乡村债务调研报告

一、总体情况

村级欠账主要用于修路和办学。2020年，石桥县一般公共预算收入15.9亿元，偿还压力较大。

二、主要问题

账目长期不清，化解办法单一，一些村没有集体收入来源。

石桥县农业农村局
2021年6月8日
`;

let at: Workplace;
beforeAll(async () => {
  at = workplace();
  at.write('a/fire.txt', FIRE);
  at.write('a/copy/fire.txt', FIRE.replace('消防站建设调研报告', '消防站建设情况汇报'));
  at.write('a/tax.txt', TAX);
  at.write('a/debt.txt', DEBT);
  await at.run('mine', 'a', '--quiet');
}, 60_000);
afterAll(() => at.remove());

interface Finding {
  readonly kind: string;
  readonly severity: string;
  readonly arithmetic: string;
  readonly stated: number;
  readonly expected: number;
  readonly figures: readonly { surface: string; text: string; path: string; char_start: number; char_end: number }[];
  readonly finding_id: string;
}

const found = async (...argv: string[]): Promise<Finding[]> =>
  JSON.parse((await at.run('audit', ...argv, '--format', 'json')).out) as Finding[];

test('a report contradicts itself: parts of another sum, a rate that does not follow, each with its arithmetic', async () => {
  const findings = (await found('消防站建设调研')).filter(({ kind }) => kind !== 'across_reports');
  expect(findings.map(({ kind, severity, stated, expected }) => [kind, severity, stated, expected])).toEqual([
    ['parts', 'error', 45, 41],
    ['share', 'error', 91, 82],
  ]);
  expect(findings[0]!.arithmetic).toContain('12＋20＋9＝41');
  expect(findings[1]!.arithmetic).toContain('410÷500＝82%');
});

test('every figure of a finding has its sentence and its place', async () => {
  const [finding] = await found('消防站建设调研');
  for (const { surface, text, path, char_start, char_end } of finding!.figures) {
    expect(path).toMatch(/fire\.txt$/);
    expect([...FIRE].slice(char_start, char_end)).toHaveLength([...surface].length);
    expect(text).toContain(surface);
  }
});

test('a copied report counts once', async () => {
  expect((await at.rows(`SELECT count(*) AS n FROM audit_findings WHERE kind = 'share'`))[0]).toEqual({ n: 2 });
  expect((await found()).filter(({ kind }) => kind === 'share')).toHaveLength(1);
});

test('values of one indicator that differ between reports are found in a pass over all of them', async () => {
  const across = (await found()).filter(({ kind }) => kind === 'across_reports');
  expect(across).toHaveLength(1);
  expect(across[0]!.figures.map(({ surface }) => surface).sort()).toEqual(['12.4亿元', '15.9亿元']);
  expect(await found('债务')).toEqual(await found('税源'));
});

test('sums that agree are listed on request only', async () => {
  const plain = await at.run('audit', '消防站建设调研');
  expect(plain.out).toContain('矛盾  分项与总数');
  expect(plain.out).not.toContain('10＋8＝18');
  expect(plain.out).toMatch(/2 errors in 1 report; not shown: \d+ confirmed sums? \(--confirmed\)/);
  expect((await at.run('audit', '消防站建设调研', '--confirmed', '--lang', 'en')).out).toMatch(
    /confirmed {2}parts and whole\n {2}10＋8＝18/,
  );
});

test('findings are rows in every format', async () => {
  const { out } = await at.run('audit', '消防站建设调研', '--format', 'csv');
  expect(out.split('\n')[0]).toBe(
    'severity,kind,arithmetic,stated,expected,figures,sentences,places,title,year,region,report_id,finding_id',
  );
  expect((await at.run('audit', '--format', 'jsonl')).out.trim().split('\n')).toHaveLength(3);
});

test('where nothing contradicts itself, it says so', async () => {
  at.write('b/quiet.txt', FIRE.replace('46岁以上9人', '46岁以上13人').replace('91%', '82%'));
  await at.run('mine', 'b', '--quiet', '--db', 'quiet.duckdb');
  expect((await at.run('audit', '--db', 'quiet.duckdb')).out).toMatch(/^No figures contradict each other; not shown: /);
});

test('a second run changes no finding, and a changed report has its new ones only', async () => {
  at.write('c/fire.txt', FIRE);
  await at.run('mine', 'c', '--quiet', '--db', 'c.duckdb');
  const before = await found('--db', 'c.duckdb', '--confirmed');
  await at.run('mine', 'c', '--quiet', '--db', 'c.duckdb', '--force');
  expect(await found('--db', 'c.duckdb', '--confirmed')).toEqual(before);
  at.write('c/fire.txt', FIRE.replace('91%', '82%'));
  await at.run('mine', 'c', '--quiet', '--db', 'c.duckdb');
  expect((await found('--db', 'c.duckdb')).map(({ kind }) => kind)).toEqual(['parts']);
});

test('documents that reports cite are listed by year', async () => {
  const cited = await at.rows('SELECT document, year, reports, mentions FROM policies_by_year');
  expect(cited).toEqual([{ document: '消防救援条例', year: 2021, reports: 1, mentions: 1 }]);
});
