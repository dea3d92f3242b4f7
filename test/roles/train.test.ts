import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROLES } from '../../pipeline/model/role.ts';
import { bucketOf } from '../../pipeline/roles/buckets.ts';
import type { Features } from '../../pipeline/roles/collector.ts';
import { LABELS } from '../../pipeline/roles/crf.ts';
import { reportFeatures } from '../../pipeline/roles/features.ts';
import { assignView, chainOf } from '../../pipeline/roles/roles.ts';
import { goldByCharacter } from '../../pipeline/roles/train/align-gold.ts';
import { calibrationKnots, reliability } from '../../pipeline/roles/train/calibrate.ts';
import { foldsOf } from '../../pipeline/roles/train/crossval.ts';
import { encodeWeights } from '../../pipeline/roles/train/encode.ts';
import { FIT, fitWeights, type LabelledReport, prepare } from '../../pipeline/roles/train/fit.ts';
import { minimise } from '../../pipeline/roles/train/lbfgs.ts';
import { crfObjective, EDGE_COUNT, type TrainingChain } from '../../pipeline/roles/train/objective.ts';
import type { ReportView } from '../../pipeline/roles/view.ts';
import { readWeights, type Weights, weightOf } from '../../pipeline/roles/weights.ts';

describe('minimise', () => {
  it('finds the minimum of the Rosenbrock function at (1, 1)', () => {
    const x = Float64Array.from([-1.2, 1]);
    const value = minimise(
      (at, gradient) => {
        const [a, b] = [at[0]!, at[1]!];
        gradient[0] = -400 * a * (b - a * a) - 2 * (1 - a);
        gradient[1] = 200 * (b - a * a);
        return 100 * (b - a * a) ** 2 + (1 - a) ** 2;
      },
      x,
      200,
      1e-14,
    );
    expect(value).toBeLessThan(1e-8);
    expect([...x].map((each) => each.toFixed(3))).toEqual(['1.000', '1.000']);
  });
});

describe('the objective', () => {
  const none = Number.NEGATIVE_INFINITY;
  const targets = new Float64Array(3 * LABELS).fill(none);
  targets[0] = 0;
  targets[1] = Math.log(0.3);
  targets[LABELS + 2] = 0;
  targets.fill(0, 2 * LABELS);
  const chain: TrainingChain = {
    length: 3,
    offsets: Int32Array.from([0, 2, 3, 5]),
    ids: Int32Array.from([0, 1, 1, 2, 0]),
    strengths: Float32Array.from([1, 0.5, 2, 1, 1]),
    boundaries: Uint8Array.from([1, 0, 2]),
    targets,
    weight: 0.7,
  };

  it('has the gradient that differences of its values give', () => {
    const objective = crfObjective([chain], 3, 0.1, 0.2);
    const x = Float64Array.from({ length: 3 * LABELS + EDGE_COUNT }, (_, at) => Math.sin(at));
    const gradient = new Float64Array(x.length);
    const scrap = new Float64Array(x.length);
    objective(x, gradient);
    for (const at of [0, 1, 8, 20, 21, 60, 100, x.length - 1]) {
      const [up, down] = [x.slice(), x.slice()];
      up[at]! += 1e-5;
      down[at]! -= 1e-5;
      expect(gradient[at]).toBeCloseTo((objective(up, scrap) - objective(down, scrap)) / 2e-5, 5);
    }
  });
});

describe('calibrationKnots', () => {
  it('rises, and gives the share that is right', () => {
    const judged = Array.from({ length: 1000 }, (_, at) => ({ probability: at / 1000, right: (at * 37) % 1000 < at }));
    const knots = calibrationKnots(judged, 10);
    for (const [at, [given, share]] of knots.entries()) {
      expect(Math.abs(given - share)).toBeLessThan(0.08);
      if (at > 0) expect(share).toBeGreaterThan(knots[at - 1]![1]);
    }
  });
  it('pools bins that fall', () => {
    const judged = [0.2, 0.4, 0.6, 0.8].map((probability, at) => ({ probability, right: at === 0 || at === 3 }));
    expect(calibrationKnots(judged, 4)).toEqual([
      [0.4, 0.3333],
      [0.8, 1],
    ]);
  });
});

