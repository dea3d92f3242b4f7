import type { Span } from '../model/span.ts';

/** What a column can hold. */
export type Cell = string | number | boolean | null | readonly string[];

/** A row by column name. */
export type Row = Readonly<Record<string, Cell>>;

/** Rows by table name. */
export type Rows = Readonly<Record<string, readonly Row[]>>;

/** All rows of several, table by table. */
export function merge(parts: readonly Rows[]): Rows {
  const all: Record<string, Row[]> = {};
  for (const part of parts) {
    for (const [table, rows] of Object.entries(part)) {
      all[table] ??= [];
      for (const row of rows) all[table].push(row);
    }
  }
  return all;
}

/** The columns that frame `span`: `name_start` and `name_end`, counted by `at`. */
export const place = (name: string, span: Span, at: (offset: number) => number): Row => ({
  [`${name}_start`]: at(span.start),
  [`${name}_end`]: at(span.end),
});
