import type { Format } from '../config.ts';
import type { Column, Table, Value } from '../store/reader.ts';
import { toObjects } from '../store/reader.ts';
import type { Colors } from './io.ts';
import { layoutTable } from './layout.ts';

/** Where a table is shown: `width` is that of a terminal, null where nothing may be cut. */
export interface Display {
  readonly width: number | null;
  readonly colors: Colors;
}

/** `table` in a format, with a line break at its end unless it is empty. */
export function formatTable(table: Table, format: Format, display: Display): string {
  const lines = FORMATTERS[format](table, display);
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

/** A value as people read it: lists as “a; b”, objects as JSON, nothing for null. */
export function textOfValue(value: Value): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.map(textOfValue).join('; ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const FORMATTERS: Readonly<Record<Format, (table: Table, display: Display) => readonly string[]>> = {
  table: (table, { width, colors }) => layoutTable(table.columns.map(heading), cells(table, rounded), width, colors),
  csv: (table) => [table.columns.map(({ name }) => name), ...cells(table)].map((row) => row.map(csvField).join(',')),
  json: (table) => [JSON.stringify(toObjects(table), null, 2)],
  jsonl: (table) => toObjects(table).map((row) => JSON.stringify(row)),
  markdown: (table) => [
    markdownRow(table.columns.map(({ name }) => markdownCell(name))),
    markdownRow(table.columns.map((column) => (heading(column).right ? '---:' : '---'))),
    ...cells(table).map((row) => markdownRow(row.map(markdownCell))),
  ],
};

const cells = ({ rows }: Table, shown = (value: Value): Value => value): readonly (readonly string[])[] =>
  rows.map((row) => row.map((value) => textOfValue(shown(value))));

/** A number with as many decimals as one reads: six. */
const rounded = (value: Value): Value => (typeof value === 'number' ? Number(value.toFixed(6)) : value);

const heading = ({ name, type }: Column): { name: string; right: boolean } => ({
  name,
  right: /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DOUBLE|FLOAT|DECIMAL.*)$/.test(type),
});

/** A field of RFC 4180. */
const csvField = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const markdownRow = (row: readonly string[]): string => `| ${row.join(' | ')} |`;

const markdownCell = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll(/\r?\n/g, '<br>');
