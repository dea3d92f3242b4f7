/**
 * A text as copies share it: letters only, every number one sign, the two characters before a division's suffix (县, 镇)
 * masked, so that white space, punctuation, figures and places that were swapped do not hide a copy. Character `i` stands
 * at `[starts[i], ends[i])` of the text.
 */
export interface NeutralText {
  readonly codes: Uint16Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

const NUMERAL = 0x30;
const PLACE = 0x3013;
const NUMERALS = '0123456789０１２３４５６７８９零〇一二三四五六七八九十百千万亿两几余多壹贰叁肆伍陆柒捌玖拾';
const SUFFIXES = new Set(Array.from('省市县区州旗镇乡村', (each) => each.charCodeAt(0)));
const MASKED = 2;

/** What each UTF-16 code unit becomes; 0 where it is left out. */
const NEUTRAL_CODES: Uint16Array = neutralCodes();

function neutralCodes(): Uint16Array {
  const codes = new Uint16Array(0x10000);
  for (let code = 0; code < codes.length; code++) {
    const isSurrogate = code >= 0xd800 && code < 0xe000;
    if (isSurrogate || /\p{L}/u.test(String.fromCharCode(code))) codes[code] = code;
  }
  for (let code = 0x41; code <= 0x5a; code++) codes[code] = code + 0x20;
  for (const numeral of NUMERALS) codes[numeral.charCodeAt(0)] = NUMERAL;
  return codes;
}

/** The neutral form of `text`. */
export function neutralize(text: string): NeutralText {
  const codes = new Uint16Array(text.length);
  const starts = new Int32Array(text.length);
  const ends = new Int32Array(text.length);
  let length = 0;
  for (let offset = 0; offset < text.length; offset++) {
    const code = NEUTRAL_CODES[text.charCodeAt(offset)]!;
    if (code === 0) continue;
    if (code === NUMERAL && length > 0 && codes[length - 1] === NUMERAL) {
      ends[length - 1] = offset + 1;
      continue;
    }
    if (SUFFIXES.has(code)) maskName(codes, length);
    codes[length] = code;
    starts[length] = offset;
    ends[length++] = offset + 1;
  }
  return { codes: codes.slice(0, length), starts: starts.slice(0, length), ends: ends.slice(0, length) };
}

function maskName(codes: Uint16Array, length: number): void {
  for (let index = length - 1; index >= Math.max(0, length - MASKED); index--) {
    const code = codes[index]!;
    if (code === NUMERAL || code === PLACE || SUFFIXES.has(code)) return;
    codes[index] = PLACE;
  }
}
