import { describe, expect, it } from 'vitest';
import type { Raised } from '../../pipeline/compare/raised.ts';
import { randomFrom } from '../../pipeline/compare/random.ts';
import { type Answered, compareRemedies, followRemedies } from '../../pipeline/compare/remedies.ts';
import { remedySentence } from '../../pipeline/compare/wording.ts';

/*
Oracle values: Python 3, scipy 1.17.

from scipy import stats
stats.fisher_exact([[9, 3], [2, 12]])[1], stats.fisher_exact([[1, 11], [11, 3]])[1]
    -> 0.0043141741822587155, 0.0004792031228967558
stats.false_discovery_control([0.0043141741822587155, 0.0004792031228967558])  -> 0.00431417, 0.00095841
*/

const ids = (prefix: string, count: number): string[] => Array.from({ length: count }, (_, nth) => `${prefix}${nth}`);
const raise = (reports: readonly string[], theme: string): Raised[] =>
  reports.map((report) => ({ theme, role: 'problem', report }));
const answer = (reports: readonly string[], problem: string, remedy: string): Answered[] =>
  reports.map((report) => ({ problem, remedy, report }));

describe('compareRemedies', () => {
  const [from, to] = [ids('x', 20), ids('y', 20)];
  const raised = [
    ...raise(ids('x', 12), '垃圾清运'),
    ...raise(ids('y', 14), '垃圾清运'),
    ...raise(ids('x', 5), '停车'),
  ];
  const answered = [
    ...answer(ids('x', 9), '垃圾清运', '罚款'),
    ...answer(ids('y', 2), '垃圾清运', '罚款'),
    ...answer(ids('y', 11), '垃圾清运', '分类投放'),
    ...answer(['x0', 'x0'], '垃圾清运', '分类投放'),
    ...answer(ids('x', 5), '停车', '罚款'),
  ];
  const found = compareRemedies(raised, answered, from, to);
  const of = (remedy: string) => found.find((each) => each.remedy === remedy)!;

  it('counts the reports that raise the problem, and a report once', () => {
    expect(of('罚款')).toMatchObject({ problem: '垃圾清运', reports: [9, 2], of: [12, 14] });
    expect(of('分类投放')).toMatchObject({ reports: [1, 11], of: [12, 14] });
  });

  it('tests them together', () => {
    expect(of('罚款').p).toBeCloseTo(0.0043141741822587155, 12);
    expect(of('分类投放').p).toBeCloseTo(0.0004792031228967558, 12);
    expect(of('分类投放').q).toBeCloseTo(0.0009584062457935116, 12);
    expect(of('罚款').q).toBeCloseTo(0.0043141741822587155, 12);
    expect([of('罚款').status, of('分类投放').status]).toEqual(['falling', 'rising']);
  });

  it('leaves out problems that one group hardly raises', () => {
    expect(found.map(({ problem }) => problem)).not.toContain('停车');
  });

  it('says it in words to quote', () => {
    const sentence = remedySentence(of('分类投放'), ['2019', '2024'], 'zh');
    expect(sentence).toMatch(
      /^提出“垃圾清运”问题的报告中，以“分类投放”作答的，2019年占8%（1\/12，95%区间1–35%），2024年占79%/u,
    );
  });

  it('keeps the false discovery rate where remedies are given at random', () => {
    const random = randomFrom(23);
    const remedies = ids('r', 8);
    const rounds = 150;
    let discoveries = 0;
    for (let round = 0; round < rounds; round += 1) {
      const given = remedies.flatMap((remedy, nth) =>
        answer(
          [...ids('x', 12), ...ids('y', 14)].filter(() => random() < 0.15 + nth / 12),
          '垃圾清运',
          remedy,
        ),
      );
      if (compareRemedies(raised, given, from, to).some(({ q }) => q !== null && q <= 0.05)) discoveries += 1;
    }
    expect(discoveries).toBeLessThanOrEqual(rounds * 0.05 + 3 * Math.sqrt(rounds * 0.05 * 0.95));
  });
});

describe('followRemedies', () => {
  it('follows a remedy over the years of the reports that raise the problem', () => {
    const reports = Array.from({ length: 48 }, (_, nth) => ({ id: `z${nth}`, year: 2016 + Math.floor(nth / 6) }));
    const raising = reports.filter((_, nth) => nth % 6 < 5).map(({ id }) => id);
    const early = reports.filter(({ year, id }) => year < 2020 && raising.includes(id)).map(({ id }) => id);
    const [course] = followRemedies(raise(raising, '垃圾清运'), answer(early, '垃圾清运', '罚款'), reports);
    expect(course).toMatchObject({ problem: '垃圾清运', remedy: '罚款', first: 2016, last: 2019, status: 'gone' });
    expect(course!.years.map(({ reports: own }) => own)).toEqual(Array.from({ length: 8 }, () => 5));
  });
});
