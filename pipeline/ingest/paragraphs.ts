import type { Message } from '../model/message.ts';
import type { Block, DecodedText, Removed } from '../model/source.ts';
import { startsItem } from '../text/numbering.ts';
import { type Column, columnsOf, guttersOf } from './columns.ts';
import { CELL_MARK, type DocumentFacts } from './lines.ts';
import { isWord, linesOfPage, type Page, type PageLine } from './page.ts';
import { runningHeads } from './running-heads.ts';

/** A line with the edges of its column; `rule` as in `Line`. */
interface Placed {
  readonly line: PageLine;
  readonly left: number;
  readonly right: number;
  readonly rule: string | null;
}

/**
 * The text of pages: columns in order, lines joined to paragraphs (line breaks within them are `removed`, rule
 * `pdf-line-break`), heads, feet, page numbers and footnotes `removed`, rows of tables with “ | ” between cells.
 */
export function textOfPages(pages: readonly Page[], facts: DocumentFacts): DecodedText {
  const lines = pages.map((page, index) => linesOfPage(page, index));
  const rules = runningHeads(
    lines,
    pages.map((page) => page.height),
  );
  const body = bodySize(lines.flat());
  const placed: Placed[] = [];
  const notes = new Set(
    lines.flatMap((page) =>
      footnotes(
        page.filter((line) => !rules.has(line)),
        body,
      ),
    ),
  );
  const texts = lines.map((page) => page.filter((line) => !rules.has(line) && !notes.has(line)));
  const gutters = guttersOf(texts);
  for (const [index, page] of lines.entries()) {
    const aside = (line: PageLine): Placed => ({
      line,
      left: line.x,
      right: line.right,
      rule: rules.get(line) ?? 'footnote',
    });
    const isHead = (line: PageLine) => rules.get(line) === 'page-header';
    placed.push(...page.filter(isHead).map(aside));
    for (const column of columnsOf(texts[index]!, gutters[index]!)) placed.push(...placeColumn(column));
    placed.push(...page.filter((line) => (rules.has(line) || notes.has(line)) && !isHead(line)).map(aside));
  }
  return { ...writeText(groupLines(placed, body), body), hardWrapped: null, ...facts };
}

const placeColumn = ({ lines, left, right }: Column): Placed[] =>
  lines.map((line) => ({ line, left, right, rule: null }));

/** The size in which most characters stand. */
function bodySize(lines: readonly PageLine[]): number {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const size = Math.round(line.size * 2) / 2;
    counts.set(size, (counts.get(size) ?? 0) + line.text.length);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 12;
}

/** Small lines at the foot of a page, from one that starts with a note's mark on. */
function footnotes(lines: readonly PageLine[], body: number): PageLine[] {
  let at = lines.length;
  while (at > 0 && lines[at - 1]!.size < body * 0.9) at--;
  const small = lines.slice(at);
  const first = small.findIndex((line) =>
    /^(?:\d{1,2}|[①-⑳]|\[\d+\]|〔\d+〕|注[:：]?|\*)\s?[^\d%％.．、年月]/u.test(line.text),
  );
  return first < 0 || at === 0 ? [] : small.slice(first);
}

/** Lines that make one paragraph, one row, or one removed line. */
type Group = Placed[];

function groupLines(placed: readonly Placed[], body: number): Group[] {
  const groups: Group[] = [];
  let last: Placed | null = null;
  for (const each of placed) {
    if (each.rule) {
      groups.push([each]);
      continue;
    }
    const open = last && groups.findLast((group) => group.at(-1) === last);
    if (open && last && continues(last, each, body)) open.push(each);
    else groups.push([each]);
    last = each;
  }
  return groups;
}

const isRow = ({ line }: Placed): boolean => line.cells.length > 1;

/** Whether a line goes on with the paragraph of the line before it. */
function continues(before: Placed, next: Placed, body: number): boolean {
  const { line } = next;
  const em = line.size;
  if (isRow(before) || isRow(next) || Math.abs(before.line.size - em) > 0.15 * em) return false;
  const gap = line.y - before.line.y;
  const samePlace = before.line.page === line.page && gap > 0;
  if (samePlace && gap > 2.6 * em && !isLoose(before, gap, body)) return false;
  if (em > body * LARGE && centring(before) < em && centring(next) < em) return samePlace && !startsItem(line.text);
  if (isCentred(before) && isCentred(next)) return false;
  if (line.x - next.left > 1.2 * em) return false;
  if (before.right - before.line.right > 1.9 * em) return false;
  return !(startsItem(line.text) && /[。；：！？]$/u.test(before.line.text));
}

/** Official documents have lines up to twice their letters' height apart; more is a gap unless the letters are small. */
const isLoose = (before: Placed, gap: number, body: number): boolean =>
  before.line.size >= body * 0.9 && gap <= 3 * before.line.size;

