import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ListLevel, labelled, nextLabel, writeNumber } from '../../pipeline/ingest/numbers.ts';
import { parseChineseNumeral } from '../../pipeline/text/numerals.ts';

describe('writeNumber', () => {
  it.each([
    ['chineseCounting', 1, '一'],
    ['chineseCounting', 10, '十'],
    ['chineseCounting', 12, '十二'],
    ['chineseCounting', 20, '二十'],
    ['chineseCounting', 105, '一百零五'],
    ['japaneseCounting', 23, '二十三'],
    ['ideographDigital', 10, '一〇'],
    ['chineseLegalSimplified', 12, '壹拾贰'],
    ['decimalEnclosedCircle', 3, '③'],
    ['decimalEnclosedCircle', 21, '21'],
    ['decimalEnclosedParen', 2, '⑵'],
    ['ideographEnclosedCircle', 4, '㈣'],
    ['ideographTraditional', 2, '乙'],
    ['decimalFullWidth', 12, '１２'],
    ['decimalZero', 7, '07'],
    ['upperRoman', 14, 'XIV'],
    ['lowerLetter', 28, 'bb'],
    ['bullet', 3, ''],
    ['noSuchFormat', 3, '3'],
    ['chineseCounting', 0, '0'],
  ])('%s %i', (format, value, text) => {
    expect(writeNumber(format, value)).toBe(text);
  });

  it('writes what a reader of numerals reads back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (value) => {
        expect(parseChineseNumeral(writeNumber('chineseCounting', value))).toBe(value);
      }),
    );
  });
});

const level = (format: string, text: string, restartAfter: number | null = null): ListLevel => ({
  start: 1,
  format,
  text,
  restartAfter,
});

describe('nextLabel', () => {
  const levels = [level('chineseCounting', '%1、'), level('chineseCounting', '（%2）'), level('decimal', '%3.')];
  const run = (depths: readonly number[], own = levels) => {
    const counts: (number | null)[] = [];
    return depths.map((depth) => nextLabel(own, counts, depth));
  };
  it('starts a level again after one above it', () => {
    expect(run([0, 1, 1, 2, 2, 0, 1, 2])).toEqual(['一、', '（一）', '（二）', '1.', '2.', '二、', '（一）', '1.']);
  });
  it('does not where the level says never', () => {
    expect(run([0, 1, 0, 1], [levels[0]!, level('decimal', '%2.', -1)])).toEqual(['一、', '1.', '二、', '2.']);
  });
  it('writes the numbers of levels above', () => {
    expect(run([0, 1, 1], [level('decimal', '%1.'), level('decimal', '%1.%2')])).toEqual(['1.', '1.1', '1.2']);
  });
  it('labels nothing with bullets', () => {
    expect(run([0], [level('bullet', '•')])).toEqual(['']);
  });
});

describe('labelled', () => {
  it.each([
    ['一、', '基本情况', '一、基本情况'],
    ['1.', '2020年以来', '1. 2020年以来'],
    ['（1）', '2020年', '（1）2020年'],
    ['', '2020年', '2020年'],
  ])('%s and %s', (label, text, line) => {
    expect(labelled(label, text)).toBe(line);
  });
});
