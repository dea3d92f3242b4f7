import type { DecodedText } from '../model/source.ts';
import { readDocLists } from './doc-lists.ts';
import { isShown, type ParagraphProperties, paragraphEntry, readRuns } from './doc-properties.ts';
import { readDocStyles } from './doc-styles.ts';
import { deadline, type Limits, tooLong } from './limits.ts';
import { joinLines, type Line, plainLine } from './lines.ts';
import { labelled } from './numbers.ts';
import { type Ole, openOle } from './ole.ts';
import { oleProperties } from './ole-properties.ts';
import { type Reader, Refusal } from './reading.ts';
import { collectLines } from './table.ts';
import { encrypted } from './zip.ts';

const WORD_97 = 0x00c1;

/** Word 97–2003 and WPS Writer (MS-DOC): body with numbers and tables; footnotes and text boxes stand at the end. */
export const readDoc: Reader = (file) => {
  const ole = openOle(file.bytes);
  const word = ole.stream('WordDocument');
  if (!word || word.length < 0x200) throw notWord(ole);
  const flags = word.readUInt16LE(10);
  if (flags & 0x100) throw encrypted();
  if (word.readUInt16LE(2) < WORD_97) return readWord95(word, ole, file.limits);
  const table = ole.stream(flags & 0x200 ? '1Table' : '0Table');
  if (!table)
    throw new Refusal('damaged', 'its table of contents is missing', 'open it in Word or WPS and save it as .docx');
  return joinLines(readBody(word, table, ole.stream('Data'), file.limits), facts(ole));
};

function notWord(ole: Ole): Refusal {
  if (ole.names.includes('EncryptedPackage')) return encrypted();
  const sheet = ole.names.some((name) => name === 'Workbook' || name === 'Book' || name === 'PowerPoint Document');
  if (sheet)
    return new Refusal(
      'format-unsupported',
      'it is a spreadsheet or slides, not a report',
      'save its text as .docx or .txt if it is one',
    );
  return new Refusal('damaged', 'it holds no Word document', 'open it in its program and save it as .docx');
}

const facts = (ole: Ole) => ({ format: 'doc', encoding: 'utf-16le', properties: oleProperties(ole), messages: [] });

/** Word 6 and 95 keep one run of bytes in the system's code page. */
function readWord95(word: Buffer, ole: Ole, limits: Limits): DecodedText {
  const start = word.readUInt32LE(0x18);
  const bytes = word.subarray(start, Math.min(word.readUInt32LE(0x1c), start + word.readUInt32LE(0x34)));
  if (bytes.length > limits.characters) throw tooLong(limits);
  const text = withoutFields(new TextDecoder('gb18030').decode(bytes));
  const lines = text.split(PARAGRAPH_END).map((line) => plainLine(visible(line)));
  return joinLines(lines, { ...facts(ole), encoding: 'gb18030' });
}

/** A stretch of text that stands in one piece of the stream. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly offset: number;
  readonly width: 1 | 2;
}

function readBody(word: Buffer, table: Buffer, data: Buffer | null, limits: Limits): Line[] {
  const part = (index: number): Buffer => {
    const at = 0x9a + index * 8;
    const start = word.readUInt32LE(at);
    return table.subarray(start, start + word.readUInt32LE(at + 4));
  };
  const pieces = readPieces(part(33), limits);
  const paragraphs = readRuns(word, part(13), 13, paragraphEntry(data));
  const shown = readRuns(word, part(12), 1, isShown);
  const styles = readDocStyles(part(1));
  const lists = readDocLists(table, word.readUInt32LE(0x9a + 73 * 8), part(74));
  const lengths = [0x4c, 0x50, 0x54, 0x58, 0x5c, 0x60, 0x64].map((at) => Math.max(0, word.readInt32LE(at)));
  const [body = 0, notes = 0] = lengths;
  const before = (index: number) => lengths.slice(0, index).reduce((sum, length) => sum + length, 0);
  const stream: Stream = { word, pieces, paragraphs, shown, styles, lists, check: deadline(limits) };
  const endNotes = readStory(stream, before(5), before(6));
  return [
    ...readStory(stream, 0, body),
    ...readStory(stream, before(6), before(7)),
    ...[...readStory(stream, body, body + notes), ...endNotes].map((line) => ({ ...line, rule: 'footnote' })),
  ];
}

function readPieces(clx: Buffer, limits: Limits): Piece[] {
  let at = 0;
  while (at + 3 <= clx.length && clx[at] === 1) at += 3 + clx.readUInt16LE(at + 1);
  if (clx[at] !== 2)
    throw new Refusal('damaged', 'its text table is broken', 'open it in Word or WPS and save it as .docx');
  const plc = clx.subarray(at + 5, at + 5 + clx.readUInt32LE(at + 1));
  const count = Math.floor((plc.length - 4) / 12);
  const pieces: Piece[] = [];
  for (let index = 0; index < count; index++) {
    const raw = plc.readUInt32LE((count + 1) * 4 + index * 8 + 2);
    const compressed = (raw & 0x40000000) !== 0;
    const offset = compressed ? (raw & 0x3fffffff) >>> 1 : raw & 0x3fffffff;
    pieces.push({
      start: plc.readUInt32LE(index * 4),
      end: plc.readUInt32LE(index * 4 + 4),
      offset,
      width: compressed ? 1 : 2,
    });
  }
  if ((pieces.at(-1)?.end ?? 0) > limits.characters) throw tooLong(limits);
  return pieces;
}

interface Stream {
  readonly word: Buffer;
  readonly pieces: readonly Piece[];
  readonly paragraphs: ReturnType<typeof readRuns<Partial<ParagraphProperties>>>;
  readonly shown: ReturnType<typeof readRuns<boolean>>;
  readonly styles: ReturnType<typeof readDocStyles>;
  readonly lists: ReturnType<typeof readDocLists>;
  readonly check: () => void;
}

/** The mark at the end of a cell or row. */
const CELL_END = '\u0007';
const PARAGRAPH_END = new RegExp(`[\r\f${CELL_END}]`);

