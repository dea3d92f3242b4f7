import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SAME, samenessOf, sameWords } from '../../pipeline/compare/match-points.ts';
import { compareMeaning } from '../../pipeline/compare/meaning.ts';
import { randomFrom } from '../../pipeline/compare/random.ts';
import { type AnnotatedPoint, annotatedPoints } from './annotated-points.ts';
import { bestThreshold, fitLogistic } from './logistic.ts';

/** Two problems of one place in different years, and whether they are the same one. */
interface GoldPair {
  readonly a: AnnotatedPoint;
  readonly b: AnnotatedPoint;
  readonly place: string;
  readonly same: 0 | 1;
}

const everyPoint = annotatedPoints();
const likenessOf = compareMeaning(everyPoint);

/**
 * All pairs of problems of one place and different years, on one topic or two. Those that two readers could take either
 * way are left out; across topics no problems are the same.
 */
function goldPairs(): GoldPair[] {
  const series = readFileSync(resolve(import.meta.dirname, 'same-problems.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [name, groups] = line.split(': ') as [string, string];
      const problems = groups.split(';').map((group) => group.trim());
      return { place: name.split(' ')[0]!, reports: new Set(groups.match(/r\d+/gu)), problems };
    });
  const joined = (open: boolean): Set<string> =>
    new Set(
      series
        .flatMap(({ problems }) => problems.filter((problem) => problem.startsWith('?') === open))
        .map((problem) => problem.replace('?', '').split(' '))
        .flatMap((ids) => ids.flatMap((a) => ids.map((b) => `${a} ${b}`))),
    );
  const [same, unsure] = [joined(false), joined(true)];
  const placeOf = (point: AnnotatedPoint) => series.find(({ reports }) => reports.has(point.report))!.place;
  const problems = everyPoint
    .filter(({ role }) => role === 'problem')
    .map((point) => ({ point, place: placeOf(point) }));
  return problems.flatMap(({ point: a, place }) =>
    problems
      .filter(({ point: b, place: other }) => other === place && a.year < b.year)
      .map(({ point: b }): GoldPair => ({ a, b, place, same: same.has(`${a.id} ${b.id}`) ? 1 : 0 }))
      .filter((pair) => pair.same === 1 || !unsure.has(`${a.id} ${pair.b.id}`)),
  );
}

const pairs = goldPairs();
const labels = pairs.map(({ same }) => same);
const inputs = pairs.map(({ a, b }) => {
  const { themes, subject, meaning } = likenessOf(a, b);
  return [(themes ?? 0) * subject, meaning];
});

/** What a model that never saw a place says of its pairs: weights and threshold come from all other places. */
function heldOut(): boolean[] {
  const said = new Array<boolean>(pairs.length).fill(false);
  for (const place of new Set(pairs.map((pair) => pair.place))) {
    const others = [...pairs.keys()].filter((index) => pairs[index]!.place !== place);
    const weights = fitLogistic(
      others.map((index) => inputs[index]!),
      others.map((index) => labels[index]!),
    );
    const score = (index: number): number =>
      inputs[index]!.reduce((sum, value, at) => sum + value * weights[at + 1]!, weights[0]!);
    const threshold = bestThreshold(
      others.map(score),
      others.map((index) => labels[index]!),
    );
    for (const [index, pair] of pairs.entries()) if (pair.place === place) said[index] = score(index) >= threshold;
  }
  return said;
}

function f1Of(indices: readonly number[], said: readonly boolean[]): number {
  let [right, found, there] = [0, 0, 0];
  for (const index of indices) {
    if (said[index]) found += 1;
    there += labels[index]!;
    if (said[index] && labels[index] === 1) right += 1;
  }
  return (2 * right) / (found + there);
}

describe('whether two problems are the same one', () => {
  it('has gold enough: pairs that are the same, and pairs that share a theme but are not', () => {
    expect(labels.filter((same) => same === 1).length).toBeGreaterThanOrEqual(150);
    const hard = pairs.filter(({ a, b, same }) => same === 0 && a.gold.some((theme) => b.gold.includes(theme)));
    expect(hard.length).toBeGreaterThanOrEqual(150);
  });

  it('is told for a place that the model never saw', () => {
    const said = heldOut();
    const all = [...pairs.keys()];
    const f1 = f1Of(all, said);
    const places = [...new Set(pairs.map(({ place }) => place))];
    const random = randomFrom(5);
    const draws = Array.from({ length: 500 }, () => {
      const drawn = places.map(() => places[Math.floor(random() * places.length)]!);
      return f1Of(
        drawn.flatMap((place) => all.filter((index) => pairs[index]!.place === place)),
        said,
      );
    }).sort((a, b) => a - b);
    if (process.env.DIAOYAN_FIGURES)
      console.log(
        `held-out F1 ${f1.toFixed(3)} (${draws[12]!.toFixed(3)}–${draws[487]!.toFixed(3)}), ${pairs.length} pairs`,
      );
    expect(f1).toBeGreaterThanOrEqual(0.8);
  });

  it('is told by the weights and the threshold that the program has', () => {
    const said = pairs.map(({ a, b }) => samenessOf(likenessOf(a, b)) >= SAME);
    if (process.env.DIAOYAN_FIGURES) console.log(`F1 of the program ${f1Of([...pairs.keys()], said).toFixed(3)}`);
    expect(f1Of([...pairs.keys()], said)).toBeGreaterThanOrEqual(0.8);
  });

  it('is not told by the themes alone, whatever the subject', () => {
    const said = pairs.map(({ a, b }) => (likenessOf(a, b).themes ?? 0) >= 0.5);
    expect(f1Of([...pairs.keys()], said)).toBeLessThan(0.75);
  });
});

describe('whether it is said in the same words', () => {
  const point = (id: string, label: string): AnnotatedPoint => ({
    id,
    report: id,
    role: 'problem',
    label,
    text: '',
    themes: new Map([['water', 0.9]]),
    year: 2020,
    gold: [],
  });

  it.each([
    ['村内水管老化，漏水严重', '村内水管老化，漏水依然严重', true],
    ['全镇12个村缺少垃圾桶', '全镇仍有7个村缺少垃圾桶', true],
    ['卫生室没有固定的医生', '卫生室仍没有固定的医生坐诊', true],
    ['公厕数量偏少，如厕不便', '公厕数量少、如厕不便的状况没有改观', true],
    ['路灯坏了没人修', '夜间照明设施缺少维护', false],
    ['老人看病要走十几里山路', '偏远村组就医不方便', false],
    ['图书室常年锁门', '文化活动场所利用率低', false],
    ['种粮收入低', '种粮收益不如外出务工', false],
  ])('%s / %s: %s', (one, other, expected) => {
    const [a, b] = [point('x', one), point('y', other)];
    expect(sameWords(compareMeaning([a, b, ...everyPoint])(a, b))).toBe(expected);
  });
});
