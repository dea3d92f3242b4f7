import type { Line } from './lines.ts';
import { type Destination, FIRST_GROUP, type Group } from './rtf-state.ts';
import { collectLines, type LineCollector } from './table.ts';

/** A paragraph style by its number in the file. */
export interface Style {
  name: string;
  outline: number | null;
  base: number | null;
}

/** What is known while a file is read. */
export interface Document {
  group: Group;
  readonly stack: Group[];
  codePage: number;
  pending: number[];
  skip: number;
  font: number;
  readonly fonts: Map<number, number>;
  style: number;
  readonly styles: Map<number, Style>;
  readonly info: Map<string, string>;
  readonly lines: LineCollector;
  readonly notes: Line[];
  readonly text: Record<Destination, string>;
  outline: number | null;
  inTable: boolean;
  nesting: number;
  depth: number;
}

/** A document before its first token. */
export const newDocument = (): Document => ({
  group: FIRST_GROUP,
  stack: [],
  codePage: 0,
  pending: [],
  skip: 0,
  font: 0,
  fonts: new Map(),
  style: 0,
  styles: new Map(),
  info: new Map(),
  lines: collectLines(),
  notes: [],
  text: { body: '', note: '', number: '', style: '', font: '', info: '', skip: '' },
  outline: null,
  inTable: false,
  nesting: 1,
  depth: 0,
});

/** Takes a control word of the style sheet. */
export function setStyle(document: Document, word: string, value: number | null): void {
  if (word === 's') {
    document.style = value ?? 0;
    document.styles.set(document.style, { name: '', outline: null, base: null });
  } else if (word === 'cs' || word === 'ts' || word === 'ds') document.style = -1;
  const style = document.styles.get(document.style);
  if (word === 'outlinelevel' && style) style.outline = value;
  else if (word === 'sbasedon' && style) style.base = value;
}

/** Gives the style that ends its name. */
export function nameStyle(document: Document): void {
  const style = document.styles.get(document.style);
  if (style && style.name === '') style.name = document.text.style.replace(/;.*$/s, '').trim().toLowerCase();
  document.text.style = '';
}

/** The outline level of a style, inherited or its own; null for body text. */
export function styleOutline(styles: ReadonlyMap<number, Style>, style: number): number | null {
  let at: number | null = style;
  for (let count = 0; at !== null && count < 20; count++) {
    const found: Style | undefined = styles.get(at);
    if (found?.outline != null) return found.outline;
    at = found?.base ?? null;
  }
  return null;
}
