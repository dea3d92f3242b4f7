import type { Message } from '../model/message.ts';
import type { Block, Removed } from '../model/source.ts';
import { type Decoded, decodeAs, decodeBytes } from './encoding.ts';
import { tooLong } from './limits.ts';
import { notice, type Reader, Refusal, type SourceFile } from './reading.ts';

/** Plain text: the characters as they are, in the encoding that the bytes show or the user fixed. */
export const readText: Reader = (file) => {
  const { text, encoding, messages } = decodeFile(file);
  return { text, format: 'txt', encoding, blocks: [], properties: {}, removed: [], hardWrapped: null, messages };
};

/** Markdown: the characters as they are; headings and table rows are blocks, marks are `removed`. */
export const readMarkdown: Reader = (file) => {
  const { text, encoding, messages } = decodeFile(file);
  return { text, format: 'md', encoding, properties: {}, hardWrapped: null, messages, ...markdownMarks(text) };
};

/**
 * The text of a file's bytes, with messages about what the bytes do not spell.
 * @throws Refusal when they are no text, too long, or the encoding asked for does not exist.
 */
export function decodeFile(file: SourceFile): Decoded & { readonly messages: readonly Message[] } {
  if (file.bytes.length > file.limits.characters * 4) throw tooLong(file.limits);
  const decoded = file.encoding === null ? decodeBytes(file.bytes) : decodeNamed(file.bytes, file.encoding);
  if (!decoded)
    throw new Refusal('binary-file', 'it is not text in any known encoding', 'save it as .docx or as .txt in UTF-8');
  if (decoded.text.length > file.limits.characters) throw tooLong(file.limits);
  return { ...decoded, messages: damageMessages(file.path, decoded) };
}

function decodeNamed(bytes: Uint8Array, label: string): Decoded {
  try {
    return decodeAs(bytes, label);
  } catch {
    throw new Refusal(
      'encoding-unknown',
      `there is no encoding “${label}”`,
      'use utf-8, utf-16le, gb18030 or big5, or leave it out',
    );
  }
}

function damageMessages(path: string, { text, encoding, damaged }: Decoded): Message[] {
  const messages: Message[] = [];
  if (damaged > 0)
    messages.push(
      notice(
        path,
        'encoding-damage',
        `${damaged} places are not valid ${encoding}; check them, or name the encoding with --encoding`,
      ),
    );
  if (text.includes('\0')) messages.push(notice(path, 'nul-bytes', 'the text has NUL characters; they are left out'));
  return messages;
}

const HEADING = /^([ \t]{0,3}(#{1,6})[ \t]+)(.*?)([ \t]+#+[ \t]*)?$/;
const TABLE_ROW = /^[ \t]*\|.*\|[ \t]*$/;
const TABLE_RULE = /^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{3,}:?[ \t]*)*\|?[ \t]*$/;

function markdownMarks(text: string): { blocks: Block[]; removed: Removed[] } {
  const blocks: Block[] = [];
  const removed: Removed[] = [];
  const remove = (start: number, end: number) => end > start && removed.push({ start, end, rule: 'markdown-mark' });
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const line = match[0];
    const start = match.index;
    const end = start + line.length;
    const heading = HEADING.exec(line);
    if (heading) {
      const from = start + heading[1]!.length;
      const to = from + heading[3]!.length;
      remove(start, from);
      markEmphasis(text, from, to, remove);
      remove(to, end);
      if (to > from) blocks.push({ start: from, end: to, kind: 'heading', level: heading[2]!.length });
    } else if (TABLE_RULE.test(line) && line.includes('|')) remove(start, end);
    else if (TABLE_ROW.test(line)) {
      const from = text.indexOf('|', start);
      const to = text.lastIndexOf('|', end);
      remove(start, from + 1);
      remove(to, end);
      blocks.push({ start: from + 1, end: to, kind: 'row', level: null });
    } else markEmphasis(text, start, end, remove);
  }
  return { blocks, removed };
}

/** The `**` pairs around strong words. */
function markEmphasis(text: string, start: number, end: number, remove: (start: number, end: number) => void): void {
  for (const match of text.slice(start, end).matchAll(/\*\*(?=\S)([^*]+?)(?<=\S)\*\*/g)) {
    const from = start + match.index;
    remove(from, from + 2);
    remove(from + 2 + match[1]!.length, from + match[0].length);
  }
}
