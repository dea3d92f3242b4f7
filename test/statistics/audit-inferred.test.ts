import { expect, test } from 'vitest';
import { auditReport } from '../../pipeline/statistics/audit.ts';
import { extractStatistics } from '../../pipeline/statistics/statistics.ts';
import { documentOf } from './document.ts';

/** The findings of a text as `kind severity: arithmetic`. */
function findings(text: string): string[] {
  const document = documentOf(text);
  return auditReport(document.report, extractStatistics(document)).map(
    ({ kind, severity, arithmetic }) => `${kind} ${severity}: ${arithmetic}`,
  );
}

test.each([
  [
    'a whole that the share names',
    '全县在岗医生800名。\n其中多数在县城。50岁以上的医生有200名，占在岗医生总数的35%。',
    ['share error: 200÷800＝25%，而文中写“50岁以上的医生35%”'],
  ],
  [
    'the whole of a share beside it',
    '全镇护林员250人。\n高中以上学历50人，占30%；女护林员25人，占10%。',
    [
      'share warning: 50÷250＝20%，而文中写“高中以上学历30%”',
      'share confirmed: 25÷250＝10%，与“女护林员10%”相符（护林员250人）',
    ],
  ],
  [
    'a list that leaves next to nothing over',
    '全县图书室200个，其中社区90个，农家85个，学校20个。',
    ['parts warning: 90＋85＋20＝195，而整体为“图书室200个”，相差5'],
  ],
  [
    'a list that leaves a little over',
    '全县图书室200个，其中社区90个，农家65个，学校25个。',
    ['parts doubtful: 90＋65＋25＝180，而整体为“图书室200个”，相差20'],
  ],
  [
    'a list of four that leaves a little over',
    '全县图书室200个，其中社区90个，农家45个，学校25个，厂矿20个。',
    ['parts warning: 90＋45＋25＋20＝180，而整体为“图书室200个”，相差20'],
  ],
  [
    'posts not filled with two values',
    '核定编制90名，空编12名。\n目前乡镇空编19名。',
    ['same_report warning: “空编”一处为12名，另一处为19名'],
  ],
  [
    'parts in units of their own',
    '全县退耕30公顷，其中造林300亩，种草150亩。',
    ['parts confirmed: 20＋10＝30，与“退耕30公顷”相符'],
  ],
  ['one value in two units', '2022年全县耕地面积40公顷。\n2022年全县耕地面积600亩。', []],
  [
    'a special count with two values',
    '全县调出和退休的水利技术人员43名。\n待遇偏低，调出和退休的水利技术人员68名。',
    ['same_report warning: “调出和退休的水利技术人员”一处为43名，另一处为68名'],
  ],
  [
    'a plain count with two values',
    '全县村卫生室医生43名。\n经费不足，村卫生室医生68名。',
    ['same_report doubtful: “村卫生室医生”一处为43名，另一处为68名'],
  ],
  [
    'rounds of the same groups that add up together',
    '全局干部60人。\n科级干部30岁以下的4人，31至45岁8人，46岁以上6人，其他干部30岁以下的20人，31至45岁12人，46岁以上10人。',
    ['parts confirmed: （4＋8＋6）＋（20＋12＋10）＝18＋42＝60，与“干部60人”相符'],
  ],
])('%s: %s', (_, text, expected) => {
  expect(findings(text)).toEqual(expected);
});

test.each([
  [
    'no share of the sentence follows from a count',
    '全镇护林员250人。\n高中以上学历50人，占30%；女护林员25人，占15%。',
  ],
  ['the whole has two values', '全县在岗医生800名。\n全县在岗医生300名。女医生200名，占在岗医生总数的35%。'],
  ['the list is not whole', '全县图书室200个，其中社区90个，农家85个，学校20个等。'],
  ['peoples are listed without the small ones', '全乡人口9000人，其中汉族5000人，回族3000人，藏族900人。'],
  ['others are counted', '会议通报其他违规招生学校22所。\n复查后，其他违规招生学校10所。'],
  ['the count is taken another way', '2022年农业总产值60亿元。\n按不变价，2022年农业总产值53亿元。'],
])('where %s, nothing shown by default is found', (_, text) => {
  const shown = findings(text).filter((finding) => /^\w+ (?:error|warning)/.test(finding));
  expect(shown).toEqual([]);
});
