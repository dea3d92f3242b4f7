import { writeNumber } from './numbers.ts';

/** A list of a web page: how its items are numbered, and how many there were. */
export interface WebList {
  readonly style: string | null;
  count: number;
}

const TYPES: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};
const STYLES: Readonly<Record<string, string>> = {
  decimal: 'decimal',
  'cjk-ideographic': 'chineseCounting',
  'cjk-decimal': 'ideographDigital',
  'simp-chinese-informal': 'chineseCounting',
  'simp-chinese-formal': 'chineseLegalSimplified',
  'trad-chinese-informal': 'chineseCounting',
  'lower-alpha': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
};

/** The number format of a list, by its names in ECMA-376; null where it shows none. */
export function listStyle(tag: string, attributes: Readonly<Record<string, string>>): string | null {
  const css = /list-style(?:-type)?\s*:\s*([\w-]+)/i.exec(attributes.style ?? '')?.[1]?.toLowerCase();
  if (css) return STYLES[css] ?? null;
  return tag === 'ol' ? (TYPES[attributes.type ?? '1'] ?? 'decimal') : null;
}

/** The label of the next item. */
export function listLabel(list: WebList | null, attributes: Readonly<Record<string, string>>): string {
  if (!list) return '';
  list.count = attributes.value === undefined ? list.count + 1 : Number(attributes.value) || 0;
  if (!list.style) return '';
  return writeNumber(list.style, list.count) + (/^(?:chinese|ideograph)/.test(list.style) ? '、' : '.');
}
