/** A decoded text with the encoding's WHATWG name; `damaged` counts characters that the bytes do not spell. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  readonly damaged: number;
}

const SAMPLE = 1 << 16;

/**
 * Decodes bytes that may be UTF-8, UTF-16 (with or without byte-order mark), GB18030 (so GBK and GB2312) or Big5.
 * Null when the bytes are no text. The byte-order mark is not part of the text.
 */
export function decodeBytes(bytes: Uint8Array): Decoded | null {
  const marked = byteOrderMark(bytes);
  if (marked) return decodeAs(bytes, marked);
  const wide = wideEncoding(bytes.subarray(0, SAMPLE));
  if (wide) return decodeAs(bytes, wide);
  if (isBinary(bytes.subarray(0, SAMPLE))) return null;
  if (isUtf8(bytes)) return decodeAs(bytes, 'utf-8');
  const encoding = legacyEncoding(bytes);
  return encoding ? decodeAs(bytes, encoding) : null;
}

/**
 * Decodes bytes in the encoding that `label` names.
 * @throws RangeError when the label is not one of the WHATWG encodings.
 */
export function decodeAs(bytes: Uint8Array, label: string): Decoded {
  const asked = new TextDecoder(label);
  // Node's gbk lacks characters that every Chinese program writes (A3A0, A2E3); gb18030 holds all of gbk.
  const decoder = asked.encoding === 'gbk' ? new TextDecoder('gb18030') : asked;
  const text = decoder.decode(bytes);
  return { text, encoding: decoder.encoding, damaged: countDamage(text) };
}

function byteOrderMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return null;
}

/**
 * UTF-16 without a mark: almost every code unit is a Han character, Chinese punctuation or printable ASCII in one byte
 * order, and control bytes occur, which no single-byte or multi-byte text has.
 */
function wideEncoding(sample: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const controls = countControls(sample);
  if (sample.length < 4 || controls === 0) return null;
  const little = plausibleUnits(sample, 0);
  const big = plausibleUnits(sample, 1);
  const best = Math.max(little, big);
  if (best < 0.95 || Math.abs(little - big) < 0.05) return null;
  return little > big ? 'utf-16le' : 'utf-16be';
}

function plausibleUnits(sample: Uint8Array, highFirst: 0 | 1): number {
  const units = sample.length >> 1;
  let plausible = 0;
  for (let at = 0; at < units; at++) {
    const first = sample[at * 2]!;
    const second = sample[at * 2 + 1]!;
    const unit = highFirst ? (first << 8) | second : (second << 8) | first;
    if (isCommonUnit(unit)) plausible++;
  }
  return plausible / units;
}

const isCommonUnit = (unit: number): boolean =>
  (unit >= 0x4e00 && unit < 0xa000) ||
  (unit >= 0x20 && unit < 0x7f) ||
  unit === 0x0a ||
  unit === 0x0d ||
  unit === 0x09 ||
  (unit >= 0x3000 && unit < 0x3040) ||
  (unit >= 0xff00 && unit < 0xfff0) ||
  (unit >= 0x2010 && unit < 0x2480);

const isBinary = (sample: Uint8Array): boolean => countControls(sample) > Math.max(2, sample.length / 100);

/** Bytes that text files do not have: C0 controls other than tab, line ends, form feed, end of file and escape. */
function countControls(sample: Uint8Array): number {
  let controls = 0;
  for (const byte of sample)
    if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 0x1a && byte !== 0x1b)
      controls++;
  return controls;
}

/** Whether the bytes are UTF-8 but for at most one fault in 200 characters beyond ASCII, as copied and cut files have. */
function isUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, SAMPLE * 16));
  const damaged = countDamage(text);
  if (damaged === 0) return true;
  let beyond = 0;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) beyond++;
  return damaged * 200 <= beyond || (damaged === 1 && beyond > 20);
}

function legacyEncoding(bytes: Uint8Array): 'gb18030' | 'big5' | null {
  const sample = bytes.subarray(0, SAMPLE);
  const simplified = commonShare(new TextDecoder('gb18030').decode(sample), COMMON_SIMPLIFIED);
  const traditional = commonShare(new TextDecoder('big5').decode(sample), COMMON_TRADITIONAL);
  if (traditional > 0.1 && traditional > simplified * 2) return 'big5';
  return damageShare(new TextDecoder('gb18030').decode(sample)) > 0.1 ? null : 'gb18030';
}

/** The most frequent characters of modern written Chinese: about 30 % of any running text. */
const COMMON_SIMPLIFIED = new Set(
  '的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长政进展建村工乡干部员问题',
);
const COMMON_TRADITIONAL = new Set(
  '的一是不了在人有我他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可裡後小麼心多天而能好都然沒日於起還發成事只作當想看文無開手十用主行方又如前所本見經頭面公同三已老從動兩長政進展建村工鄉幹部員問題',
);

function commonShare(text: string, common: ReadonlySet<string>): number {
  let han = 0;
  let hits = 0;
  for (const character of text) {
    if (character < '\u0080') continue;
    han++;
    if (common.has(character)) hits++;
  }
  return han ? hits / han : 0;
}

const damageShare = (text: string): number => (text.length ? countDamage(text) / text.length : 0);

function countDamage(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count++;
  return count;
}
