import type { Colors } from './io.ts';
import { pad, widthOf, wrap } from './width.ts';

/** A column's name, and whether its values stand to the right, as numbers do. */
export interface Heading {
  readonly name: string;
  readonly right: boolean;
}

type Cells = readonly (readonly string[])[];

const GAP = 2;
/** Columns narrower than this cannot be read: then each row becomes a block of lines. */
const NARROWEST = 10;
const LINES_PER_CELL = 3;
const LINES_PER_FIELD = 12;

/**
 * Lines that show a table within `width` columns: cells are wrapped, and where the columns are too many for that every
 * row is a block of “name value” lines. With `width` null nothing is wrapped or cut.
 */
export function layoutTable(headings: readonly Heading[], rows: Cells, width: number | null, colors: Colors): string[] {
  const flat = rows.map((row) => row.map((cell) => cell.replaceAll(/\s*[\r\n]+\s*/g, ' ')));
  const natural = headings.map(({ name }, column) => maxWidth([name, ...flat.map((row) => row[column]!)]));
  const widths = width === null ? natural : fitWidths(natural, width - GAP * (headings.length - 1));
  return widths ? grid(headings, flat, widths, width === null, colors) : blocks(headings, flat, width!, colors);
}

const maxWidth = (texts: readonly string[]): number => texts.reduce((most, text) => Math.max(most, widthOf(text)), 0);

/** Widths that sum to at most `room`, the widest columns cut down to one width; null where that is below the narrowest. */
function fitWidths(natural: readonly number[], room: number): number[] | null {
  if (sum(natural) <= room) return [...natural];
  const narrow = [...natural].sort((a, b) => a - b);
  let left = room;
  for (const [index, width] of narrow.entries()) {
    const share = Math.floor(left / (narrow.length - index));
    if (width > share) return share < NARROWEST ? null : natural.map((each) => Math.min(each, share));
    left -= width;
  }
  return [...natural];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function grid(
  headings: readonly Heading[],
  rows: Cells,
  widths: readonly number[],
  whole: boolean,
  colors: Colors,
): string[] {
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => pad(cell, widths[column]!, headings[column]!.right))
      .join(' '.repeat(GAP))
      .trimEnd();
  const lines = (row: readonly string[]): string[] => {
    if (whole) return [line(row)];
    const wrapped = row.map((cell, column) => wrap(cell, widths[column]!, LINES_PER_CELL));
    const height = Math.max(...wrapped.map((each) => each.length));
    return Array.from({ length: height }, (_, index) => line(wrapped.map((each) => each[index] ?? '')));
  };
  return [
    ...lines(headings.map(({ name }) => name)).map((each) => colors.bold(each)),
    colors.dim(widths.map((width) => '─'.repeat(width)).join(' '.repeat(GAP))),
    ...rows.flatMap(lines),
  ];
}

function blocks(headings: readonly Heading[], rows: Cells, width: number, colors: Colors): string[] {
  const margin = maxWidth(headings.map(({ name }) => name)) + GAP;
  return rows.flatMap((row, index) => [
    colors.dim(rule(index + 1, width)),
    ...headings.flatMap(({ name }, column) =>
      row[column] === '' ? [] : field(name, row[column]!, margin, Math.max(NARROWEST, width - margin), colors),
    ),
  ]);
}

const rule = (number: number, width: number): string => `── ${number} `.padEnd(width, '─');

function field(name: string, text: string, margin: number, width: number, colors: Colors): string[] {
  return wrap(text, width, LINES_PER_FIELD).map((line, index) =>
    index === 0 ? colors.dim(pad(name, margin)) + line : ' '.repeat(margin) + line,
  );
}
