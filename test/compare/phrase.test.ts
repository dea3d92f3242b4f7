import { describe, expect, it } from 'vitest';
import { companies } from '../../pipeline/compare/company.ts';
import {
  logLikelihood,
  neighboursOf,
  occurrencesIn,
  type PhraseSentence,
  phraseYears,
  rivalsOf,
} from '../../pipeline/compare/phrase.ts';
import { ranksOf, spearman } from '../../pipeline/compare/rank.ts';

/*
Oracle values: Python 3, scipy 1.17.

from scipy import stats
stats.spearmanr([1, 2, 2, 5, 4], [3, 1, 4, 4, 9])                                        -> 0.605263157894737
stats.chi2_contingency([[8, 2], [5, 85]], correction=False, lambda_='log-likelihood')    -> 28.64864485520408
*/

const sentence = (...terms: readonly string[]): PhraseSentence => ({ text: terms.join(''), terms });

describe('ranks', () => {
  it('shares the mean rank among equals', () => expect(ranksOf([10, 20, 20, 5])).toEqual([2, 3.5, 3.5, 1]));
  it('correlates ranks', () => expect(spearman([1, 2, 2, 5, 4], [3, 1, 4, 4, 9])).toBeCloseTo(0.605263157894737, 12));
  it('finds nothing where nothing varies', () => expect(spearman([1, 1, 1], [1, 2, 3])).toBe(0));
});

describe('a phrase', () => {
  it('is counted in texts, year by year', () => {
    const uses = occurrencesIn('水表', [[{ text: '水表换水表。' }], [{ text: '无。' }], [{ text: '水表。' }]]);
    expect(uses).toEqual([2, 0, 1]);
    expect(phraseYears(uses, [2019, 2019, 2020])).toMatchObject([
      { year: 2019, reports: 2, using: 1, occurrences: 2 },
      { year: 2020, reports: 1, using: 1, occurrences: 1 },
    ]);
  });

  it('weighs neighbours by log-likelihood', () => {
    expect(logLikelihood(8, 10, 5, 90)).toBeCloseTo(28.64864485520408, 9);
    expect(logLikelihood(1, 10, 45, 90)).toBeLessThan(0);
  });

  it('knows what stands beside it', () => {
    const sentences = [
      ...Array.from({ length: 4 }, () => sentence('水表', '安装')),
      ...Array.from({ length: 9 }, () => sentence('道路', '硬化')),
      sentence('道路', '安装'),
    ];
    expect(neighboursOf('水表', sentences).map(({ term }) => term)).toEqual(['安装']);
  });

  it('finds the term in the same company that went when it came', () => {
    const of = (term: string, count: number): string[][] =>
      Array.from({ length: count }, () => ['为', '农户', '安装', term, '入户']);
    const sentences = [
      ...of('机械表', 8),
      ...of('智能表', 8),
      ...Array.from({ length: 12 }, () => ['通村', '道路', '硬化']),
    ];
    const shares = new Map([
      ['机械表', [1, 0.8, 0.3, 0]],
      ['智能表', [0, 0.2, 0.7, 1]],
      ['道路', [1, 0.5, 0.2, 0]],
      ['入户', [0.5, 0.5, 0.5, 0.5]],
    ]);
    const rivals = rivalsOf(
      '智能表',
      [...shares.keys()],
      companies([{ report: 'r', sentences }], new Set(shares.keys())),
      (term) => shares.get(term)!,
    );
    expect(rivals.map(({ term, direction }) => [term, direction])).toEqual([['机械表', 'replaced']]);
  });
});
