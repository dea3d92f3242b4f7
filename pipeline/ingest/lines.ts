import type { Message } from '../model/message.ts';
import type { Block, DecodedText, Properties, Removed } from '../model/source.ts';

/**
 * A line of the text that a reader gives: a paragraph, a heading, a table row. `rule` names why the whole line is
 * taken out of the report (page heads, notes, contents); null keeps it.
 */
export interface Line {
  readonly text: string;
  readonly kind: Block['kind'];
  readonly level: number | null;
  readonly rule: string | null;
}

/** What is known of a document besides its lines. */
export interface DocumentFacts {
  readonly format: string;
  readonly encoding: string;
  readonly properties: Properties;
  readonly messages: readonly Message[];
}

/** Between the cells of a table row. */
export const CELL_MARK = ' | ';

/** A paragraph that is neither heading nor row. */
export const plainLine = (text: string, rule: string | null = null): Line => ({
  text,
  kind: 'paragraph',
  level: null,
  rule,
});

/** The lines as one text, a block a line; several blank lines become one, as they may be what parts the paragraphs. */
export function joinLines(lines: readonly Line[], facts: DocumentFacts): DecodedText {
  const blocks: Block[] = [];
  const removed: Removed[] = [];
  const parts: string[] = [];
  let at = 0;
  let blank = true;
  for (const { text, kind, level, rule } of lines) {
    if (text.trim() === '') {
      if (blank) continue;
      parts.push('\n');
      at++;
      blank = true;
      continue;
    }
    const end = at + text.length;
    if (rule) removed.push({ start: at, end: end + 1, rule });
    else blocks.push({ start: at, end, kind, level });
    parts.push(text, '\n');
    at = end + 1;
    blank = false;
  }
  return { text: parts.join(''), blocks, removed, hardWrapped: null, ...facts };
}

/** The properties that have a value; dates are cut to `YYYY-MM-DD`. */
export function propertiesOf(values: Readonly<Record<keyof Properties, string | undefined>>): Properties {
  const date = (text: string | undefined) => /^\d{4}-\d{2}-\d{2}/.exec(text?.trim() ?? '')?.[0];
  const entries = Object.entries({ ...values, created: date(values.created), modified: date(values.modified) });
  return Object.fromEntries(
    entries.map(([name, value]) => [name, value?.trim()]).filter(([, value]) => value),
  ) as Properties;
}
