import type { Span } from '../model/span.ts';

/** A line without its line break; `content` is without outer white space, `indent` counts the characters before it. */
export interface Line extends Span {
  readonly content: string;
  readonly indent: number;
}

/** The lines of a text in order, empty ones included. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const raw = text.slice(start, end);
    lines.push({ start, end, content: raw.trim(), indent: raw.length - raw.trimStart().length });
    start = end + 1;
  }
  return lines;
}
