import { Refusal } from './reading.ts';

/** A compound file's streams by name. */
export interface Ole {
  readonly names: readonly string[];
  /** The stream of this name, or null. */
  readonly stream: (name: string) => Buffer | null;
}

const FREE = 0xfffffffa;
const HEADER = 512;
const MINI_SECTOR = 64;
const ENTRY = 128;

/**
 * Opens a compound file (MS-CFB) and gives its streams, whatever storage they are in.
 * @throws Refusal when its tables are broken.
 */
export function openOle(bytes: Uint8Array): Ole {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length < HEADER + MINI_SECTOR) throw broken();
  const shift = view.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) throw broken();
  const size = 1 << shift;
  const sector = (id: number): Buffer => view.subarray((id + 1) * size, (id + 2) * size);
  const fat = readFat(view, sector, size);
  const chain = (start: number, next: Uint32Array, most: number): number[] => {
    const ids: number[] = [];
    for (let id = start; id < FREE && id < next.length && ids.length < most; id = next[id]!) ids.push(id);
    return ids;
  };
  const sectors = Math.ceil(view.length / size);
  const read = (start: number): Buffer => Buffer.concat(chain(start, fat, sectors).map(sector));
  const entries = readEntries(read(view.readUInt32LE(48)));
  const root = entries.find((entry) => entry.type === 5);
  if (!root) throw broken();
  const miniFat = words(read(view.readUInt32LE(60)));
  const mini = read(root.start);
  const miniLimit = view.readUInt32LE(56);
  const readMini = (start: number): Buffer =>
    Buffer.concat(
      chain(start, miniFat, miniFat.length).map((id) => mini.subarray(id * MINI_SECTOR, (id + 1) * MINI_SECTOR)),
    );
  const streams = new Map(entries.filter((entry) => entry.type === 2).map((entry) => [entry.name, entry]));
  return {
    names: entries.map((entry) => entry.name),
    stream: (name) => {
      const entry = streams.get(name);
      if (!entry) return null;
      return (entry.size < miniLimit ? readMini(entry.start) : read(entry.start)).subarray(0, entry.size);
    },
  };
}

const broken = (): Refusal =>
  new Refusal('damaged', 'the file is cut off or damaged', 'open it in Word or WPS and save it as .docx');

function readFat(view: Buffer, sector: (id: number) => Buffer, size: number): Uint32Array {
  const ids: number[] = [];
  for (let at = 76; at < HEADER; at += 4) ids.push(view.readUInt32LE(at));
  let next = view.readUInt32LE(68);
  const most = Math.ceil(view.length / size);
  for (let count = 0; next < FREE && count < most; count++) {
    const block = sector(next);
    if (block.length < size) break;
    for (let at = 0; at < size - 4; at += 4) ids.push(block.readUInt32LE(at));
    next = block.readUInt32LE(size - 4);
  }
  return words(
    Buffer.concat(
      ids
        .filter((id) => id < FREE && id < most)
        .slice(0, most)
        .map(sector),
    ),
  );
}

const words = (bytes: Buffer): Uint32Array => {
  const out = new Uint32Array(bytes.length >> 2);
  for (let at = 0; at < out.length; at++) out[at] = bytes.readUInt32LE(at * 4);
  return out;
};

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly start: number;
  readonly size: number;
}

function readEntries(directory: Buffer): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at + ENTRY <= directory.length; at += ENTRY) {
    const length = Math.min(64, directory.readUInt16LE(at + 64));
    const type = directory.readUInt8(at + 66);
    if (type === 0 || length < 2) continue;
    const name = directory.subarray(at, at + length - 2).toString('utf16le');
    entries.push({ name, type, start: directory.readUInt32LE(at + 116), size: directory.readUInt32LE(at + 120) });
  }
  return entries;
}
