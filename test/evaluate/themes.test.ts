import { expect, test } from 'vitest';
import { evaluateThemes, parseThemeGold, themeAgreement } from '../../pipeline/evaluate/themes.ts';

const PAIRS = [
  { gold: ['funding'], allowed: ['staffing'], found: ['funding', 'staffing'] },
  { gold: ['staffing', 'pay'], allowed: [], found: ['staffing', 'diplomacy'] },
  { gold: ['pay'], allowed: [], found: [] },
];

test('an allowed theme is wrong strictly and does not count leniently', () => {
  const { points, strict, lenient } = evaluateThemes(PAIRS);
  expect(points).toBe(3);
  expect(strict).toMatchObject({ right: 2, wrong: 2, missed: 2, precision: 0.5, recall: 0.5, f1: 0.5 });
  expect(lenient).toMatchObject({ right: 2, wrong: 1, missed: 2, precision: 2 / 3, recall: 0.5 });
});

test('every theme has its score, the most frequent in gold first', () => {
  const { themes } = evaluateThemes(PAIRS);
  expect(Array.from(themes, ([theme, { right, wrong, missed }]) => [theme, right, wrong, missed])).toEqual([
    ['pay', 0, 0, 2],
    ['funding', 1, 0, 0],
    ['staffing', 1, 1, 0],
    ['diplomacy', 0, 1, 0],
  ]);
});

test('where annotators agree on none, any of theirs is right and none is a miss', () => {
  const open = { gold: [], allowed: ['pay', 'funding'] };
  expect(evaluateThemes([{ ...open, found: ['funding'] }]).strict).toMatchObject({ right: 1, wrong: 0, missed: 0 });
  expect(evaluateThemes([{ ...open, found: ['staffing'] }]).strict).toMatchObject({ right: 0, wrong: 1, missed: 1 });
});

const LINES = `# a comment
a\tpay\tfunding\tpay\tpay\tfunding
b\tstaffing pay\t-\tstaffing\tstaffing pay\tpay staffing
`;

test('reads the themes of annotators, and how far they agree', () => {
  const gold = parseThemeGold(LINES, 'gold.tsv');
  expect(gold.get('b')).toEqual({
    required: ['staffing', 'pay'],
    allowed: [],
    given: [['staffing'], ['staffing', 'pay'], ['pay', 'staffing']],
  });
  // Shared labels twice, over the labels of both: 2·2/(2+3), 2·1/(2+3), 2·2/(3+3).
  expect([...themeAgreement(gold.values())]).toEqual([
    ['1 and 2', expect.closeTo(0.8, 10)],
    ['1 and 3', expect.closeTo(0.4, 10)],
    ['2 and 3', expect.closeTo(2 / 3, 10)],
  ]);
  expect(() => parseThemeGold('a\tpay', 'gold.tsv')).toThrow('gold.tsv, line 1');
});
