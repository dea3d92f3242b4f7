import { describe, expect, it } from 'vitest';
import { NO_OVERRIDES } from '../../pipeline/model/mined-source.ts';
import { decoded, structureOf } from '../structure.ts';

const BODY = '一、基本情况\n各村人手不足，经费紧张，群众有意见。\n二、有关建议\n要增加投入，理顺机制。';
const report = (text: string, path?: string) => structureOf(decoded(text), path).reports[0]!.outlined.report;
const year = (text: string, path?: string) => {
  const { year, yearBasis } = report(text, path);
  return `${year} ${yearBasis}`;
};

describe('titles', () => {
  it.each([
    ['the first line', '关于甲县教育工作的调研报告', '关于甲县教育工作的调研报告'],
    ['after a meeting line', '——2021年2月3日在甲县第十届人民代表大会第一次会议上\n政府工作报告', '政府工作报告'],
    ['on two lines', '关于进一步加强\n甲县教育工作的意见', '关于进一步加强甲县教育工作的意见'],
    [
      'on three lines',
      '甲县办公室关于乙镇、丙镇\n四起安全事故\n调查处理情况的通报',
      '甲县办公室关于乙镇、丙镇四起安全事故调查处理情况的通报',
    ],
    ['with its genre below it', '甲县乡村教师队伍建设\n调研报告', '甲县乡村教师队伍建设调研报告'],
    [
      'with a subtitle that says it',
      '水从哪里来，路往哪里去——甲县农田走访札记',
      '水从哪里来，路往哪里去——甲县农田走访札记',
    ],
    ['with a colon', '甲县养老服务十年：挑战与对策', '甲县养老服务十年：挑战与对策'],
    ['with marks of notes', '\\*甲县治理体系研究\\*', '甲县治理体系研究'],
    ['spaced out', '政 府 工 作 报 告', '政府工作报告'],
    ['after a document number', '甲政办〔2021〕12号\n关于做好灌溉工作的通知', '关于做好灌溉工作的通知'],
    ['of another kind, short and alone', '甲县村干部为什么留不住', '甲县村干部为什么留不住'],
  ])('%s', (_, head, title) => {
    const found = report(`${head}\n${BODY}`);
    expect(found.title).toBe(title);
    expect(found.text.slice(found.titleSpan!.start, found.titleSpan!.end).replace(/\s/gu, '')).toBe(
      title.replace(/\s/gu, ''),
    );
  });

  it.each([
    [
      'the file name',
      `近年来，甲县各级认真抓好教育工作，成效明显，但问题也不少，需要研究。\n${BODY}`,
      'a/2021年甲县教育调研.txt',
      '甲县教育调研',
    ],
    ['not a salutation', `各位代表：\n${BODY}`, 'a/大会发言.txt', '大会发言'],
    ['not key words', `【关键词】乡村教师政策建议\n${BODY}`, 'a/教师.txt', '教师'],
  ])('falls back to %s', (_, text, path, title) => {
    expect([report(text, path).title, report(text, path).titleSpan]).toEqual([title, null]);
  });

  it('of compilations: the label where it says something, else the line after it', () => {
    const text = `篇一\n甲县教育调研报告\n${BODY.repeat(2)}\n篇二\n乙县养老调研报告\n${BODY.repeat(2)}`;
    expect(structureOf(decoded(text)).reports.map((each) => each.outlined.report.title)).toEqual([
      '甲县教育调研报告',
      '乙县养老调研报告',
    ]);
    const named = text.replace('篇一\n甲', '篇一：子').replace('篇二\n乙', '篇二：丑');
    expect(structureOf(decoded(named)).reports.map((each) => each.outlined.report.title)).toEqual([
      '子县教育调研报告',
      '丑县养老调研报告',
    ]);
  });
});

