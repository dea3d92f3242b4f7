/** Classes of characters as bits, so that one look at a character tells what may begin or stand there. */
export type Mark = number;

/** The bits of each character code, in as little memory as they need. */
export type MarkTable = Uint8Array | Uint16Array;

/** A table from character code to the bits of the classes that the character is in; 16 classes at the most. */
export function markTable(classes: readonly (readonly [Mark, string])[]): MarkTable {
  const all = classes.reduce((marks, [mark]) => marks | mark, 0);
  const table = all < 0x100 ? new Uint8Array(0x10000) : new Uint16Array(0x10000);
  for (const [mark, characters] of classes)
    for (let i = 0; i < characters.length; i++) table[characters.charCodeAt(i)]! |= mark;
  return table;
}

/** The bits of the character at `at`; none behind the end, where a table is not to be asked: that is slow. */
export const markAt = (table: MarkTable, text: string, at: number): Mark =>
  at < text.length ? table[text.charCodeAt(at)]! : 0;

/** The bits of all characters of `text` in `[from, to)`. */
export function marksIn(table: MarkTable, text: string, from: number, to: number): Mark {
  let marks = 0;
  for (let i = from; i < to; i++) marks |= table[text.charCodeAt(i)]!;
  return marks;
}
