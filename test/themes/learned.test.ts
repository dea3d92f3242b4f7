import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asset } from '../../pipeline/text/asset.ts';
import { compileThemes } from '../../pipeline/themes/assign.ts';
import { sentencesBelow } from '../../pipeline/themes/point-text.ts';
import { builtInTaxonomy, parseTaxonomy } from '../../pipeline/themes/taxonomy.ts';
import { encodeWeights } from '../../pipeline/themes/train/encode.ts';
import { fitThemes, shares, type TrainingPoint } from '../../pipeline/themes/train/fit.ts';
import { createTrie } from '../../pipeline/themes/trie.ts';
import { decodeWeights, type WeightsFile } from '../../pipeline/themes/weights.ts';
import { cut } from './passages.ts';

test('a trie finds what a search for each string finds', () => {
  const string = fc.string({ unit: fc.constantFrom('村', '干', '部', '水', '渠'), minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.uniqueArray(string, { maxLength: 12 }), fc.array(string, { maxLength: 12 }), (strings, parts) => {
      const text = parts.join('');
      const trie = createTrie();
      const numbers = new Map(strings.map((each) => [trie.add(each), each]));
      const found: string[] = [];
      const expected: string[] = [];
      for (let start = 0; start < text.length; start++) {
        trie.at(text, start, (number, end) => found.push(`${start} ${end} ${numbers.get(number)}`));
        const here = strings.filter((each) => text.startsWith(each, start)).sort((a, b) => a.length - b.length);
        expected.push(...here.map((each) => `${start} ${start + each.length} ${each}`));
      }
      expect(found).toEqual(expected);
    }),
  );
});

/** A point with one feature, and one vote for the theme of that number. */
const point = (feature: number, themes: readonly number[], open: readonly number[] = []): TrainingPoint => ({
  features: Int32Array.of(feature),
  values: Float32Array.of(1),
  votes: [{ theme: feature % 3, values: Float32Array.of(1) }],
  themes,
  open,
});
const SIZES = { features: 4, themes: 3, votes: 1 };
const POINTS = Array.from({ length: 30 }, (_, index) => point(index % 3, [index % 3]));

describe('learning', () => {
  test('gives each point of a separable set its theme, the same every time', () => {
    const fitted = fitThemes(POINTS, SIZES);
    for (const each of POINTS.slice(0, 3)) {
      const probabilities = Array.from(shares(each, fitted));
      expect(probabilities.indexOf(Math.max(...probabilities))).toBe(each.themes[0]);
      expect(probabilities.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
    }
    expect(fitted.votes[0]).toBeGreaterThan(0);
    expect(fitThemes(POINTS, SIZES)).toEqual(fitted);
  });

  test('learns nothing of themes that a point may have or not', () => {
    const share = (open: readonly number[]): number =>
      shares(point(3, [0]), fitThemes([...POINTS, ...Array(10).fill(point(3, [1], open))], SIZES))[2]!;
    expect(share([2])).toBeGreaterThan(2 * share([]));
  });

  test('weights survive their file to within a step, features in any order', () => {
    const fitted = fitThemes(POINTS, SIZES);
    const keys = Uint32Array.of(900, 7, 4_000_000_000, 12);
    const file = encodeWeights(fitted, keys, { sources: {}, scores: {}, themes: ['a', 'b', 'c'] });
    const weights = decodeWeights(JSON.parse(JSON.stringify(file)) as WeightsFile);
    for (const [feature, key] of keys.entries()) {
      const scores = new Float64Array(3);
      weights.add(key, 1, scores);
      const own = Array.from(fitted.weights.subarray(feature * 3, feature * 3 + 3));
      const median = own.toSorted((a, b) => a - b)[1]!;
      for (const [theme, weight] of own.entries())
        expect(Math.abs(scores[theme]! - (weight - median))).toBeLessThanOrEqual(file.unit);
    }
    expect(weights.knows(13)).toBe(false);
    expect(() => decodeWeights({ ...file, signature: 'other' })).toThrow('train:themes');
  });
});

test('the built-in weights are of the built-in taxonomy, small, and say where they are from', () => {
  const text = asset('themes/weights.json');
  const file = JSON.parse(text) as WeightsFile;
  expect(text.length).toBeLessThan(1_500_000);
  expect(file.themes).toEqual(builtInTaxonomy().map(({ id }) => id));
  expect(Object.keys(file.sources)).toEqual(expect.arrayContaining(['corpus', 'written']));
  expect(file.scores.corpus_strict).toBeGreaterThan(0.8);
});

describe('themes that were not learned', () => {
  const taxonomy = parseTaxonomy(
    `- id: own
  label: 自有
  themes:
    - id: funerals
      label: 殡葬
      terms: 殡葬 公墓 火化
    - id: funding
      label: 经费投入
      terms: 经费
`,
    'mine.yaml',
  );
  const assign = compileThemes(taxonomy);
  const themesOf = (text: string): string[] =>
    assign([{ label: cut(text), sentences: [] }])[0]!.map(({ theme }) => theme);

  test('are found by their terms, beside learned ones', () => {
    expect(themesOf('公墓建设滞后，散埋乱葬')).toEqual(['funerals']);
    expect(themesOf('经费缺口大，运转困难')).toEqual(['funding']);
  });

  test('are not found where nothing speaks for them', () => {
    expect(themesOf('外交工作开创新局面')).toEqual([]);
  });
});

test.each([
  ['经费不足', ['经费不足，运转难。', '办公靠赊账。'], ['，运转难。', '办公靠赊账。']],
  ['经费不足', ['（一）经费不足', '办公靠赊账。'], ['办公靠赊账。']],
  ['经费不足', ['经费不足。'], []],
  ['经费不足', [], []],
])('below “%s” in %j stands %j', (claim, sentences, expected) => {
  expect(sentencesBelow(claim, sentences)).toEqual(expected);
});
