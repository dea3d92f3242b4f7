import type { Properties } from '../model/source.ts';
import { propertiesOf } from './lines.ts';
import type { Ole } from './ole.ts';

const TITLE = 2;
const AUTHOR = 4;
const CREATED = 12;
const SAVED = 13;
const COMPANY = 15;

/** The document properties of a compound file (MS-OLEPS); damaged ones are left out. */
export function oleProperties(ole: Ole): Properties {
  const summary = propertySet(ole.stream('\u0005SummaryInformation'));
  const document = propertySet(ole.stream('\u0005DocumentSummaryInformation'));
  return propertiesOf({
    title: summary.get(TITLE),
    author: summary.get(AUTHOR),
    company: document.get(COMPANY),
    created: summary.get(CREATED),
    modified: summary.get(SAVED),
  });
}

function propertySet(stream: Buffer | null): Map<number, string> {
  const values = new Map<number, string>();
  if (!stream) return values;
  try {
    const start = stream.readUInt32LE(44);
    const count = Math.min(100, stream.readUInt32LE(start + 4));
    const offsets = Array.from({ length: count }, (_, at): [number, number] => [
      stream.readUInt32LE(start + 8 + at * 8),
      start + stream.readUInt32LE(start + 12 + at * 8),
    ]);
    const page = offsets.find(([id]) => id === 1);
    const codePage = page ? stream.readUInt16LE(page[1] + 4) : 936;
    for (const [id, at] of offsets) {
      const value = readValue(stream, at, codePage);
      if (value) values.set(id, value);
    }
  } catch {
    return values;
  }
  return values;
}

function readValue(stream: Buffer, at: number, codePage: number): string | null {
  const type = stream.readUInt16LE(at);
  if (type === 0x40) return fileTime(stream.readBigUInt64LE(at + 4));
  if (type !== 0x1e && type !== 0x1f) return null;
  const length = stream.readUInt32LE(at + 4) * (type === 0x1f ? 2 : 1);
  const bytes = stream.subarray(at + 8, at + 8 + Math.min(length, 2000));
  const encoding =
    type === 0x1f || codePage === 1200
      ? 'utf-16le'
      : codePage === 65001
        ? 'utf-8'
        : codePage === 950
          ? 'big5'
          : 'gb18030';
  return new TextDecoder(encoding).decode(bytes).replace(/\0.*$/s, '');
}

/** 100 ns since 1601, as ISO; null where the year is none of an office's. */
function fileTime(ticks: bigint): string | null {
  const milliseconds = Number(ticks / 10_000n) - 11_644_473_600_000;
  const date = new Date(milliseconds);
  const year = date.getUTCFullYear();
  return year >= 1980 && year < 2100 ? date.toISOString() : null;
}
