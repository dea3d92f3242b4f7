/** Turns annotated reports into the bytes of a file as offices and web pages leave them. */
import type { AnnotatedReport } from './annotation.ts';

const ORDER = '一二三四五六七八九十';

/**
 * The text of a file: paragraphs, hard-wrapped at `@wrap` characters, framed by `@before` and `@after` lines.
 * Several reports become one file with “篇一”… titles from `@compilation`.
 */
export function renderText(reports: readonly AnnotatedReport[]): string {
  const head = reports[0]!.header;
  const bodies = reports.map((report, index) => {
    const label = head.get('compilation') ? `${head.get('compilation')}篇${ORDER[index]}\n\n` : '';
    return label + renderBody(report);
  });
  return `${[head.get('before'), ...bodies, head.get('after')].filter(Boolean).join('\n\n').replaceAll('\\n', '\n')}\n`;
}

function renderBody(report: AnnotatedReport): string {
  const width = Number(report.header.get('wrap') ?? 0);
  const indent = report.header.get('indent') ?? '';
  const gap = report.header.get('gap') === 'line' ? '\n' : '\n\n';
  return report.paragraphs
    .map((sentences) => wrap(indent + sentences.map((sentence) => sentence.text).join(''), width))
    .join(gap);
}

function wrap(paragraph: string, width: number): string {
  if (!width) return paragraph;
  const characters = [...paragraph];
  const lines: string[] = [];
  for (let at = 0; at < characters.length; at += width) lines.push(characters.slice(at, at + width).join(''));
  return lines.join('\n');
}

/**
 * Bytes of `text` in utf-8, utf-8-bom, utf-16le or gb18030.
 * @throws Error for another encoding, or for a character that two-byte GB18030 lacks.
 */
export function encodeText(text: string, encoding: string): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  if (encoding === 'utf-8-bom') return Buffer.from(`\uFEFF${text}`, 'utf8');
  if (encoding === 'utf-16le') return Buffer.from(`\uFEFF${text}`, 'utf16le');
  if (encoding === 'gb18030') return encodeGb18030(text);
  throw new Error(`encoding ${encoding}`);
}

function encodeGb18030(text: string): Buffer {
  const table = gb18030Table();
  const bytes = [...text].flatMap((character) => {
    if (character < '\x80') return [character.charCodeAt(0)];
    const pair = table.get(character);
    if (!pair) throw new Error(`no two-byte code for ${character}`);
    return pair;
  });
  return Buffer.from(bytes);
}

/** The two-byte area read backwards out of the decoder that Node carries. */
function gb18030Table(): Map<string, [number, number]> {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++)
      if (trail !== 0x7f) table.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail]);
  return table;
}
