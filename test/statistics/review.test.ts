import { describe, expect, it } from 'vitest';
import { outlineReport } from '../../pipeline/headings/headings.ts';
import { cutSentences } from '../../pipeline/sentences/sentences.ts';
import { extractStatistics } from '../../pipeline/statistics/statistics.ts';
import { tokenizeReport } from '../../pipeline/words/words.ts';
import { documentOf } from './document.ts';

/** The quantities of a report of `year` with its outline, each as `surface year` and ` target` where it is one. */
function years(text: string, year: number | null = 2024): string[] {
  const { report } = documentOf(text, year);
  const document = tokenizeReport(outlineReport(report, cutSentences(text)));
  return extractStatistics(document).map(
    (row) => `${text.slice(row.start, row.end)} ${row.year}${row.isTarget ? ' target' : ''}`,
  );
}

describe('what year a report is telling of', () => {
  it('is that of the heading above, also for the sections below it', () => {
    const text =
      '石桥县政府工作报告\n一、2023年工作回顾\n（一）抓实农业生产\n粮食总产达到8万吨。\n二、2024年主要任务\n新建泵站6座。\n';
    expect(years(text)).toEqual(['8万吨 2023', '6座 2024']);
  });

  it('is the last year where the report looks back on it, and none where it looks back on several or ahead', () => {
    const text =
      '石桥县政府工作报告\n过去一年，全县修路30公里。\n植树900亩。\n过去五年，全县修路160公里。\n今年，全县有泵站50座。\n';
    expect(years(text)).toEqual(['30公里 2023', '900亩 2023', '160公里 null', '50座 2024']);
  });

  it('goes on from a sentence inside a paragraph', () => {
    expect(years('全县有泵站50座。过去一年，修路30公里。')).toEqual(['50座 null', '30公里 2023']);
  });

  it('stays open where the year of the report is not known', () => {
    expect(years('过去一年，全县修路30公里。去年植树900亩。', null)).toEqual(['30公里 null', '900亩 null']);
  });

  it.each([
    ['2020年以来累计修路160公里。', '160公里 null'],
    ['合格率较上年提高9个百分点。', '9个百分点 null'],
    ['2021年建成2座，目前在建3座。', '3座 null'],
    ['长度从2019年的40公里增加到2022年的65公里。', '65公里 2022'],
  ])('%s', (text, last) => {
    expect(years(text).at(-1)).toBe(last);
  });

  it.each([
    ['主要预期目标是：\n粮食总产8万吨以上。', '8万吨以上 null target'],
    ['今年计划粮食总产8万吨。', '8万吨 2024 target'],
    ['粮食产量要稳定在8万吨以上。', '8万吨以上 null target'],
    ['提出增长8%左右的目标，留有余地。', '8%左右 null target'],
    ['今后五年年均增长7%。', '7% null target'],
    ['主要粮食产量达到8万吨。', '8万吨 null'],
  ])('tells aims from facts: %s', (text, last) => {
    expect(years(text).at(-1)).toBe(last);
  });
});
