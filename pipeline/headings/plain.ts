/** Lines that stand alone and are short but head nothing: salutations, dates, signatures, captions, rows. */
const NO_HEADING: readonly RegExp[] = [
  /^(?:各位|同志们|尊敬的|女士们|先生们|朋友们|领导|代表们)/u,
  /^[（(\-—–\s]*(?:\d{4}|[二〇○零一九]{4}|[xX×*]{2,4})\s*年/u,
  /^(?:图|表|附件|附|注|来源|作者|单位|联系人|电话|关键词|摘要|参考文献)\s*[\d一二三四五六七八九十：:]/u,
  /\d{4}年\d{1,2}月(?:\d{1,2}日)?[）)]?$/u,
  /[|\t]/u,
  /[〔[（(]\d{4}[〕\])）]\s*第?\d+号/u,
  /^[（(].*[)）]$/u,
  /(?:局长|县长|市长|区长|镇长|乡长|书记|主任|代表|委员|院长|总理)[\s　]*\p{Script=Han}{1,4}$/u,
  /^[\p{Script=Han}]{2,20}(?:局|委员会|政府|办公室|办公厅|委|部|组|会|院|中心|公司|大队|支队)$/u,
];
const PROSE_END = /[。！？；：:，、,;…”"]$/u;

/**
 * Whether an unnumbered line that stands alone reads as a heading: short, open at its end, with prose after it, and not
 * one of the short lines that every report has.
 */
export function isPlainHeading(content: string, before: string, after: string): boolean {
  if (content.length < 4 || content.length > 30 || PROSE_END.test(content)) return false;
  if (!/\p{Script=Han}{3}/u.test(content) || NO_HEADING.some((pattern) => pattern.test(content))) return false;
  const prose = after.length > content.length && /[。！？；：:，]/u.test(after);
  return prose && (before === '' || /[。！？：；”）)]$/u.test(before) || before.length <= 30);
}
