import type { Span } from './span.ts';

/**
 * A sentence of a report. `section` is the seq of the innermost section that holds it, null before the first heading.
 * `isHeading` is true for the sentence that is the heading of a section (block, run-in or inline), or the title.
 * `paragraph` counts the lines of the text from 0.
 */
export interface Sentence extends Span {
  readonly seq: number;
  readonly section: number | null;
  readonly paragraph: number;
  readonly isHeading: boolean;
}

/** A word of a sentence, as the segmenter cuts it. */
export type Token = Span;
