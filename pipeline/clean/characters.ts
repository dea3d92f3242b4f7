import type { Cut, Repair } from './edits.ts';
import { linesOf } from './lines.ts';

const cutsOf = (text: string, pattern: RegExp, rule: string, keep: Cut['keep'] = '', offset = 0): Cut[] =>
  [...text.matchAll(pattern)].map((match) => {
    const start = offset + match.index;
    return { start, end: start + match[0].length, rule, keep };
  });

/** Carriage returns, byte-order marks, zero-width and other invisible characters go; line and page separators become line breaks. */
export const removeControls: Repair = (text) =>
  [
    ...cutsOf(text, INVISIBLE, 'control'),
    ...cutsOf(text, /\r(?=\n)/g, 'control'),
    ...cutsOf(text, /\r(?!\n)|\v|\f|[\u0085\u2028\u2029]/g, 'control', '\n'),
  ].sort((a, b) => a.start - b.start);

const INVISIBLE =
  /(?:(?![\t\n\v\f\r\u0085])\p{Cc}|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\uffff])+/gu;

/** Tags of HTML that were left in a plain text; the ends of rows and paragraphs become line breaks, cells are parted by a blank. */
export const removeTags: Repair = (text) => {
  const cuts: Cut[] = [];
  const pattern = /<(\/?)([a-z][a-z0-9]{0,9})(?:\s[^<>]{0,200})?\/?>/gi;
  for (const match of text.matchAll(pattern)) {
    const tag = match[2]!.toLowerCase();
    if (!TAGS.has(tag)) continue;
    const keep = BREAKING.has(tag) ? '\n' : CELLS.has(tag) && match[1] ? ' ' : '';
    cuts.push({ start: match.index, end: match.index + match[0].length, rule: 'html-tag', keep });
  }
  return cuts;
};
const BREAKING = new Set([
  'p',
  'div',
  'br',
  'tr',
  'li',
  'ul',
  'ol',
  'table',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'html',
  'body',
]);
const CELLS = new Set(['td', 'th']);
const TAGS = new Set([
  ...BREAKING,
  ...CELLS,
  'span',
  'b',
  'i',
  'u',
  'a',
  'em',
  'strong',
  'font',
  'img',
  'sup',
  'sub',
  'center',
  'thead',
  'tbody',
  'hr',
]);

/** Blanks between the single characters of a spaced-out title: “政 府 工 作 报 告”. */
export const closeSpacedTitle: Repair = (text) =>
  linesOf(text)
    .filter(({ content }) => content.length <= LONGEST_SPACED && SPACED.test(content))
    .flatMap(({ start, indent, content }) => cutsOf(content, /\s+/g, 'spaced-title', '', start + indent));
const SPACED = /^\p{Script=Han}(?:\s{1,4}\p{Script=Han}){3,}$/u;
const LONGEST_SPACED = 100;

/** The marks of Markdown headings in a file that is not read as Markdown. */
export const removeHeadingMarks: Repair = (text) => cutsOf(text, /^[ \t]{0,3}#{1,6}[ \t]+(?=\S)/gmu, 'markdown-mark');

/** White space at the ends of lines, and the empty lines between paragraphs: what is left is one line a paragraph. */
export const trimLines: Repair = (text) => {
  const cuts: Cut[] = [];
  for (const match of text.matchAll(/\s+/g)) {
    const { index } = match;
    const end = index + match[0].length;
    const edge = index === 0 || end === text.length;
    const breaks = match[0].includes('\n');
    if (edge) cuts.push({ start: index, end, rule: 'blank', keep: '' });
    else if (breaks && match[0] !== '\n') cuts.push({ start: index, end, rule: 'blank', keep: '\n' });
  }
  return cuts;
};
