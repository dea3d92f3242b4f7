import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Labelled } from '../../pipeline/model/layers.ts';
import { announcedBy } from '../../pipeline/points/chapter.ts';
import { groupPoints } from '../../pipeline/points/points.ts';
import { labelled } from './document.ts';

/** Points as `depth role label`. */
function shown(document: Labelled): string[] {
  const points = groupPoints(document);
  const depth = (seq: number): number => (points[seq]!.parent === null ? 0 : 1 + depth(points[seq]!.parent!));
  return points.map((point) => `${'  '.repeat(depth(point.seq))}${point.role} ${point.label}`);
}

describe('headings', () => {
  test('a heading that claims opens a point with its sentences, without number and full stop', () => {
    const document = labelled(
      ['H|一、存在的问题'],
      ['P|（一）站点分布不均。'],
      ['P|北片三个村共用一处站点。', 'P|南片又闲着两处。'],
      ['P|（二）司机留不住。'],
      ['P|去年走了七人。'],
    );
    const points = groupPoints(document);
    expect(points.map(({ label, sentences }) => [label, sentences])).toEqual([
      ['站点分布不均', [1, 2, 3]],
      ['司机留不住', [4, 5]],
    ]);
  });

  test('run-in and inline items open points, nested in the point around them', () => {
    const document = labelled(
      ['H|一、存在的问题'],
      [
        'P|1、班次安排不合理。',
        'P|一是早班太密。',
        'P|头一个钟头发车十趟。',
        'P|二是晚班太少。',
        'P|七点以后只有一趟。',
      ],
      ['P|2、车况差。', 'P|半数车辆超期。'],
    );
    expect(shown(document)).toEqual([
      'problem 班次安排不合理',
      '  problem 早班太密',
      '  problem 晚班太少',
      'problem 车况差',
    ]);
  });

  test('a heading that only names a topic gives its name to the claim under it', () => {
    const document = labelled(
      ['H|一、原因分析'],
      ['H|1. 票价方面。'],
      ['X|票价由市里核定。', 'C|票价十年没有动过，公司连年亏损。'],
    );
    expect(shown(document)).toEqual(['cause 票价方面：票价十年没有动过，公司连年亏损']);
  });

  test('under the name of a topic the lack behind a description opens a point of its own', () => {
    const document = labelled(
      ['H|一、原因分析'],
      ['H|1. 票价方面。'],
      ['C|司机的工资比邻县低三成，排班又比邻县密。', 'X|去年也是如此。', 'C|但公司的融资能力有限，补贴常常拖到年底。'],
    );
    expect(shown(document)).toEqual([
      'cause 票价方面：司机的工资比邻县低三成，排班又比邻县密',
      '  cause 公司的融资能力有限，补贴常常拖到年底',
    ]);
  });

  test('numbered claims that are too long for a heading open points inside a point', () => {
    const long =
      '首末班车的时间几年没有随着新区居民上下班的钟点变动过，居民为此向公司和街道反映过多次而且连续三年写信问过此事';
    const document = labelled(
      ['H|一、存在的问题'],
      ['P|（一）班次不合理。'],
      [`P|1、${long}。`, 'P|至今没有答复。'],
      [`P|2、${long}，站台也没有人管。`, 'P|站牌全是旧的。'],
    );
    const points = groupPoints(document);
    expect(points.map(({ parent, sentences }) => [parent, sentences])).toEqual([
      [null, [1, 2, 3, 4, 5]],
      [0, [2, 3]],
      [0, [4, 5]],
    ]);
  });

  test('a heading of a chapter opens no point even where it got the role of its sentences', () => {
    const document = labelled(['P|一、存在的主要问题'], ['P|（一）站牌老旧。'], ['P|字都看不清了。']);
    expect(shown(document)).toEqual(['problem 站牌老旧']);
  });

  test('noise and headings carry no point', () => {
    const document = labelled(['P|一是站牌老旧。'], ['P|字都看不清了。'], ['N|推荐度：五星']);
    expect(groupPoints(document)[0]!.sentences).toEqual([0, 1]);
  });
});

