import { describe, expect, it } from 'vitest';
import { companies, cosine, sharedKeys } from '../../pipeline/compare/company.ts';
import {
  joinUnused,
  logLikelihood,
  neighboursOf,
  occurrencesIn,
  type PhraseYear,
  phraseYears,
} from '../../pipeline/compare/phrase.ts';
import { randomFrom, shuffle } from '../../pipeline/compare/random.ts';
import { replacementsAt, turnsOf } from '../../pipeline/compare/replaced.ts';
import { countWordsAndPhrases, type TermDocument } from '../../pipeline/compare/term-counts.ts';

/*
Oracle values: Python 3, scipy 1.17.

from scipy import stats
stats.chi2_contingency([[8, 2], [5, 85]], correction=False, lambda_='log-likelihood')    -> 28.64864485520408
*/

describe('a phrase', () => {
  it('is counted in texts, year by year', () => {
    const held = (report: string, text: string) => ({ report, text });
    const reports = ['a', 'b', 'c'].map((id) => ({ id }));
    const uses = occurrencesIn('水表', reports, [held('a', '水表换水表。'), held('c', '水表。')]);
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
    const everywhere = new Map([
      ['安装', 12],
      ['水表', 12],
      ['道路', 200],
      ['硬化', 200],
    ]);
    const sentences = Array.from({ length: 8 }, () => ['安装', '道路']);
    expect(neighboursOf('水表', sentences, everywhere).map(({ term }) => term)).toEqual(['安装']);
  });

  it('joins the years without it before and after', () => {
    const years = phraseYears([0, 0, 1, 0, 1, 0], [2015, 2016, 2017, 2018, 2019, 2020]);
    expect(joinUnused(years).map(({ label, using, reports }) => [label, using, reports])).toEqual([
      ['2015–2016', 0, 2],
      ['2017', 1, 1],
      ['2018', 0, 1],
      ['2019', 1, 1],
      ['2020', 0, 1],
    ]);
  });
});

describe('companies', () => {
  const documents = [
    {
      sentences: [
        ['为', '农户', '安装', '智能', '表', '入户'],
        ['给', '农户', '安装', '机械表', '入户'],
        ['通村', '道路'],
      ],
    },
  ];
  const companyOf = companies(documents, new Set(['智能表', '机械表', '道路']), (word) => word.length > 1);

  it('knows what stands right beside a term, whatever words make it', () => {
    expect([...companyOf('智能表').slots.keys()].sort()).toEqual(['安装＿', '农户…＿', '＿入户'].sort());
    expect(sharedKeys(companyOf('智能表').slots, companyOf('机械表').slots)).toContain('安装＿');
  });

  it('measures likeness from 0 to 1', () => {
    expect(cosine(companyOf('智能表').slots, companyOf('道路').slots)).toBe(0);
    expect(cosine(companyOf('智能表').matter, companyOf('智能表').matter)).toBeCloseTo(1, 12);
  });
});

describe('replacements', () => {
  const isTerm = (word: string): boolean => word.length > 1;
  /** Twelve reports a side: `old` before and `young` after in the same sentences, among much that does not change. */
  const verbs = ['安装', '更换', '维修', '校验'];
  const report = (id: string, meter: string, nth: number): TermDocument => ({
    report: id,
    sentences: [
      [`村民${nth % 5}`, verbs[nth % 4]!, meter, '，', '抄表', `户数${nth % 7}`],
      ['镇上', verbs[(nth + 1) % 4]!, meter, nth % 2 === 0 ? '以后' : '之前', '抄表', '收费'],
      ['通村', '道路', '硬化', '，', `路段${String.fromCharCode(0x4e00 + nth)}`],
      ['灌渠', '清淤'],
    ],
  });
  const years = Array.from({ length: 24 }, (_, nth) => 2000 + nth);
  const documents = years.map((year, nth) => report(`r${year}`, year < 2012 ? '机械水表' : '智能水表', nth));
  const counts = countWordsAndPhrases(documents, isTerm);
  const yearsOf = (phrase: string): PhraseYear[] =>
    phraseYears(
      documents.map(({ sentences }) => sentences.flat().filter((word) => word === phrase).length),
      years,
    );
  const found = (phrase: string) =>
    turnsOf(yearsOf(phrase)).flatMap((turn) => replacementsAt(turn, phrase, documents, years, counts, isTerm));

  it('knows when a phrase came and went', () => {
    expect(turnsOf(yearsOf('智能水表'))).toEqual([{ direction: 'came', before: [2000, 2011], after: [2012, 2023] }]);
    expect(turnsOf(yearsOf('机械水表'))).toEqual([{ direction: 'went', before: [2000, 2011], after: [2012, 2023] }]);
    expect(turnsOf(yearsOf('灌渠'))).toEqual([]);
  });

  it('finds the term in the same company that went when it came, with its shares', () => {
    expect(found('智能水表')).toMatchObject([
      { term: '机械水表', relation: 'replaced', reports: [12, 0], of: [12, 12] },
    ]);
    expect(found('智能水表')[0]!.shared).toContain('＿…抄表');
  });

  it('finds the term that came when it went', () => {
    expect(found('机械水表')).toMatchObject([{ term: '智能水表', relation: 'replaced by' }]);
  });

  it('finds none where what went keeps other company', () => {
    const others = documents.map((document, nth) => ({
      ...document,
      sentences: [...document.sentences.slice(2), nth < 12 ? ['戏台', '塌', '了'] : ['安装', '路灯', '照明']],
    }));
    const [turn] = turnsOf(
      phraseYears(
        years.map((year) => (year < 2012 ? 0 : 1)),
        years,
      ),
    );
    expect(replacementsAt(turn!, '路灯', others, years, countWordsAndPhrases(others, isTerm), isTerm)).toEqual([]);
  });

  it('keeps the false discovery rate when years are relabelled at random', () => {
    const random = randomFrom(29);
    const mixed = documents.map(({ report, sentences }, nth) => ({
      report,
      sentences: [
        ...sentences,
        ['安装', `水表${String.fromCharCode(0x5000 + Math.floor(random() * 8))}`, '入户', `户${nth % 3}`],
      ],
    }));
    const turn = { direction: 'came', before: [2000, 2011], after: [2012, 2023] } as const;
    const rounds = 40;
    let discoveries = 0;
    for (let round = 0; round < rounds; round += 1) {
      const labels = shuffle(years, random);
      const own = countWordsAndPhrases(mixed, isTerm);
      if (replacementsAt(turn, '入户', mixed, labels, own, isTerm).length > 0) discoveries += 1;
    }
    expect(discoveries).toBeLessThanOrEqual(rounds * 0.05 + 3 * Math.sqrt(rounds * 0.05 * 0.95));
  });
});
