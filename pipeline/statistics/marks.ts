/** Classes of characters as bits, so that one look at a character tells what may begin or stand there. */
export type Mark = number;

/** A table from character code to the bits of the classes that the character is in. */
export function markTable(classes: readonly (readonly [Mark, string])[]): Uint32Array {
  const table = new Uint32Array(0x10000);
  for (const [mark, characters] of classes)
    for (let i = 0; i < characters.length; i++) table[characters.charCodeAt(i)]! |= mark;
  return table;
}

/** The bits of all characters of `text` in `[from, to)`. */
export function marksIn(table: Uint32Array, text: string, from: number, to: number): Mark {
  let marks = 0;
  for (let i = from; i < to; i++) marks |= table[text.charCodeAt(i)]!;
  return marks;
}
