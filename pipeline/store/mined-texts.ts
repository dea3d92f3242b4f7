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

/** Points, causal pairs and links as the store has them; offsets count the characters of the sentence. */
export interface StoredArgument {
  readonly points: readonly { readonly id: string; readonly sentence: string; readonly start: number }[];
  readonly pairs: readonly { readonly sentence: string; readonly cause: Span; readonly effect: Span }[];
  readonly links: readonly { readonly from: string; readonly to: string; readonly kind: 'cause_of' | 'answers' }[];
}

/** What the reports of the source at `path` argue. */
export async function argumentOfSource(store: Store, path: string): Promise<StoredArgument> {
  const reports = 'JOIN reports r USING (report_id) JOIN sources USING (source_id) WHERE path = $path';
  return {
    points: await queryObjects(
      store,
      `SELECT p.point_id AS id, s.sentence_id AS sentence, p.char_start - s.char_start AS "start"
       FROM points p JOIN sentences s USING (report_id) ${reports}
         AND s.char_start <= p.char_start AND p.char_start < s.char_end ORDER BY id`,
      { path },
    ),
    pairs: await queryObjects(
      store,
      `SELECT sentence_id AS sentence, {'start': c.cause_start - s.char_start, 'end': c.cause_end - s.char_start} AS cause,
         {'start': c.effect_start - s.char_start, 'end': c.effect_end - s.char_start} AS effect
       FROM causal_pairs c JOIN sentences s USING (sentence_id) ${reports} ORDER BY sentence, c.seq`,
      { path },
    ),
    links: await queryObjects(
      store,
      `SELECT from_point AS "from", to_point AS "to", kind
       FROM point_links l JOIN points p ON p.point_id = l.from_point ${reports} ORDER BY ALL`,
      { path },
    ),
  };
}

/** How specific each measured countermeasure is, by sentence. */
export async function specificities(store: Store): Promise<ReadonlyMap<string, number>> {
  const rows = await queryObjects<{ readonly sentence: string; readonly specificity: number }>(
    store,
    'SELECT sentence_id AS sentence, specificity FROM measures ORDER BY sentence_id',
  );
  return new Map(rows.map(({ sentence, specificity }) => [sentence, specificity]));
}
