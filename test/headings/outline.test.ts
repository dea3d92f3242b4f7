import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outlineReport } from '../../pipeline/headings/headings.ts';
import type { Outlined } from '../../pipeline/model/layers.ts';
import { cutSentences } from '../../pipeline/sentences/sentences.ts';
import { outlineOf, reportOf } from '../structure.ts';
import { anyText } from '../texts.ts';

const tree = ({ sections }: Outlined): string[] =>
  sections.map(({ level, number, heading }) => `${'>'.repeat(level)} ${number}${heading}`);
const outline = (...lines: string[]): string[] => tree(outlineOf(`关于某县工作的调研报告\n${lines.join('\n')}`));
const PROSE = '调研中，群众反映办事要跑好几趟，材料交了又交，心里不满意。';

describe('the section tree', () => {
  it('follows 一、（一）1.（1）①', () => {
    expect(
      outline(
        '一、现状',
        PROSE,
        '（一）队伍',
        PROSE,
        '1.结构',
        PROSE,
        '（1）年龄',
        PROSE,
        '①青年',
        PROSE,
        '二、问题',
        PROSE,
      ),
    ).toEqual(['> 一、现状', '>> （一）队伍', '>>> 1.结构', '>>>> （1）年龄', '>>>>> ①青年', '> 二、问题']);
  });

  it('takes the order that a report shows: 1、 above 一、', () => {
    expect(outline('1、现状', PROSE, '一、队伍', PROSE, '二、经费', PROSE, '2、问题', PROSE)).toHaveLength(4);
    expect(outline('第一部分 现状', PROSE, '一、队伍', PROSE, '第二部分 问题', PROSE)).toEqual([
      '> 第一部分现状',
      '>> 一、队伍',
      '> 第二部分问题',
    ]);
  });

  it('numbers of papers', () => {
    expect(
      outline('1 引言', PROSE, '1.1 现状', PROSE, '1.2公共服务', PROSE, '1.2.1人员', PROSE, '2主要问题与挑战', PROSE),
    ).toEqual(['> 1引言', '>> 1.1现状', '>> 1.2公共服务', '>>> 1.2.1人员', '> 2主要问题与挑战']);
  });

  it('puts 2.1 under 2.', () => {
    expect(outline('1.资料与方法', PROSE, '1.1访谈法', PROSE, '2.存在的问题', PROSE, '2.1目标不清', PROSE)).toEqual([
      '> 1.资料与方法',
      '>> 1.1访谈法',
      '> 2.存在的问题',
      '>> 2.1目标不清',
    ]);
  });

  it('lets a list 一、二、 inside a later chapter stay inside it', () => {
    expect(
      outline(
        '一、现状',
        PROSE,
        '二、问题',
        PROSE,
        '三、建议',
        PROSE,
        '（一）机制',
        PROSE,
        '一、建台账',
        PROSE,
        '二、抓督办',
        PROSE,
        '四、结语',
        PROSE,
      ),
    ).toEqual([
      '> 一、现状',
      '> 二、问题',
      '> 三、建议',
      '>> （一）机制',
      '>>> 一、建台账',
      '>>> 二、抓督办',
      '> 四、结语',
    ]);
  });

  it('headings without numbers, with items under them', () => {
    expect(
      outline('基本情况', PROSE, '存在的主要问题', `一是人手不足。${PROSE}二是经费紧张。${PROSE}`, '有关建议', PROSE),
    ).toEqual(['> 基本情况', '> 存在的主要问题', '>> 一是人手不足', '>> 二是经费紧张', '> 有关建议']);
  });

  it('headings without numbers inside a numbered chapter', () => {
    expect(
      outline(
        '一、五年回顾',
        PROSE,
        '经济实力持续增强',
        PROSE,
        '（一）稳增长',
        PROSE,
        '民生事业全面进步',
        PROSE,
        '二、明年打算',
        PROSE,
      ),
    ).toEqual(['> 一、五年回顾', '>> 经济实力持续增强', '>>> （一）稳增长', '>> 民生事业全面进步', '> 二、明年打算']);
  });

  it.each([
    ['案由：乡村教师留不住，各校都缺人。', '案由'],
    ['【建议】', '建议'],
    ['已有工作：', '已有工作'],
    ['委员们的建议', '委员们的建议'],
    ['问：这个办法为什么要改？', '问：这个办法为什么要改？'],
    ['1．统一思想：各级要把这件事当成大事来抓；县里要带头；乡里要跟上。', '1.统一思想'.replace('.', '．')],
    ['渡口村：一条路修了三年', '渡口村：一条路修了三年'],
  ])('takes %s for a heading', (line, heading) => {
    expect(outline(line, PROSE).map((row) => row.replace(/^> /u, ''))).toEqual([heading]);
  });

  it.each([
    '各位代表：',
    '尊敬的县领导',
    '2023年6月12日',
    '某县农业农村局',
    '表1 各乡镇人员情况',
    '图2调查点分布',
    '（2023年6月）',
    '关键词：乡村；治理',
    '*通讯作者',
    '以某县为例',
    '乡镇 人数 占比',
    '某政发〔2023〕12号',
    '某县人民政府县长 张三',
    '主要问题如下：',
    '管理为例）',
    '5 张三，李四.乡村治理研究.某某学报,2019,3',
    '120366服务热线12345678',
  ])('takes %s for none', (line) => expect(outline(line, PROSE)).toEqual([]));

  it('takes a long numbered sentence for a sentence', () => {
    expect(outline(`一是${'各村各社都要把这件事情办好，'.repeat(6)}不得拖延。${PROSE}`)).toEqual([]);
  });

  it('takes four unpunctuated items in a row for a list', () => {
    expect(outline('一、任务', PROSE, '1.修路', '2.架桥', '3.通水', '4.通电', '二、要求', PROSE)).toEqual([
      '> 一、任务',
      '> 二、要求',
    ]);
  });

  it('uses the levels of the file', () => {
    const text = '甲部分的内容\n正文一。\n乙小节的内容\n正文二。';
    const blocks = [
      { kind: 'heading', level: 1, start: 0, end: 6 },
      { kind: 'heading', level: 2, start: 12, end: 18 },
    ] as const;
    expect(tree(outlineReport(reportOf(text, { blocks }), cutSentences(text)))).toEqual([
      '> 甲部分的内容',
      '>> 乙小节的内容',
    ]);
  });
});

