import { describe, expect, it } from 'vitest';
import { chooseExamples } from '../../pipeline/compare/examples.ts';
import { nameGroup, yearGroup } from '../../pipeline/compare/groups.ts';
import { periodsOf } from '../../pipeline/compare/periods.ts';
import { spreadOut } from '../../pipeline/compare/postings.ts';
import { randomFrom, shuffle } from '../../pipeline/compare/random.ts';
import { countWordsAndPhrases, type TermDocument } from '../../pipeline/compare/term-counts.ts';
import { compareTerms } from '../../pipeline/compare/terms.ts';

const isTerm = (word: string): boolean => word.length >= 2;
const document = (report: string, ...sentences: readonly string[]): TermDocument => ({
  report,
  sentences: sentences.map((sentence) => sentence.split(' ')),
});

/** Reports of many neutral words, with `own` sentences put in. */
const filler = (nth: number): string =>
  Array.from({ length: 40 }, (_, index) => `词语${String.fromCharCode(0x4e00 + ((index * 7 + nth * 3) % 60))}`).join(
    ' ',
  );
const group = (prefix: string, count: number, own: readonly string[]): TermDocument[] =>
  Array.from({ length: count }, (_, nth) => document(`${prefix}${nth}`, filler(nth), ...own));

/** The reports from `first` on, of `total`, as the second group. */
const last = (first: number, total: number): Uint8Array =>
  Uint8Array.from({ length: total }, (_, report) => (report < first ? 0 : 1));

describe('countWordsAndPhrases', () => {
  const documents = ['a', 'b', 'c'].map((report) =>
    document(report, '小型 水库 除险 加固 的 进度 慢', '村级 水库 管护 弱', '小型 水库 除险 加固 资金 少'),
  );

  it('counts words and phrases as often as they stand there', () => {
    const counts = countWordsAndPhrases(documents, isTerm);
    const of = (term: string): number => spreadOut(counts, counts.terms.indexOf(term), 3)[0]!;
    expect(of('水库')).toBe(3);
    expect(of('小型水库除险加固')).toBe(2);
    expect(of('除险加固')).toBe(2);
  });

  it('lets a word that says nothing begin a phrase that is never without it', () => {
    const bound = ['a', 'b', 'c'].map((report) =>
      document(report, '落实 科学 发展观', '树立 科学 发展观 ， 科学 种田'),
    );
    expect(countWordsAndPhrases(bound, isTerm).terms).toContain('科学发展观');
    const loose = ['a', 'b', 'c'].map((report) => document(report, '科学 种田 ， 种田 ， 种田', '科学 种田'));
    expect(countWordsAndPhrases(loose, isTerm).terms).not.toContain('科学种田');
  });

  it('makes no phrase over punctuation or function words', () => {
    const { terms } = countWordsAndPhrases(documents, isTerm);
    expect(terms.filter((term) => term.includes('的') || term.includes('加固进度'))).toEqual([]);
  });
});

