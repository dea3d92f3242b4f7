/** Words that head a part of a proposal, a letter or a self-inspection when a colon follows, or when they stand alone. */
export const LABEL_WORDS: readonly string[] = [
  '案由',
  '事由',
  '提案人',
  '背景',
  '现状',
  '基本情况',
  '情况说明',
  '问题',
  '存在问题',
  '存在的问题',
  '主要问题',
  '问题分析',
  '分析',
  '原因',
  '原因分析',
  '问题及原因',
  '理由',
  '对策',
  '措施',
  '整改措施',
  '下一步打算',
  '下一步工作',
  '建议',
  '意见建议',
  '对策建议',
  '具体建议',
  '工作建议',
  '办法',
  '结语',
  '引言',
  '前言',
  '参考文献',
];

const LABEL = new RegExp(
  `^[【\\[（(]?(?:${[...LABEL_WORDS].sort((a, b) => b.length - a.length).join('|')})[】\\]）)]?(?:[：:]|$)`,
  'u',
);

/** A question of an interview: “问：…？” */
const QUESTION = /^问\s*[：:].{4,90}[？?]$/u;

/** The length of the label with its colon at the start of a line, or null: “案由：”, “【建议】”. A question is a label as a whole. */
export function labelledHeading(content: string): number | null {
  if (QUESTION.test(content)) return content.length;
  const match = LABEL.exec(content);
  return match && match[0].length >= 2 ? match[0].length : null;
}
