/** A token of Rich Text Format 1.9; bytes stand as Latin-1 characters. */
export type RtfToken =
  | { readonly type: 'open' | 'close' }
  | { readonly type: 'word'; readonly word: string; readonly value: number | null }
  | { readonly type: 'byte'; readonly byte: number }
  | { readonly type: 'text'; readonly text: string };

const OPEN: RtfToken = { type: 'open' };
const CLOSE: RtfToken = { type: 'close' };
const MARK = /[\\{}]/g;
const WORD = /([a-zA-Z]{1,32})(-?\d{1,10})? ?/y;

/** The tokens of a file; binary data (`\bin`) is passed over, line ends mean nothing. */
export function* rtfTokens(source: string): Generator<RtfToken> {
  let at = 0;
  while (at < source.length) {
    const character = source[at]!;
    if (character === '{' || character === '}') {
      yield character === '{' ? OPEN : CLOSE;
      at++;
    } else if (character !== '\\') {
      MARK.lastIndex = at;
      const end = MARK.exec(source)?.index ?? source.length;
      const text = source.slice(at, end).replaceAll(/[\r\n\0]/g, '');
      if (text) yield { type: 'text', text };
      at = end;
    } else {
      const [token, next] = control(source, at + 1);
      if (token) yield token;
      at = next;
    }
  }
}

/** The token after a backslash and where the next begins. */
function control(source: string, at: number): [RtfToken | null, number] {
  WORD.lastIndex = at;
  const match = WORD.exec(source);
  if (match) {
    const word = match[1]!;
    const value = match[2] === undefined ? null : Number(match[2]);
    const end = at + match[0].length;
    return word === 'bin' ? [null, end + Math.max(0, value ?? 0)] : [{ type: 'word', word, value }, end];
  }
  const character = source[at] ?? '';
  if (character === "'") {
    const byte = Number.parseInt(source.slice(at + 1, at + 3), 16);
    return [Number.isNaN(byte) ? null : { type: 'byte', byte }, at + 3];
  }
  return [symbol(character), at + 1];
}

const SYMBOLS: Readonly<Record<string, string>> = { '\\': '\\', '{': '{', '}': '}', '~': '\u00a0', _: '-' };

function symbol(character: string): RtfToken | null {
  if (SYMBOLS[character]) return { type: 'text', text: SYMBOLS[character] };
  if (character === '*') return { type: 'word', word: '*', value: null };
  if (character === '\n' || character === '\r') return { type: 'word', word: 'par', value: null };
  return null;
}
