import { Parser } from 'htmlparser2';
import { type Decoded, decodeAs, decodeBytes } from './encoding.ts';
import { latin1 } from './format.ts';
import { listLabel, listStyle } from './html-lists.ts';
import { deadline, tooLong } from './limits.ts';
import { joinLines, type Line, propertiesOf } from './lines.ts';
import { mainLines, type WebNode } from './main-text.ts';
import { labelled } from './numbers.ts';
import { type Reader, Refusal, type SourceFile } from './reading.ts';
import { collectLines, type LineCollector } from './table.ts';
import { tooDeep } from './xml.ts';

/** Web pages, and documents saved as such: the main text; menus, links around it and foot lines are `removed`. */
export const readHtml: Reader = (file) => {
  if (file.bytes.length > file.limits.characters * 4) throw tooLong(file.limits);
  const decoded = decodeHtml(file);
  if (decoded.text.length > file.limits.characters) throw tooLong(file.limits);
  const page = parsePage(decoded.text, file);
  const { ArticleTitle, title, author, ContentSource, PubDate } = Object.fromEntries(page.meta);
  const properties = propertiesOf({
    title: ArticleTitle ?? title,
    author,
    company: ContentSource,
    created: PubDate,
    modified: undefined,
  });
  return joinLines(mainLines(page.lines, page.root), {
    format: 'html',
    encoding: decoded.encoding,
    properties,
    messages: [],
  });
};

/** The page in the encoding that it names, unless its bytes are not in it. */
function decodeHtml(file: SourceFile): Decoded {
  const label =
    file.encoding ?? /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]+)/i.exec(latin1(file.bytes.subarray(0, 8192)))?.[1];
  const detected = decodeBytes(file.bytes);
  if (label && (file.encoding !== null || detected?.encoding !== 'utf-8')) {
    const named = tryDecode(file.bytes, label);
    if (named && (file.encoding !== null || named.damaged <= (detected?.damaged ?? Number.POSITIVE_INFINITY)))
      return named;
  }
  if (!detected)
    throw new Refusal('binary-file', 'it is not text in any known encoding', 'open it in a browser and save it again');
  return detected;
}

function tryDecode(bytes: Uint8Array, label: string): Decoded | null {
  try {
    return decodeAs(bytes, label);
  } catch {
    return null;
  }
}

/** A line with the element that holds it. */
export interface WebLine extends Line {
  readonly node: WebNode;
  /** Characters of the line that are in links. */
  readonly linked: number;
}

interface WebPage {
  readonly lines: readonly WebLine[];
  readonly root: WebNode;
  readonly meta: ReadonlyMap<string, string>;
}

const SILENT = new Set(
  'script style noscript template textarea select button svg object iframe canvas audio video map datalist rt rp math xml'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'p div section article main header footer nav aside ul ol li dl dt dd h1 h2 h3 h4 h5 h6 blockquote pre table thead tbody tfoot tr td th caption form fieldset center body html figure figcaption address hr title'.split(
    ' ',
  ),
);
const VOID = new Set('br hr img input meta link base col area wbr param source embed'.split(' '));

interface State {
  readonly lines: LineCollector<WebLine>;
  readonly root: WebNode;
  readonly meta: Map<string, string>;
  node: WebNode;
  text: string;
  linked: number;
  links: number;
  label: string;
  silent: WebNode | null;
}

function parsePage(text: string, file: SourceFile): WebPage {
  const check = deadline(file.limits);
  const root: WebNode = { tag: '', parent: null, depth: 0, list: null, pre: false, rule: null };
  const state: State = {
    lines: collectLines<WebLine>(),
    root,
    meta: new Map(),
    node: root,
    text: '',
    linked: 0,
    links: 0,
    label: '',
    silent: null,
  };
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => {
        check();
        if (state.node.depth >= file.limits.depth) throw tooDeep(file.limits);
        open(state, tag, attributes);
      },
      onclosetag: (tag) => close(state, tag),
      ontext: (part) => addText(state, part),
    },
    { decodeEntities: true, lowerCaseTags: true, recognizeSelfClosing: false },
  );
  parser.end(text);
  endLine(state);
  return { lines: state.lines.finish(), root: state.root, meta: state.meta };
}

