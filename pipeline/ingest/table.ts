import { CELL_MARK, type Line } from './lines.ts';

/**
 * Collects lines, and turns those in tables into one line a row. A row of one cell is layout, not data: its lines stay
 * paragraphs. Tables within cells give lines of that cell.
 */
export interface LineCollector {
  readonly add: (line: Line) => void;
  readonly openTable: () => void;
  readonly closeTable: () => void;
  readonly openRow: () => void;
  readonly closeRow: () => void;
  readonly openCell: () => void;
  /** Opens a cell where a table is open and no cell is. */
  readonly ensureCell: () => void;
  readonly closeCell: () => void;
  /** All lines so far; open tables are closed. */
  readonly finish: () => readonly Line[];
}

interface Table {
  readonly row: Line[][];
  cell: Line[] | null;
}

export function collectLines(): LineCollector {
  const lines: Line[] = [];
  const tables: Table[] = [];
  const target = (): Line[] => {
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
    const filled = row.filter((cell) => cell.some((line) => line.text.trim() !== ''));
    if (filled.length < 2 && row.length < 2) target().push(...row.flat());
    else if (filled.length > 0)
      target().push({ text: row.map(cellText).join(CELL_MARK), kind: 'row', level: null, rule: null });
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

const cellText = (cell: readonly Line[]): string =>
  cell
    .map((line) => line.text.replaceAll(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join(' ');
