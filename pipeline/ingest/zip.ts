import { inflateRawSync } from 'node:zlib';
import type { Limits } from './limits.ts';
import { Refusal } from './reading.ts';

/** A member of a zip archive as its central directory states it. */
export interface ZipEntry {
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** An opened archive: its members in stored order, and their bytes on demand. */
export interface Zip {
  readonly entries: readonly ZipEntry[];
  /** The unpacked bytes of the member of this name (in any case), or null where there is none. */
  readonly read: (name: string) => Uint8Array | null;
  /** The unpacked bytes of a member. */
  readonly unpack: (entry: ZipEntry) => Uint8Array;
}

const END_LENGTH = 22;
const CENTRAL_LENGTH = 46;
const LOCAL_LENGTH = 30;
const STORED = 0;
const DEFLATED = 8;

/**
 * Opens a zip archive (APPNOTE 6.3, without zip64 and splitting). All reading stays within `limits`.
 * @throws Refusal when it has no directory, too many members, or (on unpacking) is encrypted, damaged or too large.
 */
export function openZip(bytes: Uint8Array, limits: Limits): Zip {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(view, view.length, limits);
  const byName = new Map(entries.map((entry) => [normalName(entry.name), entry]));
  let budget = limits.unpackedBytes;
  const unpack = (entry: ZipEntry): Uint8Array => {
    const data = unpackEntry(view, entry, limits, budget);
    budget -= data.length;
    return data;
  };
  return {
    entries,
    unpack,
    read: (name) => {
      const entry = byName.get(normalName(name));
      return entry ? unpack(entry) : null;
    },
  };
}

const normalName = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

const truncated = (): Refusal =>
  new Refusal(
    'damaged',
    'the file is cut off or damaged',
    'copy or download it again, or open it in its program and save it anew',
  );

/**
 * The members of an archive of `length` bytes, from its last bytes.
 * @throws Refusal when `tail` does not hold the whole directory: see `directoryLength`.
 */
export function readDirectory(tail: Buffer, length: number, limits: Limits): ZipEntry[] {
  const end = endRecord(tail);
  const count = tail.readUInt16LE(end + 10);
  if (count > limits.entries)
    throw new Refusal(
      'too-many-entries',
      `it packs more than ${limits.entries} files`,
      'unpack it and read the folder',
    );
  const start = end - tail.readUInt32LE(end + 12);
  const shift = start + length - tail.length - tail.readUInt32LE(end + 16);
  const entries: ZipEntry[] = [];
  for (let at = start; entries.length < count; ) {
    if (at < 0 || at + CENTRAL_LENGTH > end || tail.readUInt32LE(at) !== 0x02014b50) throw truncated();
    entries.push(readEntry(tail, at, shift));
    at += CENTRAL_LENGTH + tail.readUInt16LE(at + 28) + tail.readUInt16LE(at + 30) + tail.readUInt16LE(at + 32);
  }
  return entries;
}

/** How many of the last bytes hold the directory, told from the last 64 kB. */
export const directoryLength = (tail: Buffer): number => {
  const end = endRecord(tail);
  return tail.length - end + tail.readUInt32LE(end + 12);
};

function endRecord(tail: Buffer): number {
  const end = tail.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  if (end < 0 || end + END_LENGTH > tail.length) throw truncated();
  return end;
}

function readEntry(view: Buffer, at: number, shift: number): ZipEntry {
  const flags = view.readUInt16LE(at + 8);
  const nameEnd = at + CENTRAL_LENGTH + view.readUInt16LE(at + 28);
  const rawName = view.subarray(at + CENTRAL_LENGTH, nameEnd);
  const extra = view.subarray(nameEnd, nameEnd + view.readUInt16LE(at + 30));
  return {
    name: unicodeName(extra) ?? decodeName(rawName, (flags & 0x800) !== 0),
    encrypted: (flags & 1) !== 0,
    method: view.readUInt16LE(at + 10),
    packed: view.readUInt32LE(at + 20),
    size: view.readUInt32LE(at + 24),
    offset: view.readUInt32LE(at + 42) + shift,
  };
}

/** Old Windows programs write names in the system's code page, which in Chinese offices is GBK, without saying so. */
function decodeName(raw: Buffer, utf8: boolean): string {
  if (utf8 || raw.every((byte) => byte < 0x80)) return raw.toString('utf8');
  const text = raw.toString('utf8');
  return text.includes('\ufffd') ? new TextDecoder('gb18030').decode(raw) : text;
}

/** The name in the Info-ZIP Unicode Path field (0x7075), where there is one. */
function unicodeName(extra: Buffer): string | null {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 0x7075 && length > 5)
      return extra.subarray(at + 9, at + 4 + length).toString('utf8');
  }
  return null;
}

/** How many bytes of the archive, from the member's offset on, hold it. */
export const entryLength = (entry: ZipEntry): number => LOCAL_LENGTH + 2 * 0xffff + entry.packed;

/**
 * The bytes of a member; `view` holds the archive, or starts at an entry whose offset is 0.
 * @throws Refusal when it is encrypted, damaged, or unpacks beyond `budget` bytes or the limits.
 */
export function unpackEntry(view: Buffer, entry: ZipEntry, limits: Limits, budget: number): Uint8Array {
  if (entry.encrypted) throw encrypted();
  if (entry.size > 1e6 && entry.size > entry.packed * limits.ratio)
    throw bomb(`a part unpacks to ${limits.ratio} times its size or more`);
  if (entry.size > budget) throw bomb(`it unpacks to more than ${Math.round(limits.unpackedBytes / 1e6)} MB`);
  if (entry.offset < 0 || entry.offset + LOCAL_LENGTH > view.length) throw truncated();
  const start =
    entry.offset + LOCAL_LENGTH + view.readUInt16LE(entry.offset + 26) + view.readUInt16LE(entry.offset + 28);
  const packed = view.subarray(start, start + entry.packed);
  if (packed.length < entry.packed) throw truncated();
  if (entry.method === STORED) return packed;
  if (entry.method !== DEFLATED)
    throw new Refusal(
      'damaged',
      `it is packed by a method that is not known (${entry.method})`,
      'save it anew, or pack it as plain .zip',
    );
  return inflate(packed, entry, budget);
}

function inflate(packed: Buffer, entry: ZipEntry, budget: number): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, Math.min(budget, Math.max(entry.size, 1 << 16))) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw bomb('a part is larger than it says');
    throw truncated();
  }
}

const bomb = (what: string): Refusal =>
  new Refusal('unpacks-too-large', what, 'it is no ordinary document; save its text as .txt if you trust it');

/** The refusal of a file that asks for a password. */
export const encrypted = (): Refusal =>
  new Refusal(
    'encrypted',
    'it is protected by a password',
    'open it in its program, take the password off and save it again',
  );
