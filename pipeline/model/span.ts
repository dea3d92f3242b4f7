/** A half-open range `[start, end)` of UTF-16 code units in the text that its owner names. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The characters that `span` frames in `text`. */
export const textOf = (text: string, span: Span): string => text.slice(span.start, span.end);

/** Whether the two spans share a character. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Whether `inner` lies within `outer`. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
