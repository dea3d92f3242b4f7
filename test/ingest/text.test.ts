import { describe, expect, it } from 'vitest';
import { readSource } from '../../pipeline/ingest/read.ts';

describe('markdown', () => {
  const source =
    '# 关于养老服务的报告\n\n正文**重点**一句。\n\n## 一、基本情况 ##\n\n| 指标 | 2022年 |\n|---|---|\n| 床位 | 1180 |\n\n#号不是标题\n';
  it('keeps the text and takes the marks out', async () => {
    const { decoded } = await readSource('a.md', Buffer.from(source));
    expect(decoded!.text).toBe(source);
    const kept = decoded!.removed.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), source);
    expect(kept).toBe(
      '关于养老服务的报告\n\n正文重点一句。\n\n一、基本情况\n\n 指标 | 2022年 \n\n 床位 | 1180 \n\n#号不是标题\n',
    );
    expect(new Set(decoded!.removed.map((each) => each.rule))).toEqual(new Set(['markdown-mark']));
  });
  it('knows headings and rows', async () => {
    const { decoded } = await readSource('a.md', Buffer.from(source));
    expect(
      decoded!.blocks.map(({ kind, level, start, end }) => [kind, level, source.slice(start, end).trim()]),
    ).toEqual([
      ['heading', 1, '关于养老服务的报告'],
      ['heading', 2, '一、基本情况'],
      ['row', null, '指标 | 2022年'],
      ['row', null, '床位 | 1180'],
    ]);
  });
});

describe('readSource', () => {
  it.each([
    ['nothing', ''],
    ['blanks', ' \r\n　\t\n'],
    ['a mark', '\ufeff'],
  ])('says empty for %s', async (_, text) => {
    const { status, decoded, messages } = await readSource('空.txt', Buffer.from(text));
    expect(status).toBe('empty');
    expect(decoded?.text.trim()).toBe('');
    expect(messages.map((message) => message.message)).toEqual([
      '空.txt: the file has no text; check that it was saved',
    ]);
  });
  it('reads a text without an extension', async () => {
    expect((await readSource('报告', Buffer.from('一、基本情况'))).decoded).toMatchObject({
      format: 'txt',
      text: '一、基本情况',
    });
  });
});