/** Titles are so much larger than the text. */
const LARGE = 1.15;

/** How far the space before a line differs from the space after it. */
const centring = ({ line, left, right }: Placed): number => Math.abs(line.x - left - (right - line.right));

/** Whether a line stands in the middle of its column, with room on both sides. */
const isCentred = (placed: Placed): boolean =>
  placed.line.x - placed.left > placed.line.size &&
  placed.right - placed.line.right > placed.line.size &&
  centring(placed) < 2 * placed.line.size;

function writeText(groups: readonly Group[], body: number): { text: string; blocks: Block[]; removed: Removed[] } {
  const parts: string[] = [];
  const blocks: Block[] = [];
  const removed: Removed[] = [];
  const isApart = apartness(groups);
  let at = 0;
  const write = (text: string) => {
    parts.push(text);
    at += text.length;
  };
  let before: Placed | null = null;
  for (const group of groups) {
    if (before && isApart(before, group[0]!)) write('\n');
    if (!group[0]!.rule) before = group.at(-1)!;
    const start = at;
    for (const [index, { line }] of group.entries()) {
      if (index > 0) writeBreak(group[index - 1]!.line.text, line.text, at, write, removed);
      for (const [number, cell] of line.cells.entries()) {
        if (number > 0) write(CELL_MARK);
        for (const mark of cell.marks)
          removed.push({ start: at + mark.start, end: at + mark.end, rule: 'footnote-mark' });
        write(cell.text);
      }
    }
    const { rule, line } = group[0]!;
    if (rule ?? contentsRule(line)) removed.push({ start, end: at + 1, rule: rule ?? 'contents' });
    else blocks.push({ start, end: at, kind: kindOf(group, body), level: null });
    write('\n');
  }
  return { text: parts.join(''), blocks, removed };
}

/** The usual distance between lines, in heights of their letters. */
function usualPitch(lines: readonly Placed[]): number {
  const pitches = lines
    .slice(1)
    .map(({ line }, at) => (line.page === lines[at]!.line.page ? (line.y - lines[at]!.line.y) / line.size : 0))
    .filter((pitch) => pitch > 0.8 && pitch < 4)
    .sort((a, b) => a - b);
  return pitches[Math.floor(pitches.length / 3)] ?? 1.5;
}

/**
 * Whether an empty line stands between two paragraphs. Where the page ends between them, it is there if most other
 * paragraphs have one.
 */
function apartness(groups: readonly Group[]): (before: Placed, next: Placed) => boolean {
  const texts = groups.filter((group) => !group[0]!.rule);
  const pitch = usualPitch(texts.flat());
  const samePage = (before: Placed, next: Placed) => before.line.page === next.line.page;
  const wide = (before: Placed, next: Placed) =>
    next.line.y - before.line.y > 1.7 * pitch * Math.max(before.line.size, next.line.size);
  const pairs = texts.slice(1).map((group, at): [Placed, Placed] => [texts[at]!.at(-1)!, group[0]!]);
  const onPages = pairs.filter(([before, next]) => samePage(before, next));
  const usual = onPages.filter(([before, next]) => wide(before, next)).length > onPages.length / 2;
  return (before, next) => !next.rule && (samePage(before, next) ? wide(before, next) : usual);
}

function kindOf(group: Group, body: number): Block['kind'] {
  if (isRow(group[0]!)) return 'row';
  return group[0]!.line.size > body * LARGE && group.length <= 3 ? 'heading' : 'paragraph';
}

/** A line of a table of contents: dots lead to a page number. */
const contentsRule = (line: PageLine): boolean =>
  /(?:\.{4,}|…{2,}|·{4,}|(?:\. ){4,})\s*\d{1,3}$/.test(line.text.replaceAll('　', ''));

/** Between two lines of a paragraph: a blank between Latin words, nothing after a hyphen, else a break that is removed. */
function writeBreak(before: string, next: string, at: number, write: (text: string) => void, removed: Removed[]): void {
  if (/[A-Za-z]-$/.test(before) && /^[a-z]/.test(next)) {
    removed.push({ start: at - 1, end: at + 1, rule: 'pdf-hyphen' });
    write('\n');
  } else if (isWord(before.at(-1)) && isWord(next[0]) && /[A-Za-z]$/.test(before)) write(' ');
  else {
    removed.push({ start: at, end: at + 1, rule: 'pdf-line-break' });
    write('\n');
  }
}

/** Messages about pages that have no text while others have. */
export function emptyPages(pages: readonly Page[], notice: (text: string) => Message): Message[] {
  const empty = pages.filter((page) => page.runs.every((run) => run.text.trim() === '')).length;
  if (empty === 0 || empty === pages.length) return [];
  return [
    notice(
      `${empty} of ${pages.length} pages have no text and may be scanned; recognise their text (OCR) if it matters`,
    ),
  ];
}
