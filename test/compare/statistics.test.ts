import { describe, expect, it } from 'vitest';
import { residualFrequency } from '../../pipeline/compare/burstiness.ts';
import { deviationOfProportions } from '../../pipeline/compare/dispersion.ts';
import { adjustFalseDiscovery } from '../../pipeline/compare/false-discovery.ts';
import { fisherExact } from '../../pipeline/compare/fisher.ts';
import { type Interval, riskRatio, shareDifference, wilsonInterval } from '../../pipeline/compare/intervals.ts';
import { logOdds } from '../../pipeline/compare/log-odds.ts';
import { leastP, permutationTest, relabellings } from '../../pipeline/compare/permutation.ts';
import { normalTail, trendTest } from '../../pipeline/compare/trend.ts';

/*
Oracle values: Python 3, numpy 2.4, scipy 1.17.

import numpy as np, math
from scipy import stats
from scipy.stats.contingency import relative_risk
from itertools import combinations
def wilson(k, n):
    r = stats.binomtest(k, n).proportion_ci(method='wilson'); return r.low, r.high
def newcombe(a, n, b, m):
    p, q = a/n, b/m; l1, u1 = wilson(a, n); l2, u2 = wilson(b, m); d = p-q
    return d, d-math.sqrt((p-l1)**2+(u2-q)**2), d+math.sqrt((u1-p)**2+(q-l2)**2)
def rr0(a, n, b, m):
    a, n, b, m = a+.5, n+1, b+.5, m+1; e = a/n/(b/m); s = math.sqrt(1/a-1/n+1/b-1/m); z = stats.norm.ppf(.975)
    return e, e*math.exp(-z*s), e*math.exp(z*s)
fisher = lambda a, n, b, m: stats.fisher_exact([[a, n-a], [b, m-b]])[1]
def log_odds(y1, n1, y2, n2, a, a0):
    d = math.log((y1+a)/(n1+a0-y1-a))-math.log((y2+a)/(n2+a0-y2-a)); return d, d/math.sqrt(1/(y1+a)+1/(y2+a))
def dp(c, s):
    c = np.array(c, float); s = np.array(s, float); v = c/c.sum(); s = s/s.sum(); return .5*np.abs(v-s).sum()/(1-s.min())
def permutation(v, k):
    v = np.array(v, float); seen = abs(v[:k].mean()-v[k:].mean())
    ways = [abs(v[list(w)].mean()-np.delete(v, list(w)).mean()) for w in combinations(range(len(v)), k)]
    return np.mean(np.array(ways) >= seen-1e-12)
def trend(x, n, r):
    x, n, r = map(lambda q: np.array(q, float), (x, n, r)); N = n.sum(); p = r.sum()/N; T = (x*(r-n*p)).sum()
    V = p*(1-p)*((n*x*x).sum()-(n*x).sum()**2/N); z = T/math.sqrt(V)
    return np.polyfit(x, r/n, 1, w=np.sqrt(n))[0], z, 2*stats.norm.sf(abs(z))
relative_risk(36, 60, 20, 58), stats.false_discovery_control([.01, .04, .03, .005, .5, .2])
residual = lambda cf, df, D: -math.log2(df/D)+math.log2(1-math.exp(-cf/D))
*/

const close = (got: Interval, [estimate, low, high]: readonly number[]): void => {
  expect(got.estimate).toBeCloseTo(estimate!, 9);
  expect(got.low).toBeCloseTo(low!, 9);
  expect(got.high).toBeCloseTo(high!, 9);
};

describe('intervals', () => {
  it.each([
    [0, 6, [0, 0, 0.3903342879021653]],
    [3, 6, [0.5, 0.18761630648265054, 0.8123836935173494]],
    [6, 6, [1, 0.6096657120978346, 1]],
    [41, 212, [41 / 212, 0.14588042986308886, 0.25182564240732314]],
  ])('Wilson, %i of %i', (k, n, expected) => close(wilsonInterval(k, n), expected));

  it('knows nothing of no reports', () => {
    expect(wilsonInterval(0, 0)).toMatchObject({ estimate: Number.NaN, low: 0, high: 1 });
  });

  it.each([
    [56, 70, 48, 80, [0.2, 0.052431472402364815, 0.3338726540369059]],
    [0, 10, 3, 12, [-0.25, -0.5323053349335657, 0.07088041569940845]],
  ])('difference, %i of %i less %i of %i', (a, n, b, m, expected) => close(shareDifference(a, n, b, m), expected));

  it.each([
    [36, 60, 20, 58, [1.74, 1.1541552003047424, 2.623217396759633]],
    [5, 6, 1, 6, [5, 0.8063888101609263, 31.00241432543056]],
    [5, 6, 0, 6, [11, 0.7401093984714633, 163.48934394009788]],
    [6, 6, 6, 6, [1, 0.7478413721287479, 1.337181971028798]],
  ])('ratio, %i of %i to %i of %i', (a, n, b, m, expected) => close(riskRatio(a, n, b, m), expected));
});

