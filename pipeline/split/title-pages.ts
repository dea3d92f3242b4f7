import type { Span } from '../model/span.ts';
import { numberingOf } from '../text/numbering.ts';

const TITLE = /(?:报告|提案|总结|讲话|汇报|情况说明|建议案|调查|发言|来信|函)[）)]?$/u;
const SHORTEST_REPORT = 300;

/**
 * The title lines at which a file without labels starts a new report: a line that reads like a title, the text before
 * it is as long as a report, and the first numbering after it starts at one again. The first is the first line.
 */
export function titlePages(text: string): Span[] {
  const starts: Span[] = [];
  let offset = 0;
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    const span = { start: offset, end: offset + line.length };
    offset += line.length + 1;
    if (!isTitle(line)) continue;
    const last = starts.at(-1);
    if (!last && span.start < 200) starts.push(span);
    else if (
      last &&
      span.start - last.start >= SHORTEST_REPORT &&
      numberedBetween(text, last, span) &&
      restarts(lines, index)
    )
      starts.push(span);
  }
  return starts;
}

const isTitle = (line: string): boolean =>
  line.length >= 8 &&
  line.length <= 60 &&
  TITLE.test(line) &&
  !/[。；！？，]/u.test(line) &&
  numberingOf(line) === null;

const numberedBetween = (text: string, from: Span, to: Span): boolean =>
  /^一[、是]/mu.test(text.slice(from.end, to.start));

function restarts(lines: readonly string[], index: number): boolean {
  const next = lines
    .slice(index + 1, index + 41)
    .find((line) => ['han', 'part'].includes(numberingOf(line)?.style.id ?? ''));
  return next !== undefined && /^(?:一|第一)/u.test(next);
}
