import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Limits } from './limits.ts';
import { Refusal } from './reading.ts';
import { directoryLength, entryLength, readDirectory, unpackEntry, type ZipEntry } from './zip.ts';

const TAIL = 22 + 0xffff;

/**
 * The files in a .zip archive on disk, in stored order; only its directory is read.
 * @throws Refusal when it is damaged or exceeds the limits; the system's error when it cannot be opened.
 */
export function listArchive(path: string, limits: Limits): ZipEntry[] {
  const entries = withFile(path, (descriptor, size) => {
    const tail = readRange(descriptor, Math.max(0, size - TAIL), Math.min(size, TAIL));
    const length = Math.min(size, directoryLength(tail));
    const whole = length > tail.length ? readRange(descriptor, size - length, length) : tail;
    return readDirectory(whole, size, limits);
  }).filter((entry) => !/[\\/]$/.test(entry.name));
  const total = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (total > limits.archiveBytes)
    throw new Refusal(
      'unpacks-too-large',
      `it unpacks to more than ${Math.round(limits.archiveBytes / 1e6)} MB`,
      'unpack it and read the folder',
    );
  return entries;
}

/**
 * The bytes of one member.
 * @throws Refusal when it is encrypted, damaged or too large; the system's error when the archive cannot be opened.
 */
export const readMember = (path: string, entry: ZipEntry, limits: Limits): Uint8Array =>
  withFile(path, (descriptor, size) => {
    const slice = readRange(descriptor, entry.offset, Math.min(entryLength(entry), Math.max(0, size - entry.offset)));
    return unpackEntry(slice, { ...entry, offset: 0 }, limits, limits.fileBytes);
  });

function withFile<T>(path: string, use: (descriptor: number, size: number) => T): T {
  const descriptor = openSync(path, 'r');
  try {
    return use(descriptor, fstatSync(descriptor).size);
  } finally {
    closeSync(descriptor);
  }
}

function readRange(descriptor: number, start: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  const read = readSync(descriptor, buffer, 0, length, start);
  return buffer.subarray(0, read);
}
