import { expect, test } from 'vitest';
import { findNewWords } from '../../pipeline/themes/new-words.ts';

/** “共享 农庄” in many surroundings, “共享 农庄 联盟” never free on its right, and words that meet by chance. */
const VERBS = ['建设', '发展', '经营', '扶持', '参观', '宣传', '评选', '规范'];
const ENDS = ['遍地', '增收', '协会', '示范', '走红', '亏损', '扩大', '转让'];
const reports = Array.from({ length: 8 }, (_, index) => ({
  report: `r${index}`,
  sentences: [
    [VERBS[index]!, '共享', '农庄', ENDS[(index * 3) % 8]!],
    [VERBS[(index + 1) % 8]!, ENDS[index]!, '农民', '收入'],
    ['农民', VERBS[index]!, '收入', ENDS[(index + 5) % 8]!],
    ['必须', '抓好', '春耕', '必须', '抓好', '秋收'],
    ...VERBS.map((verb, place) => [verb, ENDS[(place + index) % 8]!]),
  ],
}));

test('finds neighbours that belong together and stand free', () => {
  const found = findNewWords(reports, () => false);
  expect(found[0]).toMatchObject({ word: '共享农庄', parts: ['共享', '农庄'], count: 8, reports: 8 });
  // 8 of the 256 words each, side by side 8 times: log2(8 · 256 / 64) = 5 bits.
  const total = reports.flatMap(({ sentences }) => sentences.flat()).length;
  expect(found[0]!.pmi).toBeCloseTo(Math.log2((8 * total) / 64), 10);
  expect(found[0]!.freedom).toBeCloseTo(3, 10);
  expect(found.map(({ word }) => word)).not.toContain('建设共享');
});

test('leaves out what the lexicon has, and is the same in any order', () => {
  expect(findNewWords(reports, (word) => word === '共享农庄').map(({ word }) => word)).not.toContain('共享农庄');
  expect(findNewWords([...reports].reverse(), () => false)).toEqual(findNewWords(reports, () => false));
});
