/** Paragraph and character properties of Word's binary format (MS-DOC), as far as the text depends on them. */

/** What sprms say of a paragraph; null where they are silent. */
export interface ParagraphProperties {
  readonly style: number;
  readonly list: number | null;
  readonly depth: number | null;
  readonly outline: number | null;
  readonly inTable: boolean;
  readonly cellEnd: boolean;
  readonly rowEnd: boolean;
  readonly nesting: number;
}

export type PropertyChanges = Partial<ParagraphProperties>;

/** Runs of the stream, in rising order; `at(fc)` gives the value of the run that holds the offset. */
export interface RunTable<T> {
  readonly at: (offset: number) => T | null;
}

const PAGE = 512;
const HUGE = 0x6646;
const MAX_PAGES = 100_000;

/** The formatted disk pages of a PLC of bin tables, flattened; `decode` reads one entry's bytes. */
export function readRuns<T>(
  word: Buffer,
  plc: Buffer,
  entrySize: number,
  decode: (page: Buffer, at: number) => T,
): RunTable<T> {
  const count = Math.min(MAX_PAGES, Math.max(0, Math.floor((plc.length - 4) / 8)));
  const starts: number[] = [];
  const values: T[] = [];
  for (let index = 0; index < count; index++) {
    const number = plc.readUInt32LE((count + 1) * 4 + index * 4) & 0x3fffff;
    const page = word.subarray(number * PAGE, (number + 1) * PAGE);
    if (page.length < PAGE) continue;
    const runs = page.readUInt8(PAGE - 1);
    if ((runs + 1) * 4 + runs * entrySize > PAGE) continue;
    for (let run = 0; run < runs; run++) {
      starts.push(page.readUInt32LE(run * 4));
      values.push(decode(page, page.readUInt8((runs + 1) * 4 + run * entrySize) * 2));
    }
  }
  return { at: (offset) => values[lastNotAbove(starts, offset)] ?? null };
}

function lastNotAbove(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return starts.length && starts[low]! <= offset ? low : -1;
}

/** An entry of a paragraph page: its style and changes. `data` is the Data stream, where long lists of changes stand. */
export const paragraphEntry =
  (data: Buffer | null) =>
  (page: Buffer, at: number): PropertyChanges => {
    if (at === 0) return {};
    const half = page.readUInt8(at);
    const start = half === 0 ? at + 2 : at + 1;
    const length = half === 0 ? page.readUInt8(at + 1) * 2 : half * 2 - 1;
    const bytes = page.subarray(start, Math.min(start + length, PAGE - 1));
    if (bytes.length < 2) return {};
    return { style: bytes.readUInt16LE(0), ...paragraphChanges(bytes.subarray(2), data) };
  };

/** The paragraph properties that a list of changes (grpprl) sets. */
export function paragraphChanges(grpprl: Buffer, data: Buffer | null = null): PropertyChanges {
  const changes: { -readonly [K in keyof ParagraphProperties]?: ParagraphProperties[K] } = {};
  for (const [sprm, operand] of sprms(grpprl)) {
    if (sprm === 0x4600) changes.style = operand.readUInt16LE(0);
    else if (sprm === 0x260a) changes.depth = operand.readUInt8(0);
    else if (sprm === 0x460b) changes.list = operand.readInt16LE(0);
    else if (sprm === 0x2640) changes.outline = operand.readUInt8(0);
    else if (sprm === 0x2416) changes.inTable = operand.readUInt8(0) !== 0;
    else if (sprm === 0x244b) changes.cellEnd = operand.readUInt8(0) !== 0;
    else if (sprm === 0x2417 || sprm === 0x244c) changes.rowEnd = operand.readUInt8(0) !== 0;
    else if (sprm === 0x6649) changes.nesting = operand.readInt32LE(0);
    else if (sprm === HUGE && data) Object.assign(changes, hugeChanges(data, operand.readUInt32LE(0)));
  }
  return changes;
}

function hugeChanges(data: Buffer, at: number): PropertyChanges {
  if (at + 2 > data.length) return {};
  return paragraphChanges(data.subarray(at + 2, at + 2 + data.readUInt16LE(at)));
}

/** Whether a character run is shown: neither deleted (with changes tracked) nor hidden. */
export function isShown(page: Buffer, at: number): boolean {
  if (at === 0) return true;
  const grpprl = page.subarray(at + 1, Math.min(at + 1 + page.readUInt8(at), PAGE - 1));
  for (const [sprm, operand] of sprms(grpprl))
    if ((sprm === 0x0800 || sprm === 0x083c) && operand.readUInt8(0) === 1) return false;
  return true;
}

const OPERAND_SIZES = [1, 1, 2, 4, 2, 2, 0, 3];

/** The changes of a grpprl with their operands; ends at the first that is cut off. */
function* sprms(grpprl: Buffer): Generator<readonly [number, Buffer]> {
  let at = 0;
  while (at + 3 <= grpprl.length) {
    const sprm = grpprl.readUInt16LE(at);
    const [skip, size] = operandOf(sprm, grpprl, at + 2);
    const operand = grpprl.subarray(at + 2 + skip, at + 2 + skip + size);
    if (operand.length < size || (size === 0 && skip === 0)) return;
    if (size > 0) yield [sprm, operand];
    at += 2 + skip + size;
  }
}

function operandOf(sprm: number, grpprl: Buffer, at: number): [skip: number, size: number] {
  const fixed = OPERAND_SIZES[sprm >> 13]!;
  if (fixed) return [0, fixed];
  if (sprm === 0xd608) return [2, Math.max(0, (at + 2 <= grpprl.length ? grpprl.readUInt16LE(at) : 0) - 1)];
  const size = grpprl.readUInt8(at);
  if (sprm === 0xc615 && size === 255) return [1, tabsSize(grpprl, at + 1)];
  return [1, size];
}

/** The size of sprmPChgTabs where it does not fit its length byte. */
function tabsSize(grpprl: Buffer, at: number): number {
  const deleted = grpprl[at] ?? 0;
  return 1 + deleted * 4 + 1 + (grpprl[at + 1 + deleted * 4] ?? 0) * 3;
}
