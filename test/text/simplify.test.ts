import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toSimplified } from '../../pipeline/text/simplify.ts';

describe('toSimplified', () => {
  it.each([
    ['關於鄉鎮幹部隊伍建設的調研報告', '关于乡镇干部队伍建设的调研报告'],
    ['存在問題：經費不足', '存在问题：经费不足'],
    ['关于乡镇干部队伍的报告 12.5%', '关于乡镇干部队伍的报告 12.5%'],
    ['', ''],
  ])('%s', (text, simplified) => {
    expect(toSimplified(text)).toBe(simplified);
  });
  it('keeps the length, so that offsets hold, and needs no second pass', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const simplified = toSimplified(text);
        expect(simplified).toHaveLength(text.length);
        expect(toSimplified(simplified)).toBe(simplified);
      }),
    );
  });
});
