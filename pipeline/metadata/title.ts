import type { Block } from '../model/source.ts';
import type { Span } from '../model/span.ts';
import { numberingOf } from '../text/numbering.ts';

/** What documents call themselves at the end of their titles. */
const GENRE =
  /(?:报告|報告|提案|建议|意见|通知|方案|总结|讲话|办法|规定|公告|纪要|汇报|决定|规划|草案|答复|复函|的函|计划|建议书|说明|调查|思考|对策|研究|分析|探析|综述|材料|体会|发言|来信|公开信|倡议书|通报|札记|实录|纪实)(?:[（(].{1,20}[)）])?$/u;
/** Lines before or around a title that are not the title. */
const NOT_TITLE =
  /^(?:各位|同志们|尊敬的|[—–\-（(\s]*\d{4}年\d{1,2}月|来源|作者|发布|专题|目录|索引号|发文机关|文号|摘要|关键词|[^\s]{1,12}[〔[（(]\d{4}[〕\])）]\s*\d+号)|[|\t]/u;
const LOOK_AT = 12;

export interface Title {
  readonly title: string;
  readonly span: Span | null;
}

/**
 * The title of a report: its label in a compilation when that says more than a number, else the first line that reads
 * as a title, else the file's own title, else the file name. The span is null where the title is not in the text.
 */
export function findTitle(
  text: string,
  label: Span | null,
  blocks: readonly Block[],
  fallbacks: readonly string[],
): Title {
  const labelled = label && titleOfLabel(text, label);
  if (labelled) return labelled;
  const from = label?.end ?? 0;
  const lines = firstLines(text, from);
  const hinted = blocks.find(
    (block) => block.kind === 'heading' && block.level === 1 && lines.some((line) => line.start === block.start),
  );
  const found =
    lines.find((line) => GENRE.test(line.content) && isTitleLine(line.content)) ??
    (hinted && lines.find((line) => line.start === hinted.start)) ??
    lines.slice(0, 1).find((line) => isTitleLine(line.content) && line.content.length <= 40);
  if (found) return joined(lines, found);
  return { title: fallbacks.find((title) => title.trim() !== '')?.trim() ?? '', span: null };
}

interface TitleLine extends Span {
  readonly content: string;
}

function firstLines(text: string, from: number): TitleLine[] {
  const lines: TitleLine[] = [];
  let start = from;
  for (const raw of text
    .slice(from, from + 2000)
    .split('\n')
    .slice(0, LOOK_AT)) {
    const content = raw.replace(/^#+\s*/u, '').trim();
    if (content)
      lines.push({ start: start + raw.indexOf(content), end: start + raw.indexOf(content) + content.length, content });
    start += raw.length + 1;
  }
  return lines;
}

const isTitleLine = (content: string): boolean =>
  content.length >= 3 &&
  content.length <= 70 &&
  !/[。；！，,：:]/u.test(content) &&
  !NOT_TITLE.test(content) &&
  numberingOf(content) === null;

/** “关于×县” over “乡镇干部队伍建设的调研报告” is one title on two lines. */
function joined(lines: readonly TitleLine[], found: TitleLine): Title {
  const before = lines[lines.indexOf(found) - 1];
  const opens = before && /^关于/u.test(before.content) && !GENRE.test(before.content) && isTitleLine(before.content);
  if (!before || !opens) return { title: found.content, span: { start: found.start, end: found.end } };
  return { title: before.content + found.content, span: { start: before.start, end: found.end } };
}

function titleOfLabel(text: string, label: Span): Title | null {
  const content = text.slice(label.start, label.end);
  const own = /[：:]\s*(.{4,})$/u.exec(content);
  if (own) return { title: own[1]!.trim(), span: label };
  return content.length >= 8 ? { title: content.trim(), span: label } : null;
}
