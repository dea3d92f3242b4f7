import dictionary from 'opencc-js/dict/TSCharacters';

/** By code unit of a traditional character, the code unit of its simplified form; 0 elsewhere. From OpenCC's TSCharacters. */
const SIMPLIFIED = readTable(dictionary);

function readTable(entries: string): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (const entry of entries.split('|')) {
    const [from = '', to = ''] = entry.split(' ');
    if (from.length === 1 && to.length === 1 && from !== to) table[from.charCodeAt(0)] = to.charCodeAt(0);
  }
  return table;
}

/**
 * The text with its traditional characters in simplified form, for matching only: it has the same length in UTF-16, so
 * that offsets hold. Characters are taken one by one; those outside the basic plane stay.
 */
export function toSimplified(text: string): string {
  let out = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const simplified = SIMPLIFIED[text.charCodeAt(at)]!;
    if (simplified === 0) continue;
    out += text.slice(from, at) + String.fromCharCode(simplified);
    from = at + 1;
  }
  return from === 0 ? text : out + text.slice(from);
}
