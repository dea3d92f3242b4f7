import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../pipeline/clean/clean.ts';
import { sourceOffset, sourceSpan } from '../../pipeline/model/origin.ts';
import { splitReports } from '../../pipeline/split/split.ts';
import { decoded } from '../structure.ts';
import { anyText } from '../texts.ts';

const BODY = `一、基本情况
全镇现有村干部82名，平均年龄51岁，高中以上学历的不到三成。调研组用两周走访了11个村。
二、存在的问题
人手不足，经费紧张。问卷显示，六成受访者认为待遇偏低，年轻人不愿意回村任职。
三、工作建议
要提高补贴标准，打通晋升渠道，把评价权交给群众，让干得好的人有盼头、有奔头、有劲头。`;

const split = (text: string) => splitReports(cleanText(decoded(text)));
const starts = (text: string): string[] => split(text).parts.map((part) => part.text.split('\n')[0]!);

describe('a compilation is cut at its labels', () => {
  it.each([
    ['篇一 with titles', ['篇一：甲县干部调研', '篇二：乙县教育调研', '篇三：丙县养老调研']],
    ['【篇1】', ['【篇1】', '【篇2】', '【篇3】']],
    ['【篇1】 with titles', ['【篇1】甲县干部调研', '【篇2】乙县教育调研']],
    ['第一篇', ['第一篇', '第二篇', '第三篇', '第四篇']],
    ['第一篇 with titles of reports', ['第一篇：甲县干部调研报告', '第二篇：乙县教育工作总结']],
    ['范文一', ['范文一', '范文二', '范文三']],
    ['a stem before the number', ['干部队伍调研报告篇一', '干部队伍调研报告篇二']],
    ['a stem and Arabic numerals', ['干部队伍调研报告 篇1', '干部队伍调研报告 篇2']],
    ['之一', ['干部队伍调研报告之一', '干部队伍调研报告之二']],
    ['numbers in brackets', ['干部队伍调研报告（一）', '干部队伍调研报告（二）']],
  ])('%s', (_, labels) => {
    expect(starts(labels.map((label) => `${label}\n${BODY}`).join('\n'))).toEqual(labels);
  });

  it('keeps what stands before the first label, and names the compilation by it', () => {
    const { parts, compilation, removed } = split(`2021年调研报告精选\n篇一\n${BODY}\n篇二\n${BODY}`);
    expect([parts.length, compilation, removed.map((each) => each.rule)]).toEqual([
      2,
      '2021年调研报告精选',
      ['compilation-preface'],
    ]);
  });

  it('passes over a table of contents', () => {
    const text = `篇一：甲县\n篇二：乙县\n${'前言很长，讲了汇编的缘由。'.repeat(8)}\n篇一：甲县\n${BODY}\n篇二：乙县\n${BODY}`;
    expect(split(text).parts.map((part) => part.text.length > 120)).toEqual([true, true]);
    expect(starts(text)).toEqual(['篇一：甲县', '篇二：乙县']);
  });
});

describe('title pages without labels', () => {
  const titles = ['关于甲县干部队伍的调研报告', '关于乙县乡村教育的调研报告', '丙县养老服务情况汇报'];
  it('cuts where a title is followed by numbering that starts anew', () => {
    const long = BODY.replace('要提高补贴', `${'各村情况不一，有好有差。'.repeat(15)}要提高补贴`);
    expect(starts(titles.map((title) => `${title}\n${long}`).join('\n'))).toEqual(titles);
  });
  it('does not cut at a title-like line inside a report', () => {
    expect(starts(`${titles[0]}\n${BODY}\n附：${titles[1]}\n四、下一步\n继续跟踪督办，按月通报进度。`)).toHaveLength(1);
  });
});

describe('what is no compilation', () => {
  it.each([
    [
      'prose that quotes 篇一',
      `关于读书活动的报告\n${BODY}\n学员抄写了“篇一”，又抄“篇二”。\n篇一讲初心，学员很受启发。\n${BODY}\n篇二讲使命，讨论热烈。`,
    ],
    ['a single label', `篇一\n${BODY}`],
    ['labels that do not count up', `篇三\n${BODY}\n篇五\n${BODY}`],
    [
      'chapters called 第一篇',
      `某县发展调研报告\n第一篇 基本情况\n${BODY}\n第二篇 存在问题\n${BODY}\n第三篇 对策措施\n${BODY}`,
    ],
    ['困境之一, 困境之二', `某县养老调研报告\n困境之一：没人\n${BODY}\n困境之二：没钱\n${BODY}`],
    ['one report', `关于甲县干部队伍的调研报告\n${BODY}`],
  ])('%s', (_, text) => expect(split(text).parts).toHaveLength(1));
});

describe('the parts of any text', () => {
  const compilation = fc
    .array(fc.tuple(fc.constantFrom('篇', '范文', '报告篇'), anyText()), { minLength: 1, maxLength: 5 })
    .map((parts) => parts.map(([stem, text], i) => `${stem}${i + 1}\n${BODY}\n${text}`).join('\n'));

  it('together with what was removed they cover the clean text, in order', () => {
    fc.assert(
      fc.property(fc.oneof(anyText(), compilation), (text) => {
        const clean = cleanText(decoded(text));
        const { parts, removed } = splitReports(clean);
        const held = new Uint8Array(clean.text.length);
        let last = 0;
        for (const part of parts) {
          expect(part.span.start).toBeGreaterThanOrEqual(last);
          expect(clean.text.slice(part.span.start, part.span.end)).toBe(part.text);
          held.fill(1, part.span.start, part.span.end);
          last = part.span.end;
        }
        const preface = removed.length > 0 ? parts[0]!.span.start : 0;
        expect(removed).toEqual(
          preface > 0
            ? [
                {
                  rule: 'compilation-preface',
                  ...sourceSpan(clean.origin, { start: 0, end: clean.text.slice(0, preface).trimEnd().length }),
                },
              ]
            : [],
        );
        const lost = clean.text
          .split('')
          .filter((character, at) => at >= preface && character.trim() !== '' && !held[at]);
        expect(lost).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('lead back to the same characters of the source', () => {
    fc.assert(
      fc.property(compilation, (text) => {
        for (const { text: own, origin } of split(text).parts) {
          const source = own.split('').map((_, at) => text[sourceOffset(origin, at)]);
          expect(own.split('').filter((character, at) => character.trim() !== '' && character !== source[at])).toEqual(
            [],
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});
