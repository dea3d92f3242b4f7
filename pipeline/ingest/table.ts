import { CELL_MARK, type Line } from './lines.ts';

/**
 * Collects lines, and turns those in tables into one line a row. A row that only puts text on
 * a page stays paragraphs. Tables within cells give lines of that cell.
 */
export interface LineCollector<L extends Line = Line> {
  readonly add: (line: L) => void;
  readonly openTable: () => void;
  readonly closeTable: () => void;
  readonly openRow: () => void;
  readonly closeRow: () => void;
  readonly openCell: () => void;
  /** Opens a cell where a table is open and no cell is. */
  readonly ensureCell: () => void;
  readonly closeCell: () => void;
  /** All lines so far; open tables are closed. */
  readonly finish: () => readonly L[];
}

interface Table<L> {
  readonly row: L[][];
  cell: L[] | null;
}

export function collectLines<L extends Line = Line>(): LineCollector<L> {
  const lines: L[] = [];
  const tables: Table<L>[] = [];
  const target = (): L[] => {
    for (let at = tables.length - 1; at >= 0; at--) if (tables[at]!.cell) return tables[at]!.cell!;
    return lines;
  };
  const closeCell = () => {
    const table = tables.at(-1);
    if (!table?.cell) return;
    table.row.push(table.cell);
    table.cell = null;
  };
  const ensureCell = () => {
    const table = tables.at(-1);
    if (table) table.cell ??= [];
  };
  const closeRow = () => {
    closeCell();
    const row = tables.at(-1)?.row.splice(0) ?? [];
    const first = row.flat().find((line) => line.text.trim() !== '');
    if (!first) return;
    if (isLayout(row)) target().push(...row.flat());
    else target().push({ ...first, text: row.map(cellText).join(CELL_MARK), kind: 'row', level: null, rule: null });
  };
  const closeTable = () => {
    closeRow();
    tables.pop();
  };
  return {
    add: (line) => target().push(line),
    openTable: () => tables.push({ row: [], cell: null }),
    closeTable,
    openRow: closeRow,
    closeRow,
    openCell: () => {
      closeCell();
      ensureCell();
    },
    ensureCell,
    closeCell,
    finish: () => {
      while (tables.length) closeTable();
      return lines;
    },
  };
}

/** Longer cells of several lines hold text, not data. */
const LONGEST_CELL = 150;

/** A row of one cell, or with a cell of running text, puts text on a page; it is no data. */
const isLayout = (row: readonly (readonly Line[])[]): boolean =>
  row.length < 2 ||
  row.some((cell) => cell.length > 1 && cell.reduce((sum, line) => sum + line.text.length, 0) > LONGEST_CELL);

const cellText = (cell: readonly Line[]): string =>
  cell
    .map((line) => line.text.replaceAll(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join(' ');
