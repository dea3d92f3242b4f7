import type { Span } from '../model/span.ts';
import { numberingOf } from '../text/numbering.ts';

const TITLE =
  /(?:报告|提案|总结|讲话|汇报|情况说明|建议案|调查|调研|思考|探讨|札记|发言|来信|联名信|函)(?:[（(].{1,12}[)）])?$/u;
const SHORTEST_REPORT = 300;
/** The first heading of a report stands within so many lines of its title. */
const LOOK_AHEAD = 40;

/**
 * The title lines at which a file without labels starts a new report: a line that reads like a title, the text before
 * it is as long as a report, and the first numbering after it starts at one again. The first is the first line.
 */
export function titlePages(text: string): Span[] {
  const starts: Span[] = [];
  const lines = text.split('\n');
  const next = nextHeadings(lines);
  let offset = 0;
  let numbered = false;
  for (const [index, line] of lines.entries()) {
    const span = { start: offset, end: offset + line.length };
    offset += line.length + 1;
    if (/^一[、是]/u.test(line)) numbered = true;
    if (!isTitle(line)) continue;
    const last = starts.at(-1);
    const opens = last
      ? numbered && span.start - last.start >= SHORTEST_REPORT && restarts(lines, index, next[index + 1])
      : span.start < 200;
    if (!opens) continue;
    starts.push(span);
    numbered = false;
  }
  return starts;
}

const isTitle = (line: string): boolean =>
  line.length >= 8 &&
  line.length <= 60 &&
  TITLE.test(line) &&
  !/[。；！？，：]/u.test(line) &&
  numberingOf(line) === null;

/** For each line the index of the first chapter heading from it on. */
function nextHeadings(lines: readonly string[]): number[] {
  const next = new Array<number>(lines.length + 1).fill(Number.POSITIVE_INFINITY);
  for (let index = lines.length - 1; index >= 0; index--) {
    const style = numberingOf(lines[index]!.slice(0, 80))?.style.id;
    next[index] = style === 'han' || style === 'part' ? index : next[index + 1]!;
  }
  return next;
}

function restarts(lines: readonly string[], index: number, heading = Number.POSITIVE_INFINITY): boolean {
  return heading - index <= LOOK_AHEAD && /^(?:一|第一)/u.test(lines[heading]!);
}
