import { describe, expect, it } from 'vitest';
import { extractStatistics } from '../../pipeline/statistics/statistics.ts';
import { documentOf } from './document.ts';

const rows = (text: string, year: number | null = 2023) => extractStatistics(documentOf(text, year));

describe('the subject of a quantity', () => {
  it.each([
    ['全县共有站所编制120个。', ['站所编制']],
    ['先后发放救助金30万元。', ['救助金']],
    ['选派40名青年干部到村挂职。', ['青年干部']],
    ['拥有汽车的3人，骑车上班的12人。', ['拥有汽车', '骑车上班']],
    ['大专有3人，高中(含中专)有10人。', ['大专', '高中(含中专)']],
    ['垃圾清运量达到8万吨，增长6%。', ['垃圾清运量', '垃圾清运量']],
    ['粮食、茶叶产值分别增长3%、4%。', ['粮食', '茶叶产值']],
    ['有32%的人认为通道不畅。', ['认为通道不畅']],
    ['渠道完好率由40%提高到75%。', ['渠道完好率', '渠道完好率']],
    ['水费收入占运行成本的28%。', ['水费收入']],
    ['建成“智慧”灌区5处。', ['“智慧”灌区']],
    ['新装5个“一键呼叫”终端。', ['“一键呼叫”终端']],
    ['全县辖32个行政村。', ['行政村']],
    ['站里台账合计37种。', ['台账']],
    ['村医每月分别增发200元、300元。', ['村医', '村医']],
    ['补贴标准应由9000元提高到1.2万元。', ['补贴标准', '补贴标准']],
    ['书屋由66间压到20间。', ['书屋', '书屋']],
    ['已帮扶96户177人脱贫户。', ['脱贫户', '脱贫户']],
    ['学校修了3个具有示范作用的实验室。', ['实验室']],
    ['茶叶、蚕桑、药材等产业产值分别增长3%、4%、5%。', ['茶叶', '蚕桑', '药材']],
    ['用三年改完旧渠。', ['改完旧渠']],
    ['站里职工七成是返聘人员。', ['返聘人员']],
    ['去年水费收缴率为85%，比上年提高2个百分点。', ['水费收缴率', '水费收缴率']],
  ])('%s', (text, subjects) => {
    expect(rows(text).map(({ subject }) => subject)).toEqual(subjects);
  });
});

describe('the frame of a quantity', () => {
  it('resolves relative years by the year of the report', () => {
    expect(rows('今年新增5人，去年新增3人。').map(({ year }) => year)).toEqual([2023, 2022]);
    expect(rows('2019年为4个，2021年为6个。').map(({ year }) => year)).toEqual([2019, 2021]);
    expect(rows('今年新增5人。', null)[0]!.year).toBeNull();
  });

  it('does not take a year of comparison for the year it holds for', () => {
    expect(rows('产量比2019年增长5%。')[0]).toMatchObject({ year: null, base: '比2019年', direction: 'up' });
  });

  it('carries a year to the end of its paragraph', () => {
    const found = rows('2021年建成2座。其后又建成3座。\n另有4座在建。');
    expect(found.map(({ year }) => year)).toEqual([2021, 2021, null]);
  });

  it('tells aims from facts', () => {
    expect(rows('已建成2座，力争再建3座。').map(({ isTarget }) => isTarget)).toEqual([false, true]);
    expect(rows('到2025年达到90%。')[0]).toMatchObject({ isTarget: true, year: 2025 });
  });

  it('names the base of a change and the whole of a share', () => {
    expect(rows('收入同比增长5%。')[0]!.base).toBe('同比');
    expect(rows('水费收入占运行成本的28%。')[0]!.whole).toBe('运行成本');
  });

  it('lets a breakdown share its whole', () => {
    const found = rows('干部612名，其中公务员268名，事业人员344名。');
    expect(found.map(({ whole }) => whole)).toEqual([null, 0, 0]);
  });

  it('passes over the parts in a bracket to the whole before it', () => {
    const found = rows('访谈60人（东乡40人、西乡20人），其中包括干部25人。');
    expect(found.map(({ whole }) => whole)).toEqual([null, 0, 0, 0]);
  });

  it('keeps the group that an age names', () => {
    expect(rows('30岁以下的有21人。')[0]).toMatchObject({ group: '30岁以下', value: 21 });
  });

  it('normalises to base units', () => {
    expect(rows('耕地30亩。')[0]).toMatchObject({ value: 30, unit: '亩', valueBase: 20000, unitBase: '平方米' });
    expect(rows('缺口三成。')[0]).toMatchObject({ valueBase: 30, unitBase: '%' });
  });
});
