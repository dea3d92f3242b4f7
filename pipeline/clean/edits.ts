import type { OriginMap, OriginRun } from '../model/origin.ts';
import { sourceSpan } from '../model/origin.ts';
import type { CleanText, Removed } from '../model/source.ts';
import type { Span } from '../model/span.ts';

/**
 * A cut of the text that a repair asks for. White space may leave a blank or a line break behind (`keep`);
 * nothing else is ever written into a text.
 */
export interface Cut extends Span {
  readonly rule: string;
  readonly keep: '' | ' ' | '\n';
}

/** A repair looks at the text as the repairs before it left it, and returns cuts in rising order that do not overlap. */
export type Repair = (text: string) => readonly Cut[];

/** A text as read, before any repair. */
export const uncleaned = (text: string): CleanText => ({
  text,
  origin: text ? [{ clean: 0, source: 0, length: text.length }] : [],
  removed: [],
});

/** The text after one repair: offsets lead on to the source, and what was cut is kept with its rule unless it is white space. */
export function applyRepair(before: CleanText, repair: Repair): CleanText {
  const cuts = repair(before.text);
  if (cuts.length === 0) return before;
  const pieces: string[] = [];
  const runs: OriginRun[] = [];
  const removed: Removed[] = [];
  const cursor = originCursor(before.origin);
  let at = 0;
  let length = 0;
  const emit = (start: number, end: number, text: string) => {
    for (const run of cursor(start, end)) {
      pushRun(runs, { ...run, clean: length });
      length += run.length;
    }
    pieces.push(text);
  };
  for (const cut of cuts) {
    if (cut.start > at) emit(at, cut.start, before.text.slice(at, cut.start));
    if (cut.keep) emit(cut.start, cut.start + 1, cut.keep);
    if (before.text.slice(cut.start, cut.end).trim())
      removed.push({ rule: cut.rule, ...sourceSpan(before.origin, cut) });
    at = cut.end;
  }
  if (at < before.text.length) emit(at, before.text.length, before.text.slice(at));
  return { text: pieces.join(''), origin: runs, removed: [...before.removed, ...removed] };
}

/** Neighbouring runs that continue each other in the source become one. */
function pushRun(runs: OriginRun[], run: OriginRun): void {
  const last = runs.at(-1);
  if (last && last.source + last.length === run.source && last.clean + last.length === run.clean)
    runs[runs.length - 1] = { ...last, length: last.length + run.length };
  else runs.push(run);
}

/** Reads runs in rising order, so that a repair costs one pass over the map. */
function originCursor(origin: OriginMap): (start: number, end: number) => OriginRun[] {
  let index = 0;
  return (start, end) => {
    const out: OriginRun[] = [];
    while (index < origin.length && origin[index]!.clean + origin[index]!.length <= start) index++;
    for (let i = index; i < origin.length && origin[i]!.clean < end; i++) {
      const run = origin[i]!;
      const from = Math.max(run.clean, start);
      const to = Math.min(run.clean + run.length, end);
      if (to > from) out.push({ clean: from, source: run.source + (from - run.clean), length: to - from });
    }
    return out;
  };
}
