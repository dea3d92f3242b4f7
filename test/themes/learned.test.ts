import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asset } from '../../pipeline/text/asset.ts';
import { compileThemes } from '../../pipeline/themes/assign.ts';
import { sentencesBelow } from '../../pipeline/themes/point-text.ts';
import { builtInTaxonomy, parseTaxonomy } from '../../pipeline/themes/taxonomy.ts';
import { encodeWeights } from '../../pipeline/themes/train/encode.ts';
import { fitMix, type MixPoint, mixShares } from '../../pipeline/themes/train/mix.ts';
import { fitRidge, spread } from '../../pipeline/themes/train/ridge.ts';
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

describe('ridge regression', () => {
  const number = fc.integer({ min: -4, max: 4 });
  const row = fc.array(number, { minLength: 3, maxLength: 3 });

  test('solves the normal equations for every output', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(row, number, number), { minLength: 1, maxLength: 8 }), (points) => {
        const rows = points.map(([values]) => ({
          columns: Int32Array.of(0, 1, 2),
          values: Float32Array.from(values),
        }));
        const targets = Float32Array.from(points.flatMap(([, one, other]) => [one, other]));
        const weights = fitRidge(rows, targets, { columns: 3, outputs: 2 }, 0.5);
        const image = spread(rows, weights, 2);
        for (const column of [0, 1, 2]) {
          for (const output of [0, 1]) {
            const error = points.reduce(
              (sum, [values], at) => sum + values[column]! * (image[at * 2 + output]! - targets[at * 2 + output]!),
              0.5 * weights[column * 2 + output]!,
            );
            expect(Math.abs(error)).toBeLessThan(0.01);
          }
        }
      }),
    );
  });
});

describe('the mix of evidence', () => {
  /** Three themes, two kinds of evidence: the first tells the theme, the second nothing. */
  const point = (theme: number, open: readonly number[] = []): MixPoint => {
    const evidence = Float32Array.of(0, 1, 0, 0, 0, 1);
    evidence[theme * 2] = 1;
    return { evidence, themes: [theme], open };
  };
  const points = Array.from({ length: 30 }, (_, index) => point(index % 3));

  test('is of what tells themes', () => {
    const [telling, idle] = fitMix(points, 2);
    expect(telling).toBeGreaterThan(3);
    expect(Math.abs(idle!)).toBeLessThan(0.1);
    const shares = mixShares(point(1), fitMix(points, 2));
    expect(shares[1]).toBeGreaterThan(0.9);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  });

  test('is not of themes that a point may have or not', () => {
    expect(mixShares(point(1, [1]), Float64Array.of(5, 0))[1]).toBe(0);
    const astray = Array.from({ length: 10 }, () => ({ ...point(0), themes: [1] }));
    const open = astray.map((each) => ({ ...each, open: [0] }));
    expect(fitMix([...points, ...open], 2)[0]).toBeGreaterThan(fitMix([...points, ...astray], 2)[0]!);
  });
});

test('weights survive their file to within a step, features in any order', () => {
  const keys = Uint32Array.of(900, 7, 4_000_000_000, 12);
  const learned = Float32Array.of(1, 0, -0.5, 0, 0.25, 0, 2, 2, 1, 0, 0, 0);
  const facts = { sources: {}, scores: {}, themes: ['a', 'b', 'c'], votes: [1], alone: [2] };
  const file = encodeWeights(learned, keys, facts);
  const weights = decodeWeights(JSON.parse(JSON.stringify(file)) as WeightsFile);
  for (const [feature, key] of keys.entries()) {
    const scores = new Float64Array(3);
    weights.add(key, 1, scores);
    const own = Array.from(learned.subarray(feature * 3, feature * 3 + 3));
    const median = own.toSorted((a, b) => a - b)[1]!;
    for (const [theme, weight] of own.entries())
      expect(Math.abs(scores[theme]! - (weight - median))).toBeLessThanOrEqual(file.unit);
  }
  expect(weights.knows(13)).toBe(false);
  expect(() => decodeWeights({ ...file, signature: 'other' })).toThrow('train:themes');
});

test('the built-in weights are of the built-in taxonomy, small, and say where they are from', () => {
  const text = asset('themes/weights.json');
  const file = JSON.parse(text) as WeightsFile;
  expect(text.length).toBeLessThan(2_500_000);
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
