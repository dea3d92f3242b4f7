import type { Span } from './span.ts';

/** `length` characters of the cleaned text, from `clean` on, that stand at `source` in the file as it was read. */
export interface OriginRun {
  readonly clean: number;
  readonly source: number;
  readonly length: number;
}

/**
 * Where each character of a cleaned text stands in its source: runs in rising order, without gaps on the cleaned side.
 * Cleaning removes characters and may turn a line break into a space; it never writes a character of its own.
 */
export type OriginMap = readonly OriginRun[];

/** The offset in the source of the cleaned character at `offset`. */
export function sourceOffset(origin: OriginMap, offset: number): number {
  const run = runAt(origin, offset);
  return run ? run.source + (offset - run.clean) : 0;
}

/** The source span that frames the cleaned `span`, removed characters between its ends included. */
export function sourceSpan(origin: OriginMap, span: Span): Span {
  if (span.end <= span.start) return { start: sourceOffset(origin, span.start), end: sourceOffset(origin, span.start) };
  return { start: sourceOffset(origin, span.start), end: sourceOffset(origin, span.end - 1) + 1 };
}

/** The map of the part of the cleaned text that `span` frames, counted from its start. */
export function sliceOrigin(origin: OriginMap, span: Span): OriginMap {
  return origin
    .map((run) => {
      const start = Math.max(run.clean, span.start);
      const end = Math.min(run.clean + run.length, span.end);
      return { clean: start - span.start, source: run.source + (start - run.clean), length: end - start };
    })
    .filter((run) => run.length > 0);
}

function runAt(origin: OriginMap, offset: number): OriginRun | undefined {
  let low = 0;
  let high = origin.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (origin[middle]!.clean <= offset) low = middle;
    else high = middle - 1;
  }
  return origin[low];
}

/** The offset of the first cleaned character that stands at or after `source`; the length of the text when none does. */
export function cleanOffset(origin: OriginMap, source: number): number {
  let low = 0;
  let high = origin.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = origin[middle]!;
    if (run.source + run.length <= source) low = middle + 1;
    else high = middle;
  }
  const run = origin[low];
  if (!run) return origin.length ? origin.at(-1)!.clean + origin.at(-1)!.length : 0;
  return run.clean + Math.max(0, source - run.source);
}
