import { describe, expect, it } from 'vitest';
import { decoded, structureOf } from '../structure.ts';

const SENTENCE = '全县办事窗口人手不足，群众等候时间长。';
const numbered = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');
const shape = (text: string): string => {
  const { reports } = structureOf(decoded(text));
  const { sentences, sections } = reports[0]!.outlined;
  return `${reports.length} report, ${sentences.length} sentences, ${sections.length} sections`;
};

/** Each is so long that work which grows with the square of a length would not end within the time of a test. */
describe('long and strange texts', () => {
  it.each([
    ['one line of a million characters', SENTENCE.repeat(52_500), '1 report, 52500 sentences, 0 sections'],
    ['100,000 short lines', '一行。\n'.repeat(100_000), '1 report, 100000 sentences, 0 sections'],
    ['no punctuation at all', '没有任何标点的长文本'.repeat(100_000), '1 report, 1 sentences, 0 sections'],
    [
      '20,000 lines like titles',
      numbered(20_000, (i) => `关于某县第${i}次调研的情况报告`),
      '1 report, 20000 sentences, 0 sections',
    ],
    [
      'a list of 1,000 items',
      numbered(1000, (i) => `${(i % 999) + 1}. 项目的进度偏慢，资金没有到位。`),
      '1 report, 1000 sentences, 1000 sections',
    ],
    ['30,000 rows of a table', '| 甲镇 | 12 | 3.5 |\n'.repeat(30_000), '1 report, 30000 sentences, 0 sections'],
    ['a million blanks inside a line', `人${' '.repeat(1e6)}手。`, '1 report, 1 sentences, 0 sections'],
    ['half a million opening brackets', '（'.repeat(5e5), '1 report, 1 sentences, 0 sections'],
    ['half a million less-than signs', '<'.repeat(5e5), '1 report, 1 sentences, 0 sections'],
    ['a spaced line without end', '政 '.repeat(3e5), '1 report, 1 sentences, 0 sections'],
    [
      '30,000 items in one paragraph',
      '一是思想认识不高。二是职责不清。三是经费不足。'.repeat(10_000),
      '1 report, 30000 sentences, 30000 sections',
    ],
  ])('%s', (_, text, expected) => expect(shape(text)).toBe(expected), 30_000);

  it('mixed line ends', () => {
    const { clean } = structureOf(decoded(`${SENTENCE}\r\n${SENTENCE}\r${SENTENCE}\n\r${SENTENCE}`));
    expect(clean.text).toBe(Array(4).fill(SENTENCE).join('\n'));
  });

  it('only headings', () => {
    const { outlined } = structureOf(decoded('一、现状\n二、问题\n三、原因\n四、建议')).reports[0]!;
    expect(outlined.sections.map((section) => section.number)).toEqual(['一、', '二、', '三、', '四、']);
  });

  it('English', () => {
    const { outlined } = structureOf(decoded('Report on Roads\n\n1. Findings\n\nThe roads are bad. Repairs are late.'))
      .reports[0]!;
    expect(outlined.sentences.map(({ start, end }) => outlined.report.text.slice(start, end))).toEqual([
      'Report on Roads',
      '1. Findings',
      'The roads are bad.',
      'Repairs are late.',
    ]);
  });

  it('nothing but blanks gives an empty text', () => expect(structureOf(decoded(' \n　\r\n\t')).clean.text).toBe(''));

  it('emoji and rare characters keep their places', () => {
    const text = '关于𠮷镇工作的调研报告\n一、现状😀\n村民👨‍👩‍👧说：“𠮷某来了。”大家😀。';
    const { outlined } = structureOf(decoded(text)).reports[0]!;
    expect(outlined.report.title).toBe('关于𠮷镇工作的调研报告');
    expect(outlined.report.text.match(/😀/gu)).toHaveLength(2);
    expect(outlined.report.text).toContain('“𠮷某来了。”');
  });
});