describe('years', () => {
  it.each([
    ['of the title', '甲县2021年教育调研报告', '', 'a.txt', '2021 title'],
    ['the latest of the title', '甲县2020年总结和2021年计划的报告', '', 'a.txt', '2021 title'],
    ['the first of a plan for years', '甲县教育发展规划（2021—2025年）', '', 'a.txt', '2021 title'],
    ['in Chinese numerals', '甲县二〇二一年教育调研报告', '', 'a.txt', '2021 title'],
    ['of the signature', '甲县教育调研报告', '甲县教育局\n2022年3月4日', 'a.txt', '2022 date'],
    ['of a signature in Chinese numerals', '甲县教育调研报告', '甲县教育局\n二○二三年六月', 'a.txt', '2023 date'],
    ['of a signature with letters for zeros', '甲县教育调研报告', '二O一九年十二月三十一日', 'a.txt', '2019 date'],
    ['of a date with hyphens', '甲县教育调研报告', '甲县教育局\n2023-06-12', 'a.txt', '2023 date'],
    ['of a document number', '甲政办〔2018〕12号\n甲县教育调研报告', '', 'a.txt', '2018 date'],
    ['of the meeting', '甲县政府工作报告\n——2017年2月3日在甲县人民代表大会上', '', 'a.txt', '2017 date'],
    ['of the folder', '甲县教育调研报告', '', '2019年/教育/a.txt', '2019 folder'],
    ['of the file', '甲县教育调研报告', '', 'x/甲县教育-2020.txt', '2020 file'],
    ['of a date in the file name', '甲县教育调研报告', '', 'x/20230612甲县.txt', '2023 file'],
    ['of the text', '甲县教育调研报告', '截至2016年底，全县有学校12所。', 'a.txt', '2016 text'],
    ['no plans of the text', '甲县教育调研报告', '力争到2030年建成强县，到2030年人人有学上。', 'a.txt', 'null unknown'],
  ])('%s', (_, head, tail, path, expected) => expect(year(`${head}\n${BODY}\n${tail}`, path)).toBe(expected));

  it.each([
    'x/报告2000字.txt',
    'x/编号20191.txt',
    'x/doc198712345.txt',
    'x/2048x1536.txt',
    'x/方案v20.15.txt',
    'x/第2018号文件.txt',
    'x/1999元套餐.txt',
  ])('finds none in the name %s', (path) => expect(year(`甲县教育调研报告\n${BODY}`, path)).toBe('null unknown'));

  it.each(['xxxx年x月x日', '20××年6月', '202X年3月', '××××年×月'])('a masked year stays unknown: %s', (date) => {
    expect(year(`甲县教育调研报告\n${BODY}\n2016年以来，学校合并。2016年全年招生。\n某局\n${date}`)).toBe(
      'null unknown',
    );
  });

  it('says that evidence disagrees, and that there is none', () => {
    const conflict = structureOf(decoded(`甲县2021年教育调研报告\n${BODY}\n甲县教育局\n2022年3月4日`), '2019/a.txt');
    expect(conflict.reports[0]!.messages.map((each) => [each.code, each.message])).toEqual([
      ['year-conflict', '“甲县2021年教育调研报告”: year 2021 by title, but 2022 by date, 2019 by folder'],
    ]);
    expect(structureOf(decoded(`甲县教育调研报告\n${BODY}`)).reports[0]!.messages.map((each) => each.code)).toEqual([
      'year-unknown',
    ]);
  });

  it('obeys the user', () => {
    const overrides = {
      ...NO_OVERRIDES,
      year: 2015,
      yearBasis: 'manifest',
      region: '丁县',
      title: '别的',
      issuer: '戊局',
    } as const;
    const { report: found } = structureOf(decoded(`甲县2021年教育调研报告\n${BODY}`), 'a.txt', overrides).reports[0]!
      .outlined;
    expect([found.year, found.yearBasis, found.region, found.title, found.issuer]).toEqual([
      2015,
      'manifest',
      '丁县',
      '别的',
      '戊局',
    ]);
  });
});

describe('places', () => {
  it.each([
    [
      'a county of the title with what is above it',
      '宁河区教育调研报告',
      '',
      { region: '宁河区', province: '天津市', city: null, county: '宁河区' },
    ],
    [
      'an invented county of the title',
      '关于柏川县教育的调研报告',
      '',
      { region: '柏川县', province: null, city: null, county: '柏川县' },
    ],
    [
      'the county before the city',
      '石家庄市正定县教育调研报告',
      '',
      { region: '正定县', province: '河北省', city: '石家庄市', county: '正定县' },
    ],
    [
      'of the meeting',
      '政府工作报告\n——2017年2月3日在平山县第十届人民代表大会第二次会议上',
      '',
      { region: '平山县', province: '河北省', city: '石家庄市', county: '平山县' },
    ],
  ])('%s', (_, head, tail, place) => expect(report(`${head}\n${BODY}\n${tail}`).place).toEqual(place));

  it.each([
    ['masked names', '关于xx县教育的调研报告'],
    ['the whole country', '国务院关于全国教育工作情况的报告'],
    ['words that end like places', '关于社区治理和校区建设的调研报告'],
    ['no name', '关于教育工作的调研报告'],
  ])('none for %s', (_, head) => expect(report(`${head}\n${BODY}`).region).toBeNull());
});

describe('issuers', () => {
  it.each([
    ['beside the date', '甲县教育调研报告', '甲县教育局\n2022年3月4日', '甲县教育局'],
    ['below the date', '甲县教育调研报告', '2022年3月4日\n甲县人民政府办公室', '甲县人民政府办公室'],
    ['on one line with the date', '甲县教育调研报告', '甲县人大常委会 2022年3月4日', '甲县人大常委会'],
    ['in the title', '甲县人民政府办公室关于教育的通知', '', '甲县人民政府办公室'],
    ['under the title', '教育调研报告\n中共甲县委组织部', '', '中共甲县委组织部'],
    ['the speaker’s body', '政府工作报告\n甲县人民政府县长 张三', '', '甲县人民政府'],
    ['none', '甲县教育调研报告', '请予审议。', null],
    ['none where the last line is prose', '甲县教育调研报告', '以上情况，已报县教育局。', null],
  ])('%s', (_, head, tail, issuer) => expect(report(`${head}\n${BODY}\n${tail}`).issuer).toBe(issuer));
});
