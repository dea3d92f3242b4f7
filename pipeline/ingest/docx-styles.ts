import type { Limits } from './limits.ts';
import { parseXml } from './xml.ts';

/** What a paragraph style gives its paragraphs, inherited values included. `outline` counts from 0; 9 is body text. */
export interface Style {
  readonly chain: readonly string[];
  readonly outline: number | null;
  readonly list: string | null;
  readonly depth: number | null;
  readonly isTitle: boolean;
  readonly isContents: boolean;
}

export interface Styles {
  /** The style of this id; the default style for null. */
  readonly get: (id: string | null) => Style;
}

interface Raw {
  name: string;
  base: string | null;
  outline: number | null;
  list: string | null;
  depth: number | null;
}

/** The styles of a docx; none where the part is missing. */
export function readStyles(bytes: Uint8Array | null, limits: Limits): Styles {
  const { raw, byDefault } = bytes ? parseStyles(bytes, limits) : { raw: new Map<string, Raw>(), byDefault: null };
  const known = new Map<string | null, Style>();
  const get = (id: string | null): Style => {
    const style = known.get(id) ?? resolve(raw, id ?? byDefault);
    known.set(id, style);
    return style;
  };
  return { get };
}

function parseStyles(bytes: Uint8Array, limits: Limits): { raw: Map<string, Raw>; byDefault: string | null } {
  const raw = new Map<string, Raw>();
  let byDefault: string | null = null;
  let current: Raw | null = null;
  parseXml(
    bytes,
    {
      open: (name, { styleId, type, val, default: standard }) => {
        if (name === 'style' && type === 'paragraph' && styleId) {
          current = { name: '', base: null, outline: null, list: null, depth: null };
          raw.set(styleId, current);
          if (standard === '1' || standard === 'true' || standard === 'on') byDefault = styleId;
        } else if (!current) return;
        else if (name === 'name') current.name = val?.toLowerCase() ?? '';
        else if (name === 'basedOn') current.base = val ?? null;
        else if (name === 'outlineLvl') current.outline = Number(val);
        else if (name === 'numId' || name === 'ilfo') current.list = val ?? null;
        else if (name === 'ilvl') current.depth = Number(val);
      },
      close: (name) => {
        if (name === 'style') current = null;
      },
    },
    limits,
  );
  return { raw, byDefault };
}

const HEADING = /^(?:heading|标题)\s*([1-9])$/;

function resolve(raw: ReadonlyMap<string, Raw>, id: string | null): Style {
  const chain: string[] = [];
  for (let at = id; at && raw.has(at) && !chain.includes(at); at = raw.get(at)!.base) chain.push(at);
  const styles = chain.map((each) => raw.get(each)!);
  const first = <K extends keyof Raw>(key: K) => styles.find((style) => style[key] !== null)?.[key] ?? null;
  const heading = styles.map((style) => HEADING.exec(style.name)?.[1]).find(Boolean);
  const name = styles[0]?.name ?? '';
  return {
    chain,
    outline: (first('outline') as number | null) ?? (heading ? Number(heading) - 1 : null),
    list: first('list') as string | null,
    depth: first('depth') as number | null,
    isTitle: name === 'title' || name === '标题',
    isContents: /^(?:toc|目录)\s*\d/.test(name),
  };
}