describe('compareTerms', () => {
  const documents = [
    ...group('x', 6, ['整治 围湖 造田', '整治 围湖 造田', '巡查']),
    ...group('y', 6, ['安装 智能 水表', '安装 智能 水表', '巡查']),
  ];
  const differences = compareTerms(countWordsAndPhrases(documents, isTerm), last(6, 12));
  const found = (term: string) => differences.find((difference) => difference.term === term);

  it('finds what each group has more of, as the longest phrase', () => {
    expect(found('安装智能水表')).toMatchObject({ count: [0, 12], reports: [0, 6] });
    expect(found('安装智能水表')!.z).toBeGreaterThan(0);
    expect(found('整治围湖造田')!.z).toBeLessThan(0);
    expect(found('安装智能水表')!.p).toBeLessThan(0.01);
  });

  it('leaves out parts of a longer term, and what both have', () => {
    expect(found('智能水表')).toBeUndefined();
    expect(found('巡查')).toBeUndefined();
  });

  it('leaves out what a single report repeats', () => {
    const loud = [
      ...documents,
      document('y9', filler(9), ...Array.from({ length: 30 }, () => '鱼塘 承包')),
      document('y8', '鱼塘 承包'),
    ];
    expect(compareTerms(countWordsAndPhrases(loud, isTerm), last(6, 14)).map(({ term }) => term)).not.toContain(
      '鱼塘承包',
    );
  });

  it('leaves out words strewn as evenly as chance, which are of style, but not those that gather', () => {
    const random = randomFrom(17);
    const strewn = (nth: number): TermDocument => ({
      report: `y${nth}`,
      sentences: Array.from({ length: 80 }, (_, line) => [
        `词语${String.fromCharCode(0x4e00 + Math.floor(random() * 60))}`,
        '，',
        ...(line % 8 === 4 ? ['妥善'] : []),
        ...(line >= 40 && line < 50 ? ['水表'] : []),
      ]),
    });
    const early = Array.from({ length: 6 }, (_, nth) =>
      document(`x${nth}`, ...Array.from({ length: 80 }, () => `词语${String.fromCharCode(0x4e00 + nth)}`)),
    );
    const later = Array.from({ length: 6 }, (_, nth) => strewn(nth));
    const terms = compareTerms(countWordsAndPhrases([...early, ...later], isTerm), last(6, 12)).map(({ term }) => term);
    expect(terms).toContain('水表');
    expect(terms).not.toContain('妥善');
  });

  it('keeps the false discovery rate when reports are relabelled at random', () => {
    const random = randomFrom(3);
    const words = Array.from({ length: 120 }, (_, index) => `词${String.fromCharCode(0x5000 + index)}`);
    const texts = Array.from({ length: 16 }, (_, nth) =>
      document(
        `r${nth}`,
        Array.from({ length: 150 }, () => `${words[Math.floor(random() ** 2 * words.length)]!} ，`).join(' '),
      ),
    );
    const rounds = 20;
    let discoveries = 0;
    for (let round = 0; round < rounds; round += 1) {
      const relabelled = shuffle(texts, random);
      if (compareTerms(countWordsAndPhrases(relabelled, isTerm), last(8, 16)).some(({ q }) => q <= 0.05))
        discoveries += 1;
    }
    expect(discoveries).toBeLessThanOrEqual(rounds * 0.05 + 3 * Math.sqrt(rounds * 0.05 * 0.95));
  });
});

describe('groups', () => {
  it.each([
    ['2019', [2019], [2018, null]],
    ['2018..2020', [2018, 2019, 2020], [2017, 2021]],
    ['2020..2018,2024', [2018, 2024], [2021]],
    ['2018-2019', [2018, 2019], [2020]],
  ])('%s', (written, inside, outside) => {
    const { holds } = yearGroup(written);
    expect(inside.every((year) => holds(year))).toBe(true);
    expect(outside.some((year) => holds(year))).toBe(false);
  });

  it('refuses what are no years', () => {
    expect(() => yearGroup('last year')).toThrow(/write 2019, 2018\.\.2020 or 2018,2021/);
  });

  it('takes names that hold the one given', () => {
    expect(nameGroup('青禾县').holds('青禾县教育局')).toBe(true);
    expect(nameGroup('青禾县,石岭区').holds('云汀县')).toBe(false);
  });

  it('cuts many years into few periods', () => {
    expect(periodsOf([2018, 2019, 2019]).map(({ label }) => label)).toEqual(['2018', '2019']);
    const years = Array.from({ length: 50 }, (_, index) => 1960 + index);
    expect(periodsOf(years).map(({ label }) => label)).toEqual([
      '1960–1964',
      '1965–1969',
      '1970–1974',
      '1975–1979',
      '1980–1984',
      '1985–1989',
      '1990–1994',
      '1995–1999',
      '2000–2004',
      '2005–2009',
    ]);
  });
});

describe('chooseExamples', () => {
  it('takes short whole sentences of different reports', () => {
    const sentences = [
      { id: '1', report: 'a', text: '水表坏了。' },
      { id: '2', report: 'a', text: '全镇的水表大半已经坏了三年，没有人来修。' },
      { id: '3', report: 'b', text: '村民自己出钱换水表，一户要两百多元，意见很大。' },
      { id: '4', report: 'c', text: '道路不平。' },
    ];
    expect(chooseExamples(sentences, '水表', 2).map(({ id }) => id)).toEqual(['2', '3']);
  });
});
