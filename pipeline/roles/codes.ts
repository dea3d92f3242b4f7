/** The characters of a sentence as numbers, until the next is read. */
export interface Codes {
  codes: Uint16Array;
  length: number;
  /** How many of them are digits. */
  digits: number;
}

const READ: Codes = { codes: new Uint16Array(4096), length: 0, digits: 0 };

/** Reads a sentence into numbers once: a string that is a part of another is slow to read. */
export function readCodes(body: string): Readonly<Codes> {
  if (body.length > READ.codes.length) READ.codes = new Uint16Array(body.length * 2);
  const { codes } = READ;
  let digits = 0;
  for (let at = 0; at < body.length; at += 1) {
    const code = body.charCodeAt(at);
    codes[at] = code;
    digits += isDigit(code) ? 1 : 0;
  }
  READ.length = body.length;
  READ.digits = digits;
  return READ;
}

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
