/** Files that tests build: documents of a few parts, small PDFs, and mutations of bytes. */
import { zipFile } from '../fixtures/zip.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

export const docxDocument = (body: string, head = ''): string =>
  `<?xml version="1.0"?>${head}<w:document ${W}><w:body>${body}</w:body></w:document>`;

export const wordParagraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

/** A .docx with this document part, and others by name. */
export const docxFile = (document: string, parts: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipFile([['word/document.xml', document], ...Object.entries(parts)]);

/** A PDF of one page with these content operators and this font. */
export function pdfFile(
  content: string | Uint8Array,
  font = '/Type /Font /Subtype /Type1 /BaseFont /Helvetica',
  extra = '',
): Uint8Array {
  const stream = Buffer.from(content);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    null,
    `<< ${font} >>`,
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor 7 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ];
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  const length = () => parts.reduce((sum, part) => sum + part.length, 0);
  for (const [at, object] of objects.entries()) {
    offsets.push(length());
    const body =
      object === null
        ? Buffer.concat([Buffer.from(`<< /Length ${stream.length} >>\nstream\n`), stream, Buffer.from('\nendstream')])
        : Buffer.from(object);
    parts.push(Buffer.from(`${at + 1} 0 obj\n`), body, Buffer.from('\nendobj\n'));
  }
  const start = length();
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 8\n0000000000 65535 f \n${rows}trailer\n<< /Size 8 /Root 1 0 R ${extra}>>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

/** A font that is not embedded: its characters are GBK bytes. */
export const GBK_FONT =
  '/Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /GBK-EUC-H /DescendantFonts [6 0 R]';

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

/** The bytes with one to eight faults: bits turned, stretches lost, doubled, blanked, swapped, the end cut off. */
export function mutate(bytes: Uint8Array, random: () => number): Uint8Array {
  let out = Buffer.from(bytes);
  const below = (most: number) => Math.floor(random() * most);
  for (let count = 1 + below(8); count > 0 && out.length > 4; count--) {
    const at = below(out.length);
    const length = 1 + below(Math.min(64, out.length - at));
    const kind = below(8);
    if (kind === 0) out[at] = out[at]! ^ (1 << below(8));
    else if (kind === 1) out[at] = below(256);
    else if (kind === 2) out.fill(below(2) * 255, at, at + length);
    else if (kind === 3) out = Buffer.concat([out.subarray(0, at), out.subarray(at + length)]);
    else if (kind === 4) out = Buffer.concat([out.subarray(0, at + length), out.subarray(at)]);
    else if (kind === 5)
      out.writeUInt32LE([0, 0xffffffff, 0x7fffffff, 0x80000000][below(4)]!, Math.min(at, out.length - 4));
    else if (kind === 6) out.copy(out, below(out.length), at, at + length);
    else if (random() < 0.3) out = out.subarray(0, at);
  }
  return out;
}
