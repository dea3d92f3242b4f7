import type { Cell, PageLine } from './page.ts';

/** The lines of one column of a page, in reading order, with the edges of the column. */
export interface Column {
  readonly lines: readonly PageLine[];
  readonly left: number;
  readonly right: number;
}

const MIN_LINES = 6;
/** Lines of text fill their column; the cells of a table do not. */
const MIN_FILL = 0.7;

/** The columns of a page in reading order: one, or bands of two where a gutter runs down the page. */
export function columnsOf(lines: readonly PageLine[]): Column[] {
  const gutter = gutterOf(lines);
  if (gutter === null) return lines.length ? [columnOf(lines)] : [];
  const columns: Column[] = [];
  let left: PageLine[] = [];
  let right: PageLine[] = [];
  const end = () => {
    for (const side of [left, right]) if (side.length) columns.push(columnOf(side));
    left = [];
    right = [];
  };
  for (const line of lines) {
    const crossing = line.cells.some((cell) => cell.x < gutter && cell.right > gutter);
    if (crossing) {
      end();
      columns.push(columnOf([line]));
      continue;
    }
    const sides = [line.cells.filter((cell) => cell.right <= gutter), line.cells.filter((cell) => cell.x >= gutter)];
    if (sides[0]!.length) left.push(partOf(line, sides[0]!));
    if (sides[1]!.length) right.push(partOf(line, sides[1]!));
  }
  end();
  return columns;
}

const partOf = (line: PageLine, cells: readonly Cell[]): PageLine => ({
  ...line,
  cells,
  text: cells.map((cell) => cell.text).join('　'),
  x: cells[0]!.x,
  right: cells.at(-1)!.right,
});

function columnOf(lines: readonly PageLine[]): Column {
  const lefts = lines.map((line) => line.x).sort((a, b) => a - b);
  const rights = lines.map((line) => line.right).sort((a, b) => a - b);
  return { lines, left: commonLeft(lefts, lines[0]!.size), right: rights[Math.floor((rights.length - 1) * 0.97)]! };
}

/** The leftmost edge at which at least a tenth of the lines start. */
function commonLeft(lefts: readonly number[], size: number): number {
  const needed = Math.max(1, lefts.length / 10);
  return lefts.find((left) => lefts.filter((other) => Math.abs(other - left) < size / 2).length >= needed) ?? lefts[0]!;
}

/** The middle of a strip near the middle of the page that almost no line crosses, with full lines on both sides; or null. */
function gutterOf(lines: readonly PageLine[]): number | null {
  const cells = lines.flatMap((line) => line.cells);
  if (lines.length < MIN_LINES) return null;
  const left = Math.min(...lines.map((line) => line.x));
  const right = Math.max(...lines.map((line) => line.right));
  const step = (right - left) / 100;
  for (let at = 35; at <= 65; at++) {
    const x = left + at * step;
    const crossing = cells.filter((cell) => cell.x < x && cell.right > x).length;
    if (crossing > lines.length * 0.15) continue;
    const sides = [cells.filter((cell) => cell.right <= x), cells.filter((cell) => cell.x >= x)] as const;
    if (sides.every((side) => side.length >= MIN_LINES && fill(side) >= MIN_FILL)) return x;
  }
  return null;
}

function fill(cells: readonly Cell[]): number {
  const left = Math.min(...cells.map((cell) => cell.x));
  const right = Math.max(...cells.map((cell) => cell.right));
  const filled = cells.reduce((sum, cell) => sum + (cell.right - cell.x), 0);
  return filled / (cells.length * (right - left));
}
