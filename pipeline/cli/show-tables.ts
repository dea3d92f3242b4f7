import type { Config } from '../config.ts';
import type { Table } from '../store/reader.ts';
import { formatTable } from './format.ts';
import { colorsFor, type Io } from './io.ts';

/** A table under a title; null where it needs none. */
export interface TitledTable {
  readonly title: string | null;
  readonly table: Table;
}

/** Prints tables one below the other, titled in the formats that people read. */
export function showTables(tables: readonly TitledTable[], { format }: Pick<Config, 'format'>, io: Io): void {
  const colors = colorsFor(io.stdout, io.env);
  const width = io.stdout.tty ? io.stdout.columns : null;
  for (const [index, { title, table }] of tables.entries()) {
    if (index > 0) io.stdout.write('\n');
    if (title !== null && format === 'table') io.stdout.write(`${colors.bold(title)}\n`);
    if (title !== null && format === 'markdown') io.stdout.write(`### ${title}\n\n`);
    io.stdout.write(formatTable(table, format, { width, colors }));
  }
}
