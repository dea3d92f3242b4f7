import type { PageLine } from './page.ts';

/** Page heads and feet stand in these shares of the page's height. */
const EDGE = 0.13;
const LINES_AT_EDGE = 2;

const PAGE_NUMBER =
  /^(?:[-—–·•－―~\s]{0,6}\d{1,4}[-—–·•－―~\s]{0,6}|第\s*[\d一二三四五六七八九十百]{1,4}\s*页(?:\s*[，,/、]?\s*共\s*[\d一二三四五六七八九十百]{1,4}\s*页)?|\d{1,4}\s*[/／]\s*\d{1,4}|Page\s*\d+(?:\s*of\s*\d+)?|[ivxIVX]{1,6})$/;

/**
 * Why a line is no part of the text: `page-number`, `page-header` or `page-footer`; lines that are part of it are not
 * in the map. A head is a line at the edge that comes back, digits apart, on another page at the same height.
 */
export function runningHeads(
  pages: readonly (readonly PageLine[])[],
  heights: readonly number[],
): Map<PageLine, string> {
  const rules = new Map<PageLine, string>();
  const groups = new Map<string, PageLine[]>();
  for (const [index, lines] of pages.entries()) {
    const height = heights[index]!;
    for (const [line, edge] of edgeLines(lines, height)) {
      if (PAGE_NUMBER.test(line.text.trim())) rules.set(line, 'page-number');
      const key = `${edge} ${Math.round((line.y / height) * 100)} ${line.text.replace(/\d+/g, '#').replace(/\s+/g, '')}`;
      groups.set(key, [...(groups.get(key) ?? []), line]);
    }
  }
  for (const [key, lines] of groups) {
    if (new Set(lines.map((line) => line.page)).size < 2) continue;
    for (const line of lines)
      if (!rules.has(line)) rules.set(line, key.startsWith('top') ? 'page-header' : 'page-footer');
  }
  return rules;
}

function edgeLines(lines: readonly PageLine[], height: number): [PageLine, 'top' | 'bottom'][] {
  const top = lines.slice(0, LINES_AT_EDGE).filter((line) => line.y < height * EDGE);
  const bottom = lines.slice(-LINES_AT_EDGE).filter((line) => line.y > height * (1 - EDGE));
  return [
    ...top.map((line): [PageLine, 'top'] => [line, 'top']),
    ...bottom.filter((line) => !top.includes(line)).map((line): [PageLine, 'bottom'] => [line, 'bottom']),
  ];
}
