import type { Limits } from './limits.ts';
import { formatOfCode, type ListCounts, nextLabel } from './numbers.ts';
import { type Attributes, parseXml } from './xml.ts';

/** The lists of a document, with their running counts. */
export interface Numberings {
  /** Counts the next item of the list (`w:numId`) at this depth (from 0), and gives its label; empty where it shows none. */
  readonly next: (list: string, depth: number) => string;
  /** The depth that the list ties to one of these paragraph styles. */
  readonly depthOfStyle: (list: string | null, styles: readonly string[]) => number | null;
}

interface Abstract {
  readonly levels: (MutableLevel | undefined)[];
  link: string | null;
  defines: string | null;
}

interface MutableLevel {
  start: number;
  format: string;
  text: string;
  restartAfter: number | null;
  style: string | null;
}

interface Instance {
  abstract: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, MutableLevel>;
}

interface Definitions {
  readonly abstracts: Map<string, Abstract>;
  readonly instances: Map<string, Instance>;
}

/** Reads `numbering.xml`; without it no paragraph has a number. */
export function numberingReader(bytes: Uint8Array | null, limits: Limits): Numberings {
  const definitions: Definitions = { abstracts: new Map(), instances: new Map() };
  if (bytes) parseNumbering(bytes, definitions, limits);
  const counts = new Map<string, ListCounts>();
  const started = new Set<string>();
  const levelsOf = (list: string) => levels(definitions, list);
  return {
    next: (list, depth) => {
      const instance = definitions.instances.get(list);
      if (!instance) return '';
      const key = instance.abstract;
      const running = counts.get(key) ?? counts.set(key, []).get(key)!;
      const start = instance.starts.get(depth);
      if (start !== undefined && !started.has(`${list}/${depth}`)) running[depth] = null;
      started.add(`${list}/${depth}`);
      return nextLabel(levelsOf(list), running, depth, start);
    },
    depthOfStyle: (list, styles) => {
      if (list === null) return null;
      const at = levelsOf(list).findIndex((level) => level?.style && styles.includes(level.style));
      return at >= 0 ? at : null;
    },
  };
}

function levels({ abstracts, instances }: Definitions, list: string): (MutableLevel | undefined)[] {
  const instance = instances.get(list);
  const named = abstracts.get(instance?.abstract ?? '');
  const linked = named?.link ? [...abstracts.values()].find((each) => each.defines === named.link) : undefined;
  const base = (linked ?? named)?.levels ?? [];
  if (!instance?.levels.size) return base;
  const out = [...base];
  for (const [depth, level] of instance.levels) out[depth] = level;
  return out;
}

function parseNumbering(bytes: Uint8Array, { abstracts, instances }: Definitions, limits: Limits): void {
  let abstract: Abstract | null = null;
  let instance: Instance | null = null;
  let level: MutableLevel | null = null;
  let override = 0;
  const openLevel = (attributes: Attributes) => {
    const depth = Math.min(8, Math.max(0, Number(attributes.ilvl) || 0));
    level = { start: 1, format: 'decimal', text: '', restartAfter: null, style: null };
    if (abstract) abstract.levels[depth] = level;
    else instance?.levels.set(depth, level);
  };
  parseXml(
    bytes,
    {
      open: (name, attributes) => {
        const value = attributes.val ?? '';
        if (name === 'abstractNum' || name === 'listDef') {
          abstract = { levels: [], link: null, defines: null };
          abstracts.set(attributes.abstractNumId ?? attributes.listDefId ?? '', abstract);
        } else if (name === 'num' || (name === 'list' && attributes.ilfo)) {
          instance = { abstract: '', starts: new Map(), levels: new Map() };
          instances.set(attributes.numId ?? attributes.ilfo ?? '', instance);
        } else if (name === 'lvl') openLevel(attributes);
        else if (name === 'lvlOverride') override = Number(attributes.ilvl) || 0;
        else if (name === 'startOverride') instance?.starts.set(override, Number(value) || 0);
        else if ((name === 'abstractNumId' || name === 'ilst') && instance) instance.abstract = value;
        else if (name === 'numStyleLink' && abstract) abstract.link = value;
        else if (name === 'styleLink' && abstract) abstract.defines = value;
        else if (level) setLevel(level, name, value, attributes);
      },
      close: (name) => {
        if (name === 'abstractNum' || name === 'listDef') abstract = null;
        else if (name === 'num' || name === 'list') instance = null;
        else if (name === 'lvl') level = null;
      },
    },
    limits,
  );
}

function setLevel(level: MutableLevel, name: string, value: string, attributes: Attributes): void {
  if (name === 'start') level.start = Number(value) || 0;
  else if (name === 'numFmt') level.format = value === 'custom' ? 'decimal' : value;
  else if (name === 'nfc') level.format = formatOfCode(Number(value));
  else if (name === 'lvlText') level.text = attributes.val ?? '';
  else if (name === 'lvlRestart') level.restartAfter = Number(value) - 1;
  else if (name === 'pStyle') level.style = value;
  else if (name === 'isLgl' && value !== '0' && value !== 'false')
    level.format = level.format === 'bullet' ? 'bullet' : 'decimal';
}
