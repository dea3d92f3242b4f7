import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Role } from '../../pipeline/model/role.ts';
import { asset } from '../../pipeline/text/asset.ts';
import { countTerms, isTerm } from '../../pipeline/words/terms.ts';
import { cutWords, tokenizeReport } from '../../pipeline/words/words.ts';
import { outlineOf } from '../structure.ts';
import { anyText } from '../texts.ts';

const LEXICON = asset('words/lexicon.txt').trim().split('\n');
const STOPWORDS = asset('words/stopwords.txt').trim().split(/\s+/u);
const words = (text: string): string[] => cutWords(text).map(({ start, end }) => text.slice(start, end));

describe('the lexicon', () => {
  it.each(LEXICON)('%s is a word, its frequency and its part of speech', (line) =>
    expect(line).toMatch(/^\p{Script=Han}{2,8} [1-9]\d* [a-z]{1,2}$/u),
  );
  const terms = LEXICON.map((line) => line.split(' ')[0]!);
  it('has every word once, none of them a stopword', () => {
    expect(new Set(terms).size).toBe(terms.length);
    expect(terms.filter((term) => STOPWORDS.includes(term))).toEqual([]);
  });
  it.each(terms)('cuts %s as one word', (term) => expect(words(`关于${term}，要重视。`)).toContain(term));
  it.each(terms)('counts %s as a term', (term) => expect(isTerm(term)).toBe(true));
});

describe('the stopwords', () => {
  it('are words of Han characters, each once', () => {
    expect(STOPWORDS.filter((word) => !/^\p{Script=Han}{1,5}$/u.test(word))).toEqual([]);
    expect(STOPWORDS.filter((word, index) => STOPWORDS.indexOf(word) !== index)).toEqual([]);
  });
});

describe('isTerm', () => {
  it.each([
    '养老',
    '营商环境',
    '三农',
    '四风',
    '一体化',
    '第三产业',
    '两岸',
    '多元化',
    '百姓',
    '千方百计',
    '年龄',
    '一网通办',
  ])('takes %s', (word) => expect(isTerm(word)).toBe(true));
  it.each([
    '的',
    '我们',
    '县',
    '三个',
    '第一次',
    '两万亩',
    '百分之三十',
    '三分之一',
    '二是',
    '四要',
    '十余',
    '万平方米',
    'GDP',
    '2023',
    '，',
    '一批',
    '因此',
    '今年',
    '几年来',
  ])('leaves %s', (word) => expect(isTerm(word)).toBe(false));
});

describe('cutWords', () => {
  it('covers any text, in order, without gaps', () => {
    fc.assert(
      fc.property(anyText(), fc.nat({ max: 50 }), (text, offset) => {
        const tokens = cutWords(text, offset);
        const ends = [offset, ...tokens.map((token) => token.end)];
        expect(tokens.filter((token, i) => token.start !== ends[i] || token.end <= token.start)).toEqual([]);
        expect(ends.at(-1)).toBe(offset + text.length);
      }),
      { numRuns: 150 },
    );
  });
});

describe('countTerms', () => {
  const outlined = outlineOf('甲县养老调研报告\n一、存在问题\n养老服务不足，养老床位少。\n要增加养老床位。');
  const tokenized = tokenizeReport(outlined);
  const labelled = (roles: readonly Role[]) => ({
    ...tokenized,
    roles: roles.map((role) => ({ role, also: [], confidence: 1, votes: [] })),
  });

  it('counts by role, sorted, headings and noise left out', () => {
    expect(outlined.sentences).toHaveLength(4);
    const counts = countTerms(labelled(['heading', 'heading', 'problem', 'countermeasure']));
    expect(counts.filter(({ term }) => term === '床位' || term === '养老')).toEqual([
      { role: 'countermeasure', term: '养老', count: 1 },
      { role: 'countermeasure', term: '床位', count: 1 },
      { role: 'problem', term: '养老', count: expect.any(Number) },
      { role: 'problem', term: '床位', count: 1 },
    ]);
    expect(counts.map(({ role, term }) => `${role}\t${term}`)).toEqual(
      [...counts.map(({ role, term }) => `${role}\t${term}`)].sort(),
    );
    expect(counts.some(({ term }) => term === '存在')).toBe(false);
  });

  it('counts nothing where all is noise', () => {
    expect(countTerms(labelled(['noise', 'noise', 'noise', 'heading']))).toEqual([]);
  });
});
