import { describe, expect, it } from 'vitest';
import { extractCitations, normalTitle } from '../../pipeline/citations/citations.ts';
import { documentOf } from '../statistics/document.ts';

const cited = (text: string) =>
  extractCitations(documentOf(text)).map(({ title, issuer, issued }) => [title, issuer, issued]);

describe('citations', () => {
  it.each([
    ['2019年10月，国务院颁布《灌区管理条例》。', [['灌区管理条例', '国务院', '2019-10']]],
    ['根据市水利局印发的《渠道管护办法》（甲水〔2021〕12号）执行。', [['渠道管护办法', '市水利局', '2021']]],
    ['县委办公室、县政府办公室联合印发了《减负清单》。', [['减负清单', '县委办公室、县政府办公室', null]]],
    ['去年3月5日，省教育厅出台《支教办法》。', [['支教办法', '省教育厅', '2022-03-05']]],
    ['认真学习《土地管理法》。', [['土地管理法', null, null]]],
    ['东线工程是国务院批复的《供水规划》的一部分。', [['供水规划', '国务院', null]]],
    ['十部委联合印发的《再生水意见》提出。', [['再生水意见', null, null]]],
    ['该委将按照《投资决定》办理。', [['投资决定', null, null]]],
    ['政府采购享受《制造规划》的政策。', [['制造规划', null, null]]],
    ['没有书名号。', []],
  ])('%s', (text, expected) => {
    expect(cited(text)).toEqual(expected);
  });

  it('cites a short form under the title that it was introduced for', () => {
    const text = '2020年，省政府印发《农村供水条例》（以下简称《条例》）。《条例》实施顺利。';
    expect(cited(text)).toEqual([
      ['农村供水条例', '省政府', '2020'],
      ['农村供水条例', '省政府', '2020'],
    ]);
  });

  it('frames the title with its marks', () => {
    const document = documentOf('见《甲办法》和《乙办法》。');
    const spans = extractCitations(document).map(({ start, end }) => document.report.text.slice(start, end));
    expect(spans).toEqual(['《甲办法》', '《乙办法》']);
  });

  it('normalises titles', () => {
    expect(normalTitle('关于 加强(试行)\n办法')).toBe('关于加强（试行）办法');
  });
});
