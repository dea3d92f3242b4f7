import type { Span } from '../model/span.ts';

/**
 * Text as it stands on pages, before it has lines: what PDF and OFD know. Lengths are in one unit a page (points or
 * millimetres); `x` runs to the right, `y` (of the baseline) downwards.
 */
export interface Run {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** The height of the letters. */
  readonly size: number;
}

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
}

/** Runs on one baseline; `cells` are its parts with wide gaps between them. */
export interface PageLine {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly page: number;
  readonly runs: readonly Run[];
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly text: string;
  /** Where raised note marks stand in `text`. */
  readonly marks: readonly Span[];
  readonly x: number;
  readonly right: number;
}

/** A gap of so many letter heights parts two cells. */
const CELL_GAP = 1.1;
/** A gap of so many letter heights between Latin words is a blank. */
const WORD_GAP = 0.15;

/** The lines of a page, from the top; runs that are drawn twice for a bold look count once. */
export function linesOfPage(page: Page, number: number): PageLine[] {
  const rows = rowsOf(page.runs.filter((run) => run.text.trim() !== ''));
  return rows.map((runs) => lineOfRuns(withoutDoubles(runs), number));
}

/** The line that these of its runs make. */
export const partOfLine = (line: PageLine, runs: readonly Run[]): PageLine => lineOfRuns(runs, line.page);

/** Runs whose baselines lie within half a letter of each other. */
function rowsOf(runs: readonly Run[]): Run[][] {
  const rows: { y: number; size: number; runs: Run[] }[] = [];
  for (const run of [...runs].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1);
    if (row && Math.abs(run.y - row.y) <= 0.5 * Math.max(run.size, row.size)) {
      row.runs.push(run);
      if (run.size > row.size) Object.assign(row, { y: run.y, size: run.size });
    } else rows.push({ y: run.y, size: run.size, runs: [run] });
  }
  return rows.map((row) => row.runs);
}

function withoutDoubles(runs: readonly Run[]): Run[] {
  const kept: Run[] = [];
  for (const run of [...runs].sort((a, b) => a.x - b.x)) {
    const double = kept
      .slice(-4)
      .some(
        (other) =>
          other.text === run.text &&
          Math.abs(other.x - run.x) < 0.2 * run.size &&
          Math.abs(other.y - run.y) < 0.2 * run.size,
      );
    if (!double) kept.push(run);
  }
  return kept;
}

function lineOfRuns(runs: readonly Run[], page: number): PageLine {
  const cells: { text: string; marks: Span[]; x: number; right: number }[] = [];
  const size = Math.max(...runs.map((run) => run.size));
  const y = runs.find((run) => run.size === size)!.y;
  for (const run of runs) {
    const cell = cells.at(-1);
    const text = closeBlanks(run.text.trim());
    const right = run.x + run.width;
    if (cell && right < cell.right && run.text.length < 3 && cell.text.includes(' '))
      cell.text = intoBlank(cell, text, run.x);
    else if (!cell || run.x - cell.right > CELL_GAP * size) cells.push({ text, marks: [], x: run.x, right });
    else {
      const blank = run.x - cell.right > WORD_GAP * size && isWord(cell.text.at(-1)) && isWord(text[0]);
      if (isNoteMark(run, text, size, y, cell.text))
        cell.marks.push({ start: cell.text.length, end: cell.text.length + text.length });
      cell.text += (blank ? ' ' : '') + text;
      cell.right = Math.max(cell.right, right);
    }
  }
  const text = cells.map((cell) => cell.text).join('　');
  return { text, x: cells[0]!.x, right: Math.max(...cells.map((cell) => cell.right)), y, size, page, runs, cells };
}

/** The text of a cell with a sign in the blank that was left for it (“1 3” and “∶”, from another font). */
function intoBlank(
  cell: { readonly text: string; readonly x: number; readonly right: number },
  sign: string,
  x: number,
): string {
  const expected = ((x - cell.x) / (cell.right - cell.x)) * cell.text.length;
  const blanks = [...cell.text.matchAll(/ /g)].map((match) => match.index);
  const nearest = blanks.reduce((best, at) => (Math.abs(at - expected) < Math.abs(best - expected) ? at : best));
  return cell.text.slice(0, nearest) + sign + cell.text.slice(nearest + 1);
}

const HAN = '\\p{Script=Han}\u3001-\u301f\uff01-\uff60“”‘’—…';
const SPACED = new RegExp(`(?<=[${HAN}]) +(?=[${HAN}])`, 'gu');
const CLOSE = new RegExp(`(?<=[${HAN}])(?=[${HAN}])`, 'gu');
const MIXED = new RegExp(`(?<=[${HAN}]) +(?=[\\w.%])|(?<=[\\w.%]) +(?=[${HAN}])`, 'gu');

/** Without the blanks that stand for the spacing of justified lines: between Chinese and Latin, and where most characters are spaced out. */
function closeBlanks(text: string): string {
  const spaced = text.match(SPACED)?.length ?? 0;
  const mixed = text.replace(MIXED, '');
  return spaced > (text.match(CLOSE)?.length ?? 0) ? mixed.replace(SPACED, '') : mixed;
}

/** A small raised number after a Chinese character or its punctuation; after a Latin letter it is a power. */
const isNoteMark = (run: Run, text: string, size: number, y: number, before: string): boolean =>
  run.size < size * 0.8 &&
  y - run.y > size * 0.1 &&
  /^(?:\d{1,3}|[①-⑳]|\[\d+\]|〔\d+〕|\*)$/u.test(text) &&
  !isWord(before.at(-1));

/** Latin letters and digits are parted by blanks, Chinese characters are not. */
export const isWord = (character: string | undefined): boolean =>
  character !== undefined && /[A-Za-z0-9]/.test(character);