describe('kinds of headings', () => {
  it('tells block, run-in and inline', () => {
    const { sections } = outlineOf(`某县调研报告\n一、问题\n一是人少。${PROSE}二是钱少。${PROSE}`);
    expect(sections.map((section) => section.kind)).toEqual(['block', 'run-in', 'inline']);
  });
});

describe('sentences in their sections', () => {
  it('name the innermost section, and are headings where they open one or are the title', () => {
    const { sentences } = outlineOf(`某县教育调研报告\n前言。\n一、问题\n一是人少。${PROSE}\n二、建议\n${PROSE}`);
    expect(sentences.map(({ section, isHeading }) => `${section} ${isHeading}`)).toEqual([
      'null true',
      'null false',
      '0 true',
      '1 true',
      '1 false',
      '2 true',
      '2 false',
    ]);
  });

  it('a title that is said once more on two lines is heading too', () => {
    const { sentences } = outlineOf(`某办公室关于甲事乙事丙事的通知\n某办公室关于甲事\n乙事丙事的通知\n${PROSE}`);
    expect(sentences.map((sentence) => sentence.isHeading)).toEqual([true, true, true, false]);
  });
});

describe('the outline of any text', () => {
  it('nests properly, and every heading opens its section', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const { sections, sentences, report } = outlineReport(reportOf(text), cutSentences(text));
        for (const section of sections) {
          const parent = section.parent === null ? null : sections[section.parent]!;
          expect(section.start).toBe(section.headingSpan.start);
          expect(section.start < section.end && section.end <= report.text.length).toBe(true);
          expect(section.level).toBe((parent?.level ?? 0) + 1);
          if (parent) expect(parent.start < section.start && section.end <= parent.end).toBe(true);
        }
        const siblings = sections.filter((a) =>
          sections.some((b) => a.seq < b.seq && a.parent === b.parent && b.start < a.end),
        );
        expect(siblings).toEqual([]);
        const lost = sentences.filter(
          ({ section, start }) =>
            section !== null && !(sections[section]!.start <= start && start < sections[section]!.end),
        );
        expect(lost).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
