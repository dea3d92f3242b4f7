import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditReport } from '../../pipeline/statistics/audit.ts';
import { auditCorpus } from '../../pipeline/statistics/audit-indicators.ts';
import { lastPlace } from '../../pipeline/statistics/interval.ts';
import { extractStatistics } from '../../pipeline/statistics/statistics.ts';
import { documentOf } from './document.ts';

/** The findings of a text as `kind severity: arithmetic`. */
function findings(text: string): string[] {
  const document = documentOf(text);
  return auditReport(document.report, extractStatistics(document)).map(
    ({ kind, severity, arithmetic }) => `${kind} ${severity}: ${arithmetic}`,
  );
}

describe('the audit', () => {
  it.each([
    ['全镇干部96名，其中男干部61名，女干部35名。', 'parts confirmed: 61＋35＝96，与“干部96名”相符'],
    ['全镇干部96名，其中男干部61名，女干部38名。', 'parts error: 61＋38＝99，而整体为“干部96名”，相差3'],
    ['教师40名，其中骨干教师52名。', 'parts error: 部分“骨干教师52名”大于整体“教师40名”'],
    ['站所核定编制80个，实际只有60人，空缺近40%。', 'share warning: （80－60）÷80＝25%，而文中写“空缺近40%”'],
    ['发放问卷500份，收回400份，回收率90%。', 'share error: 400÷500＝80%，而文中写“回收率90%”'],
    ['培训场次由20场增加到25场，增长25%。', 'change confirmed: （25－20）÷20＝25%，与“25%”相符'],
    ['培训场次由20场增加到25场，增长30%。', 'change error: （25－20）÷20＝25%，而文中写“30%”'],
    ['表示满意的占50%，基本满意的占40%，不满意的占20%。', 'percent_sum warning: 50＋40＋20＝110，各项占比之和超过100%'],
    ['自来水普及率为103%。', 'impossible error: “自来水普及率103%”：比例超过100%'],
    [
      '2022年全县常住人口31万人。\n2022年全县常住人口35万人。',
      'same_report warning: “常住人口”一处为31万人，另一处为35万人',
    ],
  ])('%s', (text, finding) => {
    expect(findings(text)).toEqual([finding]);
  });

  it.each([
    ['全镇干部96名，其中党员70名，女干部35名。'],
    ['总投资100亿元，其中工业50亿元、农业45亿元。'],
    ['年均超收20亿元，其中去年超收25亿元。'],
    ['支出完成预算数的106%，占预算的102%。'],
    ['收入预算数8000万元。\n其中，教育支出1200万元，占预算数的96%；卫生支出900万元，占预算数的91%。'],
    ['全年安排120万元市级技改专项资金。\n用好90万元市级技改专项资金。'],
    ['对甲、乙、丙三项（可多选），选甲的占80%，选乙的占60%，选丙的占50%。'],
    ['2021年全县常住人口31万人。\n2022年全县常住人口35万人。'],
    ['抽查412项业务中的50项，有19项跳转，占38%。'],
  ])('finds no fault in %s', (text) => {
    expect(findings(text).filter((finding) => !/confirmed/.test(finding))).toEqual([]);
  });

  it('confirms every breakdown that adds up, and faults none', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 2, max: 900 }), { minLength: 2, maxLength: 5 }), (parts) => {
        const whole = parts.reduce((sum, part) => sum + part, 0);
        const names = ['甲组', '乙组', '丙组', '丁组', '戊组'];
        const list = parts.map((part, i) => `${names[i]}${part}人`).join('、');
        expect(findings(`全所职工${whole}人，其中${list}。`).map((finding) => finding.split(':')[0])).toEqual([
          'parts confirmed',
        ]);
      }),
    );
  });
});

describe('the audit over reports', () => {
  const row = (report: string, text: string) => ({
    report,
    text,
    place: '甲县',
    statistic: extractStatistics(documentOf(text))[0]!,
  });

  it('finds one indicator of one place and year with two values', () => {
    const found = auditCorpus([row('a', '2022年全县常住人口31万人。'), row('b', '2022年，常住人口35万人。')]);
    expect(found.map(({ arithmetic }) => arithmetic)).toEqual(['2022年“常住人口”在两份报告中分别为31万人和35万人']);
  });

  it('takes rounding, other years and other places for no contradiction', () => {
    const a = row('a', '2022年全县常住人口31万人。');
    expect(auditCorpus([a, row('b', '2022年全县常住人口31.02万人。')])).toEqual([]);
    expect(auditCorpus([a, row('b', '2021年全县常住人口35万人。')])).toEqual([]);
    expect(auditCorpus([a, row('b', '2022年末全县常住人口35万人。')])).toEqual([]);
    expect(auditCorpus([a, row('b', '按户籍口径，2022年全县常住人口35万人。')])).toEqual([]);
    expect(auditCorpus([a, row('b', '预计2022年全县常住人口35万人。')])).toEqual([]);
    expect(auditCorpus([a, row('b', '力争2022年全县常住人口达到35万人。')])).toEqual([]);
    const elsewhere = row('b', '2022年全县常住人口35万人。');
    expect(auditCorpus([a, { ...elsewhere, statistic: { ...elsewhere.statistic, place: '乙县' } }])).toEqual([]);
  });
});

describe('the last place of a number', () => {
  it.each([
    ['42.7%', 0.1],
    ['50%', 1],
    ['百分之四十二点七', 0.1],
    ['1.2万人', 1000],
    ['一亿零四百万吨', 1e4],
    ['1184个', 0],
  ])('%s', (surface, place) => {
    expect(lastPlace(surface)).toBeCloseTo(place, 9);
  });
});
