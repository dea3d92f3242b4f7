import { Parser } from 'htmlparser2';
import { decodeAs } from './encoding.ts';
import { deadline, type Limits } from './limits.ts';
import { Refusal } from './reading.ts';

/** Attributes by name without prefix. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** What a reader wants to hear; element names come without their prefixes. */
export interface XmlHandler {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/**
 * Reads XML of any encoding that its declaration names. Document type declarations are passed over, so no entity is
 * ever defined or fetched; unclosed elements are closed at the end.
 * @throws Refusal when elements nest deeper than `limits.depth` or time runs out.
 */
export function parseXml(bytes: Uint8Array, handler: XmlHandler, limits: Limits): void {
  const check = deadline(limits);
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        check();
        if (++depth > limits.depth) throw tooDeep(limits);
        handler.open?.(localName(name), withoutPrefixes(attributes));
      },
      onclosetag: (name) => {
        depth--;
        handler.close?.(localName(name));
      },
      ontext: (text) => handler.text?.(text),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(decodeXml(bytes));
}

/** The refusal of elements within elements without end. */
export const tooDeep = (limits: Limits): Refusal =>
  new Refusal(
    'too-deep',
    `its elements nest more than ${limits.depth} deep`,
    'it is no ordinary document; save its text as .txt',
  );

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function withoutPrefixes(attributes: Record<string, string>): Attributes {
  const out: Record<string, string> = {};
  for (const name in attributes) out[localName(name)] = attributes[name]!;
  return out;
}

function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const label = /<\?xml[^>]*encoding\s*=\s*["']([\w-]+)["']/i.exec(head)?.[1] ?? 'utf-8';
  try {
    return decodeAs(bytes, label).text;
  } catch {
    return new TextDecoder('utf-8').decode(bytes);
  }
}
