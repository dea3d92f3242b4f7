import { type PageLine, partOfLine, type Run } from './page.ts';

/** The lines of one column of a page, in reading order, with the edges of the column. */
export interface Column {
  readonly lines: readonly PageLine[];
  readonly left: number;
  readonly right: number;
}

const MIN_LINES = 6;
/** Lines of text fill their column; the cells of a table do not. */
const MIN_FILL = 0.75;
/** Two columns of a line are at least so many letters apart. */
const MIN_GUTTER = 0.6;
/** At most this share of the lines may cross the gutter (titles, tables). */
const MAX_CROSSING = 0.2;

/**
 * The gutter between the two columns of each page, or null. A page that does not show one itself (a last page with one
 * line in its second column) has that of the page before it if all its lines leave room for it.
 */
export function guttersOf(pages: readonly (readonly PageLine[])[]): (number | null)[] {
  let before: number | null = null;
  return pages.map((lines) => {
    const kept: number | null = before;
    const fits = kept !== null && lines.every((line) => split(line, kept) !== null);
    before = gutterOf(lines) ?? (fits ? kept : null);
    return before;
  });
}

/** The columns of a page in reading order: one, or bands of two where there is a gutter. */
export function columnsOf(lines: readonly PageLine[], gutter: number | null): Column[] {
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
    const parts = split(line, gutter);
    if (!parts) {
      end();
      columns.push(columnOf([line]));
      continue;
    }
    if (parts[0].length) left.push(partOfLine(line, parts[0]));
    if (parts[1].length) right.push(partOfLine(line, parts[1]));
  }
  end();
  return columns;
}

/** The runs on both sides of `x`; null where one crosses it. */
function split(line: PageLine, x: number): [Run[], Run[]] | null {
  const left = line.runs.filter((run) => run.x + run.width / 2 < x);
  const right = line.runs.filter((run) => run.x + run.width / 2 >= x);
  const hang = line.size * 0.6;
  const crosses = left.some((run) => run.x + run.width > x + hang) || right.some((run) => run.x < x - hang);
  const gap = Math.min(...right.map((run) => run.x)) - Math.max(...left.map(rightEdge));
  return crosses || gap < line.size * MIN_GUTTER ? null : [left, right];
}

/** Where a run ends; a last comma or full stop may hang over the edge of its column and does not count. */
const rightEdge = (run: Run): number =>
  run.x + run.width - (/[，。、；：！？”’）》]$/u.test(run.text.trim()) ? run.size : 0);

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

/** The middle of a strip near the middle of the page that few lines cross, with full lines on both sides; or null. */
function gutterOf(lines: readonly PageLine[]): number | null {
  if (lines.length < MIN_LINES) return null;
  const left = Math.min(...lines.map((line) => line.x));
  const right = Math.max(...lines.map((line) => line.right));
  const step = (right - left) / 100;
  for (let at = 0; at <= 30; at++) {
    const x = left + (50 + (at % 2 ? -1 : 1) * Math.ceil(at / 2)) * step;
    const parts = lines.map((line) => split(line, x));
    if (parts.filter((part) => part === null).length > lines.length * MAX_CROSSING) continue;
    const sides = [0, 1].map((side) => parts.flatMap((part) => (part?.[side]?.length ? [part[side]] : [])));
    if (sides.every((rows) => rows.length >= MIN_LINES && fill(rows) >= MIN_FILL)) return x;
  }
  return null;
}

/** How much of their common width the rows fill, on average. */
function fill(rows: readonly (readonly Run[])[]): number {
  const runs = rows.flat();
  const left = Math.min(...runs.map((run) => run.x));
  const right = Math.max(...runs.map((run) => run.x + run.width));
  const filled = runs.reduce((sum, run) => sum + run.width, 0);
  return filled / (rows.length * (right - left));
}
