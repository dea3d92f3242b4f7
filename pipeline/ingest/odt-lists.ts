import type { Limits } from './limits.ts';
import { type ListCounts, type ListLevel, nextLabel } from './numbers.ts';
import { type Attributes, parseXml } from './xml.ts';

/** The lists that a text goes through, with their counts; `open` and `close` answer whether the element was theirs. */
export interface ListState {
  readonly open: (name: string, attributes: Attributes) => boolean;
  readonly close: (name: string) => boolean;
  /** The label of the paragraph that starts now; a heading outside lists is numbered by the outline. */
  readonly label: (outlineLevel: number | null) => string;
  /** The name of the common style behind an automatic one. */
  readonly styleName: (name: string) => string;
}

interface Definitions {
  readonly lists: Map<string, ListLevel[]>;
  readonly parents: Map<string, string>;
  outline: ListLevel[];
}

interface OpenList {
  readonly style: string;
  readonly counts: ListCounts;
  /** Whether the next paragraph is the first of its item. */
  fresh: boolean;
  start: number | undefined;
}

/** Number formats of ODF are written as samples. */
const FORMATS: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  '': 'none',
  '一, 二, 三, ...': 'chineseCounting',
  '一, 十, 一百, ...': 'chineseCounting',
  '壹, 贰, 叁, ...': 'chineseLegalSimplified',
  '壹, 貳, 參, ...': 'ideographLegalTraditional',
  '甲, 乙, 丙, ...': 'ideographTraditional',
  '子, 丑, 寅, ...': 'ideographZodiac',
  '１, ２, ３, ...': 'decimalFullWidth',
  '①, ②, ③, ...': 'decimalEnclosedCircle',
  '〇, 一, 二, ...': 'ideographDigital',
};

/** Reads the list styles of these parts. */
export function odtLists(parts: readonly (Uint8Array | null)[], limits: Limits): ListState {
  const definitions: Definitions = { lists: new Map(), parents: new Map(), outline: [] };
  for (const part of parts) if (part) parseLists(part, definitions, limits);
  return listState(definitions);
}

function parseLists(bytes: Uint8Array, definitions: Definitions, limits: Limits): void {
  let current: ListLevel[] | null = null;
  parseXml(
    bytes,
    {
      open: (name, attributes) => {
        const own = attributes.name ?? '';
        if (name === 'style' && attributes.family === 'paragraph')
          definitions.parents.set(own, attributes['parent-style-name'] ?? '');
        else if (name === 'list-style' || name === 'outline-style') {
          current = [];
          if (name === 'outline-style') definitions.outline = current;
          else definitions.lists.set(own, current);
        } else if (current && /^(?:list-level-style-(?:number|bullet|image)|outline-level-style)$/.test(name))
          addLevel(current, name, attributes);
      },
      close: (name) => {
        if (name === 'list-style' || name === 'outline-style') current = null;
      },
    },
    limits,
  );
}

function addLevel(levels: ListLevel[], name: string, attributes: Attributes): void {
  const depth = Math.min(10, Math.max(1, Number(attributes.level) || 1));
  const shown = Math.min(depth, Number(attributes['display-levels']) || 1);
  const sample = attributes['num-format'] ?? '';
  const format = /bullet|image/.test(name)
    ? 'bullet'
    : (FORMATS[sample] ?? (/[一二]/.test(sample) ? 'chineseCounting' : 'decimal'));
  const numbers = Array.from({ length: shown }, (_, at) => `%${depth - shown + at + 1}`).join('.');
  const text =
    attributes['num-list-format'] ?? `${attributes['num-prefix'] ?? ''}${numbers}${attributes['num-suffix'] ?? ''}`;
  levels[depth - 1] = {
    start: Number(attributes['start-value'] ?? 1),
    format,
    text: text.replace(/%(\d+)%/g, '%$1'),
    restartAfter: null,
  };
}

function listState({ lists, parents, outline }: Definitions): ListState {
  const stack: OpenList[] = [];
  const byId = new Map<string, ListCounts>();
  const byStyle = new Map<string, ListCounts>();
  const outlineCounts: ListCounts = [];
  const openList = (attributes: Attributes) => {
    const outer = stack.at(-1);
    const style = attributes['style-name'] ?? outer?.style ?? '';
    const counts = outer ? outer.counts : countsOf(attributes, style, byId, byStyle);
    if (!outer && attributes.id) byId.set(attributes.id, counts);
    if (!outer) byStyle.set(style, counts);
    stack.push({ style, counts, fresh: false, start: undefined });
  };
  return {
    open: (name, attributes) => {
      const list = stack.at(-1);
      if (name === 'list') openList(attributes);
      else if (name === 'list-item' && list) {
        list.fresh = true;
        list.start = attributes['start-value'] === undefined ? undefined : Number(attributes['start-value']);
      } else return name === 'list-header';
      return true;
    },
    close: (name) => {
      if (name === 'list') stack.pop();
      return name === 'list' || name === 'list-item' || name === 'list-header';
    },
    label: (outlineLevel) => {
      const list = stack.at(-1);
      if (!list) return outlineLevel === null ? '' : nextLabel(outline, outlineCounts, outlineLevel - 1);
      if (!list.fresh) return '';
      for (const each of stack) each.fresh = false;
      const levels = lists.get(list.style) ?? [];
      const depth = Math.min(stack.length, 10) - 1;
      if (list.start !== undefined) list.counts[depth] = null;
      return nextLabel(levels, list.counts, depth, list.start);
    },
    styleName: (name) => {
      const parent = parents.get(name);
      return /^P\d+$/.test(name) && parent ? parent : name;
    },
  };
}

/** A list goes on counting where it says so; a new list starts again. */
function countsOf(
  attributes: Attributes,
  style: string,
  byId: Map<string, ListCounts>,
  byStyle: Map<string, ListCounts>,
): ListCounts {
  const continued = attributes['continue-list'] ? byId.get(attributes['continue-list']) : undefined;
  return continued ?? (attributes['continue-numbering'] === 'true' ? byStyle.get(style) : undefined) ?? [];
}
