import type { Properties } from '../model/source.ts';
import { tooLong } from './limits.ts';
import { propertiesOf } from './lines.ts';
import { pageReader } from './ofd-page.ts';
import type { Page } from './page.ts';
import { emptyPages, textOfPages } from './paragraphs.ts';
import { notice, type Reader, Refusal, type SourceFile } from './reading.ts';
import { parseXml } from './xml.ts';
import { encrypted, openZip, type Zip } from './zip.ts';

/** OFD (GB/T 33190): the text objects of all pages, put into lines and paragraphs by their places. */
export const readOfd: Reader = (file) => {
  const zip = openZip(file.bytes, file.limits);
  const root = readRoot(zip, file);
  const pages = root.documents.flatMap((path) => readPages(zip, path, file));
  if (pages.every((page) => page.runs.every((run) => run.text.trim() === '')))
    throw new Refusal(
      'no-text-layer',
      'the OFD has no text, only pictures of pages',
      'recognise its text (OCR) and save that as .docx or .txt',
    );
  const messages = emptyPages(pages, (text) => notice(file.path, 'pages-without-text', text));
  return textOfPages(pages, { format: 'ofd', encoding: 'utf-8', properties: root.properties, messages });
};

/** A path in the package, as written in the file at `from`. */
export const resolvePart = (from: string, path: string): string => {
  if (path.startsWith('/')) return path.slice(1);
  const parts = [...from.split('/').slice(0, -1), ...path.split('/')];
  const out: string[] = [];
  for (const part of parts) {
    if (part === '..') out.pop();
    else if (part !== '.' && part !== '') out.push(part);
  }
  return out.join('/');
};

function readRoot(zip: Zip, file: SourceFile): { documents: string[]; properties: Properties } {
  const root = zip.read('OFD.xml');
  if (!root) throw new Refusal('damaged', 'it has no OFD.xml inside', 'open it in an OFD reader and save it again');
  const values: Record<string, string> = {};
  const documents: string[] = [];
  let tag = '';
  parseXml(
    root,
    {
      open: (name) => {
        if (/^Encrypt/.test(name)) throw encrypted();
        tag = name;
      },
      close: (name) => {
        if (name === 'DocRoot' && values.DocRoot) documents.push(resolvePart('OFD.xml', values.DocRoot.trim()));
        if (name === 'DocRoot') delete values.DocRoot;
        tag = '';
      },
      text: (text) => {
        if (tag) values[tag] = (values[tag] ?? '') + text;
      },
    },
    file.limits,
  );
  const { Title, Author, CreationDate, ModDate } = values;
  return {
    documents,
    properties: propertiesOf({
      title: Title,
      author: Author,
      company: undefined,
      created: CreationDate,
      modified: ModDate,
    }),
  };
}

function readPages(zip: Zip, path: string, file: SourceFile): Page[] {
  const document = zip.read(path);
  if (!document) throw new Refusal('damaged', 'its document is missing', 'open it in an OFD reader and save it again');
  const pages: string[] = [];
  const templates = new Map<string, string>();
  let box = '';
  let inBox = false;
  parseXml(
    document,
    {
      open: (name, { ID, BaseLoc }) => {
        inBox = name === 'PhysicalBox';
        if (name === 'Page' && BaseLoc) pages.push(resolvePart(path, BaseLoc));
        if (name === 'TemplatePage' && BaseLoc && ID) templates.set(ID, resolvePart(path, BaseLoc));
      },
      text: (text) => {
        if (inBox) box += text;
      },
      close: () => {
        inBox = false;
      },
    },
    file.limits,
  );
  if (pages.length > file.limits.pages)
    throw new Refusal('too-many-pages', `it has more than ${file.limits.pages} pages`, 'split it into smaller files');
  const read = pageReader(zip, templates, box, file.limits);
  let characters = 0;
  return pages.map((page) => {
    const result = read(page);
    characters += result.runs.reduce((sum, run) => sum + run.text.length, 0);
    if (characters > file.limits.characters) throw tooLong(file.limits);
    return result;
  });
}
