import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../pipeline/ingest/read.ts';
import { zipFile } from '../fixtures/zip.ts';
import { docxDocument, docxFile, GBK_FONT, pdfFile, wordParagraph } from './files.ts';

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../fixtures', name));

/** A file with every place of `from` (as UTF-16) renamed. */
function renamed(bytes: Buffer, from: string, to: string): Buffer {
  const out = Buffer.from(bytes);
  const old = Buffer.from(from.padEnd(to.length, '\0'), 'utf16le');
  const at = out.indexOf(old);
  out.write(to, at, 'utf16le');
  out.writeUInt16LE((to.length + 1) * 2, at + 64);
  return out;
}

function withFlag(bytes: Buffer): Buffer {
  const out = Buffer.from(bytes);
  const at = out.indexOf(Buffer.from([0xec, 0xa5]));
  out[at + 11] = out[at + 11]! | 1;
  return out;
}

const OFD =
  '<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>';
const OFD_DOCUMENT =
  '<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Pages><ofd:Page ID="1" BaseLoc="P.xml"/></ofd:Pages></ofd:Document>';
const OFD_PICTURE =
  '<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Content><ofd:Layer><ofd:ImageObject ID="3" ResourceID="4"/></ofd:Layer></ofd:Content></ofd:Page>';
const ENCRYPTION =
  '/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <' +
  '41'.repeat(32) +
  '> /U <' +
  '42'.repeat(32) +
  '> >> /ID [<00><00>] ';

const PASSWORD = 'it is protected by a password; open it in its program, take the password off and save it again';

const TABLE: [name: string, bytes: Uint8Array, code: string, message: string][] = [
  ['密.doc', withFlag(fixture('report.doc')), 'encrypted', PASSWORD],
  ['密.docx', renamed(fixture('report.doc'), 'WordDocument', 'EncryptedPackage'), 'encrypted', PASSWORD],
  ['密.pdf', pdfFile('', undefined, ENCRYPTION), 'encrypted', PASSWORD],
  [
    '密.odt',
    zipFile([
      ['content.xml', 'x'],
      ['META-INF/manifest.xml', '<manifest:encryption-data/>'],
    ]),
    'encrypted',
    PASSWORD,
  ],
  [
    '密.ofd',
    zipFile([['OFD.xml', OFD.replace('<ofd:DocBody>', '<ofd:Encryptions/><ofd:DocBody>')]]),
    'encrypted',
    PASSWORD,
  ],
  [
    '扫描.pdf',
    pdfFile('q 500 0 0 700 40 40 cm Q'),
    'no-text-layer',
    'the PDF has no text, only pictures of pages; recognise its text (OCR) and save that as .docx, .txt or searchable PDF',
  ],
  [
    '扫描.ofd',
    zipFile([
      ['OFD.xml', OFD],
      ['Doc_0/Document.xml', OFD_DOCUMENT],
      ['Doc_0/P.xml', OFD_PICTURE],
    ]),
    'no-text-layer',
    'the OFD has no text, only pictures of pages; recognise its text (OCR) and save that as .docx or .txt',
  ],
  [
    '表.docx',
    zipFile([
      ['xl/workbook.xml', '<x/>'],
      ['_rels/.rels', '<x/>'],
    ]),
    'format-unsupported',
    'it is a file of spreadsheet, not a report; save its text as .docx or .txt if it is one',
  ],
  [
    '图.doc',
    Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1'),
    'picture',
    'it is a picture; recognise its text (OCR) and save that as .docx or .txt',
  ],
  [
    '包.txt',
    Buffer.from('Rar!\x1a\x07', 'latin1'),
    'archive',
    'it is a packed archive; unpack it, or pack the files as .zip',
  ],
  [
    '断.docx',
    fixture('report.docx').subarray(0, 5000),
    'damaged',
    'the file is cut off or damaged; copy or download it again, or open it in its program and save it anew',
  ],
  [
    '断.doc',
    fixture('report.doc').subarray(0, 700),
    'damaged',
    'the file is cut off or damaged; open it in Word or WPS and save it as .docx',
  ],
  [
    '断.pdf',
    fixture('report.pdf').subarray(0, 300),
    'damaged',
    'the PDF is cut off or damaged; copy or download it again, or print it to a new PDF',
  ],
  [
    '无.docx',
    zipFile([['word/other.xml', '<x/>']]),
    'damaged',
    'it has no document inside; open it in its program and save it again',
  ],
];

describe('a file that cannot be read', () => {
  it.each(TABLE)('%s: one message with the reason and the remedy', async (name, bytes, code, message) => {
    const { status, decoded, messages } = await readSource(name, bytes);
    expect([status, decoded]).toEqual(['unreadable', null]);
    expect(messages).toEqual([{ code, message: `${name}: ${message}`, severity: 'error', span: null }]);
  });
});

describe('PDF without embedded fonts', () => {
  it('is read by the character maps of GB1', async () => {
    const gbk = Buffer.from([0xb9, 0xd8, 0xd3, 0xda, 0xb8, 0xc9, 0xb2, 0xbf]).toString('hex');
    const { decoded } = await readSource('a.pdf', pdfFile(`BT /F1 16 Tf 80 700 Td <${gbk}> Tj ET`, GBK_FONT));
    expect(decoded?.text).toBe('关于干部\n');
  });
});

describe('Word text that is not shown', () => {
  const cases: [string, string][] = [
    [
      'deleted with changes tracked',
      '<w:p><w:r><w:t>留</w:t></w:r><w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>',
    ],
    ['field codes', '<w:p><w:r><w:t>留</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>'],
    ['hidden', '<w:p><w:r><w:t>留</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r></w:p>'],
    [
      'the copy for old programs',
      '<w:p><w:r><mc:AlternateContent><mc:Choice><w:t>留</w:t></mc:Choice><mc:Fallback><w:t>旧</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>',
    ],
  ];
  it.each(cases)('%s', async (_, body) => {
    expect((await readSource('a.docx', docxFile(docxDocument(body)))).decoded?.text).toBe('留\n');
  });
  it('puts text boxes before their paragraph', async () => {
    const box = `<w:p><w:r><w:t>正文</w:t><w:pict><v:textbox><w:txbxContent>${wordParagraph('红头文件')}</w:txbxContent></v:textbox></w:pict></w:r></w:p>`;
    expect((await readSource('a.docx', docxFile(docxDocument(box)))).decoded?.text).toBe('红头文件\n正文\n');
  });
});
