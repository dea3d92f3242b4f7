import { type PropertyChanges, paragraphChanges } from './doc-properties.ts';

/** A paragraph style of a Word binary document, inherited values included. */
export interface DocStyle {
  readonly changes: PropertyChanges;
  /** Heading level from 1, or null. */
  readonly level: number | null;
  readonly isTitle: boolean;
  readonly isContents: boolean;
}

interface Raw {
  readonly id: number;
  readonly base: number;
  readonly changes: PropertyChanges;
}

const TITLE = 62;
const NO_STYLE = 0xfff;

/** Reads the style sheet (STSH); a style that is not there has no properties. */
export function readDocStyles(sheet: Buffer): (style: number) => DocStyle {
  const raw = readSheet(sheet);
  const known = new Map<number, DocStyle>();
  return (index) => {
    const style = known.get(index) ?? resolve(raw, index);
    known.set(index, style);
    return style;
  };
}

function readSheet(sheet: Buffer): Map<number, Raw> {
  const styles = new Map<number, Raw>();
  if (sheet.length < 6) return styles;
  const count = sheet.readUInt16LE(2);
  const baseSize = sheet.readUInt16LE(4);
  let at = 2 + sheet.readUInt16LE(0);
  for (let index = 0; index < count && at + 2 <= sheet.length; index++) {
    const size = sheet.readUInt16LE(at);
    const style = sheet.subarray(at + 2, at + 2 + size);
    if (size >= baseSize && style.length === size && size > 8) styles.set(index, readStyle(style, baseSize));
    at += 2 + size + (size & 1);
  }
  return styles;
}

function readStyle(style: Buffer, baseSize: number): Raw {
  const kind = style.readUInt16LE(2);
  const id = style.readUInt16LE(0) & 0xfff;
  const names = baseSize + 2 < style.length ? style.readUInt16LE(baseSize) : 0;
  const at = baseSize + 2 + names * 2 + 2;
  const isParagraph = (kind & 15) === 1;
  const size = isParagraph && at + 2 <= style.length ? style.readUInt16LE(at) : 0;
  const changes = size > 2 ? paragraphChanges(style.subarray(at + 4, at + 2 + size)) : {};
  return { id, base: kind >> 4, changes };
}

function resolve(raw: ReadonlyMap<number, Raw>, index: number): DocStyle {
  const chain: Raw[] = [];
  for (let at = index; at !== NO_STYLE && raw.has(at) && chain.length < 20; at = raw.get(at)!.base)
    chain.push(raw.get(at)!);
  const changes: PropertyChanges = Object.assign({}, ...chain.map((style) => style.changes).reverse());
  const heading = chain.find((style) => style.id >= 1 && style.id <= 9)?.id ?? null;
  const id = chain[0]?.id ?? -1;
  return { changes, level: heading, isTitle: id === TITLE, isContents: id >= 19 && id <= 27 };
}
