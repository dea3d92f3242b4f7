import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseChineseNumeral } from '../../pipeline/text/numerals.ts';

describe('parseChineseNumeral', () => {
  it.each([
    ['十', 10],
    ['十五', 15],
    ['二十', 20],
    ['一百零三', 103],
    ['一百二', 120],
    ['三万五', 35000],
    ['一千二百三十', 1230],
    ['二〇一九', 2019],
    ['两亿三千万', 230000000],
    ['壹佰贰拾', 120],
    ['零', 0],
  ])('%s is %d', (text, value) => expect(parseChineseNumeral(text)).toBe(value));
  it.each(['', '三个', '12', '百度一下'])('%s is no numeral', (text) => expect(parseChineseNumeral(text)).toBeNull());

  it('reads every number below ten thousand as it is spelled', () => {
    const digits = '零一二三四五六七八九';
    const spell = (value: number): string => {
      let text = '';
      let gap = false;
      for (const [unit, name] of [
        [1000, '千'],
        [100, '百'],
        [10, '十'],
        [1, ''],
      ] as const) {
        const digit = Math.floor(value / unit) % 10;
        if (digit === 0) gap = text !== '';
        else {
          text += (gap ? '零' : '') + digits[digit] + name;
          gap = false;
        }
      }
      return text;
    };
    fc.assert(fc.property(fc.integer({ min: 1, max: 9999 }), (value) => parseChineseNumeral(spell(value)) === value));
  });
});
