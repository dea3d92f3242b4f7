const DIGITS = '零一二三四五六七八九';
const SPELLINGS: readonly (readonly [string, number])[] = [
  ['〇零', 0],
  ['壹', 1],
  ['贰两', 2],
  ['叁', 3],
  ['肆', 4],
  ['伍', 5],
  ['陆', 6],
  ['柒', 7],
  ['捌', 8],
  ['玖', 9],
];
const SCALES: readonly (readonly [string, number])[] = [
  ['十拾', 10],
  ['百佰', 100],
  ['千仟', 1000],
  ['万', 1e4],
  ['亿', 1e8],
];

/** By character code: 0 for no numeral, else a digit + 1, or 20 + the index of a scale. */
const READ = new Uint8Array(0x10000);
const SCALE = 20;
for (const [index, digit] of [...DIGITS].entries()) READ[digit.charCodeAt(0)] = index + 1;
for (const [spellings, digit] of SPELLINGS) for (const spelling of spellings) READ[spelling.charCodeAt(0)] = digit + 1;
for (const [index, [spellings]] of SCALES.entries())
  for (const spelling of spellings) READ[spelling.charCodeAt(0)] = SCALE + index;

/**
 * The value of a Chinese numeral: positional (二〇一九 → 2019) or with units (一千二百三十, 三万五 → 35000, 十五).
 * Null for anything else.
 */
export function parseChineseNumeral(text: string): number | null {
  if (text === '') return null;
  let hasScale = false;
  let digits = 0;
  for (let i = 0; i < text.length; i++) {
    const read = READ[text.charCodeAt(i)]!;
    if (read === 0) return null;
    if (read >= SCALE) hasScale = true;
    digits = digits * 10 + read - 1;
  }
  return hasScale ? readScales(text) : digits;
}

function readScales(text: string): number {
  let total = 0;
  let group = 0;
  let digit = -1;
  let last = 1;
  for (let i = 0; i < text.length; i++) {
    const read = READ[text.charCodeAt(i)]!;
    if (read < SCALE) {
      digit = read - 1;
      if (digit === 0) last = 10;
      continue;
    }
    const scale = SCALES[read - SCALE]![1];
    if (scale < 1e4) group += (digit >= 0 ? digit : group === 0 ? 1 : 0) * scale;
    else {
      const before = group + Math.max(0, digit);
      total = scale === 1e8 ? (total + before) * scale : total + before * scale;
      group = 0;
    }
    [digit, last] = [-1, scale];
  }
  // A bare digit after a unit counts the next lower one: 三万五 is 35000, 一百二 is 120; after 零 it counts ones.
  const tail = digit < 0 ? 0 : last > 10 ? digit * (last / 10) : digit;
  return total + group + tail;
}

/** Whether a character code is one of 0 to 9. */
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
