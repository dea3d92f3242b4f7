import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCsv } from '../../pipeline/cli/csv.ts';

test.each([
  [
    'a,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a;b\r\n1;2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a\tb\r1\t2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a,b\n"x, ""y""","z\nz"\n',
    [
      ['a', 'b'],
      ['x, "y"', 'z\nz'],
    ],
  ],
  [
    'a,b\n\n,\n 1 ,\n',
    [
      ['a', 'b'],
      ['1', ''],
    ],
  ],
  [
    '路径,年份\n报告.txt,2021',
    [
      ['路径', '年份'],
      ['报告.txt', '2021'],
    ],
  ],
  ['', []],
])('%j', (text, expected) => {
  const { records, fault } = parseCsv(text);
  expect({ records: records.map(({ fields }) => fields), fault }).toEqual({ records: expected, fault: null });
});

test('lines count from 1, breaks inside of quotation marks included', () => {
  expect(parseCsv('a,b\n"1\n1",2\n\n3,4').records.map(({ line }) => line)).toEqual([1, 2, 5]);
});

test.each([
  ['a\n"b', 2],
  ['a\nx\n"b"c\n', 3],
])('what cannot be read ends the reading with its line: %j', (text, line) => {
  expect(parseCsv(text).fault?.line).toBe(line);
});

const field = fc.stringMatching(/^[ab水",;\t\r\n]*$/).map((text) => text.trim());
test('what is written by the rules of RFC 4180 reads back', () => {
  const rows = fc.array(fc.array(field, { minLength: 2, maxLength: 2 }).filter(([first]) => first !== ''));
  fc.assert(
    fc.property(rows, (records) => {
      const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const text = [['x', 'y'], ...records].map((each) => each.map(quote).join(',')).join('\r\n');
      expect(parseCsv(text).records.map(({ fields }) => fields)).toEqual([['x', 'y'], ...records]);
    }),
  );
});
