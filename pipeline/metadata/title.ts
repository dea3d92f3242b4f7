import type { Block } from '../model/source.ts';
import type { Span } from '../model/span.ts';
import { endsAsTitle } from '../text/genre.ts';
import { numberingOf } from '../text/numbering.ts';

/** Lines before or around a title that are not the title. */
const NOT_TITLE =
  /^(?:各位|同志们|尊敬的|[—–\-（(\s]*\d{4}年\d{1,2}月|来源|作者|发布|专题|目录|索引号|发文机关|文号|DOI|[【[]?(?:摘\s*要|关键词|通讯作者)|[^\s]{1,12}[〔[（(]\d{4}[〕\])）]\s*\d+号)|[|\t]/u;
/** Marks of notes and emphasis around a title. */
const MARKS = /^[#*＊\\\s]+|[*＊\\\s]+$/gu;
const LOOK_AT = 12;
/** A title on several lines has at most so many before its last. */
const MOST_LINES_BEFORE = 3;

export interface Title {
  readonly title: string;
  readonly span: Span | null;
}

interface TitleLine extends Span {
  readonly content: string;
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
  const lines = firstLines(text, label?.end ?? 0);
  const head = lines.slice(0, firstProse(lines));
  const hinted = blocks.find(
    (block) => block.kind === 'heading' && block.level === 1 && lines.some((line) => line.start === block.start),
  );
  const found =
    head.find((line) => endsAsTitle(line.content) && isTitleLine(line.content)) ??
    (hinted && lines.find((line) => line.start === hinted.start)) ??
    lines.find((line) => /^关于.{6}/u.test(line.content) && endsAsTitle(line.content) && isTitleLine(line.content)) ??
    head.slice(0, 1).find((line) => isTitleLine(line.content) && line.content.length <= 40);
  if (found) return joined(lines, found);
  return { title: fallbacks.find((title) => title.trim() !== '')?.trim() ?? '', span: null };
}

function firstLines(text: string, from: number): TitleLine[] {
  const lines: TitleLine[] = [];
  let start = from;
  for (const raw of text
    .slice(from, from + 2000)
    .split('\n')
    .slice(0, LOOK_AT)) {
    const content = raw.replace(MARKS, '');
    const at = start + raw.indexOf(content);
    if (content) lines.push({ start: at, end: at + content.length, content });
    start += raw.length + 1;
  }
  return lines;
}

/** Where the report itself begins: titles stand before it. */
function firstProse(lines: readonly TitleLine[]): number {
  const at = lines.findIndex((line) => line.content.length > 40 && /[。！？]/u.test(line.content));
  return at < 0 ? lines.length : at;
}

/** A colon or a comma is allowed where the line ends as titles do: “十年：挑战与建议”. */
const isTitleLine = (content: string): boolean =>
  content.length >= 3 &&
  content.length <= 70 &&
  !/[。；！]/u.test(content) &&
  !(/[，,：:]/u.test(content) && (!endsAsTitle(content) || /^.{1,5}[：:]/u.test(content))) &&
  !NOT_TITLE.test(content) &&
  numberingOf(content) === null;

/** “关于×县” over “乡镇干部队伍建设的调研报告”, “…情况的” over “调研报告”: one title on several lines. */
function joined(lines: readonly TitleLine[], found: TitleLine): Title {
  const last = lines.indexOf(found);
  const before = lines.slice(Math.max(0, last - MOST_LINES_BEFORE), last);
  const about = before.findLastIndex((line) => /关于/u.test(line.content));
  const short = found.content.length <= 8 && /(?:的|[建设工作情况问题])$/u.test(before.at(-1)?.content ?? '');
  const first = about >= 0 ? about : short ? before.length - 1 : before.length;
  const parts = before.slice(first);
  const whole = parts.every((line) => isTitleLine(line.content) && !endsAsTitle(line.content));
  if (parts.length === 0 || !whole || /^关于/u.test(found.content))
    return { title: found.content, span: { start: found.start, end: found.end } };
  const title = [...parts, found].map((line) => line.content).join('');
  return { title, span: { start: parts[0]!.start, end: found.end } };
}

function titleOfLabel(text: string, label: Span): Title | null {
  const content = text.slice(label.start, label.end);
  const own = /[：:]\s*(.{4,})$/u.exec(content);
  if (own) return { title: own[1]!.trim(), span: label };
  return content.length >= 8 ? { title: content.trim(), span: label } : null;
}
