/** The formats of automatic numbers, by their names in ECMA-376 (ST_NumberFormat). */
const DIGITS = '〇一二三四五六七八九';
const FORMAL = '零壹贰叁肆伍陆柒捌玖';

type Write = (value: number) => string;

const cycle =
  (signs: string): Write =>
  (value) =>
    [...signs][(value - 1) % [...signs].length] ?? '';

/** Characters that follow each other in Unicode from `first` for the values 1 to `last`; digits beyond. */
const enclosed =
  (first: string, last: number): Write =>
  (value) =>
    value >= 1 && value <= last ? String.fromCodePoint(first.codePointAt(0)! + value - 1) : String(value);

const letters =
  (first: string): Write =>
  (value) =>
    String.fromCharCode(first.charCodeAt(0) + ((value - 1) % 26)).repeat(
      Math.min(20, Math.floor((value - 1) / 26) + 1),
    );

/** 一百二十三 */
const counting = (digits: string, ten: string, hundred: string, thousand: string): Write => {
  const write = (value: number): string => {
    if (value <= 0 || value >= 10_000) return String(value);
    const units = [
      [1000, thousand],
      [100, hundred],
      [10, ten],
    ] as const;
    let text = '';
    let rest = value;
    let gap = false;
    for (const [size, unit] of units) {
      const digit = Math.floor(rest / size);
      rest %= size;
      if (digit > 0) text += (gap ? digits[0]! : '') + digits[digit]! + unit;
      gap = digit === 0 && text !== '' && rest > 0;
    }
    if (rest > 0) text += (gap ? digits[0]! : '') + digits[rest]!;
    return value >= 10 && value < 20 && ten === '十' ? text.slice(1) : text;
  };
  return write;
};

const positional: Write = (value) => [...String(value)].map((digit) => DIGITS[Number(digit)] ?? digit).join('');
const wide: Write = (value) =>
  String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

function roman(value: number): string {
  const signs = [
    1000,
    'M',
    900,
    'CM',
    500,
    'D',
    400,
    'CD',
    100,
    'C',
    90,
    'XC',
    50,
    'L',
    40,
    'XL',
    10,
    'X',
    9,
    'IX',
    5,
    'V',
    4,
    'IV',
    1,
    'I',
  ] as const;
  let text = '';
  let rest = Math.min(value, 3999);
  for (let at = 0; at < signs.length; at += 2)
    while (rest >= (signs[at] as number)) {
      text += signs[at + 1];
      rest -= signs[at] as number;
    }
  return text;
}

const chinese = counting(`零${DIGITS.slice(1)}`, '十', '百', '千');
const formal = counting(FORMAL, '拾', '佰', '仟');

const WRITERS: Readonly<Record<string, Write>> = {
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalHalfWidth: String,
  decimalFullWidth: wide,
  decimalFullWidth2: wide,
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: letters('A'),
  lowerLetter: letters('a'),
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  japaneseCounting: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  ideographDigital: positional,
  japaneseDigitalTenThousand: positional,
  taiwaneseDigital: positional,
  chineseLegalSimplified: formal,
  ideographLegalTraditional: formal,
  japaneseLegal: formal,
  ideographTraditional: cycle('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: cycle('子丑寅卯辰巳午未申酉戌亥'),
  decimalEnclosedCircle: enclosed('①', 20),
  decimalEnclosedCircleChinese: enclosed('①', 20),
  decimalEnclosedParen: enclosed('⑴', 20),
  decimalEnclosedFullstop: enclosed('⒈', 20),
  ideographEnclosedCircle: enclosed('㈠', 10),
  bullet: () => '',
  none: () => '',
};

/** A number as the format of this name writes it; decimal where the format is not known. Values below 1 come out in digits. */
export const writeNumber = (format: string, value: number): string =>
  (value < 1 && format !== 'bullet' && format !== 'none' ? String : (WRITERS[format] ?? String))(value);

/** One level of a list: `text` has `%1`…`%9` where the numbers of the levels stand. */
export interface ListLevel {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  /** The level (from 0) whose numbers start this one again, or null for the level above; -1 for never. */
  readonly restartAfter: number | null;
}

/** Running counts of one list. */
export type ListCounts = (number | null)[];

/**
 * Counts one more item at `depth` (from 0) and gives its label; empty for bullets and unnumbered levels. `start`
 * overrides where the count begins.
 */
export function nextLabel(
  levels: readonly (ListLevel | undefined)[],
  counts: ListCounts,
  depth: number,
  start?: number,
): string {
  const level = levels[depth];
  if (!level) return '';
  counts[depth] = counts[depth] == null ? (start ?? level.start) : counts[depth]! + 1;
  for (let below = depth + 1; below < levels.length; below++)
    if (restarts(levels[below], below, depth)) counts[below] = null;
  if (level.format === 'bullet' || level.format === 'none') return '';
  return level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const value = counts[at] ?? levels[at]?.start ?? 1;
    return writeNumber(levels[at]?.format ?? 'decimal', value);
  });
}

const restarts = (level: ListLevel | undefined, at: number, counted: number): boolean => {
  if (!level) return true;
  return level.restartAfter === null ? counted < at : counted <= level.restartAfter;
};

/** A paragraph with its label; a blank parts them only where a number would run into one. */
export const labelled = (label: string, text: string): string =>
  /[\w.)]$/.test(label) && /^[\w.]/.test(text) ? `${label} ${text}` : label + text;

/** The number formats of Word's binary and 2003 formats (MSONFC, [MS-OSHARED] 2.2.1.3) from code 0 on. */
const CODES = `
decimal upperRoman lowerRoman upperLetter lowerLetter decimal decimal decimal
decimal decimal ideographDigital japaneseCounting decimal decimal decimalFullWidth decimalHalfWidth
japaneseLegal japaneseDigitalTenThousand decimalEnclosedCircle decimal decimal decimal decimalZero bullet
decimal decimal decimalEnclosedFullstop decimalEnclosedParen decimalEnclosedCircleChinese ideographEnclosedCircle ideographTraditional ideographZodiac
decimal taiwaneseCounting ideographLegalTraditional taiwaneseCountingThousand taiwaneseDigital chineseCounting chineseLegalSimplified chineseCountingThousand
ideographDigital
`
  .trim()
  .split(/\s+/);

/** The format of an MSONFC code; 255 is none. */
export const formatOfCode = (code: number): string => (code === 0xff ? 'none' : (CODES[code] ?? 'decimal'));
