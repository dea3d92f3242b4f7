import { afterAll, beforeAll, expect, test } from 'vitest';
import { indicatorName, likeness, seriesOf } from '../../pipeline/statistics/series.ts';
import { type Workplace, workplace } from './command.ts';

let at: Workplace;
beforeAll(async () => {
  at = workplace();
  const report = (year: number, lines: readonly string[]): string =>
    `石桥县养老服务调研报告\n\n一、基本情况\n\n${lines.join('\n\n')}\n\n石桥县民政局\n${year}年9月10日\n`;
  at.write('a/2020.txt', report(2020, ['全县养老床位数2400张，护理人员180人。', '城区另有日间照料中心17处。']));
  at.write(
    'a/2022.txt',
    report(2022, ['2021年，全县养老床位3100张。', '到2025年，力争全县养老床位达到4000张。', '养老床位比上年增加12%。']),
  );
  await at.run('mine', 'a', '--quiet');
}, 60_000);
afterAll(() => at.remove());

interface Point {
  readonly measure: string;
  readonly year: number;
  readonly year_from: string;
  readonly value: number;
  readonly is_target: boolean;
  readonly text: string;
}

test('an indicator is followed through reports and years under its spellings, with the sentence behind each value', async () => {
  const points = JSON.parse((await at.run('series', '养老床位', '--unit', '张', '--format', 'json')).out) as Point[];
  expect(points.map(({ year, year_from, value, is_target }) => [year, year_from, value, is_target])).toEqual([
    [2020, 'report', 2400, false],
    [2021, 'sentence', 3100, false],
    [2025, 'sentence', 4000, true],
  ]);
  expect(points[1]!.text).toBe('2021年，全县养老床位3100张。');
});

test('levels and changes of an indicator are series of their own', async () => {
  const points = JSON.parse((await at.run('series', '养老床位数', '--format', 'json')).out) as Point[];
  expect(points.filter(({ measure }) => measure === 'change').map(({ value }) => value)).toEqual([12]);
});

test('the table says which years are those of the report, and which values are targets', async () => {
  const { out, err } = await at.run('series', '养老床位', '--unit', '张');
  expect(out).toMatch(/2020\* .*2400张 +事实/);
  expect(out).toMatch(/2025 .*4000张.* +目标/);
  expect(err).toContain('* year of the report');
});

test('csv has a row for each value with its place in the report', async () => {
  const { out } = await at.run('series', '护理人员', '--format', 'csv');
  const [head, row, ...more] = out.trim().split('\n');
  expect(head).toContain('value_base,unit_base');
  expect(row).toContain(',180,');
  expect(more).toEqual([]);
});

test('where nothing is found, names that are like it are offered', async () => {
  const { code, err } = await at.run('series', '床位');
  expect(code).toBe(1);
  expect(err).toContain('no report has a value of “床位”; like it: 养老床位 (');
});

test('a place or unit without values says so', async () => {
  const { code, err } = await at.run('series', '养老床位', '--region', '外乡');
  expect(code).toBe(1);
  expect(err).toContain('leave out --region or --unit');
});

test.each([
  ['全县行政编制数', null, '行政编制'],
  ['石桥县养老床位', '石桥县', '养老床位'],
  ['参保人数', null, '参保人数'],
  ['乡镇的总户数（含农场）', null, '乡镇总户数'],
  ['数', null, '数'],
])('“%s” of %s is named %s', (subject, place, name) => {
  expect(indicatorName(subject, place)).toBe(name);
});

const row = {
  subject: '空置率',
  unit: '%',
  unitBase: '%',
  direction: null,
  base: null,
  place: null,
  before: '为',
} as const;

test.each([
  [{ ...row, unit: '百分点', direction: 'up' as const, before: '升' }, 'change'],
  [{ ...row, direction: 'up' as const, before: '高到' }, 'level'],
  [{ ...row, direction: 'down' as const, before: '下降' }, 'change'],
  [{ ...row, base: '全国平均水平' }, 'change'],
  [row, 'level'],
])('a rise by and a rise to are told apart: %o is a %s', (each, measure) => {
  expect(seriesOf([each])[0]!.measure).toBe(measure);
});

test('people are counted in one unit, whatever the measure word', () => {
  const people = ['人', '名', '位'].map((unit) => ({ ...row, unit, unitBase: unit }));
  expect(seriesOf(people)).toMatchObject([{ unit: '人', rows: { length: 3 } }]);
});

test('likeness is 1 for the same, more for a part than for a few shared characters, 0 for nothing in common', () => {
  expect(likeness('事业编制', '事业编制')).toBe(1);
  expect(likeness('编制', '事业编制')).toBe(0.75);
  expect(likeness('行政编制', '事业编制')).toBeCloseTo(1 / 3);
  expect(likeness('床位', '事业编制')).toBe(0);
});
