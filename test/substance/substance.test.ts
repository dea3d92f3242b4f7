import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Substance } from '../../pipeline/model/substance.ts';
import { groupPoints } from '../../pipeline/points/points.ts';
import { extractStatistics } from '../../pipeline/statistics/statistics.ts';
import { MARKERS } from '../../pipeline/substance/lexicon.ts';
import { measureSubstance } from '../../pipeline/substance/substance.ts';
import { labelled } from '../points/document.ts';

describe.each(MARKERS)('marker $id', ({ pattern, yes, no }) => {
  const once = new RegExp(pattern.source, 'u');
  test.each(yes)('meets %s', (words) => expect(words).toMatch(once));
  test.each(no)('leaves %s', (words) => expect(words).not.toMatch(once));
});

function measure(sentence: string): Substance {
  const document = labelled([`M|${sentence}`]);
  return measureSubstance(document, groupPoints(document), extractStatistics(document))[0]!;
}

test.each([
  [
    '由县交通局牵头，明年6月底前更换候车亭20座。',
    { actor: '县交通局', action: '明年6月底前更换候车亭20座', deadline: '明年6月底前', amount: '20座' },
  ],
  [
    '县财政应设立公交专项资金，每年安排300万元。',
    { actor: '县财政', instrument: '公交专项资金', deadline: '每年', amount: '300万元' },
  ],
  ['各乡镇要在15日内公布班次清单。', { actor: '各乡镇', deadline: '在15日内', instrument: '班次清单' }],
  ['要高度重视，切实加强领导。', { actor: null, instrument: null, deadline: null, amount: null, specificity: 0 }],
])('%s', (sentence, parts) => expect(measure(sentence)).toMatchObject(parts));

test('only countermeasures are measured, each with the point that holds it', () => {
  const document = labelled(
    ['H|三、对策建议'],
    ['M|（一）翻修候车亭。'],
    ['M|由交通局更换顶棚。', 'X|顶棚有四十七个。'],
  );
  const found = measureSubstance(document, groupPoints(document), []);
  expect(found.map(({ sentence, point }) => [sentence, point])).toEqual([
    [1, 0],
    [2, 0],
  ]);
});

test('what a measure adds to a slogan never makes it less specific', () => {
  const additions = ['由县交通局牵头，', '明年年底前', '增开20个班次，', '设立专项资金，', '逾期不办的一律通报，'];
  fc.assert(
    fc.property(fc.subarray(additions), fc.constantFrom(...additions), (some, more) => {
      const less = some.filter((each) => each !== more);
      const both = additions.filter((each) => less.includes(each) || each === more);
      const tail = '进一步方便群众出行。';
      expect(measure(both.join('') + tail).specificity).toBeGreaterThanOrEqual(
        measure(less.join('') + tail).specificity,
      );
    }),
  );
});

test('ranks pairs of measures as a reader does, at least 45 of 50', () => {
  const texts = new Map(
    readdirSync('corpus/gold').flatMap((file) => rowsOf(`corpus/gold/${file}`).map(({ id, text }) => [id!, text!])),
  );
  const pairs = rowsOf('corpus/substance.jsonl');
  const score = (id: string): number => measure(texts.get(id)!).specificity;
  expect(pairs.length).toBe(50);
  expect(pairs.filter(({ more, less }) => score(more!) > score(less!)).length).toBeGreaterThanOrEqual(45);
});

const rowsOf = (path: string): Record<string, string>[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, string>);
