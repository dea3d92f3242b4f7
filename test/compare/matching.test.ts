import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAnnotated } from '../../corpus/annotation.ts';
import { type Figure, pairFigures } from '../../pipeline/compare/figures.ts';
import { matchPoints, SAME, samenessOf } from '../../pipeline/compare/match-points.ts';
import { type ComparedPoint, compareMeaning } from '../../pipeline/compare/meaning.ts';
import { type DatedPoint, trackProblems } from '../../pipeline/compare/track.ts';
import { compileThemes } from '../../pipeline/themes/assign.ts';
import { builtInTaxonomy } from '../../pipeline/themes/taxonomy.ts';
import { cutWords } from '../../pipeline/words/words.ts';

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
  const points = [
    dated(2018, point('p1', 'r18', '灌渠年久失修，渗漏严重', 'water')),
    dated(2018, point('p2', 'r18', '村医没人愿意干', 'health')),
    dated(2018, point('p3', 'r18', '道路坑洼', 'road')),
    dated(2018, point('p4', 'r18', '戏台破旧', 'culture')),
    dated(2020, point('p5', 'r20', '灌渠年久失修，渗漏依旧严重', 'water')),
    dated(2020, point('p6', 'r20', '乡村医生后继乏人', 'health')),
    dated(2020, point('m1', 'r20', '硬化通村公路', 'road', 'countermeasure')),
    dated(2020, point('p7', 'r20', '系统太多', 'digital')),
  ];
  const tracked = trackProblems(points, compareMeaning(points));

  it.each([
    ['p1', 'persists', 'p5'],
    ['p2', 'reworded', 'p6'],
    ['p3', 'answered', 'm1'],
    ['p4', 'dropped', undefined],
    ['p7', 'new', undefined],
  ])('%s %s', (id, fate, later) => {
    const row = tracked.find(({ problem }) => problem.id === id);
    expect([row?.fate, row?.later?.id]).toEqual([fate, later]);
  });
});

describe('pairFigures', () => {
  const figure = (subject: string, surface: string, value: number | null, unit: string): Figure => ({
    subject,
    surface,
    value,
    unit,
    sentence: '',
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

  it('gives no ratio where a value is masked or nought', () => {
    expect(pairFigures([figure('空编', '若干名', null, '名')], [figure('空编', '4名', 4, '名')])[0]!.ratio).toBeNull();
    expect(pairFigures([figure('空编', '0名', 0, '名')], [figure('空编', '4名', 4, '名')])[0]!.ratio).toBeNull();
  });
});

/** The annotated points of the sample corpus with the themes that the program gives them. */
function annotatedPoints(): (ComparedPoint & { topic: number; gold: readonly string[] })[] {
  const folder = resolve(import.meta.dirname, '../../corpus/annotated');
  const assign = compileThemes(builtInTaxonomy());
  const passage = (text: string) => ({ text, words: cutWords(text) });
  return readdirSync(folder).flatMap((file) => {
    const { header, paragraphs } = parseAnnotated(readFileSync(resolve(folder, file), 'utf8'));
    if (header.has('copy_of')) return [];
    const report = header.get('id')!;
    const points: { id: string; role: string; label: string; sentences: string[]; gold: readonly string[] }[] = [];
    let current: string[] | null = null;
    for (const { point: opened, role, text } of paragraphs.flat()) {
      if (opened) {
        current = [];
        points.push({ id: `${report}${opened.name}`, role, label: text, sentences: current, gold: opened.themes });
      } else if (role === 'heading') current = null;
      else current?.push(text);
    }
    const themes = assign(
      points.map(({ label, sentences }) => ({ label: passage(label), sentences: sentences.map(passage) })),
    );
    return points.map(({ sentences, ...each }, index) => ({
      ...each,
      report,
      topic: (Number(report.slice(1)) - 1) % 6,
      text: sentences.join(''),
      themes: new Map(themes[index]!.map(({ theme, score }) => [theme, score])),
    }));
  });
}

describe('sameness, measured on the annotations', () => {
  const points = annotatedPoints();
  const likenessOf = compareMeaning(points);

  it.each([
    ['problem', 0.74],
    ['countermeasure', 0.66],
  ])('finds pairs of %s points that share a theme with an F1 of at least %d', (role, least) => {
    const own = points.filter((each) => each.role === role);
    let [right, found, there] = [0, 0, 0];
    for (const [index, a] of own.entries()) {
      for (const b of own.slice(index + 1)) {
        if (a.report === b.report || a.topic !== b.topic) continue;
        const same = a.gold.some((theme) => b.gold.includes(theme));
        const said = samenessOf(likenessOf(a, b)) >= SAME;
        if (same) there += 1;
        if (said) found += 1;
        if (same && said) right += 1;
      }
    }
    expect((2 * right) / (found + there)).toBeGreaterThanOrEqual(least);
  });
});
