import type { Limits } from './limits.ts';
import type { Page, Run } from './page.ts';
import { type Attributes, parseXml } from './xml.ts';
import type { Zip } from './zip.ts';

const A4 = [0, 0, 210, 297];

/** Reads pages of a document, each with the text of its templates; a page that is missing is blank. */
export function pageReader(
  zip: Zip,
  templates: ReadonlyMap<string, string>,
  documentBox: string,
  limits: Limits,
): (path: string) => Page {
  const cache = new Map<string, PagePart | null>();
  const template = (id: string): PagePart | null => {
    const path = templates.get(id);
    if (!path) return null;
    const known = cache.get(path);
    if (known !== undefined) return known;
    const part = readPart(zip.read(path), limits);
    cache.set(path, part);
    return part;
  };
  return (path) => {
    const part = readPart(zip.read(path), limits);
    const [, , width = 210, height = 297] = numbers(part?.box || documentBox, A4);
    const below = part?.templates.flatMap((id) => template(id)?.runs ?? []) ?? [];
    return { width, height, runs: [...below, ...(part?.runs ?? [])] };
  };
}

interface PagePart {
  readonly runs: readonly Run[];
  readonly templates: readonly string[];
  readonly box: string;
}

/** A text object that is being read. */
interface TextObject {
  readonly boundary: readonly number[];
  readonly matrix: readonly number[];
  readonly size: number;
  code: Attributes;
  text: string;
}

function readPart(bytes: Uint8Array | null, limits: Limits): PagePart | null {
  if (!bytes) return null;
  const runs: Run[] = [];
  const templates: string[] = [];
  let object: TextObject | null = null;
  let tag = '';
  let box = '';
  parseXml(
    bytes,
    {
      open: (name, attributes) => {
        tag = name;
        if (name === 'Template' && attributes.TemplateID) templates.push(attributes.TemplateID);
        else if (name === 'TextObject') object = openObject(attributes);
        else if (name === 'TextCode' && object) Object.assign(object, { code: attributes, text: '' });
      },
      close: (name) => {
        if (name === 'TextCode' && object) runs.push(...runOf(object));
        else if (name === 'TextObject') object = null;
        tag = '';
      },
      text: (text) => {
        if (tag === 'TextCode' && object) object.text += text;
        else if (tag === 'PhysicalBox') box += text;
      },
    },
    limits,
  );
  return { runs, templates, box };
}

const openObject = (attributes: Attributes): TextObject => ({
  boundary: numbers(attributes.Boundary, [0, 0, 0, 0]),
  matrix: numbers(attributes.CTM, [1, 0, 0, 1, 0, 0]),
  size: Number(attributes.Size) || 4,
  code: {},
  text: '',
});

/** The run of a text code; none where it is turned (seals, watermarks). */
function runOf({ boundary, matrix, size, code, text }: TextObject): Run[] {
  const [left = 0, top = 0, width = 0] = boundary;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
  if (Math.abs(b) > Math.abs(a) * 0.1 || text.trim() === '') return [];
  const x = Number(code.X) || 0;
  const y = Number(code.Y) || 0;
  const advance = sum(deltas(code.DeltaX, text.length - 1)) * a + size * Math.abs(a);
  return [
    {
      text: text.trim(),
      x: left + a * x + c * y + e,
      y: top + b * x + d * y + f,
      width: code.DeltaX ? advance : Math.max(advance, Math.min(width, text.length * size * Math.abs(a))),
      size: size * Math.abs(d),
    },
  ];
}

/** The distances between characters: numbers, and “g 12 5.6” for twelve times 5.6 (GB/T 33190, 11.3). */
function deltas(list: string | undefined, most: number): number[] {
  const words = (list ?? '').trim().split(/\s+/);
  const out: number[] = [];
  for (let at = 0; at < words.length && out.length < most; at++) {
    if (words[at] === 'g') {
      const count = Math.min(most - out.length, Number(words[at + 1]) || 0);
      for (let index = 0; index < count; index++) out.push(Number(words[at + 2]) || 0);
      at += 2;
    } else out.push(Number(words[at]) || 0);
  }
  return out;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function numbers(list: string | undefined, otherwise: readonly number[]): readonly number[] {
  const values = (list ?? '').trim().split(/\s+/).map(Number);
  return values.length >= otherwise.length && values.every(Number.isFinite) ? values : otherwise;
}
