import type { OriginMap } from '../model/origin.ts';
import { sliceOrigin, sourceSpan } from '../model/origin.ts';
import type { CleanText, Removed } from '../model/source.ts';
import type { Span } from '../model/span.ts';
import { labelLines } from './labels.ts';
import { titlePages } from './title-pages.ts';

/** A part of a cleaned file that is one report; `label` frames its title line (“…篇一”) in `text`, null for an undivided file. */
export interface Part {
  readonly seq: number;
  readonly span: Span;
  readonly text: string;
  readonly origin: OriginMap;
  readonly label: Span | null;
}

export interface Split {
  readonly parts: readonly Part[];
  /** The title line of the compilation, where there is one. */
  readonly compilation: string | null;
  readonly removed: readonly Removed[];
}

/**
 * Cuts a file into its reports: at numbered labels (“篇一”, “第二篇”, “范文三”), else at title pages after which the
 * numbering starts anew, else not at all. What stands before the first label is kept as removed.
 */
export function splitReports(clean: CleanText): Split {
  const labels = labelLines(clean.text);
  if (labels.length >= 2) return cutAt(clean, labels, true);
  const titles = titlePages(clean.text);
  if (titles.length >= 2) return cutAt(clean, titles, false);
  return { parts: [partOf(clean, { start: 0, end: clean.text.length }, null, 1)], compilation: null, removed: [] };
}

function cutAt(clean: CleanText, starts: readonly Span[], labelled: boolean): Split {
  const first = starts[0]!.start;
  const preface = clean.text.slice(0, first).trim();
  const parts = starts.map((label, index) => {
    const end = starts[index + 1]?.start ?? clean.text.length;
    const body = clean.text.slice(label.start, end);
    return partOf(clean, { start: label.start, end: label.start + body.trimEnd().length }, label, index + 1);
  });
  const removed = preface
    ? [{ rule: 'compilation-preface', ...sourceSpan(clean.origin, { start: 0, end: preface.length }) }]
    : [];
  return { parts, compilation: labelled && preface ? preface.split('\n')[0]! : null, removed };
}

function partOf(clean: CleanText, span: Span, label: Span | null, seq: number): Part {
  return {
    seq,
    span,
    text: clean.text.slice(span.start, span.end),
    origin: sliceOrigin(clean.origin, span),
    label: label && { start: label.start - span.start, end: label.end - span.start },
  };
}
