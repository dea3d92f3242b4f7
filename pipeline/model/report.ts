import type { OriginMap } from './origin.ts';
import type { Block } from './source.ts';
import type { Span } from './span.ts';

/** How the year of a report is known, strongest first; `unknown` goes with a null year. */
export const YEAR_BASES = [
  'manifest',
  'option',
  'title',
  'date',
  'folder',
  'file',
  'property',
  'text',
  'unknown',
] as const;
export type YearBasis = (typeof YEAR_BASES)[number];

/** Where a report is about: the most specific name, and the divisions above it as far as they are known. */
export interface Place {
  readonly region: string;
  readonly province: string | null;
  readonly city: string | null;
  readonly county: string | null;
}

/**
 * One report (报告) of a source. `text` is immutable; every other layer holds spans over it. `span` frames it in the
 * cleaned text of its file; `origin` leads from `text` back to the file as it was read. `titleSpan` frames the title
 * in `text`, null where the title comes from elsewhere.
 */
export interface Report {
  readonly seq: number;
  readonly text: string;
  readonly span: Span;
  readonly origin: OriginMap;
  readonly title: string;
  readonly titleSpan: Span | null;
  readonly year: number | null;
  readonly yearBasis: YearBasis;
  readonly region: string | null;
  readonly place: Place | null;
  readonly issuer: string | null;
  readonly blocks: readonly Block[];
}
