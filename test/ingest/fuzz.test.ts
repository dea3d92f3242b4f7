import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../pipeline/ingest/limits.ts';
import { readSource } from '../../pipeline/ingest/read.ts';
import { openZip } from '../../pipeline/ingest/zip.ts';
import { zipFile } from '../fixtures/zip.ts';
import { GBK_FONT, mutate, pdfFile, randomNumbers } from './files.ts';

/** Mutations of each file; `DIAOYAN_FUZZ=2000` for a long run. */
const ROUNDS = Number(process.env.DIAOYAN_FUZZ ?? 100);
const LONG = ROUNDS > 100;
const MOST_MILLISECONDS = 2000;
/** A PDF that keeps pdf.js busy is given up after five seconds. */
const MOST_FOR_PDF = 10_000;

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../fixtures', name));
const smallPdf = pdfFile(
  `BT /F1 16 Tf 80 700 Td <${'b9d8d3dab8c9b2bf'.repeat(4)}> Tj 0 -24 Td <b9d8d3da> Tj ET`,
  GBK_FONT,
);

const FILES: [name: string, bytes: Uint8Array][] = [
  ['report.txt', fixture('report.txt')],
  ['numbered.docx', fixture('numbered.docx')],
  ['numbered.doc', fixture('numbered.doc')],
  ['numbered.odt', fixture('numbered.odt')],
  ['numbered.rtf', fixture('numbered.rtf')],
  ['small.pdf', smallPdf],
  ['report.html', fixture('report.html')],
  ['report.mht', fixture('report.mht')],
  ['report.ofd', fixture('report.ofd')],
  ...(LONG ? [['numbered.pdf', fixture('numbered.pdf')] as [string, Uint8Array]] : []),
];

/** Faults in the package would hide faults in its parts: here the parts are mutated and packed again. */
const PACKED = ['numbered.docx', 'numbered.odt', 'report.ofd'];

function mutateParts(bytes: Uint8Array, random: () => number): Uint8Array {
  const zip = openZip(bytes, DEFAULT_LIMITS);
  return zipFile(
    zip.entries
      .filter((entry) => /\.xml$/i.test(entry.name))
      .map((entry): [string, Uint8Array] => {
        const part = zip.unpack(entry);
        return [entry.name, random() < 0.7 ? mutate(part, random) : part];
      }),
  );
}

async function survives(name: string, bytes: Uint8Array, seed: number): Promise<void> {
  const start = process.cpuUsage();
  const { status, decoded, messages } = await readSource(name, bytes);
  const { user, system } = process.cpuUsage(start);
  const time = (user + system) / 1000;
  if (time > (name.endsWith('.pdf') ? MOST_FOR_PDF : MOST_MILLISECONDS))
    throw new Error(`${name}, seed ${seed}: ${Math.round(time)} ms`);
  if (status === 'ok') {
    const length = decoded!.text.length;
    const astray = [...decoded!.blocks, ...decoded!.removed].find(
      ({ start, end }) => start < 0 || end > length || start >= end,
    );
    if (astray) throw new Error(`${name}, seed ${seed}: a span leaves the text: ${JSON.stringify(astray)}`);
  } else if (messages.length !== 1) throw new Error(`${name}, seed ${seed}: ${messages.length} messages for ${status}`);
}

describe('mutated files neither crash a reader nor hold it up', () => {
  it.each(FILES)('%s', { timeout: 3_600_000 }, async (name, bytes) => {
    for (let seed = 0; seed < ROUNDS; seed++) await survives(name, mutate(bytes, randomNumbers(seed)), seed);
    expect(ROUNDS).toBeGreaterThan(0);
  });
  it.each(PACKED)('%s, its parts', { timeout: 3_600_000 }, async (name) => {
    const bytes = fixture(name);
    for (let seed = 0; seed < ROUNDS; seed++) await survives(name, mutateParts(bytes, randomNumbers(seed)), seed);
    expect(ROUNDS).toBeGreaterThan(0);
  });
});
