import { describe, expect, it } from 'vitest';
import { outlineReport } from '../../pipeline/headings/headings.ts';
import type { Report } from '../../pipeline/model/report.ts';
import { LABELS } from '../../pipeline/roles/crf.ts';
import { explainSentence } from '../../pipeline/roles/explain.ts';
import { announcedRoles, headingRole, heldRoles } from '../../pipeline/roles/heading-role.ts';
import { readSentence } from '../../pipeline/roles/reading.ts';
import { assignRoles } from '../../pipeline/roles/roles.ts';
import { ruleReport } from '../../pipeline/roles/rule-report.ts';
import { accuracy, bootstrap, macroF1, scoreRoles } from '../../pipeline/roles/score.ts';
import { NO_WEIGHTS } from '../../pipeline/roles/scorer.ts';
import { STYLES, splitNumber, viewReport } from '../../pipeline/roles/view.ts';
import { calibrated, featureSignature, ownWeights } from '../../pipeline/roles/weights.ts';
import { cutSentences } from '../../pipeline/sentences/sentences.ts';

function outlined(text: string) {
  const title = text.split('\n')[0]!;
  const report: Report = {
    seq: 1,
    text,
    span: { start: 0, end: text.length },
    origin: [{ clean: 0, source: 0, length: text.length }],
    title,
    titleSpan: { start: 0, end: title.length },
    year: null,
    yearBasis: 'unknown',
    region: null,
    issuer: null,
    place: null,
    blocks: [],
  };
  return { ...outlineReport(report, cutSentences(text)), tokens: [] };
}

describe('headingRole', () => {
  it.each([
    ['存在的主要问题', 'problem'],
    ['存在问题的原因', 'cause'],
    ['难题的成因分析', 'cause'],
    ['问题与对策', 'problem'],
    ['破解难题的对策', 'countermeasure'],
    ['主要做法和成效', 'practice'],
    ['下一步工作打算', 'countermeasure'],
    ['基本情况', 'context'],
    ['采取的主要措施', 'practice'],
    ['病根何在', 'cause'],
    ['叹息从何而来', 'cause'],
    ['正视问题，找准症结', 'problem'],
    ['深挖根源，对症下药', 'cause'],
    ['企业的难处', 'problem'],
    ['破局之策', 'countermeasure'],
    ['柳河镇', null],
  ])('%s announces %s', (heading, role) => expect(headingRole(heading)).toBe(role));
  it('lists what is announced in order', () => {
    expect(announcedRoles('现状、问题及建议')).toEqual(['context', 'problem', 'countermeasure']);
  });
});

describe('headings without numbers', () => {
  const LINES = [
    '柳河镇养老调研',
    '',
    '难处在哪里',
    '',
    '床位空着，老人不来',
    '',
    '全镇床位空了六成，食堂只开中午一顿。',
    '',
  ];
  const MORE = [
    '问题背后的原因',
    '',
    '走访中听到好几种说法，都有道理。',
    '',
    '护理员月月换人',
    '',
    '工钱两年没有涨，年轻人都去了县城。',
  ];
  it('stand under the last one that announces something', () => {
    const { sentences } = viewReport(outlined([...LINES, ...MORE].join('\n')));
    const pathOf = (start: string): string | undefined =>
      sentences.find(({ body }) => body.startsWith(start))?.pathText;
    expect(pathOf('全镇床位')).toBe('难处在哪里 / 床位空着，老人不来');
    expect(pathOf('工钱两年')).toBe('问题背后的原因 / 护理员月月换人');
  });
});

describe('splitNumber', () => {
  it.each([
    ['一、基本情况', 'han', '基本情况'],
    ['（二）经费不足。', 'han-bracket', '经费不足。'],
    ['一是力量薄弱。', 'item', '力量薄弱。'],
    ['三要加强培训。', 'item', '要加强培训。'],
    ['——创新能力增强。', 'dash', '创新能力增强。'],
    ['问：背景是什么？', 'question', '背景是什么？'],
    ['全镇有3个村。', 'none', '全镇有3个村。'],
  ])('%s', (text, style, body) => {
    const given = splitNumber(text);
    expect([STYLES[given.style], given.body]).toEqual([style, body]);
  });
});

describe('readSentence', () => {
  const figuresIn = (body: string): number =>
    readSentence(body, 1, { table: NO_WEIGHTS, sums: new Float64Array(LABELS), offset: 0 }).figures;
  it.each([
    ['全镇有3个村。', 1],
    ['增长2.1%，比2020年1月高3.5', 4],
    ['见表1.2.3.', 1],
    ['没有数字。', 0],
    ['', 0],
  ])('counts the figures of %s', (body, figures) => expect(figuresIn(body)).toBe(figures));
  it('reads a sentence of a megabyte', () => expect(figuresIn('村1'.repeat(500_000))).toBeGreaterThan(1000));
});

