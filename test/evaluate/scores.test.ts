import { describe, expect, it } from 'vitest';
import type { AlignedSentence, MinedStatistic } from '../../pipeline/evaluate/align.ts';
import { findSource } from '../../pipeline/evaluate/find-source.ts';
import { type GoldStatistic, parseGold } from '../../pipeline/evaluate/gold.ts';
import { pairQuantities, scoreQuantities } from '../../pipeline/evaluate/quantities.ts';
import { confusionMatrix, macroF1, type RoleOutcome, scoreRoles } from '../../pipeline/evaluate/roles.ts';
import { ROLES, type Role } from '../../pipeline/model/role.ts';

const outcome = (gold: Role, predicted: Role, also: readonly Role[] = []): RoleOutcome => ({ gold, predicted, also });

describe('scoreRoles', () => {
  const outcomes = [
    outcome('problem', 'problem'),
    outcome('problem', 'problem'),
    outcome('problem', 'cause'),
    outcome('cause', 'cause'),
    outcome('cause', 'problem', ['problem']),
    outcome('context', 'problem'),
    outcome('countermeasure', 'countermeasure'),
    outcome('countermeasure', 'practice'),
  ];

  it('counts right, wrong and missed; a prediction that matches “also” counts nowhere', () => {
    const scores = scoreRoles(outcomes);
    expect(scores.get('problem')).toMatchObject({ right: 2, wrong: 1, missed: 1, precision: 2 / 3, recall: 2 / 3 });
    expect(scores.get('cause')).toMatchObject({ right: 1, wrong: 1, missed: 0, precision: 0.5, recall: 1 });
    expect(scores.get('heading')).toMatchObject({ precision: null, recall: null, f1: null });
  });

  // python3: from sklearn-like definition by hand:
  // f = lambda t,w,m: 2*t/(2*t+w+m); print((f(2,1,1) + f(1,1,0) + f(1,0,1)) / 3)  -> 0.6666666666666666
  it('averages the F1 of the three core roles', () => {
    expect(macroF1(scoreRoles(outcomes))).toBeCloseTo(0.6666666666666666, 12);
    expect(macroF1(scoreRoles([outcome('context', 'context')]))).toBeNull();
    expect(macroF1(scoreRoles([outcome('problem', 'problem')]))).toBe(1);
  });

  it('keeps every sentence in the confusion matrix', () => {
    const matrix = confusionMatrix(outcomes);
    expect(matrix.flat().reduce((sum, count) => sum + count, 0)).toBe(outcomes.length);
    expect(matrix[ROLES.indexOf('cause')]![ROLES.indexOf('problem')]).toBe(1);
  });
});

describe('quantities', () => {
  const gold: GoldStatistic = {
    surface: '近50%',
    value: 50,
    value_max: null,
    unit: '%',
    kind: 'percent',
    qualifier: 'approx',
    subject: '到会村民',
    direction: null,
  };
  const mined: MinedStatistic = {
    sentence: 's',
    surface: '50％',
    value: 50,
    valueMax: null,
    unit: '％',
    qualifier: 'approx',
    subject: '村民',
    direction: null,
    start: 5,
    end: 8,
  };
  const sentence = (
    stats: readonly GoldStatistic[],
    statistics: readonly MinedStatistic[],
  ): Pick<AlignedSentence, 'gold' | 'statistics'> => ({
    gold: { id: '', report: 1, text: '到会村民近50%。', role: 'problem', also: [], stats },
    statistics,
  });
  const rights = (stats: readonly GoldStatistic[], statistics: readonly MinedStatistic[]): (number | undefined)[] => {
    const scores = scoreQuantities(pairQuantities(sentence(stats, statistics)));
    return ['span', 'value', 'value+unit+qualifier', 'subject partial', 'subject exact'].map(
      (level) => scores.get(level as 'span')?.right,
    );
  };

  it.each([
    ['subject partly the same', mined, [1, 1, 1, 1, 0]],
    ['subject the same', { ...mined, subject: '到会村民' }, [1, 1, 1, 1, 1]],
    ['other subject', { ...mined, subject: '桥梁' }, [1, 1, 1, 0, 0]],
    ['other qualifier', { ...mined, qualifier: 'exact' }, [1, 1, 0, 0, 0]],
    ['other value', { ...mined, value: 5 }, [1, 0, 0, 0, 0]],
    ['other place', { ...mined, start: 0, end: 2 }, [0, 0, 0, 0, 0]],
  ])('%s', (_, found, expected) => {
    expect(rights([gold], [found])).toEqual(expected);
  });

  it('uses every quantity once', () => {
    const scores = scoreQuantities(pairQuantities(sentence([gold], [mined, { ...mined, start: 5, end: 6, value: 5 }])));
    expect(scores.get('value')).toMatchObject({ right: 1, wrong: 1, missed: 0 });
    expect(scoreQuantities(pairQuantities(sentence([gold], []))).get('span')).toMatchObject({ right: 0, missed: 1 });
  });

  it('scores the direction of quantities that have one', () => {
    const up = { ...gold, direction: 'up' as const };
    const score = (found: MinedStatistic) => scoreQuantities(pairQuantities(sentence([up], [found]))).get('direction');
    expect(score({ ...mined, direction: 'up' })).toMatchObject({ right: 1, wrong: 0, missed: 0 });
    expect(score({ ...mined, direction: 'down' })).toMatchObject({ right: 0, wrong: 1, missed: 1 });
    expect(score(mined)).toMatchObject({ right: 0, wrong: 0, missed: 1 });
  });
});

describe('gold files', () => {
  it('reads a sentence a line', () => {
    const [sentence] = parseGold(
      '{"id":"a","report":1,"text":"井水发黄。","role":"problem","also":[],"stats":[]}\n',
      'a.jsonl',
    );
    expect(sentence).toMatchObject({ text: '井水发黄。', role: 'problem' });
  });

  it.each([
    ['{"text":"井水发黄。","role":"trouble"}', /a\.jsonl, line 1: “role”/],
    ['{"role":"problem"}', /line 1: no “text”/],
    ['井水', /line 1/],
  ])('says what is wrong with %s', (line, message) => {
    expect(() => parseGold(line, 'a.jsonl')).toThrow(message);
  });

  it('finds the source that holds the sentences, the shortest of several', () => {
    const gold = parseGold('{"text":"全乡四座小水库坝体渗漏。","role":"problem"}', 'a.jsonl');
    const sources = [
      { path: 'whole.txt', bare: '前言。全乡四座小水库坝体渗漏。结语。' },
      { path: 'part.txt', bare: '全乡四座小水库坝体渗漏。' },
      { path: 'other.txt', bare: '全乡无水库。' },
    ];
    expect(findSource(gold, sources)?.path).toBe('part.txt');
    expect(findSource(gold, sources.slice(2))).toBeNull();
  });
});
