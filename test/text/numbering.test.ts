import { describe, expect, it } from 'vitest';
import { endsAsTitle } from '../../pipeline/text/genre.ts';
import { looksLikeHeading, NUMBERING_STYLES, numberingOf, startsItem } from '../../pipeline/text/numbering.ts';

describe.each(NUMBERING_STYLES)('$id', (style) => {
  it.each(style.yes)('numbers %s', (text) => expect(numberingOf(text)?.style.id).toBe(style.id));
  it.each(style.no)('leaves %s', (text) => expect(numberingOf(text)?.style.id).not.toBe(style.id));
});

describe('numberingOf', () => {
  it.each([
    ['一、基本情况', '一、', 1],
    ['十二、保障', '十二、', 12],
    ['（二十一）经费', '（二十一）', 21],
    ['3. 待遇', '3.', 3],
    ['（4）人员', '（4）', 4],
    ['2.13资金安排', '2.13', 13],
    ['⑤设备', '⑤', 5],
    ['第三部分 建议', '第三部分', 3],
    ['四是要抓落实', '四是要', 4],
    ['其二，经费不足', '其二，', 2],
  ])('reads %s', (text, number, ordinal) => {
    const numbering = numberingOf(text);
    expect([numbering?.number, numbering?.ordinal]).toEqual([number, ordinal]);
    expect(text.slice(0, numbering!.length).trim()).toBe(number);
  });

  it.each([
    '全县共有干部12名',
    '一些干部',
    '2019年，全县',
    '十九大以来',
    '3个乡镇',
    '',
    '第一时间赶到',
    '5G基站',
    '一方面，人手不足',
    '1.5亿元资金',
    '两是',
  ])('finds none in %s', (text) => expect(numberingOf(text)).toBeNull());
});

describe('startsItem', () => {
  it.each(['——加强领导', '● 人员', '1.人员', '[3] 张三. 治理研究', '# 标题'])('takes %s', (text) =>
    expect(startsItem(text)).toBe(true),
  );
  it.each(['加强领导', '《办法》规定', '-5℃'])('leaves %s', (text) => expect(startsItem(text)).toBe(false));
});

it.each([
  ['一、存在的问题', true],
  ['一、问题突出，原因复杂，', false],
  ['存在的问题', false],
])('looksLikeHeading(%s) is %s', (text, expected) => expect(looksLikeHeading(text)).toBe(expected));

describe('endsAsTitle', () => {
  it.each([
    '关于某县教育工作的调研报告',
    '政府工作报告（摘要）',
    '基层治理的现状与对策*',
    '实施十年：挑战与建议',
    '情况的通报',
    '农村养老探析1',
  ])('takes %s', (line) => expect(endsAsTitle(line)).toBe(true));
  it.each(['某县人民政府', '2023年6月', '基本情况', '报告显示'])('leaves %s', (line) =>
    expect(endsAsTitle(line)).toBe(false),
  );
});
