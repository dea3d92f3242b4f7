import type { Message } from '../model/message.ts';
import type { DecodedText } from '../model/source.ts';
import { readDoc } from './doc.ts';
import { readDocx, readWordMl } from './docx.ts';
import { EXTENSIONS, extensionOf, type Format, latin1, signatureOf, textFormatOf } from './format.ts';
import { readHtml } from './html.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { readMht } from './mht.ts';
import { readOdt } from './odt.ts';
import { readOfd } from './ofd.ts';
import { readPdf } from './pdf.ts';
import {
  notice,
  type Reader,
  type Reading,
  type ReadOptions,
  Refusal,
  refusalMessage,
  type SourceFile,
} from './reading.ts';
import { readRtf } from './rtf.ts';
import { readMarkdown, readText } from './text.ts';
import { openZip } from './zip.ts';

const READERS: Readonly<Partial<Record<Format, Reader>>> = {
  txt: readText,
  md: readMarkdown,
  docx: readDocx,
  wordml: readWordMl,
  odt: readOdt,
  doc: readDoc,
  rtf: readRtf,
  pdf: readPdf,
  html: readHtml,
  mht: readMht,
  ofd: readOfd,
};

/**
 * Reads a file of any supported format, by its content first and its extension second. It never throws for what is in
 * the file: a file that gives no text comes back `unreadable` or `empty` with one message that names it.
 */
export async function readSource(path: string, bytes: Uint8Array, options: ReadOptions = {}): Promise<Reading> {
  const file: SourceFile = {
    path,
    bytes,
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    encoding: options.encoding ?? null,
  };
  try {
    if (bytes.length > file.limits.fileBytes) throw tooLarge(bytes.length, file.limits.fileBytes);
    if (bytes.length === 0) return emptyReading(file, null);
    const format = formatOf(file);
    const reader = READERS[format];
    if (!reader) throw new Refusal('format-unsupported', `${format} files cannot be read`, 'save it as .docx or .txt');
    return reading(file, format, await reader(file));
  } catch (error) {
    const refusal = error instanceof Refusal ? error : damaged(error);
    return { status: 'unreadable', decoded: null, messages: [refusalMessage(path, refusal)] };
  }
}

/** The refusal of a file that is too large to open. */
export const tooLarge = (bytes: number, most: number): Refusal =>
  new Refusal(
    'file-too-large',
    `it has ${Math.round(bytes / 1e6)} MB, more than the ${Math.round(most / 1e6)} MB that are read`,
    'save its text as .txt, or split it',
  );

const damaged = (error: unknown): Refusal =>
  new Refusal(
    'damaged',
    `the file is damaged (${String(error instanceof Error ? error.message : error).slice(0, 120)})`,
    'open it in its program and save it again, or save it as .txt',
  );

function reading(file: SourceFile, format: Format, decoded: DecodedText): Reading {
  if (decoded.text.trim() === '') return emptyReading(file, decoded);
  const messages = [...mismatch(file, format), ...decoded.messages];
  return { status: 'ok', decoded: { ...decoded, messages }, messages };
}

function emptyReading(file: SourceFile, decoded: DecodedText | null): Reading {
  const messages = [notice(file.path, 'file-empty', 'the file has no text; check that it was saved')];
  const blank = {
    text: '',
    format: 'txt',
    encoding: 'utf-8',
    blocks: [],
    properties: {},
    removed: [],
    hardWrapped: null,
  };
  return { status: 'empty', decoded: { ...blank, ...decoded, messages }, messages };
}

/** An information that a file is not what its name says; reports in the wrong clothes are common and harmless. */
function mismatch({ path }: SourceFile, format: Format): Message[] {
  const claimed = EXTENSIONS.get(extensionOf(path));
  if (!claimed || claimed === format || (claimed === 'md' && format === 'txt')) return [];
  return [
    notice(
      path,
      'format-mismatch',
      `the name says .${extensionOf(path)}, the content is ${format}; it was read as ${format}`,
      'info',
    ),
  ];
}

function formatOf(file: SourceFile): Format {
  const signature = signatureOf(file.bytes);
  if (signature === 'pdf' || signature === 'rtf') return signature;
  if (signature === 'ole') return 'doc';
  if (signature === 'zip') return packageFormat(file);
  if (signature === 'picture')
    throw new Refusal('picture', 'it is a picture', 'recognise its text (OCR) and save that as .docx or .txt');
  if (signature === 'other archive')
    throw new Refusal('archive', 'it is a packed archive', 'unpack it, or pack the files as .zip');
  const claimed = EXTENSIONS.get(extensionOf(file.path));
  const text = textFormatOf(latin1(file.bytes.subarray(0, 8192)).replaceAll('\0', ''));
  if (text) return text;
  return claimed === 'md' || claimed === 'html' ? claimed : 'txt';
}

/** The format of a zip package by what it holds. */
function packageFormat(file: SourceFile): Format {
  const names = openZip(file.bytes, file.limits).entries.map((entry) => entry.name.replace(/^\//, ''));
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^OFD\.xml$/i)) return 'ofd';
  if (has(/^word\/|^docProps\/.*|^_rels\/\.rels$/) && !has(/^(?:xl|ppt)\//)) return 'docx';
  if (has(/^content\.xml$/)) return 'odt';
  if (has(/^xl\//)) throw unsupported('spreadsheet');
  if (has(/^ppt\//)) throw unsupported('slides');
  throw new Refusal('archive', 'it is a zip archive', 'name it .zip, or unpack it');
}

const unsupported = (kind: string): Refusal =>
  new Refusal(
    'format-unsupported',
    `it is a file of ${kind}, not a report`,
    'save its text as .docx or .txt if it is one',
  );
