const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  壹: 1,
  二: 2,
  贰: 2,
  两: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const UNITS: Readonly<Record<string, number>> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1000,
  仟: 1000,
  万: 1e4,
  亿: 1e8,
};

/** A regular-expression class of the characters of which Chinese numerals are made. */
export const CHINESE_NUMERAL = '[零〇一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟]';

/**
 * The value of a Chinese numeral: positional (二〇一九 → 2019) or with units (一千二百三十, 三万五 → 35000, 十五).
 * Null for anything else.
 */
export function parseChineseNumeral(text: string): number | null {
  if (text === '' || [...text].some((character) => DIGITS[character] === undefined && UNITS[character] === undefined))
    return null;
  if ([...text].every((character) => DIGITS[character] !== undefined)) {
    return Number([...text].map((character) => DIGITS[character]).join(''));
  }
  return readUnits(text);
}

function readUnits(text: string): number {
  let total = 0;
  let group = 0;
  let digit: number | null = null;
  let last = 1;
  for (const character of text) {
    const unit = UNITS[character];
    if (unit === undefined) {
      if (character === '零' || character === '〇') last = 10;
      digit = DIGITS[character]!;
    } else if (unit < 1e4) {
      group += (digit ?? (group === 0 ? 1 : 0)) * unit;
      [digit, last] = [null, unit];
    } else {
      const before = group + (digit ?? 0);
      total = unit === 1e8 ? (total + before) * unit : total + before * unit;
      [group, digit, last] = [0, null, unit];
    }
  }
  // A bare digit after a unit counts the next lower one: 三万五 is 35000, 一百二 is 120; after 零 it counts ones.
  const tail = digit === null ? 0 : last > 10 ? digit * (last / 10) : digit;
  return total + group + tail;
}

/** Full-width digits, letters, ％ and ． as their half-width forms; every character keeps its place. */
export const toHalfWidth = (text: string): string =>
  text.replace(/[\uFF01-\uFF5E]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
