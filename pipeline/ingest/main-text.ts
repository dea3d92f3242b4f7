import type { WebLine } from './html.ts';
import type { WebList } from './html-lists.ts';

/** An element of a web page, as far as the main text depends on it. */
export interface WebNode {
  readonly tag: string;
  readonly parent: WebNode | null;
  readonly depth: number;
  readonly list: WebList | null;
  readonly pre: boolean;
  /** Why the element is no part of the text (page heads and notes of office programs), or null. */
  readonly rule: string | null;
}

const SURROUNDINGS = new Set(['nav', 'footer', 'aside', 'form']);
/** The main element must hold this share of the page's running text; else the whole page is the text. */
const LEAST_SHARE = 0.5;

/**
 * The lines of a page; those around the main text have the rule `web-surroundings`. The main text is the innermost
 * element that holds almost as much running text as its parents (after Readability and trafilatura: characters and
 * commas that are not in links count).
 */
export function mainLines(lines: readonly WebLine[], root: WebNode): WebLine[] {
  const scores = new Map<WebNode, number>();
  for (const line of lines) {
    const score = runningText(line);
    for (let node: WebNode | null = line.node; node; node = node.parent)
      scores.set(node, (scores.get(node) ?? 0) + score);
  }
  const main = mainElement(scores, root);
  const first = lines.findIndex((line) => within(line.node, main));
  return lines.map((line, index) => {
    const inside = within(line.node, main) || (index < first && line.kind === 'heading' && line.level === 1);
    if (line.rule) return line;
    return inside && !isSurrounding(line) ? line : { ...line, rule: 'web-surroundings' };
  });
}

function runningText(line: WebLine): number {
  if (line.rule || isSurrounding(line)) return 0;
  const own = line.text.length - line.linked;
  return Math.max(0, own) * (/[，。；、]/.test(line.text) ? 1 : 0.2);
}

function mainElement(scores: ReadonlyMap<WebNode, number>, root: WebNode): WebNode {
  const total = scores.get(root) ?? 0;
  let main = root;
  for (const [node, score] of scores) if (score >= total * 0.9 && node.depth > main.depth) main = node;
  if (main !== root && !isParagraph(main)) return main;
  const article = [...scores].find(
    ([node, score]) => (node.tag === 'article' || node.tag === 'main') && score >= total * LEAST_SHARE,
  );
  return article?.[0] ?? (isParagraph(main) ? (main.parent ?? root) : main);
}

const isParagraph = ({ tag }: WebNode): boolean => /^(?:p|span|font|strong|b|em|i|u|a|li|h[1-6])$/.test(tag);

function within(node: WebNode, ancestor: WebNode): boolean {
  for (let at: WebNode | null = node; at && at.depth >= ancestor.depth; at = at.parent)
    if (at === ancestor) return true;
  return false;
}

/** A line of links, or one in an element for menus and foot lines. */
function isSurrounding({ node, text, linked }: WebLine): boolean {
  if (linked > text.length * 0.6 && !/[。；]/.test(text)) return true;
  for (let at: WebNode | null = node; at; at = at.parent) if (SURROUNDINGS.has(at.tag)) return true;
  return false;
}
