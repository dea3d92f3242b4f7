import { numberingOf } from '../text/numbering.ts';

/** Lines that stand alone and are short but head nothing: salutations, dates, signatures, captions, rows. */
const NO_HEADING: readonly RegExp[] = [
  /^(?:各位|同志们|尊敬的|女士们|先生们|朋友们|领导|代表们)/u,
  /^[（(\-—–\s]*(?:\d{4}|[二〇○零一九]{4}|[xX×*]{2,4})\s*年\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2}|[xX×*]{1,2})\s*月/u,
  /^(?:图|表|附件|附|附表|附图|注|来源|作者|单位|联系人|电话|关键词|摘要|专栏|DOI)\s*[\d一二三四五六七八九十：:]/iu,
  /^[【[]?(?:关键词|关键字|摘\s*要|通[讯信]作者|基金项目|收稿日期|作者简介)/u,
  /^(?:—|–|-|\*|\\)|^以.{2,20}为例$/u,
  /\d{4}年\d{1,2}月(?:\d{1,2}日)?[）)]?$/u,
  /[|\t]|\S\s+\S+\s+\S/u,
  /[〔[（(]\d{4}[〕\])）]\s*第?\d+号/u,
  /^[（(].*[)）]$/u,
  /.{3,}(?:局长|县长|市长|区长|镇长|乡长|书记|主任|代表|委员|院长|总理)[\s　]*[^们的]{2,3}$/u,
  /^[\p{Script=Han}]{2,20}(?:局|委员会|政府|办公室|办公厅|委|部|组|会|院|中心|公司|大队|支队)$/u,
];
const PROSE_END = /[。！？；：:，、,;…”"?!]$/u;
/** What a line announces that ends in a colon: “已有工作：”; “主要问题如下：” announces nothing of its own. */
const ANNOUNCED =
  /^[^，。；：:]{0,12}(?:工作|做法|情况|问题|原因|成因|建议|对策|措施|打算|安排|成效|经验|特点|困难|不足|短板|体会|任务|目标|诉求|启示|表现|背景|理由|现状|分析)[：:]$/u;
const TRANSITION = /以下|下列|如下|下面|包括|主要(?:有|是)/u;

/**
 * Whether an unnumbered line that stands alone reads as a heading: short, open at its end, with prose after it, and not
 * one of the short lines that every report has.
 */
export function isPlainHeading(content: string, before: string, after: string): boolean {
  if (ANNOUNCED.test(content) && !TRANSITION.test(content)) return after.length > content.length;
  if (content.length < 4 || content.length > 30 || PROSE_END.test(content)) return false;
  if (!/\p{Script=Han}{3}/u.test(content) || !isBalanced(content)) return false;
  if (NO_HEADING.some((pattern) => pattern.test(content))) return false;
  const prose = /[。！？；：:，]/u.test(after) && (after.length > content.length || numberingOf(after) !== null);
  return prose && (before === '' || /[。！？：；”）)]$/u.test(before) || before.length <= 30);
}

/** Whether every bracket is closed: a piece of a table or of a broken title is not. */
const isBalanced = (content: string): boolean =>
  ['（）', '《》', '“”', '()'].every(([open, close]) => content.split(open!).length === content.split(close!).length);
