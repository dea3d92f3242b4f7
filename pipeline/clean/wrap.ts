import { looksLikeHeading, startsItem } from '../text/numbering.ts';
import type { Cut, Repair } from './edits.ts';
import { type Line, linesOf } from './lines.ts';

/** A sentence or a list item ends here. */
const TERMINAL = /[。！？!?；;：:…|][”’」』）)》】\]"]*$/u;
/** A heading may end in a quotation or a bracket; a long paragraph that does goes on. */
const CLOSED = /[”’」』）)》】\]"]$/u;
/** These never start a line of their own. */
const CLINGING = /^[，。、；：！？”’）》】」』,;:!?)%％]/u;
const TITLE_END =
  /(?:报告|提案|建议|意见|通知|方案|总结|讲话|办法|规定|公告|纪要|汇报|决定|规划|草案|的函|答复|计划|提要|说明)[）)]?$/u;
const LATIN = /[A-Za-z]$/;
/** Below this a line without an ending is a heading, a name or a date rather than a broken sentence. */
const SHORTEST_BROKEN = 30;

/**
 * Joins lines that were broken inside a sentence or a paragraph. Two habits are known: lines wrapped at one width, and
 * paragraphs cut anywhere by a page or a link, with or without an empty line between.
 */
export const joinWrappedLines: Repair = (text) => {
  const lines = linesOf(text).filter((line) => line.content !== '');
  const width = wrapWidth(lines);
  const cuts: Cut[] = [];
  let paragraph = '';
  for (const [index, line] of lines.entries()) {
    paragraph += line.content;
    const next = lines[index + 1];
    if (!next) break;
    if (continues(paragraph, line, next, width, blankBetween(text, line, next))) cuts.push(join(line, next));
    else paragraph = '';
  }
  return cuts;
};

function join(line: Line, next: Line): Cut {
  const keep = LATIN.test(line.content) && /^[A-Za-z]/.test(next.content) ? ' ' : '';
  const start = line.start + line.indent + line.content.length;
  return { start, end: next.start + next.indent, rule: 'line-wrap', keep };
}

const blankBetween = (text: string, line: Line, next: Line): boolean =>
  (text.slice(line.end, next.start).match(/\n/g)?.length ?? 0) > 1;

function continues(paragraph: string, line: Line, next: Line, width: number | null, blank: boolean): boolean {
  if (CLINGING.test(next.content)) return true;
  if (isTableRow(line.content) || isTableRow(next.content)) return false;
  const open = !TERMINAL.test(line.content) && !(CLOSED.test(line.content) && paragraph.length < SHORTEST_BROKEN);
  const full = width !== null && columns(line.content) + line.indent >= width - 3;
  if (open && /[，、,]$/u.test(line.content)) return !startsItem(next.content);
  if (full && !blank)
    return !(next.indent > line.indent) && !startsItem(next.content) ? true : open && !looksLikeHeading(next.content);
  if (!open || startsItem(next.content)) return false;
  if (width !== null && !full) return false;
  if (blank && !/[，。；：、！？]/u.test(next.content)) return false;
  if (/[。！？].{3,}$/su.test(paragraph)) return true;
  return paragraph.length >= SHORTEST_BROKEN && !TITLE_END.test(paragraph) && !looksLikeHeading(paragraph);
}

const isTableRow = (content: string): boolean => / \| |^\||\t/.test(content);

/** Characters in units of a Han character: two Latin letters or digits fill one. */
const columns = (content: string): number => {
  let sum = 0;
  for (const character of content) sum += character < '\u0080' ? 0.5 : 1;
  return sum;
};

/** The width at which a text was wrapped, or null where its lines are paragraphs. */
export function wrapWidth(lines: readonly Line[]): number | null {
  const widths = lines.map((line) => columns(line.content) + line.indent).filter((width) => width >= 16);
  if (widths.length < 8) return null;
  const sorted = [...widths].sort((a, b) => a - b);
  const width = sorted[Math.floor(sorted.length * 0.95)]!;
  if (width > 90) return null;
  const full = widths.filter((each) => each >= width - 3 && each <= width + 1).length;
  const broken = lines.filter(
    (line) => columns(line.content) + line.indent >= width - 3 && !TERMINAL.test(line.content),
  ).length;
  return full / widths.length >= 0.3 && broken >= full * 0.4 ? width : null;
}
