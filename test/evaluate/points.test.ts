import { describe, expect, test } from 'vitest';
import { overlap, scoreLinks, scorePairs, scorePoints } from '../../pipeline/evaluate/points.ts';

const span = (start: number, end: number) => ({ start, end });

test('points that open in one sentence count once', () => {
  expect(scorePoints([1, 1, 4, 9], [1, 4, 6])).toMatchObject({ right: 2, wrong: 1, missed: 1 });
});

test('links count by both ends and kind', () => {
  const gold = [
    { from: 5, to: 1, kind: 'cause_of' },
    { from: 7, to: 1, kind: 'answers' },
  ] as const;
  const predicted = [
    { from: 5, to: 1, kind: 'cause_of' },
    { from: 7, to: 1, kind: 'cause_of' },
    { from: 7, to: 2, kind: 'answers' },
  ] as const;
  expect(scoreLinks(predicted, gold)).toMatchObject({ right: 1, wrong: 2, missed: 1 });
});

describe('causal pairs', () => {
  test.each([
    [span(0, 10), span(0, 10), 1],
    [span(0, 10), span(3, 10), 0.7],
    [span(0, 4), span(4, 8), 0],
    [span(2, 2), span(2, 2), 0],
  ])('overlap of %o and %o is %d', (a, b, expected) => expect(overlap(a, b)).toBeCloseTo(expected));

  test('the direction counts, and a gold pair is met once', () => {
    const gold = [{ cause: span(0, 10), effect: span(12, 20) }];
    expect(scorePairs([{ cause: span(12, 20), effect: span(0, 10) }], gold)).toMatchObject({
      right: 0,
      wrong: 1,
      missed: 1,
    });
    expect(scorePairs([gold[0]!, { cause: span(1, 10), effect: span(12, 20) }], gold)).toMatchObject({
      right: 1,
      wrong: 1,
    });
  });
});
