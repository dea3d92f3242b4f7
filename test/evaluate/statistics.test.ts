import { describe, expect, it } from 'vitest';
import { addCounts, rates, scoreStatistics } from '../../pipeline/evaluate/statistics.ts';

const quantity = (
  surface: string,
  value: number | null,
  unit: string,
  subject = '甲',
  direction: 'up' | null = null,
) => ({
  surface,
  value,
  valueMax: null,
  unit,
  qualifier: 'exact',
  direction,
  subject,
});

describe('scoring of quantities', () => {
  it('gives full marks for equal lists', () => {
    const rows = [quantity('5人', 5, '人', '教师'), quantity('3 %', 3, '%', '比例', 'up')];
    const scores = scoreStatistics('教师5人，比例增长3%。', rows, rows);
    for (const level of ['span', 'value', 'unit', 'subject_partial', 'subject_exact'] as const) {
      expect(scores[level]).toEqual({ gold: 2, predicted: 2, right: 2 });
    }
    expect(scores.direction).toEqual({ gold: 1, predicted: 1, right: 1 });
  });

  it('pairs by overlap, once each', () => {
    const scores = scoreStatistics(
      '约5人和5人',
      [quantity('约5人', 5, '人')],
      [quantity('5人', 5, '人'), quantity('5人', 5, '人')],
    );
    expect(scores.span).toEqual({ gold: 2, predicted: 1, right: 1 });
  });

  it('counts a level only where the one below holds', () => {
    const scores = scoreStatistics('5人', [quantity('5人', 6, '人')], [quantity('5人', 5, '人')]);
    expect([scores.span.right, scores.value.right, scores.unit.right]).toEqual([1, 0, 0]);
  });

  it('takes a rounded fraction for the exact one, and half of the subject for a part', () => {
    const scores = scoreStatistics(
      '三分之一',
      [quantity('三分之一', 1 / 3, '', '农户总数')],
      [quantity('三分之一', 0.3333, '', '农户')],
    );
    expect([scores.value.right, scores.subject_partial.right, scores.subject_exact.right]).toEqual([1, 1, 0]);
  });

  it('has rates of one where there is nothing, and adds counts', () => {
    expect(rates({ gold: 0, predicted: 0, right: 0 }).f1).toBe(1);
    expect(rates({ gold: 2, predicted: 0, right: 0 }).f1).toBe(0);
    expect(addCounts({ gold: 1, predicted: 2, right: 1 }, { gold: 1, predicted: 0, right: 0 })).toEqual({
      gold: 2,
      predicted: 2,
      right: 1,
    });
  });
});
