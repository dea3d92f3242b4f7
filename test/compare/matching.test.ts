import { describe, expect, it } from 'vitest';
import { type Figure, pairFigures } from '../../pipeline/compare/figures.ts';
import { matchPoints, SAME, samenessOf } from '../../pipeline/compare/match-points.ts';
import { type ComparedPoint, compareMeaning } from '../../pipeline/compare/meaning.ts';
import { type DatedPoint, trackProblems } from '../../pipeline/compare/track.ts';
import { annotatedPoints } from './annotated-points.ts';

const point = (
  id: string,
  report: string,
  label: string,
  theme: string,
  role = 'problem',
  text = '',
): ComparedPoint => ({
  id,
  report,
  role,
  label,
  text,
  themes: new Map([[theme, 0.9]]),
});

describe('matchPoints', () => {
  const a = [
    point('a1', 'a', '灌渠年久失修，渗漏严重', 'water'),
    point('a2', 'a', '村医没人愿意干', 'health'),
    point('a3', 'a', '整修灌渠', 'water', 'countermeasure'),
  ];
  const b = [
    point('b1', 'b', '灌渠年久失修，渗漏更加严重', 'water'),
    point('b2', 'b', '乡村医生后继乏人', 'health'),
    point('b3', 'b', '快递点少', 'trade'),
  ];
  const { matches, onlyA, onlyB } = matchPoints(a, b, compareMeaning([...a, ...b]));

  it('pairs what says the same, and knows when it does so in other words', () => {
    expect(matches.map((match) => [match.a.id, match.b.id, match.reworded])).toEqual([
      ['a1', 'b1', false],
      ['a2', 'b2', true],
    ]);
  });

  it('never pairs a problem with a countermeasure, and lists what stands alone', () => {
    expect(onlyA.map(({ id }) => id)).toEqual(['a3']);
    expect(onlyB.map(({ id }) => id)).toEqual(['b3']);
  });
});

describe('trackProblems', () => {
  const dated = (year: number, each: ComparedPoint): DatedPoint => ({ ...each, year });
  /** What both reports on the district say besides, so that they are on one subject. */
  const district = '全镇村组道路、水渠、村卫生室与文化活动场地的建设和管护情况由各村逐项清点登记';
  const points = [
    dated(2018, point('p1', 'r18', '灌渠年久失修，渗漏严重', 'water')),
    dated(2018, point('p2', 'r18', '村医没人愿意干', 'health')),
    dated(2018, point('p3', 'r18', '道路坑洼', 'road')),
    dated(2018, point('p4', 'r18', '戏台破旧', 'culture')),
    dated(2018, point('c1', 'r18', district, '', 'context')),
    dated(2018, point('p8', 'r18', '公厕没人打扫', 'waste')),
    dated(2018, point('m8', 'r18', '请人打扫公厕', 'labour', 'countermeasure')),
    dated(2019, point('p9', 'r19', '培训班学员迟到', 'training', 'problem', '党校教学计划课程安排学员管理')),
    dated(2020, point('p5', 'r20', '灌渠年久失修，渗漏依旧严重', 'water')),
    dated(2020, point('p6', 'r20', '乡村医生后继乏人', 'health')),
    dated(2020, point('m1', 'r20', '硬化通村公路', 'road', 'countermeasure')),
    dated(2020, point('p7', 'r20', '系统太多', 'digital')),
    dated(2020, point('c2', 'r20', district, '', 'context')),
  ];
  const answers = [{ problem: 'p8', measure: 'm8', score: 0.7 }];
  const tracked = trackProblems(points, answers, compareMeaning(points));

  it.each([
    ['p1', 'persists', 'p5'],
    ['p2', 'reworded', 'p6'],
    ['p3', 'answered', 'm1'],
    ['p4', 'dropped', undefined],
    ['p7', 'new', undefined],
    ['p8', 'answered', 'm8'],
  ])('%s %s', (id, fate, later) => {
    const row = tracked.find(({ problem }) => problem.id === id);
    expect([row?.fate, row?.later?.id]).toEqual([fate, later]);
  });

  it('says nothing of a problem where no other report is on its subject', () => {
    expect(tracked.filter(({ problem }) => problem.id === 'p9')).toEqual([]);
  });
});

describe('pairFigures', () => {
  const figure = (subject: string, surface: string, value: number | null, unit: string): Figure => ({
    subject,
    surface,
    value,
    unit,
    sentence: '',
    isTarget: false,
    lag: null,
  });

  it('sets the same indicator in the same unit side by side', () => {
    const a = [figure('乡镇干部', '120名', 120, '名'), figure('空编', '8%', 8, '%'), figure('空编', '9名', 9, '名')];
    const b = [
      figure('空编', '4名', 4, '名'),
      figure('全县乡镇干部', '150名', 150, '名'),
      figure('编制', '200名', 200, '名'),
    ];
    expect(pairFigures(a, b).map((pair) => [pair.a.surface, pair.b.surface, pair.ratio])).toEqual([
      ['120名', '150名', 1.25],
      ['9名', '4名', 4 / 9],
    ]);
  });

  it('sets no target beside what was reached, and no year beside another', () => {
    const [plan, fact] = [{ ...figure('用水量', '9%', 9, '%'), isTarget: true }, figure('用水量', '7%', 7, '%')];
    expect(pairFigures([plan], [fact])).toEqual([]);
    expect(pairFigures([{ ...fact, lag: -1 }], [{ ...fact, lag: 0 }])).toEqual([]);
    expect(pairFigures([{ ...fact, lag: -1 }], [{ ...fact, lag: -1 }])).toHaveLength(1);
  });

  it('gives no ratio where a value is masked or nought', () => {
    expect(pairFigures([figure('空编', '若干名', null, '名')], [figure('空编', '4名', 4, '名')])[0]!.ratio).toBeNull();
    expect(pairFigures([figure('空编', '0名', 0, '名')], [figure('空编', '4名', 4, '名')])[0]!.ratio).toBeNull();
  });
});

describe('sameness of countermeasures, measured on the annotations', () => {
  const everyPoint = annotatedPoints();
  const points = everyPoint.filter(({ role }) => role === 'countermeasure');
  const likenessOf = compareMeaning(everyPoint);
  const topicOf = ({ report }: ComparedPoint): number => (Number(report.slice(1)) - 1) % 6;

  it('finds pairs on one topic that share a theme with an F1 of at least 0.6', () => {
    let [right, found, there] = [0, 0, 0];
    for (const [index, a] of points.entries()) {
      for (const b of points.slice(index + 1)) {
        if (a.report === b.report || topicOf(a) !== topicOf(b)) continue;
        const same = a.gold.some((theme) => b.gold.includes(theme));
        const said = samenessOf(likenessOf(a, b)) >= SAME;
        if (same) there += 1;
        if (said) found += 1;
        if (same && said) right += 1;
      }
    }
    if (process.env.DIAOYAN_FIGURES) console.log(`countermeasures: F1 ${((2 * right) / (found + there)).toFixed(3)}`);
    expect((2 * right) / (found + there)).toBeGreaterThanOrEqual(0.6);
  });
});