function open(state: State, tag: string, attributes: Readonly<Record<string, string>>): void {
  if (tag === 'br' && !state.silent) state.text += '\n';
  if (tag === 'meta' && attributes.name && attributes.content) state.meta.set(attributes.name, attributes.content);
  if (BLOCKS.has(tag)) endLine(state);
  if (VOID.has(tag)) return;
  const parent = state.node;
  const list =
    tag === 'ol' || tag === 'ul'
      ? { style: listStyle(tag, attributes), count: Number(attributes.start ?? 1) - 1 }
      : null;
  state.node = {
    tag,
    parent,
    depth: parent.depth + 1,
    list,
    pre: parent.pre || tag === 'pre',
    rule: parent.rule ?? officeRule(tag, attributes),
  };
  if (!state.silent && (SILENT.has(tag) || isHidden(attributes) || isNoteMark(tag, attributes)))
    state.silent = state.node;
  if (state.silent) return;
  if (tag === 'a') state.links++;
  if (tag === 'li') state.label = listLabel(parent.list, attributes);
  openTable(tag, state.lines);
}

const isHidden = (attributes: Readonly<Record<string, string>>): boolean =>
  'hidden' in attributes || /display\s*:\s*none|mso-hide\s*:\s*all/i.test(attributes.style ?? '');

/** The raised numbers that lead to notes, in pages that Word, WPS and LibreOffice wrote. */
const isNoteMark = (tag: string, attributes: Readonly<Record<string, string>>): boolean =>
  tag === 'a' &&
  /^(?:sdfootnote|sdendnote)(?:anc|sym)$|^#_?(?:ftn|edn)/.test(attributes.class || attributes.href || '');

/** Why an element of such a page is no part of its text. */
function officeRule(tag: string, { id = '', title = '', style = '' }: Readonly<Record<string, string>>): string | null {
  if (tag !== 'div') return null;
  if (title === 'header' || title === 'footer') return `page-${title}`;
  return /^(?:sdfootnote|sdendnote|_?ftn|_?edn)\d+$/.test(id) || /mso-element:\s*(?:foot|end)note/.test(style)
    ? 'footnote'
    : null;
}

function close(state: State, tag: string): void {
  if (VOID.has(tag)) return;
  if (tag === 'title' && !state.meta.has('title')) {
    state.meta.set('title', state.text.replaceAll(/\s+/g, ' ').trim());
    state.text = '';
  }
  if (BLOCKS.has(tag)) endLine(state);
  if (!state.silent) {
    if (tag === 'a') state.links--;
    closeTable(tag, state.lines);
  }
  if (state.silent === state.node) state.silent = null;
  if (state.node.tag === tag && state.node.parent) state.node = state.node.parent;
}

function addText(state: State, part: string): void {
  if (state.silent) return;
  const text = state.node.pre ? part : part.replaceAll(/[ \t\r\n\f]+/g, ' ');
  state.text += text;
  if (state.links > 0) state.linked += text.trim().length;
}

function endLine(state: State): void {
  const text = state.text.replaceAll(/ *\n */g, '\n').replace(/^[ \n]+|[ \n]+$/g, '');
  const { linked, label } = state;
  state.text = '';
  state.linked = 0;
  if (text.trim() === '' || state.silent) return;
  state.label = '';
  const heading = headingLevel(state.node);
  state.lines.add({
    text: labelled(label, text),
    kind: heading ? 'heading' : 'paragraph',
    level: heading,
    rule: state.node.rule,
    node: state.node,
    linked,
  });
}

/** The level of the heading that an element stands in, not further up than its block. */
function headingLevel(node: WebNode): number | null {
  for (let at: WebNode | null = node; at; at = at.parent) {
    if (/^h[1-6]$/.test(at.tag)) return Number(at.tag[1]);
    if (BLOCKS.has(at.tag)) return null;
  }
  return null;
}

function openTable(tag: string, lines: LineCollector<WebLine>): void {
  if (tag === 'table') lines.openTable();
  else if (tag === 'tr') lines.openRow();
  else if (tag === 'td' || tag === 'th') lines.openCell();
}

function closeTable(tag: string, lines: LineCollector<WebLine>): void {
  if (tag === 'table') lines.closeTable();
  else if (tag === 'tr') lines.closeRow();
  else if (tag === 'td' || tag === 'th') lines.closeCell();
}
