import { describe, expect, it } from 'vitest';
import { cleanText } from '../../pipeline/clean/clean.ts';
import { decoded } from '../structure.ts';

const clean = (text: string) => cleanText(decoded(text)).text;
const rules = (text: string) =>
  cleanText(decoded(text)).removed.map((each) => `${each.rule} ${text.slice(each.start, each.end)}`);

describe('characters', () => {
  it.each([
    ['carriage returns', '甲。\r\n乙。\r丙。', '甲。\n乙。\n丙。'],
    ['form feeds and separators', '甲。\f乙。\u2028丙。', '甲。\n乙。\n丙。'],
    ['a byte-order mark and zero-width characters', '\uFEFF干\u200B部\u00AD。', '干部。'],
    ['indents and empty lines', '　　甲。\n\n\n  　乙。  \n', '甲。\n乙。'],
    ['a spaced title', '调 研 报 告\n正文开始，有逗号。', '调研报告\n正文开始，有逗号。'],
    ['a spaced title with full-width blanks', '工　作　总　结', '工作总结'],
    ['blanks between words, which stay', '区长 张三 出席', '区长 张三 出席'],
    ['tags', '<p>甲。</p><p>乙<b>丙</b>。</p>', '甲。\n乙丙。'],
    ['cells', '<tr><td>甲</td><td>乙</td></tr>', '甲 乙'],
    ['marks of headings', '# 一、情况\n正文。\n## （一）人员\n正文。', '一、情况\n正文。\n（一）人员\n正文。'],
    ['less-than signs that are no tags', '增速a<b，占比<5%。', '增速a<b，占比<5%。'],
    ['emoji and rare characters', '村民😀说，𠮷某不在。', '村民😀说，𠮷某不在。'],
  ])('%s', (_, text, expected) => expect(clean(text)).toBe(expected));

  it('keeps what it took out, with the rule', () => {
    expect(rules('甲<b>乙</b>\u200B。\n\n点击下载全文\n')).toEqual([
      'control \u200B',
      'html-tag <b>',
      'html-tag </b>',
      'noise:download-prompt 点击下载全文',
    ]);
  });

  it('takes out what the reader knows to be no text', () => {
    const text = '页眉甲\n正文。';
    const { text: cleaned, removed } = cleanText(decoded(text, { removed: [{ start: 0, end: 3, rule: 'page-head' }] }));
    expect([cleaned, removed]).toEqual(['正文。', [{ rule: 'page-head', start: 0, end: 3 }]]);
  });

  it('takes overlapping removals of a reader once', () => {
    const removed = [
      { start: 0, end: 3, rule: 'a' },
      { start: 1, end: 4, rule: 'b' },
    ];
    expect(cleanText(decoded('甲乙丙丁戊。', { removed })).text).toBe('戊。');
  });
});

describe('lines broken inside sentences', () => {
  const long = '经费年年紧张。个别单位对这项工作的认识还停留在开会传达和填表上报的层面上，没有';
  it.each([
    ['by a page, with an empty line', `${long}\n\n真正动手去做，问题一拖再拖。`, `${long}真正动手去做，问题一拖再拖。`],
    ['after a comma', '人手少，\n\n任务重。', '人手少，任务重。'],
    ['before a mark that starts no line', '根据《办法\n》，逐项整改。', '根据《办法》，逐项整改。'],
    ['by a link', '要认真落实《\n条例\n》，把责任压实。', '要认真落实《条例》，把责任压实。'],
    ['after a word that ends no line', '全县的\n水库有12座。', '全县的水库有12座。'],
    [
      'inside Latin words',
      '设备老化。换成Internet\nExplorer浏览器以后，系统打不开。',
      '设备老化。换成Internet Explorer浏览器以后，系统打不开。',
    ],
  ])('%s', (_, text, expected) => expect(clean(text)).toBe(expected));

  it.each([
    ['a heading before its text', '一、存在的主要问题和产生问题的深层次原因分析以及下一步努力方向\n\n当前，问题不少。'],
    ['a long heading with commas', '（一）聚焦巩固基础，着力推动各项措施落地见效，发展质量不断提升\n\n全年成效明显。'],
    [
      'a title before its text',
      '关于进一步加强和改进新形势下全县农村基层基础工作情况的专题调研报告\n\n近期，我们走访了各乡镇。',
    ],
    ['a signature and a date', '情况就是这样。\n某县农业农村局\n2023年6月12日'],
    ['items', '要做到以下几点：\n1.加强领导\n2.落实责任\n3.严格考核'],
    ['a meeting line and the speaker', '——2021年2月3日在某区第十届人民代表大会第一次会议上\n某区人民政府区长 张三'],
    ['the entries of a form', '提案人：张三等委员\n主办单位：县教育局\n会办单位：县财政局，县人社局'],
    ['a remark in brackets after the stop', '建立台账，逐项销号。（县教育局负责）\n加强督查，按月通报，结果公开。'],
    ['rows of a table', '| 乡镇 | 人数 |\n| 甲镇 | 12 |'],
    [
      'lines without any stop',
      '甲村党支部书记张三李四王五赵六孙七周八吴九郑十冯十一陈十二褚十三\n乙村党支部书记钱某孙某李某周某吴某郑某王某冯某陈某褚某卫某蒋某沈某',
    ],
    [
      'entries of a bibliography',
      '[1] 张三. 乡村治理研究[J]. 某某学报, 2019(3): 12-18\n[2] 李四. 基层财政研究[M]. 某某出版社, 2020',
    ],
  ])('does not join %s', (_, text) => expect(clean(text)).toBe(text.replace(/\n+/gu, '\n')));

  it('joins nothing where the reader knows the paragraphs', () => {
    const text = `${long}\n真正动手，问题一拖再拖。`;
    expect(cleanText(decoded(text, { hardWrapped: false })).text).toBe(text);
  });
});
