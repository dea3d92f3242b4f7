import { expect, test } from 'vitest';
import { neutralize } from '../../pipeline/duplicates/neutral.ts';
import { BINS, sketchOf } from '../../pipeline/duplicates/sketch.ts';

const neutral = (text: string): string => String.fromCharCode(...neutralize(text).codes);

test.each([
  ['white space and punctuation', '经费 不足，\n人手 短缺。', '经费不足人手短缺'],
  ['figures', '共有12.5万人、三百户', '共有300人、七万户'],
  ['places', '深入云岭县走访', '深入河源县走访'],
  ['letters', 'GDP增速', 'gdp增速'],
])('hides %s', (_, left, right) => {
  expect(neutral(left)).toBe(neutral(right));
});

test('keeps what is said apart', () => {
  expect(neutral('经费不足')).not.toBe(neutral('经费充足'));
});

test('every character knows its place in the text', () => {
  const text = '一、全县 有 3600 名教师。';
  const { codes, starts, ends } = neutralize(text);
  expect(codes.length).toBe(starts.length);
  const figure = Array.from(starts).findIndex((start) => text[start] === '3');
  expect(text.slice(starts[figure]!, ends[figure]!)).toBe('3600');
});

test('signatures agree by about the Jaccard similarity', () => {
  const shared = Array.from({ length: 900 }, (_, index) => String.fromCharCode(0x4e00 + ((index * 7919) % 9000))).join(
    '',
  );
  const tail = (seed: number): string =>
    Array.from({ length: 450 }, (_, index) =>
      String.fromCharCode(0x7000 + ((index * 104729 + seed * 31337) % 8000)),
    ).join('');
  const [left, right] = [sketchOf(shared + tail(1)), sketchOf(shared + tail(2))];
  const equal = left.signature.filter((value, bin) => value === right.signature[bin]).length;
  // 900 of 1800 characters are common: Jaccard 0.5, standard deviation 0.044 over 128 bins.
  expect(equal / BINS).toBeGreaterThan(0.36);
  expect(equal / BINS).toBeLessThan(0.64);
});
