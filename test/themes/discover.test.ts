import { describe, expect, test } from 'vitest';
import { clusterAgreement } from '../../pipeline/evaluate/clusters.ts';
import { discoverThemes } from '../../pipeline/themes/discover.ts';
import type { PointWords } from '../../pipeline/themes/vectors.ts';

const GROUPS: Readonly<Record<string, readonly string[]>> = {
  殡葬: ['殡葬', '公墓', '火化', '丧事', '祭扫', '骨灰'],
  彩礼: ['彩礼', '婚俗', '攀比', '嫁娶', '红娘', '婚介'],
  野猪: ['野猪', '毁坏', '庄稼', '猎捕', '护林', '围栏'],
};

/** Points on three subjects, five to a report, each report with a word that stands in all of its points. */
function points(reports: number): PointWords[] {
  return Array.from({ length: reports * 3 }, (_, index) => {
    const words = Object.values(GROUPS)[index % 3]!;
    const turn = Math.floor(index / 3);
    const some = words.filter((_, place) => (place + turn) % 3 !== 0);
    return {
      report: `r${String(turn).padStart(2, '0')}`,
      claim: [some.slice(0, 2)],
      body: [[...some, `县${turn}`, '群众']],
      theme: null,
    };
  });
}

const all = (items: readonly unknown[]): number[] => items.map((_, index) => index);

describe('discovered themes', () => {
  const given = points(8);

  test('are the groups that the points were made of', () => {
    const { themes, assignments } = discoverThemes(given, all(given), []);
    expect(themes).toHaveLength(3);
    const truth = assignments.map(({ point }) => String(point % 3));
    expect(
      clusterAgreement(
        truth,
        assignments.map(({ theme }) => theme),
      ).ari,
    ).toBe(1);
    for (const { label } of themes) {
      const words = Object.values(GROUPS).find((group) => group.some((word) => label.includes(word)));
      expect(words).toBeDefined();
    }
  });

  test('are the same from run to run', () => {
    expect(discoverThemes(given, all(given), [])).toEqual(discoverThemes(given, all(given), []));
  });

  test('keep their ids when reports are added, and take the new points', () => {
    const before = discoverThemes(given, all(given), []);
    const more = points(12);
    const open = all(more).slice(given.length);
    const after = discoverThemes(more, open, before.themes);
    expect(after.themes).toEqual([]);
    const groups = new Map(before.assignments.map(({ point, theme }) => [point % 3, theme]));
    expect(after.assignments).toHaveLength(open.length);
    for (const { point, theme } of after.assignments) expect(theme).toBe(groups.get(point % 3));
  });

  test('need five points in three reports', () => {
    const few = points(2);
    expect(discoverThemes(few, all(few), []).themes).toEqual([]);
    expect(discoverThemes([], [], [])).toEqual({ themes: [], assignments: [] });
  });
});

// Values of a program in Python that counts all pairs of items, and entropies of labels.
test.each([
  [['a', 'a', 'b', 'b'], [0, 0, 1, 1], 1, 1],
  [['a', 'a', 'b', 'b'], [0, 0, 1, 2], 0.5714, 0.8],
  [['a', 'a', 'b', 'b'], [0, 1, 0, 1], -0.5, 0],
  [['a', 'a', 'a', 'b', 'b', 'c'], [0, 0, 1, 1, 2, 2], 0.0741, 0.5207],
])('agreement of %j and %j', (truth, found, ari, vMeasure) => {
  const agreement = clusterAgreement(truth, found);
  expect(agreement.ari).toBeCloseTo(ari, 3);
  expect(agreement.vMeasure).toBeCloseTo(vMeasure, 3);
});
