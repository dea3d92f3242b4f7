import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIELDS } from '../../pipeline/links/fields.ts';
import { linkPoints } from '../../pipeline/links/links.ts';
import { cosine, coverage } from '../../pipeline/links/profiles.ts';
import type { Labelled } from '../../pipeline/model/layers.ts';
import { findPairs } from '../../pipeline/pairs/pairs.ts';
import { groupPoints } from '../../pipeline/points/points.ts';
import { labelled } from '../points/document.ts';

function links(document: Labelled): string[] {
  const points = groupPoints(document);
  return linkPoints(document, points, findPairs(document)).map(
    ({ from, to, kind }) => `${points[from]!.label} ${kind} ${points[to]!.label}`,
  );
}

describe.each(FIELDS)('field $id', ({ pattern, yes, no }) => {
  const once = new RegExp(pattern.source, 'u');
  test.each(yes)('meets %s', (words) => expect(words).toMatch(once));
  for (const words of no) test(`leaves ${words}`, () => expect(words).not.toMatch(once));
});

const REPORT = labelled(
  ['H|一、存在的问题'],
  ['P|（一）司机收入偏低，人心不稳。'],
  ['P|司机月工资不到三千元，一年走了十一人。'],
  ['P|（二）候车亭破旧，雨天漏水。'],
  ['P|四十七座候车亭顶棚开裂。'],
  ['P|（三）班次信息查不到。'],
  ['P|站牌上的时刻还是五年前的，手机也查不到。'],
  ['H|二、原因分析'],
  ['C|（一）票价多年未动，工资没有来源。'],
  ['C|公司连年亏损，司机的工资自然涨不上去。'],
  ['C|（二）候车亭漏水没有人管。'],
  ['C|候车亭建成之后交给村里，顶棚开裂漏水也没有人修。'],
  ['H|三、对策建议'],
  ['M|（一）翻修候车亭。'],
  ['M|由交通局分两年更换顶棚。'],
  ['M|（二）提高司机工资。'],
  ['M|司机月工资提高到四千元。'],
  ['M|（三）种植行道树。'],
  ['M|沿线栽香樟。'],
);

test('causes and measures go to the problem that they speak of, whatever their order', () => {
  expect(links(REPORT)).toEqual([
    '票价多年未动，工资没有来源 cause_of 司机收入偏低，人心不稳',
    '候车亭漏水没有人管 cause_of 候车亭破旧，雨天漏水',
    '翻修候车亭 answers 候车亭破旧，雨天漏水',
    '提高司机工资 answers 司机收入偏低，人心不稳',
  ]);
});

test('a cause told inside a problem belongs to it', () => {
  const document = labelled(
    ['H|一、存在的问题'],
    ['P|（一）司机不够。', 'P|早班常停。', 'C|说到底，是驾照门槛抬高了。'],
    ['P|（二）站牌老旧。', 'P|字看不清。'],
  );
  expect(links(document)).toEqual(['驾照门槛抬高了 cause_of 司机不够']);
});

test('of several problems with the same words, the one that no other measure speaks of is answered', () => {
  const document = labelled(
    ['H|一、存在的问题'],
    ['P|（一）司机宿舍漏雨。', 'P|宿舍屋顶破了三年。'],
    ['P|（二）调度室漏雨。', 'P|屋顶一下雨就滴水。'],
    ['H|二、对策建议'],
    ['M|（一）修好调度室。', 'M|屋顶换新瓦。'],
    ['M|（二）改建司机宿舍。', 'M|屋顶加防水层。'],
  );
  expect(links(document)).toEqual(['修好调度室 answers 调度室漏雨', '改建司机宿舍 answers 司机宿舍漏雨']);
});

test('a cause told with its own reason is an effect itself, and measures answer it', () => {
  const document = labelled(
    ['H|一、存在的问题'],
    ['P|（一）司机“留不住”'],
    ['P|老司机一年走了十一人。'],
    ['H|二、成因分析'],
    ['H|1.待遇层面。'],
    ['C|司机的工资待遇比较低。', 'X|去年发过一份文件。', 'C|公司支付能力有限，奖金难以兑现。'],
    ['H|三、对策'],
    ['M|1.提高司机的工资待遇。'],
    ['M|奖金按月发给司机。'],
  );
  expect(links(document)).toContain('公司支付能力有限，奖金难以兑现 cause_of 待遇层面：司机的工资待遇比较低');
  expect(links(document)).toContain('提高司机的工资待遇 answers 待遇层面：司机的工资待遇比较低');
});

test('scores are probabilities, and nothing is linked to itself or to what lies inside it', () => {
  const points = groupPoints(REPORT);
  for (const { from, to, score } of linkPoints(REPORT, points, [])) {
    expect(score > 0 && score <= 1).toBe(true);
    expect(from).not.toBe(to);
    expect(points[to]!.parent).not.toBe(from);
  }
});

test('a report without problems has no links, and one without points neither', () => {
  expect(links(labelled(['M|（一）翻修候车亭。'], ['C|（二）没有人管。']))).toEqual([]);
  expect(links(labelled(['X|全县有三十条线路。']))).toEqual([]);
});

test('cosine and coverage are shares: from 0 to 1, 1 for the same', () => {
  const weights = fc
    .dictionary(fc.constantFrom('甲乙', '乙丙', '丙丁', '丁戊'), fc.double({ min: 0.01, max: 5, noNaN: true }))
    .map((each) => new Map(Object.entries(each)));
  fc.assert(
    fc.property(weights, weights, (a, b) => {
      for (const share of [cosine(a, b), coverage(a, b)]) expect(share >= 0 && share <= 1 + 1e-9).toBe(true);
      expect(cosine(a, b)).toBeCloseTo(cosine(b, a));
      if (a.size > 0)
        expect([cosine(a, a), coverage(a, a)].map((each) => Math.round(each * 1e6) / 1e6)).toEqual([1, 1]);
    }),
  );
});
