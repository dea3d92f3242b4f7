import fc from 'fast-check';

const WORDS = [
  '一、基本情况',
  '（一）人员不足',
  '1.经费',
  '一是思想认识不高。',
  '篇一',
  '关于某县工作情况的调研报告',
  '全县共有干部12名，其中30岁以下3名。',
  '“有问题吗？”',
  '《办法》',
  '点击下载全文',
  '2023年6月12日',
  '<p>',
  '</td>',
  '# ',
  '| 甲 | 乙 |',
  'The end. Next one',
  '😀',
  '𠮷',
  '\uFEFF',
  '\u200B',
  '\r\n',
  '\r',
  '\n',
  '\n\n',
  '　　',
  '\t',
  '，',
  '。',
  '；',
  '”',
  '（',
  '\u0085',
  '\f',
];

/** Texts of any characters, and texts of the pieces that rules look for in any order. */
export const anyText = (): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join('')),
    fc
      .array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 60 })
      .map((words) => words.join('\n')),
  );
