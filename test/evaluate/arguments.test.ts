import { expect, test } from 'vitest';
import type { MinedText } from '../../pipeline/evaluate/align.ts';
import { type MinedArgument, scoreArgument, sumArguments } from '../../pipeline/evaluate/arguments.ts';
import { parseGold } from '../../pipeline/evaluate/gold.ts';
import { parseRankedPairs, scoreRanking } from '../../pipeline/evaluate/substance.ts';

const LINES = [
  { id: 'a', text: '一、井盖松动。', role: 'problem', point: { name: 'p', targets: [] } },
  {
    id: 'b',
    text: '因巡查人少，井盖坏了无人报。',
    role: 'cause',
    point: { name: 'c', targets: ['p'] },
    pairs: [{ cause: '巡查人少', effect: '井盖坏了无人报', cue: '因' }],
  },
  { id: 'c', text: '二、每月巡查两次。', role: 'countermeasure', point: { name: 'm', targets: ['p'] } },
];
const GOLD = parseGold(LINES.map((line) => JSON.stringify(line)).join('\n'), 'gold.jsonl');

/** The gold sentences as mined, of which the second and third were not cut apart and a line break lies between. */
const TEXT = '一、井盖松动。\n因巡查人少，井盖坏了\n无人报。二、每月巡查两次。';
const MINED: MinedText = {
  path: 'a.txt',
  text: TEXT,
  sentences: [
    { id: 's1', text: TEXT.slice(0, 7), role: 'problem', confidence: 1, source: { start: 0, end: 7 } },
    { id: 's2', text: TEXT.slice(8), role: 'cause', confidence: 1, source: { start: 8, end: TEXT.length } },
  ],
  removed: [],
  statistics: [],
};
const ARGUMENT: MinedArgument = {
  points: [
    { id: 'p1', sentence: 's1', start: 0 },
    { id: 'p2', sentence: 's2', start: 15 },
  ],
  pairs: [{ sentence: 's2', cause: { start: 1, end: 5 }, effect: { start: 6, end: 14 } }],
  links: [
    { from: 'p2', to: 'p1', kind: 'answers' },
    { from: 'p2', to: 'p1', kind: 'cause_of' },
  ],
};

test('an argument is scored over the characters of the gold, however sentences were cut', () => {
  const scores = scoreArgument(GOLD, MINED, ARGUMENT);
  expect(scores.get('points')).toMatchObject({ right: 2, wrong: 0, missed: 1 });
  expect(scores.get('causal pairs')).toMatchObject({ right: 1, wrong: 0, missed: 0 });
  expect(scores.get('links')).toMatchObject({ right: 1, wrong: 1, missed: 1 });
  expect(sumArguments([scores, scores]).get('links')).toMatchObject({ right: 2, wrong: 2, missed: 2, precision: 0.5 });
});

test('gold without points and pairs scores nothing', () => {
  const plain = GOLD.map(({ point: _, pairs: __, ...sentence }) => sentence);
  expect(scoreArgument(plain, MINED, ARGUMENT).size).toBe(0);
});

test.each([
  '{"text":"井盖","role":"problem","point":{"name":"p"}}',
  '{"text":"井盖","role":"problem","pairs":[{"cause":"a"}]}',
])('refuses %s', (line) => expect(() => parseGold(line, 'gold.jsonl')).toThrow('gold.jsonl, line 1'));

test('a pair of measures is right when the first is the more specific; a tie or a missing one is not', () => {
  const sentences = ['a', 'b', 'c'].map((id) => ({
    gold: { ...GOLD[0]!, id },
    role: 'countermeasure' as const,
    confidence: 1,
    sentence: { ...MINED.sentences[0]!, id },
    found: 1,
    statistics: [],
  }));
  const pairs = parseRankedPairs('{"more":"a","less":"b"}\n{"more":"b","less":"a"}\n{"more":"a","less":"c"}\n', 'p');
  const specificity = new Map([
    ['a', 0.5],
    ['b', 0.2],
  ]);
  expect(scoreRanking([...pairs, { more: 'a', less: 'x' }], sentences, specificity)).toEqual({ right: 1, pairs: 3 });
  expect(() => parseRankedPairs('{"more":"a"}', 'p')).toThrow('p, line 1');
});
