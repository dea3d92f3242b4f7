import type { MinedSource, SourceStatus } from '../model/mined-source.ts';
import { textOf } from '../model/span.ts';
import { reportId } from './ids.ts';
import { codePointOffsets } from './offsets.ts';
import { reportRows } from './report-rows.ts';
import { merge, place, type Row, type Rows } from './row.ts';

/** A source row of its own: what stands in the store of a file whatever came out of it. */
export interface SourceHead extends Omit<MinedSource, 'status' | 'removed' | 'messages' | 'reports'> {
  readonly sourceId: string;
  readonly fingerprint: string;
  readonly status: SourceStatus;
}

/** The rows of `source` in every table but those that need several reports. Offsets count code points. */
export function rowsOf(source: MinedSource, id: string, fingerprint: string): Rows {
  const at = codePointOffsets(source.text);
  const reports = source.reports.map(({ mined, terms }, index) =>
    reportRows(mined, terms, id, reportId(id, index + 1), index + 1, at),
  );
  const message = source.message === null ? null : withoutPath(source.message, source.path);
  return merge([
    { sources: [sourceRow({ ...source, message, sourceId: id, fingerprint })], ...findingRows(source, id, at) },
    ...reports,
  ]);
}

export const sourceRow = (head: SourceHead): Row => ({
  source_id: head.sourceId,
  path: head.path,
  sha256: head.sha256,
  format: head.format,
  encoding: head.encoding,
  bytes: head.bytes,
  text: head.text,
  status: head.status,
  message: head.message,
  fingerprint: head.fingerprint,
});

/** A message about a file without the file's name before it: the row stands by its source. */
export const withoutPath = (message: string, path: string): string =>
  message.startsWith(`${path}: `) ? message.slice(path.length + 2) : message;

function findingRows(source: MinedSource, id: string, at: (offset: number) => number): Rows {
  const removed = [...source.removed].sort((a, b) => a.start - b.start || a.end - b.end);
  return {
    removed: removed.map((span, index) => ({
      source_id: id,
      seq: index + 1,
      rule: span.rule,
      text: textOf(source.text, span),
      ...place('source', span, at),
    })),
    messages: source.messages.map(({ code, message, severity, span }) => ({
      source_id: id,
      code,
      message: withoutPath(message, source.path),
      ...(span ? place('source', span, at) : { source_start: null, source_end: null }),
      severity,
    })),
  };
}
