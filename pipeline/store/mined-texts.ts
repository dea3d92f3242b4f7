import type { Role } from '../model/role.ts';
import type { Span } from '../model/span.ts';
import type { Store } from './open.ts';
import { queryObjects } from './reader.ts';

/** The paths and texts, as read, of the sources that have reports. */
export const sourceTexts = (store: Store): Promise<readonly { readonly path: string; readonly text: string }[]> =>
  queryObjects(store, `SELECT path, text FROM sources WHERE status = 'ok' ORDER BY path`);

/** A sentence as the store has it; `source` frames it in the text of its file. */
export interface StoredSentence {
  readonly id: string;
  readonly text: string;
  readonly role: Role;
  readonly confidence: number;
  readonly source: Span;
}

/** The sentences of the source at `path`, report by report. */
export const sentencesOfSource = (store: Store, path: string): Promise<readonly StoredSentence[]> =>
  queryObjects(
    store,
    `SELECT sentence_id AS id, s.text, s.role, s.confidence, {'start': s.source_start, 'end': s.source_end} AS source
     FROM sentences s JOIN reports USING (report_id) JOIN sources USING (source_id)
     WHERE path = $path ORDER BY reports.seq, s.seq`,
    { path },
  );

/** What cleaning took out of the source at `path`. */
export const removedOfSource = (store: Store, path: string): Promise<readonly Span[]> =>
  queryObjects(
    store,
    `SELECT source_start AS "start", source_end AS "end" FROM removed JOIN sources USING (source_id)
     WHERE path = $path ORDER BY seq`,
    { path },
  );

/** A quantity as the store has it; its span counts the characters of its sentence. */
export interface StoredStatistic extends Span {
  readonly sentence: string;
  readonly surface: string;
  readonly value: number | null;
  readonly valueMax: number | null;
  readonly unit: string;
  readonly kind: string;
  readonly qualifier: string;
  readonly subject: string;
  readonly direction: 'up' | 'down' | null;
}

/** The quantities of the source at `path`, in their order. */
export const statisticsOfSource = (store: Store, path: string): Promise<readonly StoredStatistic[]> =>
  queryObjects(
    store,
    `SELECT sentence_id AS sentence, q.surface, q.value, q.value_max AS "valueMax", q.unit, q.kind, q.qualifier, q.subject,
       q.direction, q.char_start - s.char_start AS "start", q.char_end - s.char_start AS "end"
     FROM statistics q JOIN sentences s USING (sentence_id) JOIN reports USING (report_id) JOIN sources USING (source_id)
     WHERE path = $path ORDER BY s.sentence_id, q.seq`,
    { path },
  );