describe('prose', () => {
  test('under a chapter heading each paragraph opens a point with its first claim', () => {
    const document = labelled(
      ['H|主要问题'],
      ['X|座谈中话说得很直。'],
      ['P|候车亭破败不堪，雨天没处躲。', 'P|有老人撑着伞等车。'],
      ['P|司机年纪偏大，后继无人。', 'P|最年轻的也四十八了。'],
    );
    expect(shown(document)).toEqual(['problem 候车亭破败不堪，雨天没处躲', 'problem 司机年纪偏大，后继无人']);
  });

  test('the reason inside a problem opens a point only where no chapter gives the reasons', () => {
    const problem = ['P|（一）候车亭破败。', 'P|雨天没处躲。', 'C|说到底，维修没有人出钱。'];
    const without = labelled(['H|一、存在的问题'], problem);
    expect(shown(without)).toEqual(['problem 候车亭破败', '  cause 维修没有人出钱']);
    const chapter = [
      ['H|二、原因剖析'],
      ['C|（一）权责不清。'],
      ['C|三家都管。', 'C|三家都不出钱。', 'C|谁也不牵头。'],
    ];
    expect(shown(labelled(['H|一、存在的问题'], problem, ...chapter))).toEqual([
      'problem 候车亭破败',
      'cause 权责不清',
    ]);
  });

  test('the paragraph before the first item only introduces', () => {
    const document = labelled(
      ['H|三、对策建议'],
      ['M|必须下决心改变现状。'],
      ['M|（一）增开晚班车。'],
      ['M|每晚加开三趟。'],
    );
    expect(shown(document)).toEqual(['countermeasure 增开晚班车']);
  });
});

describe('lists inside a sentence', () => {
  test.each([
    ['P|线路问题不少：一是绕行太多；二是站点太远；三是换乘不便。', ['绕行太多', '站点太远', '换乘不便']],
    ['M|要做到两点，第一，加密班次；第二，延长线路。', ['加密班次', '延长线路']],
    ['P|一方面老司机陆续退休，另一方面年轻人不愿意来。', ['老司机陆续退休', '年轻人不愿意来']],
    ['M|下一步：①更换站牌；②翻修候车亭。', ['更换站牌', '翻修候车亭']],
    ['P|首先，车少；其次，路远；最后，票贵。', ['车少', '路远', '票贵']],
  ])('%s', (sentence, labels) => {
    const found = groupPoints(labelled([sentence])).map(({ label }) => label);
    expect(found.filter((label) => labels.includes(label))).toEqual(labels);
  });

  test.each(['P|这是一是一、二是二的账。', 'P|一方水土养一方人。', 'P|二是站点太远。'])('%s is no list', (sentence) => {
    expect(groupPoints(labelled([sentence])).length).toBeLessThanOrEqual(1);
  });

  test('items are spans of the text from marker to marker', () => {
    const document = labelled(['P|线路问题不少：一是绕行太多；二是站点太远。']);
    const items = groupPoints(document).filter(({ parent }) => parent !== null);
    expect(items.map(({ start, end }) => document.report.text.slice(start, end))).toEqual([
      '一是绕行太多；',
      '二是站点太远。',
    ]);
  });
});

describe('rows of headings', () => {
  test('one that reads as a mere heading does what its row does', () => {
    const document = labelled(
      ['H|一、存在的问题'],
      ['P|（一）站点分布不均。', 'P|北片三个村共用一处站点。'],
      ['H|（二）司机“留不住”'],
      ['P|去年走了七人。'],
      ['P|（三）车况差。', 'P|半数车辆超期。'],
    );
    expect(shown(document)).toEqual(['problem 站点分布不均', 'problem 司机“留不住”', 'problem 车况差']);
  });

  test('a heading that only names a topic gives its name to the claim below, whatever its row does', () => {
    const document = labelled(
      ['H|一、成因分析'],
      ['H|1.待遇层面。'],
      ['C|司机的工资多年没有涨。'],
      ['H|2.管理层面。'],
      ['C|三家公司各管一段。'],
    );
    expect(shown(document)).toEqual(['cause 待遇层面：司机的工资多年没有涨', 'cause 管理层面：三家公司各管一段']);
  });

  test.each([
    ['存在的主要问题', ['problem']],
    ['问题产生的原因', ['cause']],
    ['存在问题及原因', ['problem', 'cause']],
    ['对策建议', ['countermeasure']],
    ['去年以来的举措', ['practice']],
    ['基本情况', []],
    ['司机留不住，问题越积越多，办法却越来越少', []],
  ])('%s announces %j', (heading, roles) => expect(announcedBy(heading)).toEqual(roles));
});

