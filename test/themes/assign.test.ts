import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileThemes } from '../../pipeline/themes/assign.ts';
import { compileMatcher } from '../../pipeline/themes/match.ts';
import { builtInTaxonomy, parseTaxonomy } from '../../pipeline/themes/taxonomy.ts';
import { cut } from './passages.ts';

const TAXONOMY = parseTaxonomy(
  `- id: all
  label: 全部
  themes:
    - id: care
      label: 养老
      terms: 养老 护理
      not: 养老金
    - id: insurance
      label: 保险
      terms: 养老保险
    - id: staff
      label: 人手
      terms: 人手 编制…不足
      hints: 招聘
`,
  'test.yaml',
);

const matches = (text: string): string[] => {
  const { words } = cut(text);
  return compileMatcher(TAXONOMY)(text, words).map(({ theme, term }) => `${TAXONOMY[theme]!.id} ${term}`);
};

describe('matching', () => {
  test.each([
    ['a word', '发展养老事业', ['care 养老']],
    ['a word with a suffix', '护理员紧缺', ['care 护理']],
    ['the longest of nested terms', '扩大养老保险覆盖面', ['insurance 养老保险']],
    ['not what the theme rules out', '养老金按时发放', []],
    ['parts within a clause', '编制长期不足', ['staff 编制…不足']],
    ['no parts of two sentences', '编制已满。经费不足', []],
    ['no part of another word', '动手术的人手脚麻利', []],
  ])('finds %s', (_, text, expected) => {
    expect(matches(text)).toEqual(expected);
  });

  test('印度 is not in 印度尼西亚', () => {
    const theme = parseTaxonomy(
      '- id: a\n  label: 甲\n  themes:\n    - id: india\n      label: 印度\n      terms: 印度\n',
      'x',
    );
    const find = (text: string) => compileMatcher(theme)(text, cut(text).words);
    expect(find('出访印度尼西亚')).toEqual([]);
    expect(find('出访印度和缅甸')).toHaveLength(1);
  });
});

const point = (label: string, ...sentences: string[]) => ({ label: cut(label), sentences: sentences.map(cut) });
const best = (...points: ReturnType<typeof point>[]): (string | undefined)[] =>
  compileThemes(builtInTaxonomy())(points).map(([first]) => first?.theme);

describe('assigning', () => {
  test('the claim weighs more than what follows', () => {
    expect(best(point('培训走过场', '经费也要想办法。'))).toEqual(['training']);
  });

  test('what every point of the report speaks of is its subject, not their theme', () => {
    const points = [
      '敬老院护理培训少',
      '敬老院经费没有着落',
      '敬老院房屋老旧漏雨',
      '敬老院编制空缺',
      '敬老院考核走样',
    ].map((label) => point(label));
    expect(best(...points)).toEqual(['training', 'funding', 'infrastructure', 'staffing', 'incentives']);
  });

  test('a point can have several themes, with the words that speak for them', () => {
    const [themes] = compileThemes(builtInTaxonomy())([point('待遇偏低，晋升无门')]);
    expect(themes!.map(({ theme }) => theme).sort()).toEqual(['pay', 'promotion']);
    expect(themes!.flatMap(({ terms }) => terms)).toEqual(expect.arrayContaining(['晋升']));
  });

  test('scores lie between 0 and 1, best first, and do not depend on the order of points', () => {
    const words = fc.constantFrom('编制', '经费', '不足', '培训', '，', '数据共享', '群众', '养老', '。', '物业');
    const label = fc.array(words, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));
    const assign = compileThemes(builtInTaxonomy());
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 6 }), (labels) => {
        const points = labels.map((each) => point(each));
        const themes = assign(points);
        for (const each of themes) {
          const scores = each.map(({ score }) => score);
          expect(scores.every((score) => score > 0 && score < 1)).toBe(true);
          expect([...scores].sort((a, b) => b - a)).toEqual(scores);
        }
        expect(assign([...points].reverse())).toEqual([...themes].reverse());
      }),
      { numRuns: 50 },
    );
  });
});
