import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../pipeline/ingest/read.ts';
import type { DecodedText } from '../../pipeline/model/source.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures');
const bytesOf = (name: string) => readFileSync(join(FIXTURES, name));

async function read(name: string): Promise<DecodedText> {
  const { decoded, status } = await readSource(name, bytesOf(name));
  expect(status).toBe('ok');
  return decoded!;
}

/** The text without what the reader takes out. */
function keptText({ text, removed }: DecodedText): string {
  let kept = '';
  let at = 0;
  for (const { start, end } of [...removed].sort((a, b) => a.start - b.start)) {
    kept += text.slice(at, Math.max(at, start));
    at = Math.max(at, end);
  }
  return kept + text.slice(at);
}

const paragraphs = (decoded: DecodedText): string[] =>
  keptText(decoded)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const removedTexts = ({ text, removed }: DecodedText, rule: string): string[] =>
  removed.filter((each) => each.rule === rule).map((each) => text.slice(each.start, each.end).trim());

describe('one report in every format', () => {
  const formats = ['docx', 'doc', 'wps', 'odt', 'rtf', 'pdf', 'html', 'writer.html', 'mht', 'ofd'];
  it.each(formats)('gives the paragraphs of the text file: .%s', async (format) => {
    expect(paragraphs(await read(`report.${format}`))).toEqual(paragraphs(await read('report.txt')));
  });

  it.each(['docx', 'doc', 'wps', 'odt', 'rtf', 'writer.html'])('knows the headings: .%s', async (format) => {
    const { text, blocks } = await read(`report.${format}`);
    const headings = blocks.filter((block) => block.level === 1).map((block) => text.slice(block.start, block.end));
    expect(headings).toEqual(['一、队伍概况与工作成效', '二、存在的主要问题', '三、原因剖析', '四、意见建议']);
  });

  it.each(['docx', 'doc', 'wps', 'odt', 'rtf', 'ofd'])('knows the properties: .%s', async (format) => {
    const { properties } = await read(`report.${format}`);
    expect(properties).toMatchObject({ title: '样例报告', author: '王样例', created: '2023-05-06' });
  });

  it('takes page heads and page numbers of the PDF out', async () => {
    const decoded = await read('report.pdf');
    expect(new Set(removedTexts(decoded, 'page-header'))).toEqual(new Set(['柳溪县人大常委会教科文卫工委']));
    expect(removedTexts(decoded, 'page-number').slice(0, 2)).toEqual(['—1—', '—2—']);
  });

  it('takes menus and foot lines of the web page out', async () => {
    expect(removedTexts(await read('report.html'), 'web-surroundings')).toEqual([
      '首页',
      '新闻中心',
      '政务公开',
      '关于我们 | 网站地图',
      '主办单位：样例网站管理办公室',
    ]);
  });

  it('reads all of it under a wrong name, and says so', async () => {
    const { decoded, messages } = await readSource('报告.doc', bytesOf('report.docx'));
    expect(decoded?.format).toBe('docx');
    expect(messages.map((message) => message.code)).toEqual(['format-mismatch']);
  });
});

const NUMBERED = [
  '云岭县农村养老服务调研报告',
  '为摸清底数，调研组走访了12个乡镇，发放问卷860份。',
  '一、基本情况',
  '全县共有敬老院15所，床位1260张，入住率为61.5%。',
  '指标 | 2022年 | 2023年',
  '床位（张） | 1180 | 1260',
  '入住率 | 58.2% | 61.5%',
  '二、存在的主要问题',
  '（一）设施条件差',
  '部分敬老院建成二十多年，消防设施不达标。',
  '（二）护理人员少',
  '1.平均每名护理员照料14位老人。',
  '2.持证上岗的只占32%。',
  '（三）经费投入不足',
  '（1）县级财政每年只安排80万元。',
  '（2）社会捐助不稳定。',
  '三、对策建议',
  '（一）加大投入力度',
  '将养老服务经费列入财政预算，逐年增加。',
  '落款另起一行。',
  '云岭县民政局',
  '2023年6月12日',
];

describe('automatic numbers, tables and notes', () => {
  it.each(['docx', 'doc', 'odt', 'rtf', 'pdf'])('come out as text: .%s', async (format) => {
    const decoded = await read(`numbered.${format}`);
    // A PDF does not tell a soft line break from a line that is full.
    const expected = format === 'pdf' ? NUMBERED.join('\n').replace('。\n落款', '。落款').split('\n') : NUMBERED;
    expect(paragraphs(decoded)).toEqual(expected);
    expect(removedTexts(decoded, 'footnote').join()).toContain('数据来自县民政局。');
  });

  it.each(['docx', 'doc', 'odt', 'rtf', 'pdf', 'writer.html'])('mark the rows of tables: .%s', async (format) => {
    const { text, blocks } = await read(`numbered.${format}`);
    const rows = blocks.filter((block) => block.kind === 'row').map((block) => text.slice(block.start, block.end));
    expect(rows).toEqual(NUMBERED.slice(4, 7));
  });

  it.each(['docx', 'doc', 'odt', 'rtf'])('keep the levels of headings: .%s', async (format) => {
    const { text, blocks } = await read(`numbered.${format}`);
    const second = blocks.filter((block) => block.level === 2).map((block) => text.slice(block.start, block.end));
    expect(second).toEqual(['（一）设施条件差', '（二）护理人员少', '（三）经费投入不足', '（一）加大投入力度']);
  });
});

describe('two columns', () => {
  it('are read one after the other, page by page', async () => {
    const groups = paragraphs(await read('columns.pdf')).filter((line) => line.startsWith('第'));
    expect(groups.map((line) => line.slice(0, line.indexOf('。')))).toEqual(
      Array.from({ length: 18 }, (_, at) => `第${at + 1}组`),
    );
    expect(new Set(groups.map((line) => line.replace(/^第\d+组。/, '').length))).toEqual(new Set([143]));
  });
});

describe('every text', () => {
  const names = [
    'report.docx',
    'report.pdf',
    'report.html',
    'numbered.doc',
    'numbered.rtf',
    'columns.pdf',
    'report.ofd',
  ];
  it.each(names)('has its blocks and removals in order and within it: %s', async (name) => {
    const { text, blocks, removed } = await read(name);
    for (const list of [blocks, removed])
      for (const [at, { start, end }] of list.entries()) {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(text.length);
        if (list === blocks && at > 0) expect(start).toBeGreaterThanOrEqual(list[at - 1]!.end);
      }
    expect(blocks.every((block) => !text.slice(block.start, block.end).startsWith('\n'))).toBe(true);
  });
});