describe('reliability', () => {
  it('tells the share right of each tenth of confidence', () => {
    const judged = [
      { probability: 0.95, right: true },
      { probability: 1, right: false },
      { probability: 0.31, right: true },
    ];
    expect(reliability(judged)).toEqual([
      { from: 0.3, count: 1, confidence: 0.31, right: 1 },
      { from: 0.9, count: 2, confidence: 0.975, right: 0.5 },
    ]);
  });
});

describe('goldByCharacter', () => {
  const gold = [
    { text: '路 窄。', role: 'problem', also: [] },
    { text: '不在文中。', role: 'context', also: [] },
    { text: '要拓宽。', role: 'countermeasure', also: [] },
  ] as const;
  it('finds annotated sentences in order, whatever the white space', () => {
    expect([...goldByCharacter('路窄。\n要 拓宽。', gold)]).toEqual([0, 0, 0, -1, 2, -1, 2, 2, 2]);
  });
});

const report = (name: string, sentences: readonly [string, LabelledReport['gold'][number]][]): LabelledReport => {
  const view: ReportView = {
    title: '',
    sentences: sentences.map(([body], index) => ({
      index,
      body,
      style: 0,
      heading: false,
      kind: 'none',
      path: [],
      pathText: '',
      section: -1,
      paragraph: index,
    })),
  };
  return { name, group: name, source: 'test', view, gold: sentences.map(([, gold]) => gold), weight: 1 };
};
const problem = { role: 'problem', also: [] } as const;
const measure = { role: 'countermeasure', also: [] } as const;

const scoresOf = ({ groups, values, strengths }: Features, weights: Weights): number[] =>
  ROLES.map((_, role) =>
    groups.reduce((sum, group, at) => sum + strengths[at]! * weightOf(weights, bucketOf(group, values[at]!), role), 0),
  );

describe('learning', () => {
  const reports = ['甲', '乙', '丙', '丁'].map((place) =>
    report(place, [
      [`${place}村水渠失修，灌溉困难。`, problem],
      [`${place}村要修好水渠。`, measure],
      [`${place}镇医生缺乏，看病困难。`, problem],
      [`${place}镇要引进医生。`, measure],
    ]),
  );
  const learned = () =>
    fitWeights(
      reports.map((each) => prepare(each, FIT)),
      FIT,
    );
  const facts = { sources: { test: 16 }, scores: {}, calibration: [] };

  it('tells apart what it was taught, after the weights went through a file', () => {
    const weights = readWeights(JSON.parse(JSON.stringify(encodeWeights(learned(), [], facts))));
    const fresh = report('戊', [
      ['戊村路面失修，出行困难。', null],
      ['戊村要修好路面。', null],
    ]);
    expect(assignView(fresh.view, weights).map(({ role }) => role)).toEqual(['problem', 'countermeasure']);
  });

  it('sums the same scores in one pass as feature by feature, whatever the characters', () => {
    const weights = readWeights(encodeWeights(learned(), [], facts));
    const texts = fc.array(
      fc.string({ unit: fc.constantFrom(...'村要修水渠失困难，。2０3 .\u3000|A'), maxLength: 120 }),
    );
    fc.assert(
      fc.property(texts, (bodies) => {
        const { view } = report(
          '己',
          bodies.map((body) => [body, null]),
        );
        const sentences = view.sentences.map((each) => ({ ...each, path: ['问题'] }));
        const { nodes } = chainOf({ ...view, sentences }, weights).chain;
        for (const [index, features] of reportFeatures({ ...view, sentences }).features.entries())
          expect(Array.from(nodes.subarray(index * LABELS, (index + 1) * LABELS))).toEqual(
            scoresOf(features, weights).map((score) => expect.closeTo(score, 4)),
          );
      }),
    );
  });

  it('gives the same weights from the same reports', () => {
    expect(encodeWeights(learned(), [], facts)).toEqual(encodeWeights(learned(), [], facts));
  });

  it('refuses weights that were learned with other features', () => {
    expect(() => readWeights({ ...encodeWeights(learned(), [], facts), signature: 'other' })).toThrow(/npm run train/);
  });

  it('keeps the reports of a group in one fold', () => {
    const twins = [...reports, { ...reports[0]!, name: 'twin' }];
    const folds = foldsOf(twins, 2);
    expect([...folds.keys()].sort()).toEqual(['丁', '丙', '乙', '甲'].sort());
    expect(new Set(folds.values()).size).toBe(2);
  });
});
