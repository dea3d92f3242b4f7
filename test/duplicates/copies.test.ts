import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findCopiesInTexts } from '../../pipeline/duplicates/copies.ts';
import { paragraph, randomFrom, shuffled, swapNames, writeReport } from './templates.ts';

interface Text {
  readonly reportId: string;
  readonly source: string;
  readonly seq: number;
  readonly year: number | null;
  readonly text: string;
}

const report = (id: string, text: string, year: number | null = 2020): Text => ({
  reportId: id,
  source: id,
  seq: 1,
  year,
  text,
});

/** Pairs of an original and its copy: swapped names, reordered paragraphs, every third one written anew. */
function templatePairs(count: number): { texts: Text[]; kept: Map<string, readonly (readonly [string, string])[]> } {
  const texts: Text[] = [];
  const kept = new Map<string, readonly (readonly [string, string])[]>();
  for (let pair = 0; pair < count; pair++) {
    const random = randomFrom(100 + pair);
    const original = writeReport(random);
    const pieces = original.map((each, index) =>
      index % 3 === 2 ? { from: null, text: paragraph(random) } : { from: each, text: swapNames(each, random) },
    );
    const copy = shuffled(pieces, random);
    texts.push(
      report(`a${pair}`, original.join('\n'), 2018),
      report(`b${pair}`, copy.map(({ text }) => text).join('\n'), 2021),
    );
    kept.set(
      `b${pair}`,
      copy.flatMap(({ from, text }) => (from ? [[text, from] as const] : [])),
    );
  }
  return { texts, kept };
}

describe('copies of templates', () => {
  const { texts, kept } = templatePairs(12);

  test('finds every pair and no other, whatever the order', async () => {
    const expected = Array.from({ length: 12 }, (_, pair) => `b${pair} a${pair}`).sort();
    for (const order of [texts, [...texts].reverse(), shuffled(texts, randomFrom(5))]) {
      const { copies } = await findCopiesInTexts(order);
      expect(copies.map(({ reportId, duplicateOf }) => `${reportId} ${duplicateOf}`).sort()).toEqual(expected);
    }
  });

  test('marks the kept paragraphs as passages: F1 over characters of at least 0.95', async () => {
    const { passages } = await findCopiesInTexts(texts);
    const byId = new Map(texts.map((each) => [each.reportId, each.text]));
    let [gold, found, right] = [0, 0, 0];
    for (const [id, paragraphs] of kept) {
      const text = byId.get(id)!;
      const inGold = new Uint8Array(text.length);
      for (const [each] of paragraphs) inGold.fill(1, text.indexOf(each), text.indexOf(each) + each.length);
      const inFound = new Uint8Array(text.length);
      for (const { reportId, here } of passages) if (reportId === id) inFound.fill(1, here.start, here.end);
      for (let index = 0; index < text.length; index++) {
        gold += inGold[index]!;
        found += inFound[index]!;
        right += inGold[index]! & inFound[index]!;
      }
    }
    expect((2 * right) / (gold + found)).toBeGreaterThanOrEqual(0.95);
  });

  test('frames the same words on both sides', async () => {
    const { passages } = await findCopiesInTexts(texts);
    const byId = new Map(texts.map((each) => [each.reportId, each.text]));
    const neutral = (text: string): string => text.replace(/\d+/g, '0').replace(/[^\p{L}0]/gu, '');
    for (const { reportId, otherId, here, there, matched } of passages) {
      const [left, right] = [
        byId.get(reportId)!.slice(here.start, here.end),
        byId.get(otherId)!.slice(there.start, there.end),
      ];
      expect(matched).toBeLessThanOrEqual(Math.min(neutral(left).length, neutral(right).length));
      const others = new Set(neutral(right));
      const own = [...new Set(neutral(left))];
      expect(own.filter((each) => others.has(each)).length).toBeGreaterThan(0.8 * own.length);
    }
  });
});

