import { formatOfCode, type ListCounts, type ListLevel, nextLabel } from './numbers.ts';

/** The lists of a Word binary document, with running counts. */
export interface DocLists {
  /** Counts the next item of the list (`ilfo`, from 1) at this depth and gives its label. */
  readonly next: (list: number, depth: number) => string;
}

const LEVELS = 9;

interface Override {
  readonly list: number;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, ListLevel>;
}

/** Reads the list tables at `lists` (PlfLst, with the levels behind it) and `overrides` (PlfLfo) of the table stream. */
export function readDocLists(table: Buffer, lists: number, overrides: Buffer): DocLists {
  const byId = readListTable(table, lists);
  const instances = readOverrides(overrides);
  const counts = new Map<number, ListCounts>();
  const started = new Set<string>();
  return {
    next: (list, depth) => {
      const instance = instances[list - 1];
      if (!instance) return '';
      const own = [...(byId.get(instance.list) ?? [])];
      for (const [at, level] of instance.levels) own[at] = level;
      const running = counts.get(instance.list) ?? counts.set(instance.list, []).get(instance.list)!;
      const start = instance.starts.get(depth);
      if (start !== undefined && !started.has(`${list}/${depth}`)) running[depth] = null;
      started.add(`${list}/${depth}`);
      return nextLabel(own, running, depth, start);
    },
  };
}

function readListTable(table: Buffer, start: number): Map<number, ListLevel[]> {
  const lists = new Map<number, ListLevel[]>();
  if (start + 2 > table.length) return lists;
  const count = table.readUInt16LE(start);
  let at = start + 2 + count * 28;
  for (let index = 0; index < count; index++) {
    const head = start + 2 + index * 28;
    if (at + 28 > table.length) return lists;
    const levels: ListLevel[] = [];
    const simple = (table.readUInt8(head + 26) & 1) !== 0;
    for (let depth = 0; depth < (simple ? 1 : LEVELS); depth++) {
      const read = readLevel(table, at);
      if (!read) return lists;
      levels.push(read.level);
      at = read.end;
    }
    lists.set(table.readInt32LE(head), levels);
  }
  return lists;
}

function readLevel(table: Buffer, at: number): { level: ListLevel; end: number } | null {
  if (at + 28 > table.length) return null;
  const flags = table.readUInt8(at + 5);
  const textAt = at + 28 + table.readUInt8(at + 24) + table.readUInt8(at + 25);
  if (textAt + 2 > table.length) return null;
  const end = textAt + 2 + table.readUInt16LE(textAt) * 2;
  if (end > table.length) return null;
  const raw = table.subarray(textAt + 2, end).toString('utf16le');
  const text = Array.from(raw, (character) =>
    character < '\u0009' ? `%${character.charCodeAt(0) + 1}` : character,
  ).join('');
  const restart = (flags & 8) !== 0 ? table.readUInt8(at + 26) - 1 : null;
  const format = formatOfCode(table.readUInt8(at + 4));
  return { level: { start: table.readInt32LE(at), format, text, restartAfter: restart }, end };
}

function readOverrides(bytes: Buffer): Override[] {
  if (bytes.length < 4) return [];
  const count = Math.min(bytes.readUInt32LE(0), Math.floor((bytes.length - 4) / 16));
  const out: Override[] = [];
  let at = 4 + count * 16;
  for (let index = 0; index < count; index++) {
    const head = 4 + index * 16;
    const override: Override = { list: bytes.readInt32LE(head), starts: new Map(), levels: new Map() };
    out.push(override);
    at += 4;
    for (let level = bytes.readUInt8(head + 12); level > 0 && at + 8 <= bytes.length; level--)
      at = readOverrideLevel(bytes, at, override);
  }
  return out;
}

function readOverrideLevel(bytes: Buffer, at: number, override: Override): number {
  const flags = bytes.readUInt32LE(at + 4);
  const depth = flags & 15;
  if ((flags & 32) === 0) {
    if (flags & 16) override.starts.set(depth, bytes.readInt32LE(at));
    return at + 8;
  }
  const read = readLevel(bytes, at + 8);
  if (!read) return bytes.length;
  override.levels.set(depth, read.level);
  if (flags & 16) override.starts.set(depth, read.level.start);
  return read.end;
}
