import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Raised } from '../../pipeline/compare/raised.ts';
import { randomFrom, shuffle } from '../../pipeline/compare/random.ts';
import { segmentYears } from '../../pipeline/compare/segments.ts';
import { type DatedReport, followThemes } from '../../pipeline/compare/theme-years.ts';
import { compareThemes } from '../../pipeline/compare/themes.ts';
import { courseSentence, differenceSentence } from '../../pipeline/compare/wording.ts';

/** Six reports a year from 2018 on, of which `counts[i]` raise the theme in year i. */
function planned(theme: string, counts: readonly number[]): { reports: DatedReport[]; raised: Raised[] } {
  const reports = counts.flatMap((_, index) =>
    Array.from({ length: 6 }, (__, nth) => ({ id: `${2018 + index}-${nth}`, year: 2018 + index })),
  );
  const raised = counts.flatMap((count, index) =>
    Array.from({ length: count }, (_, nth) => ({ theme, role: 'problem', report: `${2018 + index}-${nth}` })),
  );
  return { reports, raised };
}

const ids = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);

/** `a` of `n` reports of 2019 and `b` of `m` of 2024 raise one theme. */
function twoGroups(a: number, n: number, b: number, m: number) {
  const raised = [...ids('x', a), ...ids('y', b)].map((report) => ({ theme: '农村供水', role: 'problem', report }));
  return compareThemes(raised, ids('x', n), ids('y', m))[0]!;
}

describe('compareThemes', () => {
  it.each([
    [0, 12, 9, 12, 'new'],
    [9, 12, 0, 12, 'gone'],
    [3, 20, 15, 20, 'rising'],
    [15, 20, 3, 20, 'falling'],
    [5, 12, 6, 12, 'steady'],
    [0, 3, 3, 3, 'few'],
  ])('%i of %i, then %i of %i: %s', (a, n, b, m, status) => expect(twoGroups(a, n, b, m).status).toBe(status));

  it('counts a report once, however many points it has, and no reports outside the groups', () => {
    const raised = ['x0', 'x0', 'x1', 'z9'].map((report) => ({ theme: '农村供水', role: 'problem', report }));
    expect(compareThemes(raised, ids('x', 4), ids('y', 4))[0]!.reports).toEqual([2, 0]);
  });

  it('says the ratio with its interval in words to quote', () => {
    const sentence = differenceSentence(twoGroups(20, 58, 36, 60), '“农村供水”问题', ['2019', '2022..2024'], 'zh');
    expect(sentence).toBe(
      '2022—2024年提出“农村供水”问题的报告占60%（36/60），约为2019年（34%，20/58）的1.7倍（95%区间1.2–2.6），基于118份报告。',
    );
    expect(differenceSentence(twoGroups(0, 12, 9, 12), '“农村供水”问题', ['2019', '2024'], 'zh')).toContain('均未提出');
    expect(differenceSentence(twoGroups(0, 3, 3, 3), '“农村供水”问题', ['2019', '2024'], 'zh')).toContain('报告太少');
    expect(differenceSentence(twoGroups(5, 12, 6, 12), '“农村供水”问题', ['2019', '2024'], 'zh')).toContain(
      '差异不显著',
    );
  });
});