/** The lines of a story: character positions from `start` to `end`. */
function readStory(stream: Stream, start: number, end: number): readonly Line[] {
  const collector = collectLines();
  const fields: FieldState = { stack: [] };
  let text = '';
  let depth = 0;
  const goTo = (nesting: number) => {
    for (; depth > nesting; depth--) collector.closeTable();
    for (; depth < nesting; depth++) {
      collector.ensureCell();
      collector.openTable();
    }
  };
  for (const [character, offset] of characters(stream, start, end)) {
    if (!PARAGRAPH_END.test(character)) {
      if (stream.shown.at(offset) !== false) text += inField(character, fields);
      continue;
    }
    const properties = propertiesAt(stream, offset);
    goTo(properties.inTable ? Math.min(20, Math.max(1, properties.nesting)) : 0);
    if (properties.rowEnd) collector.closeRow();
    else {
      collector.ensureCell();
      collector.add(lineOf(visible(text), properties, stream));
      if (character === CELL_END || properties.cellEnd) collector.closeCell();
    }
    text = '';
  }
  if (text) collector.add(plainLine(visible(text)));
  goTo(0);
  return collector.finish();
}

function* characters(
  { word, pieces, check }: Stream,
  start: number,
  end: number,
): Generator<readonly [string, number]> {
  const latin = new TextDecoder('windows-1252');
  for (const piece of pieces) {
    const from = Math.max(start, piece.start);
    const to = Math.min(end, piece.end);
    for (let position = from; position < to; position++) {
      check();
      const offset = piece.offset + (position - piece.start) * piece.width;
      if (offset + piece.width > word.length) return;
      const byte = word[offset]!;
      if (piece.width === 2) yield [String.fromCharCode(word.readUInt16LE(offset)), offset];
      else yield [byte < 0x80 ? String.fromCharCode(byte) : latin.decode(word.subarray(offset, offset + 1)), offset];
    }
  }
}

function propertiesAt(stream: Stream, offset: number): ParagraphProperties {
  const own = stream.paragraphs.at(offset) ?? {};
  const style = stream.styles(own.style ?? 0);
  const blank = {
    style: 0,
    list: null,
    depth: null,
    outline: null,
    inTable: false,
    cellEnd: false,
    rowEnd: false,
    nesting: 1,
  };
  return { ...blank, ...style.changes, ...own };
}

function lineOf(text: string, properties: ParagraphProperties, { styles, lists }: Stream): Line {
  const style = styles(properties.style);
  const outline = properties.outline !== null && properties.outline < 9 ? properties.outline + 1 : null;
  const level = properties.outline === null ? style.level : outline;
  const list = properties.list ?? 0;
  const label = list > 0 && text.trim() !== '' ? lists.next(list, Math.min(8, properties.depth ?? 0)) : '';
  return {
    text: labelled(label, text),
    kind: level !== null || style.isTitle ? 'heading' : 'paragraph',
    level,
    rule: style.isContents ? 'contents' : null,
  };
}

interface FieldState {
  /** Open fields; true while their code, not their result, is read. */
  readonly stack: boolean[];
}

/** The character as shown: field codes (between 0x13 and 0x14) are not. */
function inField(character: string, { stack }: FieldState): string {
  if (character === '\u0013') stack.push(true);
  else if (character === '\u0014') stack[stack.length - 1] = false;
  else if (character === '\u0015') stack.pop();
  else return stack.includes(true) ? '' : character;
  return '';
}

const withoutFields = (text: string): string => {
  const fields: FieldState = { stack: [] };
  return Array.from(text, (character) => (PARAGRAPH_END.test(character) ? character : inField(character, fields))).join(
    '',
  );
};

/** Marks of pictures, notes and annotations go; vertical tabs are line breaks; special hyphens are hyphens or nothing. */
const visible = (text: string): string =>
  Array.from(text, (character) => {
    if (character === '\u000b' || character === '\u000e') return '\n';
    if (character === '\u001e') return '-';
    return character < ' ' && character !== '\t' ? '' : character;
  }).join('');
