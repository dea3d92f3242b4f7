import { joinLines, type Line, propertiesOf } from './lines.ts';
import { labelled } from './numbers.ts';
import { type ListState, odtLists } from './odt-lists.ts';
import { type Reader, Refusal, type SourceFile } from './reading.ts';
import { collectLines, type LineCollector } from './table.ts';
import { type Attributes, parseXml } from './xml.ts';
import { encrypted, openZip, type Zip } from './zip.ts';

/** OpenDocument text (ISO/IEC 26300): body with list numbers, tables, text boxes; notes and contents are `removed`. */
export const readOdt: Reader = (file) => {
  const zip = openZip(file.bytes, file.limits);
  if (isEncrypted(zip)) throw encrypted();
  const content = zip.read('content.xml');
  if (!content) throw new Refusal('damaged', 'it has no content inside', 'open it in its program and save it again');
  const lists = odtLists([zip.read('styles.xml'), content], file.limits);
  const properties = readMeta(zip, file);
  return joinLines(readContent(content, lists, file), { format: 'odt', encoding: 'utf-8', properties, messages: [] });
};

const isEncrypted = (zip: Zip): boolean =>
  Buffer.from(zip.read('META-INF/manifest.xml') ?? new Uint8Array())
    .toString('utf8')
    .includes('encryption-data');

function readMeta(zip: Zip, file: SourceFile) {
  const values: Record<string, string> = {};
  const meta = zip.read('meta.xml');
  let current = '';
  if (meta)
    parseXml(
      meta,
      {
        open: (name) => {
          current = name;
        },
        close: () => {
          current = '';
        },
        text: (text) => {
          if (current) values[current] = (values[current] ?? '') + text;
        },
      },
      file.limits,
    );
  const author = values['initial-creator'] ?? values.creator;
  return propertiesOf({
    title: values.title,
    author,
    company: undefined,
    created: values['creation-date'],
    modified: values.date,
  });
}

interface Open {
  text: string;
  readonly level: number | null;
  readonly style: string;
  readonly label: string;
}

/** Elements whose text is no part of the document as it is shown. */
const SILENT = new Set([
  'tracked-changes',
  'annotation',
  'ruby-text',
  'note-citation',
  'forms',
  'sequence-decls',
  'scripts',
  'font-face-decls',
  'automatic-styles',
  'desc',
  'title',
  'hidden-text',
  'hidden-paragraph',
]);
const CONTENTS = /^(?:table-of-content|alphabetical-index|illustration-index|table-index|bibliography|user-index)$/;
const MAX_BLANKS = 200;

function readContent(bytes: Uint8Array, lists: ListState, file: SourceFile): readonly Line[] {
  const collector = collectLines();
  const notes: Line[] = [];
  const paragraphs: Open[] = [];
  let silent = 0;
  let noteDepth = 0;
  let contents = 0;
  parseXml(
    bytes,
    {
      open: (name, attributes) => {
        if (SILENT.has(name)) silent++;
        if (silent) return;
        if (name === 'note') noteDepth++;
        else if (CONTENTS.test(name)) contents++;
        else if (name === 'p' || name === 'h') paragraphs.push(openParagraph(name, attributes, lists));
        else if (!lists.open(name, attributes) && !openTable(name, collector))
          openInline(name, attributes, paragraphs.at(-1));
      },
      close: (name) => {
        if (SILENT.has(name)) silent--;
        else if (silent) return;
        else if (name === 'note') noteDepth--;
        else if (CONTENTS.test(name)) contents--;
        else if (name === 'p' || name === 'h') {
          const line = lineOf(paragraphs.pop()!, noteDepth ? 'footnote' : contents ? 'contents' : null);
          if (noteDepth) notes.push(line);
          else collector.add(line);
        } else if (!lists.close(name)) closeTable(name, collector);
      },
      text: (text) => {
        const open = paragraphs.at(-1);
        if (!silent && open) open.text += text.replaceAll(/[\n\r\t ]+/g, ' ');
      },
    },
    file.limits,
  );
  return [...collector.finish(), ...notes];
}

function openParagraph(name: string, attributes: Attributes, lists: ListState): Open {
  const level = name === 'h' ? Number(attributes['outline-level'] ?? 1) : null;
  return { text: '', level, style: lists.styleName(attributes['style-name'] ?? ''), label: lists.label(level) };
}

function lineOf(open: Open, rule: string | null): Line {
  const heading = open.level !== null || /^(?:title|标题)$/i.test(open.style);
  return {
    text: labelled(open.text.trim() ? open.label : '', open.text),
    kind: heading ? 'heading' : 'paragraph',
    level: open.level,
    rule,
  };
}

function openInline(name: string, attributes: Attributes, open: Open | undefined): void {
  if (!open) return;
  if (name === 's') open.text += ' '.repeat(Math.min(MAX_BLANKS, Number(attributes.c ?? 1) || 1));
  else if (name === 'tab') open.text += '\t';
  else if (name === 'line-break') open.text += '\n';
}

function openTable(name: string, collector: LineCollector): boolean {
  if (name === 'table') collector.openTable();
  else if (name === 'table-row') collector.openRow();
  else if (name === 'table-cell' || name === 'covered-table-cell') collector.openCell();
  else return false;
  return true;
}

function closeTable(name: string, collector: LineCollector): void {
  if (name === 'table') collector.closeTable();
  else if (name === 'table-row') collector.closeRow();
  else if (name === 'table-cell' || name === 'covered-table-cell') collector.closeCell();
}
