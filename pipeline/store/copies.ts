import type { Span } from '../model/span.ts';
import { codePointOffsets } from './offsets.ts';
import type { Store } from './open.ts';
import { queryObjects } from './reader.ts';
import { insert, inTransaction } from './writer.ts';

/** What is stored of a report so that its copies are found without its text. */
export interface StoredSketch {
  readonly reportId: string;
  readonly source: string;
  readonly seq: number;
  readonly year: number | null;
  readonly length: number;
  readonly signature: Uint32Array;
  readonly fingerprints: Uint32Array;
}

export type NewSketch = Pick<StoredSketch, 'reportId' | 'length' | 'signature' | 'fingerprints'>;

/** A report whose sketch is missing or of another text. */
export interface Unsketched {
  readonly reportId: string;
  readonly text: string;
}

/** What the store keeps of copies; spans are UTF-16 offsets, stored as code points. */
export interface CopiesToWrite {
  readonly copies: readonly { readonly reportId: string; readonly duplicateOf: string; readonly similarity: number }[];
  readonly passages: readonly {
    readonly reportId: string;
    readonly otherId: string;
    readonly here: Span;
    readonly there: Span;
    readonly matched: number;
  }[];
}

const CURRENT = `SELECT 1 FROM report_sketches k WHERE k.report_id = r.report_id AND k.version = $version AND k.digest = md5(r.text)`;
const BATCH = 256;

/** Whether no report was added, changed or lost since copies were last written. */
export async function copiesAreCurrent(store: Store, version: string): Promise<boolean> {
  const [row] = await queryObjects<{ changed: boolean }>(
    store,
    `SELECT EXISTS (FROM reports r WHERE NOT EXISTS (${CURRENT} AND k.year IS NOT DISTINCT FROM r.year))
       OR EXISTS (FROM report_sketches WHERE report_id NOT IN (SELECT report_id FROM reports)) AS changed`,
    { version },
  );
  return !row!.changed;
}

/** Makes and stores the sketches that are missing, some texts at a time, and drops those of reports that are gone. */
export async function refreshSketches(
  store: Store,
  version: string,
  sketch: (text: string) => Omit<NewSketch, 'reportId'>,
): Promise<void> {
  await store.connection.run('DELETE FROM report_sketches WHERE report_id NOT IN (SELECT report_id FROM reports)');
  await store.connection.run(
    `DELETE FROM report_sketches WHERE report_id IN (SELECT report_id FROM reports r WHERE NOT EXISTS (${CURRENT}))`,
    { version },
  );
  for (;;) {
    const missing = await queryObjects<Unsketched>(
      store,
      `SELECT report_id AS "reportId", text FROM reports ANTI JOIN report_sketches USING (report_id)
       ORDER BY report_id LIMIT ${BATCH}`,
    );
    if (missing.length === 0) return;
    await addSketches(
      store,
      version,
      missing.map(({ reportId, text }) => ({ reportId, ...sketch(text) })),
    );
  }
}

async function addSketches(store: Store, version: string, sketches: readonly NewSketch[]): Promise<void> {
  await store.connection.run(
    'CREATE OR REPLACE TEMP TABLE new_sketches (report_id VARCHAR, length INTEGER, signature BLOB, fingerprints BLOB)',
  );
  const appender = await store.connection.createAppender('new_sketches');
  for (const { reportId, length, signature, fingerprints } of sketches) {
    appender.appendVarchar(reportId);
    appender.appendInteger(length);
    appender.appendBlob(bytesOf(signature));
    appender.appendBlob(bytesOf(fingerprints));
    appender.endRow();
  }
  appender.closeSync();
  await store.connection.run(
    `INSERT INTO report_sketches
     SELECT n.report_id, $version, md5(r.text), r.year, n.length, n.signature, n.fingerprints
     FROM new_sketches n JOIN reports r USING (report_id)`,
    { version },
  );
  await store.connection.run('DROP TABLE new_sketches');
}

/** The sketches of all reports, by report id. */
export async function storedSketches(store: Store): Promise<readonly StoredSketch[]> {
  const reader = await store.connection.runAndReadAll(
    `SELECT r.report_id, r.source_id, r.seq, r.year, k.length, k.signature, k.fingerprints
     FROM reports r JOIN report_sketches k USING (report_id) ORDER BY r.report_id`,
  );
  type Blob = { readonly bytes: Uint8Array };
  return (reader.getRows() as [string, string, number, number | null, number, Blob, Blob][]).map(
    ([reportId, source, seq, year, length, signature, fingerprints]) => ({
      reportId,
      source,
      seq,
      year,
      length,
      signature: valuesOf(signature.bytes),
      fingerprints: valuesOf(fingerprints.bytes),
    }),
  );
}

const bytesOf = (values: Uint32Array): Uint8Array =>
  new Uint8Array(values.buffer, values.byteOffset, values.byteLength);

/** A copy of its own: a column's bytes are a view into memory that they share with others, at any offset. */
const valuesOf = (bytes: Uint8Array): Uint32Array => new Uint32Array(new Uint8Array(bytes).buffer);

/** The text of a report. */
export async function reportText(store: Store, reportId: string): Promise<string> {
  const [row] = await queryObjects<{ text: string }>(store, 'SELECT text FROM reports WHERE report_id = $reportId', {
    reportId,
  });
  return row!.text;
}

/** Replaces what the store knows of copies, in one transaction. */
export async function writeCopies(store: Store, { copies, passages }: CopiesToWrite): Promise<void> {
  const offsetsOf = await offsetsByReport(
    store,
    new Set(passages.flatMap(({ reportId, otherId }) => [reportId, otherId])),
  );
  const rows = passages.map(({ reportId, otherId, here, there, matched }) => ({
    report_id: reportId,
    char_start: offsetsOf(reportId)(here.start),
    char_end: offsetsOf(reportId)(here.end),
    other_id: otherId,
    other_start: offsetsOf(otherId)(there.start),
    other_end: offsetsOf(otherId)(there.end),
    matched,
  }));
  await inTransaction(store, async () => {
    await store.connection.run(
      'UPDATE reports SET duplicate_of = NULL, similarity = NULL WHERE duplicate_of IS NOT NULL',
    );
    for (const { reportId, duplicateOf, similarity } of copies) {
      await store.connection.run(
        'UPDATE reports SET duplicate_of = $duplicateOf, similarity = $similarity WHERE report_id = $reportId',
        { reportId, duplicateOf, similarity },
      );
    }
    await store.connection.run('DELETE FROM copied_passages');
    await insert(store, { copied_passages: rows });
    await store.connection.run(
      'UPDATE report_sketches SET year = r.year FROM reports r WHERE r.report_id = report_sketches.report_id AND report_sketches.year IS DISTINCT FROM r.year',
    );
  });
}

/** How offsets of reports are counted; texts without characters beyond the first plane need none. */
async function offsetsByReport(
  store: Store,
  ids: ReadonlySet<string>,
): Promise<(id: string) => (offset: number) => number> {
  const wide = await queryObjects<{ report_id: string; text: string }>(
    store,
    `SELECT report_id, text FROM reports WHERE regexp_matches(text, '[\\x{10000}-\\x{10FFFF}]')`,
  );
  const maps = new Map(
    wide.filter(({ report_id: id }) => ids.has(id)).map((row) => [row.report_id, codePointOffsets(row.text)]),
  );
  return (id) => maps.get(id) ?? ((offset) => offset);
}