describe('followThemes', () => {
  it.each([
    [[0, 0, 0, 2, 3, 4, 6, 6], 'new'],
    [[0, 1, 1, 2, 3, 4, 6, 6], 'rising'],
    [[6, 6, 5, 3, 1, 0, 0, 0], 'gone'],
    [[6, 5, 4, 3, 2, 2, 1, 1], 'falling'],
    [[5, 5, 0, 0, 0, 4, 5, 5], 'returned'],
    [[4, 4, 4, 4, 4, 4, 4, 4], 'steady'],
    [[2, 3, 1, 2, 4, 2, 1, 3], 'steady'],
  ])('%j is %s', (counts, status) => {
    const { reports, raised } = planned('农村供水', counts);
    expect(followThemes(raised, reports)[0]!.status).toBe(status);
  });

  it('gives first and last year and the turning points', () => {
    const { reports, raised } = planned('农村供水', [5, 5, 0, 0, 0, 4, 5, 5]);
    const [course] = followThemes(raised, reports);
    expect(course).toMatchObject({ first: 2018, last: 2025, raising: 24 });
    expect(courseSentence(course!, 'zh')).toBe(
      '2018–2019年83%（10/12），2020–2022年0%（0/18），2023–2025年78%（14/18）',
    );
  });

  it('calls too few reports what they are', () => {
    const reports = [2019, 2020].map((year) => ({ id: `${year}`, year }));
    expect(followThemes([{ theme: '农村供水', role: 'problem', report: '2020' }], reports)[0]!.status).toBe('few');
  });

  it('keeps the false discovery rate when years are relabelled at random', () => {
    const random = randomFrom(7);
    const years = Array.from({ length: 40 }, (_, index) => 2018 + (index % 8));
    const raised = Array.from({ length: 12 }, (_, theme) => theme).flatMap((theme) =>
      Array.from({ length: 40 }, (_, report) => ({ theme: `t${theme}`, role: 'problem', report: `r${report}` })).filter(
        () => random() < 0.15 + theme / 20,
      ),
    );
    const rounds = 60;
    let discoveries = 0;
    for (let round = 0; round < rounds; round += 1) {
      const labels = shuffle(years, random);
      const reports = labels.map((year, index) => ({ id: `r${index}`, year }));
      if (followThemes(raised, reports).some(({ q }) => q !== null && q <= 0.05)) discoveries += 1;
    }
    // Where nothing is true, every discovery is false: at most 5 % of rounds; three standard deviations above that.
    expect(discoveries).toBeLessThanOrEqual(rounds * 0.05 + 3 * Math.sqrt(rounds * 0.05 * 0.95));
  }, 30_000);

  it('keeps the false discovery rate between two random groups', () => {
    const random = randomFrom(11);
    const reports = ids('r', 40);
    const raised = Array.from({ length: 15 }, (_, theme) => theme).flatMap((theme) =>
      reports
        .filter(() => random() < 0.1 + theme / 20)
        .map((report) => ({ theme: `t${theme}`, role: 'problem', report })),
    );
    const rounds = 200;
    let discoveries = 0;
    for (let round = 0; round < rounds; round += 1) {
      const labels = shuffle(reports, random);
      if (compareThemes(raised, labels.slice(0, 20), labels.slice(20)).some(({ q }) => q !== null && q <= 0.05))
        discoveries += 1;
    }
    expect(discoveries).toBeLessThanOrEqual(rounds * 0.05 + 3 * Math.sqrt(rounds * 0.05 * 0.95));
  });
});

describe('segmentYears', () => {
  it('covers all years in order, whatever the counts', () => {
    const count = fc.integer({ min: 0, max: 9 }).chain((reports) => fc.tuple(fc.constant(reports), fc.nat(reports)));
    fc.assert(
      fc.property(fc.array(count, { minLength: 1, maxLength: 12 }), (counts) => {
        const years = counts.map(([reports, raising], index) => ({ year: 2010 + index, reports, raising }));
        const segments = segmentYears(years);
        expect(segments[0]!.first).toBe(2010);
        expect(segments.at(-1)!.last).toBe(2009 + counts.length);
        for (const [index, { first }] of segments.slice(1).entries()) expect(first).toBe(segments[index]!.last + 1);
        expect(segments.reduce((sum, { raising }) => sum + raising, 0)).toBe(
          years.reduce((sum, { raising }) => sum + raising, 0),
        );
      }),
    );
  });

  it('does not cut what varies by chance', () => {
    expect(
      segmentYears([3, 4, 3, 2, 4, 3].map((raising, index) => ({ year: 2015 + index, reports: 6, raising }))),
    ).toHaveLength(1);
  });
});
