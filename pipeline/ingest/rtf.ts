import { latin1 } from './format.ts';
import { deadline, tooLong } from './limits.ts';
import { joinLines, type Line, propertiesOf } from './lines.ts';
import { labelled } from './numbers.ts';
import type { Reader, SourceFile } from './reading.ts';
import { type Document, nameStyle, newDocument, setStyle, styleOutline } from './rtf-document.ts';
import { codePageOf, decodePage, endsInside, enterDestination } from './rtf-state.ts';
import { rtfTokens } from './rtf-tokens.ts';
import { tooDeep } from './xml.ts';

/** Rich Text Format 1.9, as Word, WPS and LibreOffice write it; numbers as the writer shows them, footnotes `removed`. */
export const readRtf: Reader = (file) => {
  if (file.bytes.length > file.limits.characters * 4) throw tooLong(file.limits);
  const document = newDocument();
  walk(document, file);
  endParagraph(document);
  const { title, author, company, creatim, revtim } = Object.fromEntries(document.info);
  const properties = propertiesOf({ title, author, company, created: creatim, modified: revtim });
  return joinLines([...document.lines.finish(), ...document.notes], {
    format: 'rtf',
    encoding: encodingName(document.codePage),
    properties,
    messages: [],
  });
};

const encodingName = (codePage: number): string =>
  codePage === 936 ? 'gb18030' : codePage === 950 ? 'big5' : 'windows-1252';

function walk(document: Document, { bytes, limits }: SourceFile): void {
  const check = deadline(limits);
  for (const token of rtfTokens(latin1(bytes))) {
    check();
    if (token.type === 'byte') addByte(document, token.byte);
    else if (token.type === 'text') addText(document, token.text);
    else {
      flush(document);
      if (token.type === 'word') control(document, token.word, token.value);
      else if (token.type === 'close') closeGroup(document);
      else {
        if (document.stack.length >= limits.depth) throw tooDeep(limits);
        document.stack.push(document.group);
        document.group = { ...document.group, optional: false };
      }
      if (token.type !== 'word' || token.word !== 'u') document.skip = 0;
    }
  }
  flush(document);
}

function closeGroup(document: Document): void {
  const { destination, entry } = document.group;
  const outer = document.stack.pop();
  if (!outer) return;
  if (destination === 'note' && outer.destination !== 'note') endNote(document);
  if (destination === 'style') nameStyle(document);
  if (destination === 'info' && entry && outer.entry !== entry) endInfo(document, entry);
  document.group = outer;
}

function addByte(document: Document, byte: number): void {
  if (document.skip > 0) document.skip--;
  else document.pending.push(byte);
}

function addText(document: Document, text: string): void {
  let rest = text.slice(Math.min(document.skip, text.length));
  document.skip -= text.length - rest.length;
  while (rest && endsInside(document.pending, pageNow(document))) {
    document.pending.push(rest.charCodeAt(0));
    rest = rest.slice(1);
  }
  for (let at = 0; at < rest.length; at++) {
    const code = rest.charCodeAt(at);
    if (code >= 0x80 || document.pending.length) document.pending.push(code);
    else {
      const next = /[\u0080-\u00ff]/.exec(rest.slice(at))?.index ?? rest.length - at;
      emit(document, rest.slice(at, at + next));
      at += next - 1;
    }
  }
}

const pageNow = (document: Document): number => document.group.codePage || document.codePage;

function flush(document: Document): void {
  if (document.pending.length === 0) return;
  const bytes = document.pending;
  document.pending = [];
  emit(document, decodePage(bytes, pageNow(document)));
}

function emit(document: Document, text: string): void {
  const { destination, hidden, deleted } = document.group;
  if (destination !== 'skip' && !hidden && !deleted) document.text[destination] += text;
}

const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  zwj: '\u200d',
  zwnj: '\u200c',
};

function control(document: Document, word: string, value: number | null): void {
  if (word === '*') {
    document.group = { ...document.group, optional: true };
    return;
  }
  const inside = enterDestination(document.group, word);
  if (inside) {
    document.group = inside;
    if (inside.destination === 'number') document.text.number = '';
    return;
  }
  if (word === 'u') {
    if (value !== null) emit(document, String.fromCharCode(value & 0xffff));
    document.skip = document.group.fallback;
  } else if (CHARACTERS[word]) emit(document, CHARACTERS[word]);
  else if (!setCharacter(document, word, value)) setParagraph(document, word, value);
}

