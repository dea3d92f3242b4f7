import pc from 'picocolors';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { formatTable } from '../../pipeline/cli/format.ts';
import { truncate, wrap } from '../../pipeline/cli/width.ts';
import type { Format } from '../../pipeline/config.ts';
import type { Table } from '../../pipeline/store/reader.ts';

const TABLE: Table = {
  columns: [
    { name: 'year', type: 'INTEGER' },
    { name: 'text', type: 'VARCHAR' },
    { name: 'also', type: 'VARCHAR[]' },
  ],
  rows: [
    [2021, '管网“老化”,严重', ['cause', 'context']],
    [null, 'a|b\nc "d"', []],
  ],
};
const plain = pc.createColors(false);
const show = (table: Table, format: Format, width: number | null = null) =>
  formatTable(table, format, { width, colors: plain });

test.each([
  [
    'table',
    'year  text             also\n────  ───────────────  ──────────────\n2021  管网“老化”,严重  cause; context\n      a|b c "d"\n',
  ],
  ['csv', 'year,text,also\n2021,"管网“老化”,严重",cause; context\n,"a|b\nc ""d""",\n'],
  [
    'jsonl',
    '{"year":2021,"text":"管网“老化”,严重","also":["cause","context"]}\n{"year":null,"text":"a|b\\nc \\"d\\"","also":[]}\n',
  ],
  [
    'markdown',
    '| year | text | also |\n| ---: | --- | --- |\n| 2021 | 管网“老化”,严重 | cause; context |\n|  | a\\|b<br>c "d" |  |\n',
  ],
] as const)('%s', (format, expected) => {
  const width = (text: string) => text.split('\n').map((line) => stringWidth(line.trimEnd()));
  if (format === 'table') expect(width(show(TABLE, format))).toEqual(width(expected));
  else expect(show(TABLE, format)).toBe(expected);
});

test('json reads back as the rows', () => {
  expect(JSON.parse(show(TABLE, 'json'))).toEqual([
    { year: 2021, text: '管网“老化”,严重', also: ['cause', 'context'] },
    { year: null, text: 'a|b\nc "d"', also: [] },
  ]);
  expect(JSON.parse(show({ ...TABLE, rows: [] }, 'json'))).toEqual([]);
  expect(show({ ...TABLE, rows: [] }, 'jsonl')).toBe('');
});

const LONG = '由于县级财政困难，导致管网改造资金缺口较大，部分村庄供水没有保障。'.repeat(6);
const WIDE: Table = {
  columns: TABLE.columns,
  rows: [
    [2021, LONG, ['cause']],
    [2022, '水', []],
  ],
};

test.each([40, 60, 100])('on a terminal of %i columns no line is wider, and short columns stay whole', (width) => {
  const lines = show(WIDE, 'table', width).trimEnd().split('\n');
  for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
  expect(lines[2]).toContain('2021');
  expect(lines.some((line) => line.includes('…'))).toBe(true);
});

test('where nothing may be cut the whole text stands in one line', () => {
  expect(show(WIDE, 'table')).toContain(LONG);
  for (const format of ['csv', 'json', 'jsonl', 'markdown'] as const) expect(show(WIDE, format, 40)).toContain(LONG);
});

test('more columns than fit become a block of lines for each row', () => {
  const names = Array.from({ length: 12 }, (_, index) => `column_${index}`);
  const table = {
    columns: names.map((name) => ({ name, type: 'VARCHAR' })),
    rows: [names.map(() => LONG), names.map(() => '水')],
  };
  const lines = show(table, 'table', 60).trimEnd().split('\n');
  expect(lines[0]).toMatch(/^── 1 ─+$/);
  expect(lines.filter((line) => line === 'column_11  水')).toHaveLength(1);
  for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(60);
});

test.each([
  ['管网老化', 8, '管网老化'],
  ['管网老化', 7, '管网老…'],
  ['管网老化', 6, '管网…'],
  ['abc', 2, 'a…'],
])('%s in %i columns is %s', (text, width, expected) => {
  expect(truncate(text, width)).toBe(expected);
});

test('wrapped lines hold all characters in order, and Latin words stay whole', () => {
  expect(wrap(LONG, 17).join('')).toBe(LONG);
  expect(wrap('the reports of 2021', 8)).toEqual(['the', 'reports', 'of 2021']);
  expect(wrap(LONG, 20, 2)).toHaveLength(2);
});
