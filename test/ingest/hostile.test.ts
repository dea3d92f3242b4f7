import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadSource } from '../../pipeline/ingest/load.ts';
import { readSource } from '../../pipeline/ingest/read.ts';
import { listFiles } from '../../pipeline/ingest/walk.ts';
import { zipFile } from '../fixtures/zip.ts';
import { docxDocument, docxFile, pdfFile, wordParagraph } from './files.ts';

const DEEP = 10_000;
const MOST_MILLISECONDS = 2000;
const MOST_BYTES = 512e6;

/** Processor time since `start`, which other programs do not lengthen. */
function milliseconds(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const nested = (open: string, close: string) => `${open.repeat(DEEP)}文字${close.repeat(DEEP)}`;
const ofd = (page: string) =>
  zipFile([
    ['OFD.xml', '<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>'],
    ['D.xml', '<Document><Pages><Page ID="1" BaseLoc="P.xml"/></Pages></Document>'],
    ['P.xml', page],
  ]);

const FILES: [name: string, code: string, bytes: () => Uint8Array][] = [
  ['深.docx', 'too-deep', () => docxFile(docxDocument(nested('<w:sdt>', '</w:sdt>')))],
  ['表.docx', 'too-deep', () => docxFile(docxDocument(nested('<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>')))],
  ['深.odt', 'too-deep', () => zipFile([['content.xml', nested('<text:span>', '</text:span>')]])],
  ['深.ofd', 'too-deep', () => ofd(nested('<PageBlock>', '</PageBlock>'))],
  ['深.html', 'too-deep', () => Buffer.from(`<html><body>${nested('<div>', '</div>')}`)],
  ['深.rtf', 'too-deep', () => Buffer.from(`{\\rtf1 ${'{'.repeat(DEEP)}x${'}'.repeat(DEEP)}}`)],
  ['弹.docx', 'unpacks-too-large', () => docxFile(docxDocument(wordParagraph('一'.repeat(40_000_000))))],
  [
    '谎.docx',
    'unpacks-too-large',
    () => zipFile([['word/document.xml', docxDocument(wordParagraph('一'.repeat(3_000_000)))]], { claimedSize: 10 }),
  ],
  [
    '多.docx',
    'too-many-entries',
    () => zipFile(Array.from({ length: 20_000 }, (_, at): [string, string] => [`word/${at}`, ''])),
  ],
  ['密.docx', 'encrypted', () => zipFile([['word/document.xml', 'x']], { encrypted: true })],
  ['长.txt', 'too-long', () => Buffer.alloc(100_000_000, '调研报告。')],
  ['长.rtf', 'too-long', () => Buffer.concat([Buffer.from('{\\rtf1 '), Buffer.alloc(100_000_000, 'a ')])],
  ['长.html', 'too-long', () => Buffer.concat([Buffer.from('<html>'), Buffer.alloc(100_000_000, 'a ')])],
  ['零.txt', 'binary-file', () => Buffer.alloc(1_000_000)],
  ['零.pdf', 'damaged', () => Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(1_000_000)])],
  ['零.docx', 'damaged', () => Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(1_000_000)])],
  ['零.doc', 'damaged', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1_000_000)])],
];

describe('a hostile file', () => {
  it.each(FILES)('%s: %s, at once', async (name, code, build) => {
    const bytes = build();
    const before = process.memoryUsage.rss();
    const start = process.cpuUsage();
    const { status, messages } = await readSource(name, bytes);
    expect(milliseconds(start)).toBeLessThan(MOST_MILLISECONDS);
    expect(process.memoryUsage.rss() - before).toBeLessThan(MOST_BYTES);
    expect(status).toBe('unreadable');
    expect(messages.map((message) => message.code)).toEqual([code]);
    expect(messages[0]!.message).toMatch(new RegExp(`^${name}: .+; .+`));
  });

  const entity = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;&a;&a;">]>';
  it.each([
    ['docx', docxFile(docxDocument(wordParagraph('前&a;后&b;'), entity))],
    [
      'ofd',
      ofd(
        `${entity}<Page><TextObject Boundary="0 0 9 9"><TextCode X="0" Y="5">前&a;后&b;</TextCode></TextObject></Page>`,
      ),
    ],
    ['odt', zipFile([['content.xml', `${entity}<body><p>前&a;后&b;</p></body>`]])],
  ])('.%s never opens what an entity names', async (format, bytes) => {
    const { decoded } = await readSource(`x.${format}`, bytes);
    expect(decoded?.text.trim()).toBe('前&a;后&b;');
  });

  it('with stray NUL bytes is read, and says so', async () => {
    const { status, messages } = await readSource(
      'a.txt',
      Buffer.from(`一、基本情况\0\0${'全县共有乡镇十二个。'.repeat(20)}`),
    );
    expect(status).toBe('ok');
    expect(messages.map((message) => message.code)).toEqual(['nul-bytes']);
  });

  it('of thousands of scattered signs is read in time', async () => {
    const start = process.cpuUsage();
    const signs = Array.from({ length: 10_000 }, (_, at) => `1 0 0 1 ${at % 500} ${at % 800} Tm (a) Tj`).join('\n');
    const { status } = await readSource('a.pdf', pdfFile(`BT /F1 9 Tf ${signs} ET`));
    expect(status).toBe('ok');
    expect(milliseconds(start)).toBeLessThan(MOST_MILLISECONDS);
  });
});

describe('a hostile archive', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ingest-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const archive = (name: string, bytes: Uint8Array) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };

  it('that unpacks too far gives one message', () => {
    const path = archive('弹.zip', zipFile([['a.txt', 'x']], { claimedSize: 4_000_000_000 }));
    expect(listFiles([path])).toMatchObject({ files: [], messages: [{ code: 'unpacks-too-large' }] });
  });
  it('that is cut off gives one message', () => {
    const path = archive('断.zip', zipFile([['a.txt', 'x'.repeat(1000)]]).subarray(0, 40));
    expect(listFiles([path])).toMatchObject({ files: [], messages: [{ code: 'damaged' }] });
  });
  it('with one bad member gives the others', async () => {
    const path = archive(
      '半.zip',
      zipFile([
        ['a.txt', '一、基本情况'],
        ['b.txt', Buffer.alloc(50_000_000, 'x')],
      ]),
    );
    const readings = await Promise.all(listFiles([path]).files.map((file) => loadSource(file)));
    expect(readings.map((reading) => reading.messages.map((message) => message.code))).toEqual([
      [],
      ['unpacks-too-large'],
    ]);
    expect(readings[0]!.decoded?.text).toBe('一、基本情况');
  });
});