describe('what counts as a copy', () => {
  const long = writeReport(randomFrom(1), 12);

  test.each([
    ['the same text with other white space and punctuation', long.join('\n').replaceAll('，', '\n ， '), true],
    ['its first half', long.slice(0, 6).join('\n'), true],
    ['two paragraphs of it alone', long.slice(4, 6).join('\n'), true],
    [
      'two paragraphs of it in a report of its own',
      [...long.slice(4, 6), ...writeReport(randomFrom(9), 8)].join('\n'),
      false,
    ],
    ['another report', writeReport(randomFrom(3), 12).join('\n'), false],
    ['nothing', '', false],
    ['a word', '报告', false],
  ])('%s', async (_, text, isCopy) => {
    const { copies } = await findCopiesInTexts([report('long', long.join('\n'), 2019), report('other', text, 2020)]);
    expect(copies.map(({ reportId, duplicateOf }) => [reportId, duplicateOf])).toEqual(
      isCopy ? [['other', 'long']] : [],
    );
  });

  test('a part is the copy even where it is older than the whole', async () => {
    const { copies } = await findCopiesInTexts([
      report('whole', long.join('\n'), 2022),
      report('part', long.slice(2, 5).join('\n'), 2015),
    ]);
    expect(copies).toEqual([expect.objectContaining({ reportId: 'part', duplicateOf: 'whole' })]);
  });

  test('the earliest is the original; a year that is not known is the latest', async () => {
    const text = long.join('\n');
    const { copies, clusters } = await findCopiesInTexts([
      report('c', text, null),
      report('b', swapNames(text, randomFrom(2)), 2021),
      report('a', text, 2019),
    ]);
    expect(copies.map(({ reportId, duplicateOf }) => [reportId, duplicateOf])).toEqual([
      ['b', 'a'],
      ['c', 'a'],
    ]);
    expect(clusters).toEqual([['a', 'b', 'c']]);
  });

  test('of one year, the first of a compilation is the original', async () => {
    const text = long.join('\n');
    const { copies } = await findCopiesInTexts([
      { ...report('x-1', long.slice(0, 9).join('\n')), source: 'x', seq: 1 },
      { ...report('x-2', text), source: 'x', seq: 2 },
    ]);
    expect(copies[0]).toMatchObject({ reportId: 'x-2', duplicateOf: 'x-1' });
  });

  test('a cluster of many copies hangs together', async () => {
    const text = long.join('\n');
    const many = Array.from({ length: 60 }, (_, index) =>
      report(`m${index}`, swapNames(text, randomFrom(index)), 2000 + index),
    );
    const { copies } = await findCopiesInTexts(many);
    expect(new Set(copies.map(({ duplicateOf }) => duplicateOf))).toEqual(new Set(['m0']));
    expect(copies).toHaveLength(59);
  });
});

test('shares stay between 0 and 1 and spans inside their texts, for any texts', async () => {
  const piece = fc.constantFrom(
    '镇里人手不足，',
    '经费12万元。',
    '一二三',
    '要把责任压实到人。',
    '\n',
    '𠮷',
    'abc ',
    '重复重复重复重复重复重复重复重复',
  );
  const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
  await fc.assert(
    fc.asyncProperty(fc.array(text, { maxLength: 6 }), async (texts) => {
      const inputs = texts.map((each, index) => report(`t${index}`, each, 2020));
      const { copies, passages } = await findCopiesInTexts(inputs);
      const length = new Map(inputs.map((each) => [each.reportId, each.text.length]));
      for (const { similarity, originalShare, jaccard } of copies) {
        for (const share of [similarity, originalShare, jaccard]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
      }
      for (const { reportId, otherId, here, there } of passages) {
        expect(0 <= here.start && here.start < here.end && here.end <= length.get(reportId)!).toBe(true);
        expect(0 <= there.start && there.start < there.end && there.end <= length.get(otherId)!).toBe(true);
      }
      const originals = new Set(copies.map(({ duplicateOf }) => duplicateOf));
      for (const { reportId } of copies) expect(originals.has(reportId)).toBe(false);
    }),
    { numRuns: 60 },
  );
});
