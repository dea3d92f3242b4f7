import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeText } from '../../corpus/render.ts';
import { decodeBytes } from '../../pipeline/ingest/encoding.ts';
import { readSource } from '../../pipeline/ingest/read.ts';

const SIMPLIFIED = '　　我县现有乡镇12个，干部650人。调研发现：基层干部队伍结构不合理，经费不足。\r\n';
const TRADITIONAL_BIG5 = Buffer.from(
  'a7daadcca4a3aabeb944a447a451a454a448a141a6d3a54cadccbba1b36fadd3b0ddc344c1d9a853a6b3b8d1a84da141b3a3ac4facb0a446b941a7f8b56fae69a94db746b3a1aabaa475a740a141b867b64fa4a3a8aca143',
  'hex',
);
const bigEndian = (text: string) => Buffer.from(text, 'utf16le').swap16();

describe('decodeBytes', () => {
  const table: [name: string, bytes: Uint8Array, encoding: string, text: string][] = [
    ['UTF-8', Buffer.from(SIMPLIFIED), 'utf-8', SIMPLIFIED],
    ['UTF-8 with mark', Buffer.from(`\ufeff${SIMPLIFIED}`), 'utf-8', SIMPLIFIED],
    ['UTF-16 little with mark', Buffer.from(`\ufeff${SIMPLIFIED}`, 'utf16le'), 'utf-16le', SIMPLIFIED],
    ['UTF-16 big with mark', bigEndian(`\ufeff${SIMPLIFIED}`), 'utf-16be', SIMPLIFIED],
    ['UTF-16 little', Buffer.from(SIMPLIFIED, 'utf16le'), 'utf-16le', SIMPLIFIED],
    ['UTF-16 big', bigEndian(SIMPLIFIED), 'utf-16be', SIMPLIFIED],
    ['GBK', encodeText(SIMPLIFIED.trimStart(), 'gb18030'), 'gb18030', SIMPLIFIED.trimStart()],
    ['GBK of one heading', encodeText('一、基本情况', 'gb18030'), 'gb18030', '一、基本情况'],
    ['GB18030 with four bytes', Buffer.from([0xb9, 0xd8, 0xd3, 0xda, 0x81, 0x39, 0xef, 0x30]), 'gb18030', '关于㐁'],
    ['ASCII', Buffer.from('12.5% of 300'), 'utf-8', '12.5% of 300'],
  ];
  it.each(table)('knows %s', (_, bytes, encoding, text) => {
    expect(decodeBytes(bytes)).toEqual({ encoding, text, damaged: 0 });
  });

  it('tells Big5 from GBK', () => {
    const text = new TextDecoder('big5').decode(TRADITIONAL_BIG5);
    expect(decodeBytes(TRADITIONAL_BIG5)).toMatchObject({ encoding: 'big5', text });
  });

  it('keeps the full-width blank of GBK, in both its codes', () => {
    expect(decodeBytes(Buffer.from([0xa1, 0xa1, 0xa3, 0xa0, 0xb9, 0xd8, 0xd3, 0xda]))?.text).toBe('　　关于');
  });

  it('takes a UTF-8 file that was cut inside a character for UTF-8', () => {
    const bytes = Buffer.from(SIMPLIFIED.repeat(3)).subarray(0, -7);
    expect(decodeBytes(bytes)).toMatchObject({ encoding: 'utf-8', damaged: 1 });
  });

  it('gives null for what is no text', () => {
    const bytes = Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7919) % 256));
    expect(decodeBytes(bytes)).toBeNull();
  });

  it('gives back any Chinese text in any of the encodings', () => {
    const sentence = fc.array(fc.constantFrom(...'关于乡镇干部的调研报告在一是不足经费，。、0123%'), {
      minLength: 12,
      maxLength: 60,
    });
    fc.assert(
      fc.property(sentence, fc.constantFrom('utf-8', 'utf-8-bom', 'utf-16le', 'gb18030'), (characters, encoding) => {
        const text = `在${characters.join('')}的`;
        expect(decodeBytes(encodeText(text, encoding))?.text).toBe(text);
      }),
    );
  });
});

describe('an encoding that the user names', () => {
  it('overrides what the bytes show', async () => {
    const { decoded } = await readSource('a.txt', encodeText('一、基本情况', 'gb18030'), { encoding: 'gbk' });
    expect(decoded).toMatchObject({ text: '一、基本情况', encoding: 'gb18030' });
  });
  it('is a message when there is none of that name', async () => {
    const { status, messages } = await readSource('a.txt', Buffer.from('一'), { encoding: 'gb99' });
    expect(status).toBe('unreadable');
    expect(messages.map((message) => message.message)).toEqual([
      'a.txt: there is no encoding “gb99”; use utf-8, utf-16le, gb18030 or big5, or leave it out',
    ]);
  });
  it('is reported when the bytes are not in it', async () => {
    const { messages } = await readSource('a.txt', encodeText('一、基本情况', 'gb18030'), { encoding: 'utf-8' });
    expect(messages.map((message) => message.code)).toEqual(['encoding-damage']);
  });
});