function setCharacter(document: Document, word: string, value: number | null): boolean {
  const { group } = document;
  const on = value !== 0;
  if (word === 'ansicpg') document.codePage = value ?? 0;
  else if (word === 'uc') document.group = { ...group, fallback: Math.min(20, Math.max(0, value ?? 1)) };
  else if (word === 'v') document.group = { ...group, hidden: on };
  else if (word === 'deleted') document.group = { ...group, deleted: on };
  else if (word === 'plain') document.group = { ...group, hidden: false, deleted: false };
  else if (word === 'f' && group.destination === 'font') document.font = value ?? 0;
  else if (word === 'fcharset') document.fonts.set(document.font, codePageOf(value ?? 0));
  else if (word === 'f') document.group = { ...group, codePage: document.fonts.get(value ?? 0) ?? 0 };
  else return false;
  return true;
}

function setParagraph(document: Document, word: string, value: number | null): void {
  const { destination } = document.group;
  if (destination === 'style') setStyle(document, word, value);
  else if (destination === 'info') setInfo(document, word, value);
  else if (destination === 'note') {
    if (word === 'par') document.text.note += '\n';
  } else if (destination !== 'body') return;
  else if (word === 'par' || word === 'sect' || word === 'page') endParagraph(document);
  else if (word === 'cell' || word === 'nestcell') endCell(document, word === 'cell' ? 1 : document.nesting);
  else if (word === 'row' || word === 'nestrow') endRow(document, word === 'row' ? 1 : document.nesting);
  else if (word === 'pard') Object.assign(document, { style: 0, outline: null, inTable: false, nesting: 1 });
  else if (word === 's') document.style = value ?? 0;
  else if (word === 'outlinelevel') document.outline = value;
  else if (word === 'intbl') document.inTable = true;
  else if (word === 'itap')
    Object.assign(document, { nesting: Math.min(20, Math.max(1, value ?? 1)), inTable: (value ?? 1) > 0 });
}

function setInfo(document: Document, word: string, value: number | null): void {
  const digits = String(value ?? 0).padStart(2, '0');
  if (word === 'yr') document.text.info = `${digits}`;
  else if (word === 'mo' || word === 'dy') document.text.info += `-${digits}`;
}

function endInfo(document: Document, entry: string): void {
  document.info.set(entry, document.text.info);
  document.text.info = '';
}

function endNote(document: Document): void {
  document.notes.push({ text: document.text.note.trim(), kind: 'paragraph', level: null, rule: 'footnote' });
  document.text.note = '';
}

/** Opens or closes tables until `nesting` of them are open. */
function goTo(document: Document, nesting: number): void {
  for (; document.depth > nesting; document.depth--) document.lines.closeTable();
  for (; document.depth < nesting; document.depth++) {
    document.lines.ensureCell();
    document.lines.openTable();
  }
}

function endParagraph(document: Document): void {
  goTo(document, document.inTable ? document.nesting : 0);
  document.lines.ensureCell();
  document.lines.add(lineOf(document));
  document.text.body = '';
  document.text.number = '';
}

function endCell(document: Document, nesting: number): void {
  document.inTable = true;
  document.nesting = nesting;
  endParagraph(document);
  document.lines.closeCell();
}

function endRow(document: Document, nesting: number): void {
  goTo(document, nesting);
  document.lines.closeRow();
}

function lineOf({ text, style, outline, styles }: Document): Line {
  const name = styles.get(style)?.name ?? '';
  const level = outline ?? styleOutline(styles, style);
  const heading = level !== null && level < 9 ? level + 1 : null;
  const isTitle = name === 'title' || name === '标题';
  return {
    text: labelled(text.body.trim() ? text.number.trim() : '', text.body),
    kind: heading !== null || isTitle ? 'heading' : 'paragraph',
    level: heading,
    rule: /^(?:toc|目录)\s*\d/.test(name) ? 'contents' : null,
  };
}