describe('assignRoles', () => {
  const report = outlined(
    [
      '关于河东镇农村饮水情况的调研报告',
      '一、基本情况',
      '河东镇辖12个行政村，常住人口2.3万人。',
      '二、主要做法',
      '近年来，镇里先后投入资金320万元，新建集中供水点6处。',
      '三、存在的问题',
      '（一）管护不到位。部分供水点无人值守，设备老化严重，漏水现象较为突出。',
      '四、原因分析',
      '由于管护经费没有列入预算，村级又缺少专业人员，导致设施坏了无人修。',
      '五、对策建议',
      '建议将管护经费列入财政预算，建立专业化管护队伍。',
    ].join('\n'),
  );
  const roles = assignRoles(report);
  const of = (part: string) =>
    roles[report.sentences.findIndex(({ start, end }) => report.report.text.slice(start, end).includes(part))]!;

  it.each([
    ['辖12个行政村', 'context'],
    ['先后投入资金', 'practice'],
    ['无人值守', 'problem'],
    ['没有列入预算', 'cause'],
    ['建议将管护经费', 'countermeasure'],
    ['二、主要做法', 'heading'],
  ])('%s is %s', (part, role) => expect(of(part).role).toBe(role));

  it('gives every sentence one assignment with a probability', () => {
    expect(roles).toHaveLength(report.sentences.length);
    for (const { confidence, role, also } of roles) {
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
      expect(also).not.toContain(role);
    }
  });

  it('names the rules that vote', () => {
    expect(of('没有列入预算').votes.map(({ rule }) => rule)).toContain('c-path');
  });

  it('gives an empty report no roles', () => expect(assignRoles(outlined(''))).toEqual([]));
});

describe('the weights file', () => {
  it('was learned with the rules and features of this code', () => {
    expect(featureSignature()).toMatch(/^[0-9a-f]{16}$/);
    expect(ownWeights().calibration.length).toBeGreaterThan(0);
  });
  it('calibrates by rising knots', () => {
    const knots = [
      [0.4, 0.3],
      [0.8, 0.9],
    ] as const;
    const wanted = [0.3, 0.3, 0.6, 0.9, 0.9];
    for (const [at, value] of [0.1, 0.4, 0.6, 0.8, 0.99].entries())
      expect(calibrated(value, knots)).toBeCloseTo(wanted[at]!);
  });
});

describe('explainSentence', () => {
  it('tells votes, features, runner-up and margin', () => {
    const given = explainSentence('建议县财政设立专项资金。', ['对策建议']);
    expect(given.role).toBe('countermeasure');
    expect(given.votes.map(({ rule }) => rule)).toContain('m-suggest');
    expect(given.probabilities.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1);
    expect(given.margin).toBeCloseTo(given.probabilities[0]!.probability - given.probabilities[1]!.probability);
    expect(given.features[0]!.weight).not.toBe(0);
    expect(given.features.map(({ feature }) => feature)).toContain('rule m-suggest');
  });
});

describe('scores', () => {
  const gold = (role: 'problem' | 'cause', ...also: 'problem'[]) => ({ role, also });
  const sentences = [
    { gold: gold('problem'), predicted: 'problem' },
    { gold: gold('problem'), predicted: 'cause' },
    { gold: gold('cause', 'problem'), predicted: 'problem' },
    { gold: gold('cause'), predicted: 'cause' },
  ] as const;
  it('count a prediction that matches a second role neither right nor wrong', () => {
    const [problem, cause] = scoreRoles(sentences);
    expect(problem).toMatchObject({ right: 1, missed: 1, wrong: 0 });
    expect(cause).toMatchObject({ right: 1, missed: 0, wrong: 1 });
    expect(accuracy(sentences)).toBeCloseTo(2 / 3);
    expect(macroF1(sentences)).toBeCloseTo((2 / 3 + 2 / 3 + 0) / 3);
  });
  it('have an interval that holds the value, the same for the same seed', () => {
    const documents = Array.from({ length: 20 }, (_, at) =>
      at % 4 === 0 ? sentences.slice(1, 2) : sentences.slice(0, 1),
    );
    const [low, high] = bootstrap(documents, accuracy, 300);
    expect(low).toBeLessThan(0.75);
    expect(high).toBeGreaterThan(0.75);
    expect(bootstrap(documents, accuracy, 300)).toEqual([low, high]);
  });
});

describe('ruleReport', () => {
  it('counts coverage, overlap, conflict and precision', () => {
    const votes = [
      { rule: 'm-suggest', role: 'countermeasure' },
      { rule: 'p-lack', role: 'problem' },
    ] as const;
    const rows = ruleReport([
      { votes, gold: { role: 'countermeasure', also: ['problem'] } },
      { votes: votes.slice(0, 1), gold: { role: 'context', also: [] } },
    ]);
    expect(rows.find(({ rule }) => rule === 'm-suggest')).toMatchObject({
      votes: 2,
      coverage: 1,
      overlap: 0.5,
      conflict: 0.5,
      precision: 0.5,
    });
    expect(rows.find(({ rule }) => rule === 'p-lack')).toMatchObject({ votes: 1, right: 0, wrong: 0, precision: null });
    expect(rows.find(({ rule }) => rule === 'n-paper')).toMatchObject({ votes: 0, precision: null });
  });
});

describe('heldRoles', () => {
  it.each([
    ['剖析存在问题的原因', ['cause']],
    ['破解用水难题的对策', ['countermeasure']],
    ['存在的问题及原因', ['problem', 'cause']],
    ['主要问题', ['problem']],
    ['第三节', []],
  ])('%s', (heading, roles) => expect(heldRoles(heading)).toEqual(roles));
});
