import type { Mined } from './layers.ts';
import type { Message } from './message.ts';
import type { YearBasis } from './report.ts';
import type { Role } from './role.ts';
import type { Removed } from './source.ts';

/** What the user knows better than the file; null where the file decides. `yearBasis` says where `year` comes from. */
export interface Overrides {
  readonly encoding: string | null;
  readonly title: string | null;
  readonly year: number | null;
  readonly yearBasis: Extract<YearBasis, 'manifest' | 'option'> | null;
  readonly region: string | null;
  readonly issuer: string | null;
}

export const NO_OVERRIDES: Overrides = {
  encoding: null,
  title: null,
  year: null,
  yearBasis: null,
  region: null,
  issuer: null,
};

/** A file to mine. `path` is as the user reaches it: folder and file name are evidence for year, region and title. */
export interface SourceInput {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly overrides: Overrides;
}

/** How often a word stands in the sentences of one role of a report. */
export interface TermCount {
  readonly role: Role;
  readonly term: string;
  readonly count: number;
}

/** `empty`: nothing to read in it; `unreadable`: `message` says why and what helps. Only `ok` has reports. */
export const SOURCE_STATUSES = ['ok', 'empty', 'unreadable', 'duplicate'] as const;
export type SourceStatus = (typeof SOURCE_STATUSES)[number];

/**
 * A file with all that was mined from it. `text` is the text as decoded, before cleaning; the spans of `removed` and
 * `messages` and the origin maps of the reports lead into it. `bytes` is the size of the file.
 */
export interface MinedSource {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly format: string;
  readonly encoding: string;
  readonly text: string;
  readonly status: Exclude<SourceStatus, 'duplicate'>;
  readonly message: string | null;
  readonly removed: readonly Removed[];
  readonly messages: readonly Message[];
  readonly reports: readonly { readonly mined: Mined; readonly terms: readonly TermCount[] }[];
}
