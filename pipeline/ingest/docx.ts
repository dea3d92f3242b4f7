import { type Numberings, numberingReader } from './docx-numbering.ts';
import { readStyles, type Styles } from './docx-styles.ts';
import { type DocumentFacts, joinLines, type Line, propertiesOf } from './lines.ts';
import { labelled } from './numbers.ts';
import { type Reader, Refusal, type SourceFile } from './reading.ts';
import { collectLines, type LineCollector } from './table.ts';
import { type Attributes, parseXml } from './xml.ts';
import { openZip, type Zip } from './zip.ts';

/** Word's .docx (ECMA-376, transitional and strict): body with numbers, tables, text boxes; footnotes are `removed`. */
export const readDocx: Reader = (file) => {
  const zip = openZip(file.bytes, file.limits);
  const main = mainPart(zip, file);
  const part = (name: string): Uint8Array | null => zip.read(main.replace(/[^/]*$/, name));
  const document = zip.read(main);
  if (!document) throw new Refusal('damaged', 'it has no document inside', 'open it in its program and save it again');
  const styles = readStyles(part('styles.xml'), file.limits);
  const numberings = numberingReader(part('numbering.xml'), file.limits);
  const lines = [...readBody(document, styles, numberings, file)];
  for (const name of ['footnotes.xml', 'endnotes.xml']) {
    const notes = part(name);
    if (notes) lines.push(...readBody(notes, styles, numberings, file));
  }
  return joinLines(lines, docxFacts(zip, file));
};

/** Word's XML in one file (WordprocessingML 2003 and flat OPC), as .doc or .xml files sometimes are. */
export const readWordMl: Reader = (file) => {
  const numberings = numberingReader(file.bytes, file.limits);
  const lines = readBody(file.bytes, readStyles(file.bytes, file.limits), numberings, file);
  return joinLines(lines, { format: 'wordml', encoding: 'utf-8', properties: {}, messages: [] });
};

/** The part that the package's relations call its document. */
function mainPart(zip: Zip, file: SourceFile): string {
  const relations = zip.read('_rels/.rels');
  let target = 'word/document.xml';
  if (relations)
    parseXml(
      relations,
      {
        open: (name, attributes) => {
          if (name === 'Relationship' && attributes.Type?.endsWith('/officeDocument') && attributes.Target)
            target = attributes.Target;
        },
      },
      file.limits,
    );
  return target.replace(/^\//, '');
}

function docxFacts(zip: Zip, file: SourceFile): DocumentFacts {
  const values: Record<string, string> = {};
  for (const name of ['docProps/core.xml', 'docProps/app.xml']) {
    const bytes = zip.read(name);
    let current = '';
    if (bytes)
      parseXml(
        bytes,
        {
          open: (tag) => {
            current = tag;
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
  }
  const { title, creator, Company, created, modified } = values;
  return {
    format: 'docx',
    encoding: 'utf-8',
    properties: propertiesOf({ title, author: creator, company: Company, created, modified }),
    messages: [],
  };
}

/** A paragraph that is being read; text boxes put one paragraph into another. */
interface Open {
  text: string;
  style: string | null;
  outline: number | null;
  list: string | null;
  depth: number | null;
  hidden: boolean;
}

/** Elements whose text is no part of the document as it is shown. */
const SILENT = new Set([
  'del',
  'moveFrom',
  'Fallback',
  'instrText',
  'delText',
  'rt',
  'pPrChange',
  'rPrChange',
  'sectPr',
  'docPr',
  'binData',
]);
const NOTE = /^(?:footnote|endnote)$/;
const CHARACTERS: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-', ptab: '\t' };

function readBody(bytes: Uint8Array, styles: Styles, numberings: Numberings, file: SourceFile): readonly Line[] {
  const collector = collectLines();
  const paragraphs: Open[] = [];
  const path: string[] = [];
  let silent = 0;
  let notes = 0;
  let separator = false;
  parseXml(
    bytes,
    {
      open: (name, attributes) => {
        path.push(name);
        if (SILENT.has(name)) silent++;
        if (silent) return;
        if (NOTE.test(name)) {
          notes++;
          separator = attributes.type !== undefined && attributes.type !== 'normal';
        }
        if (name === 'p')
          paragraphs.push({ text: '', style: null, outline: null, list: null, depth: null, hidden: false });
        else if (!openTable(name, collector)) openInline(name, attributes, paragraphs.at(-1), path);
      },
      close: (name) => {
        if (silent) {
          if (SILENT.has(name)) silent--;
        } else if (name === 'p') {
          const open = paragraphs.pop();
          if (open && !(notes && separator))
            collector.add({ ...lineOf(open, styles, numberings), ...(notes ? { rule: 'footnote' } : {}) });
        } else closeTable(name, collector);
        if (NOTE.test(name)) notes--;
        if (name === 'r' && paragraphs.length) paragraphs.at(-1)!.hidden = false;
        path.pop();
      },
      text: (text) => {
        const open = paragraphs.at(-1);
        if (!silent && open && !open.hidden && path.at(-1) === 't') open.text += text;
      },
    },
    file.limits,
  );
  return collector.finish();
}

function openTable(name: string, collector: LineCollector): boolean {
  if (name === 'tbl') collector.openTable();
  else if (name === 'tr') collector.openRow();
  else if (name === 'tc') collector.openCell();
  else return false;
  return true;
}

function closeTable(name: string, collector: LineCollector): void {
  if (name === 'tbl') collector.closeTable();
  else if (name === 'tr') collector.closeRow();
  else if (name === 'tc') collector.closeCell();
}

function openInline(name: string, attributes: Attributes, open: Open | undefined, path: readonly string[]): void {
  if (!open) return;
  const value = attributes.val;
  const inRun = path.at(-2) === 'r';
  if (name === 'pStyle') open.style = value ?? null;
  else if (name === 'outlineLvl') open.outline = Number(value);
  else if (name === 'numId' || name === 'ilfo') open.list = value ?? null;
  else if (name === 'ilvl') open.depth = Number(value);
  else if (name === 'vanish' && path.at(-3) === 'r') open.hidden = value !== '0' && value !== 'false';
  else if (inRun && CHARACTERS[name] && attributes.type !== 'page' && !open.hidden) open.text += CHARACTERS[name];
}

function lineOf(open: Open, styles: Styles, numberings: Numberings): Line {
  const style = styles.get(open.style);
  const outline = open.outline ?? style.outline;
  const level = outline !== null && outline >= 0 && outline < 9 ? outline + 1 : null;
  const heading = level !== null || style.isTitle;
  const list = open.list ?? style.list;
  const depth = open.depth ?? numberings.depthOfStyle(list, style.chain) ?? style.depth ?? 0;
  const label = list !== null && open.text.trim() !== '' ? numberings.next(list, depth) : '';
  return {
    text: labelled(label, open.text),
    kind: heading ? 'heading' : 'paragraph',
    level,
    rule: style.isContents ? 'contents' : null,
  };
}