/** p of the permutation test, the first `first` values against the others. */
const chance = (values: readonly number[], first: number): number =>
  permutationTest(
    { reports: [...values.keys()], values },
    values.slice(0, first).reduce((sum, value) => sum + value, 0),
    relabellings(first, values.length),
  );

describe('tests', () => {
  it.each([
    [5, 6, 0, 6, 0.01515151515151515],
    [3, 6, 3, 6, 1],
    [41, 212, 12, 180, 0.0003063762562066665],
    [1, 4, 3, 5, 0.5238095238095237],
    [0, 5, 0, 7, 1],
  ])('Fisher, %i of %i against %i of %i', (a, n, b, m, p) => expect(fisherExact(a, n, b, m)).toBeCloseTo(p, 10));

  it('adjusts p-values in their order and leaves out what was not tested', () => {
    const adjusted = adjustFalseDiscovery([0.01, 0.04, null, 0.03, 0.005, 0.5, 0.2]);
    const expected = [0.03, 0.06, null, 0.06, 0.03, 0.5, 0.24];
    for (const [index, q] of expected.entries()) {
      if (q === null) expect(adjusted[index]).toBeNull();
      else expect(adjusted[index]).toBeCloseTo(q, 12);
    }
  });

  it.each([
    [[3, 2.5, 4, 3.3, 0, 1, 0.2, 0.9], 4, 0.02857142857142857],
    [[1, 0, 2, 1, 0, 2], 3, 1],
    [[5, 1, 1, 2, 0, 1, 1], 2, 0.23809523809523808],
  ])('permutation of %j, the first %i', (values, first, p) => expect(chance(values, first)).toBeCloseTo(p, 12));

  it('draws relabellings where there are too many, the same each time', () => {
    const values = [9, 8, 7, 6, 5, 9, 8, 7, 6, 8, 1, 2, 3, 4, 5, 2, 3, 4, 7, 6];
    const p = chance(values, 10);
    // scipy.stats.permutation_test with 200,000 resamples: 0.00043
    expect(p).toBeLessThan(0.003);
    expect(p).toBeGreaterThanOrEqual(leastP(relabellings(10, 20)));
    expect(chance(values, 10)).toBe(p);
  });

  it.each([
    [
      [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025],
      [6, 6, 6, 6, 6, 6, 6, 6],
      [0, 0, 0, 2, 3, 4, 6, 6],
      [0.1686507936507799, 5.396825396825397, 6.783033842661689e-8],
    ],
    [
      [2018, 2019, 2021],
      [10, 4, 7],
      [6, 3, 1],
      [-0.15856777493606286, -1.9374549517943642, 0.05268975494173325],
    ],
  ])('Cochran–Armitage, %j', (years, reports, raising, [slope, z, p]) => {
    const trend = trendTest(
      years.map((year, index) => ({ year, reports: reports[index]!, raising: raising[index]! })),
    )!;
    expect(trend.slope).toBeCloseTo(slope!, 9);
    expect(trend.z).toBeCloseTo(z!, 9);
    expect(trend.p / p!).toBeCloseTo(1, 5);
  });

  it('sees no trend where nothing varies', () => {
    expect(trendTest([{ year: 2019, reports: 4, raising: 2 }])).toBeNull();
    expect(trendTest([2019, 2020].map((year) => ({ year, reports: 4, raising: 4 })))).toBeNull();
  });

  it.each([
    [0, 0.5],
    [1, 0.15865525393145707],
    [1.96, 0.024997895148220435],
    [4.5, 3.3976731247300535e-6],
  ])('tail beyond %d', (z, p) => expect(normalTail(z) / p).toBeCloseTo(1, 6));
});

describe('words', () => {
  it.each([
    [20, 5000, 4, 6000, 2.5, 1000, 1.3986918581956624, 3.1410220508795716],
    [0, 5000, 9, 5000, 0.9, 1000, -2.399396624296477, -2.1793602117514665],
  ])('log-odds, %i of %i against %i of %i', (y1, n1, y2, n2, alpha, total, delta, z) => {
    const got = logOdds(y1, n1, y2, n2, alpha, total);
    expect(got.delta).toBeCloseTo(delta, 10);
    expect(got.z).toBeCloseTo(z, 10);
  });

  it.each([
    [[1, 2, 3, 4, 5], [10, 10, 20, 30, 30], 0.07407407407407406],
    [[0, 0, 9], [5, 5, 2], 1],
    [[2, 2, 2], [7, 7, 7], 0],
  ])('dispersion of %j over %j', (counts, sizes, dp) =>
    expect(deviationOfProportions(counts, sizes)).toBeCloseTo(dp, 12),
  );

  it.each([
    [40, 10, 500, 1.9426768965257666],
    [40, 38, 500, 0.016677477969543997],
  ])('residual frequency of %i occurrences in %i of %i blocks', (occurrences, holding, blocks, expected) =>
    expect(residualFrequency(occurrences, holding, blocks)).toBeCloseTo(expected, 10),
  );
});