describe('causes inside problems', () => {
  test('the sentence that gives the reason counts, not an example before it', () => {
    const document = labelled(
      ['H|一、存在的问题'],
      ['P|（一）晚班停开。', 'P|七点以后无车。', 'C|去年有11人写信催问。', 'C|夜班没有补贴，是晚班停开的重要原因。'],
      ['P|（二）车况差。', 'P|半数车辆超期。'],
    );
    expect(shown(document)).toEqual([
      'problem 晚班停开',
      '  cause 夜班没有补贴，是晚班停开的重要原因',
      'problem 车况差',
    ]);
  });

  test('what has been done opens a point at the head of a paragraph, or under a heading that says so', () => {
    expect(shown(labelled(['H|一、基本情况'], ['X|全县有线路三十条。', 'D|去年新开线路两条。']))).toEqual([]);
    expect(shown(labelled(['H|一、主要做法'], ['X|全县有线路三十条。', 'D|去年新开线路两条。']))).toEqual([
      'practice 去年新开线路两条',
    ]);
  });
});

describe('labels', () => {
  test.each([
    [
      'P|但是，我们也要看到，老旧车辆至今没有更换，途中抛锚的事时有发生，群众意见很大。',
      '老旧车辆至今没有更换，途中抛锚的事时有发生，群众意见很大',
    ],
    ['C|究其根源，主要还是票价多年未动。', '票价多年未动'],
    ['P|——候车亭破旧，雨天漏水。', '候车亭破旧，雨天漏水'],
    ['C|病根之一，是线路各画各的。', '线路各画各的'],
    ['P|近年来，随着村庄合并，不少站点离新村越来越远，老人小孩出门都得走上三四里地。', '不少站点离新村越来越远'],
    [
      'P|据统计，全县一百二十处候车亭中有四十七处顶棚破损，其余的也多半漏雨掉漆。',
      '全县一百二十处候车亭中有四十七处顶棚破损',
    ],
    ['C|由于票价十年没有调整过，燃油和人工却年年上涨，公司只好靠借债维持日常运转。', '票价十年没有调整过'],
    ['P|由于票价十年没有调整过，公司连年亏损，只好靠借债维持日常运转和车辆的维修。', '公司连年亏损'],
  ])('%s', (sentence, label) => {
    expect(groupPoints(labelled([sentence]))[0]!.label).toBe(label);
  });
});

test('points are in order, lie within their parents, and hold the sentences that they list', () => {
  const sentence = fc
    .tuple(
      fc.constantFrom('P', 'C', 'M', 'D', 'X'),
      fc.constantFrom('', '一是', '二是', '（一）', '（二）', '1、', '2、', '另一方面'),
      fc.constantFrom('车少路远', '票价偏低，人手不足', '加开班次；更换站牌'),
    )
    .map(([role, number, words]) => `${role}|${number}${words}。`);
  fc.assert(
    fc.property(
      fc.array(fc.array(sentence, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
      (paragraphs) => {
        const document = labelled(...paragraphs);
        const points = groupPoints(document);
        for (const [index, point] of points.entries()) {
          const parent = point.parent === null ? null : points[point.parent]!;
          expect(point.seq).toBe(index);
          expect(point.end).toBeGreaterThan(point.start);
          if (index > 0) expect(point.start).toBeGreaterThan(points[index - 1]!.start);
          if (parent) expect(parent.start <= point.start && point.end <= parent.end).toBe(true);
          expect(point.label).not.toMatch(/^[（一二\d]|[。；，]$/u);
          for (const seq of point.sentences) {
            const { start, end } = document.sentences[seq]!;
            expect(start < point.end && end > point.start).toBe(true);
          }
        }
      },
    ),
    { numRuns: 200 },
  );
});
