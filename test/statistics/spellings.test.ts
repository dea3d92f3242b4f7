import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractStatistics } from '../../pipeline/statistics/statistics.ts';
import { documentOf } from './document.ts';

const DIGITS = '零一二三四五六七八九';

/** A whole number below 100 million in Chinese numerals, as a speaker says it. */
const chinese = (value: number): string => numeral(value).replace(/^一十/, '十');

function numeral(value: number): string {
  if (value >= 1e4) {
    const rest = value % 1e4;
    return `${numeral(Math.floor(value / 1e4))}万${rest === 0 ? '' : (rest < 1000 ? '零' : '') + numeral(rest)}`;
  }
  let text = '';
  let isGap = false;
  for (const [scale, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / scale) % 10;
    if (digit === 0) isGap = text !== '';
    else {
      text += (isGap ? '零' : '') + DIGITS[digit] + name;
      isGap = false;
    }
  }
  return text;
}

const wide = (text: string): string =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
const spaced = (text: string): string => text.replace(/(\d)(\D)$/, '$1 $2');
const grouped = (value: number): string => value.toLocaleString('en-US');

/** What stands before and behind the quantity, with the qualifier and the limits that it makes. */
const QUALIFIERS = [
  ['', '', 'exact'],
  ['约', '', 'approx'],
  ['近', '', 'approx'],
  ['', '左右', 'approx'],
  ['超过', '', 'at_least'],
  ['', '以上', 'at_least'],
  ['不到', '', 'at_most'],
  ['', '以内', 'at_most'],
] as const;
const UNITS = ['人', '亩', '元', '公里', '吨', '户', '台', '家'] as const;

describe('a quantity in all its spellings', () => {
  it('is read back with value, unit and qualifier, on its exact span', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 99_999_999 }),
        fc.constantFrom(...UNITS),
        fc.constantFrom(...QUALIFIERS),
        (value, unit, [before, after, qualifier]) => {
          for (const numeral of [String(value), wide(String(value)), grouped(value), chinese(value)]) {
            expectRow(numeral, { value, unit, before, after, qualifier });
          }
        },
      ),
    );
  });

  it('is read back with 万 and 亿 folded in', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        fc.constantFrom(['万', 1e4], ['亿', 1e8], ['万亿', 1e12]),
        fc.constantFrom(...UNITS),
        (hundredths, [scale, factor], unit) => {
          const numeral = String(hundredths / 100) + scale;
          const value = Math.round(hundredths * ((factor as number) / 100));
          expectRow(numeral, { value, unit, before: '', after: '', qualifier: 'exact' });
          expectRow(spaced(numeral), { value, unit, before: '', after: '', qualifier: 'exact' });
        },
      ),
    );
  });

  it('is read back as a percentage in signs and in words', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 0, max: 9 }), (whole, tenth) => {
        const value = Number(`${whole}.${tenth}`);
        const words = `百分之${chinese(whole)}${tenth === 0 ? '' : `点${DIGITS[tenth]}`}`;
        for (const text of [`${value}%`, `${value}％`, words])
          expect(only(`合格率为${text}。`)).toMatchObject({ value, unit: '%' });
      }),
    );
  });

  it('is read back as a range', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 5000 }),
        fc.integer({ min: 1, max: 5000 }),
        fc.constantFrom('-', '—', '－', '至', '到', '~'),
        (low, gap, joint) => {
          const text = `每处安排${low}${joint}${low + gap}亩。`;
          expect(only(text)).toMatchObject({ value: low, valueMax: low + gap, unit: '亩' });
        },
      ),
    );
  });
});

interface Expected {
  readonly value: number;
  readonly unit: string;
  readonly before: string;
  readonly after: string;
  readonly qualifier: string;
}

function expectRow(numeral: string, { value, unit, before, after, qualifier }: Expected): void {
  const surface = before + numeral + unit + after;
  const text = `全镇登记${surface}。`;
  const row = only(text);
  expect(row).toMatchObject({ value, unit, qualifier });
  expect(text.slice(row.start, row.end)).toBe(surface);
}

function only(text: string) {
  const rows = extractStatistics(documentOf(text));
  expect(rows, text).toHaveLength(1);
  return rows[0]!;
}

describe('any text', () => {
  it('gives rows whose spans lie in their sentence, in order and without overlap', () => {
    const piece = fc.constantFrom(
      '一',
      '十',
      '万',
      '3',
      '2.5',
      '%',
      '个',
      '年',
      '约',
      '以上',
      '，',
      '。',
      '（',
      '）',
      '“',
      '”',
      '《',
      '》',
      '占',
      '增长',
      '镇',
      'x',
      '*',
      '-',
      '至',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const document = documentOf(pieces.join(''));
        let end = 0;
        for (const row of extractStatistics(document)) {
          const sentence = document.sentences[row.sentence]!;
          expect(row.start).toBeGreaterThanOrEqual(Math.max(end, sentence.start));
          expect(row.end).toBeGreaterThan(row.start);
          expect(row.end).toBeLessThanOrEqual(sentence.end);
          end = row.end;
        }
      }),
    );
  });
});
