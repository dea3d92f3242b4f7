import type { getDocumentProxy } from 'unpdf';
import { deadline, type Limits, tooLong } from './limits.ts';
import { propertiesOf } from './lines.ts';
import type { Page, Run } from './page.ts';
import { emptyPages, textOfPages } from './paragraphs.ts';
import { cMapReader } from './pdf-cmaps.ts';
import { notice, type Reader, Refusal } from './reading.ts';
import { encrypted } from './zip.ts';

/** PDF with a text layer (ISO 32000), read by pdf.js: lines joined to paragraphs, heads and page numbers `removed`. */
export const readPdf: Reader = async (file) => {
  const document = await openPdf(file.bytes);
  try {
    if (document.numPages > file.limits.pages)
      throw new Refusal('too-many-pages', `it has more than ${file.limits.pages} pages`, 'split it into smaller files');
    const { pages, rotated } = await readPages(document, file.limits);
    checkText(pages);
    const messages = emptyPages(pages, (text) => notice(file.path, 'pages-without-text', text));
    if (rotated)
      messages.push(
        notice(
          file.path,
          'rotated-text',
          `${rotated} slanted or upright texts (watermarks, seals) are left out`,
          'info',
        ),
      );
    return textOfPages(pages, { format: 'pdf', encoding: 'utf-16le', properties: await readInfo(document), messages });
  } finally {
    await document.destroy();
  }
};

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

async function openPdf(bytes: Uint8Array): Promise<Pdf> {
  // Loaded when the first PDF comes: it takes longer than all other readers together.
  const { getDocumentProxy } = await import('unpdf');
  try {
    return await getDocumentProxy(Uint8Array.from(bytes), {
      verbosity: 0,
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      maxImageSize: 1,
      CMapReaderFactory: cMapReader,
    });
  } catch (error) {
    if ((error as Error).name === 'PasswordException') throw encrypted();
    throw new Refusal(
      'damaged',
      'the PDF is cut off or damaged',
      'copy or download it again, or print it to a new PDF',
    );
  }
}

async function readPages(document: Pdf, limits: Limits): Promise<{ pages: Page[]; rotated: number }> {
  const pages: Page[] = [];
  const late = performance.now() + limits.time;
  const check = deadline(limits);
  let characters = 0;
  let rotated = 0;
  for (let number = 1; number <= document.numPages; number++) {
    if (performance.now() > late)
      throw new Refusal(
        'time-limit',
        `reading takes longer than ${limits.time / 1000} s`,
        'split it into smaller files',
      );
    const page = await document.getPage(number);
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
    const { items } = await page.getTextContent();
    const runs: Run[] = [];
    for (const item of items) {
      check();
      if (!('str' in item) || item.str.trim() === '') continue;
      const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
      characters += item.str.length;
      if (Math.abs(b) > Math.abs(a) * 0.1) rotated++;
      else
        runs.push({
          text: item.str,
          x: x - left,
          y: top - y,
          width: item.width,
          size: item.height || Math.hypot(c, d),
        });
    }
    if (characters > limits.characters) throw tooLong(limits);
    pages.push({ width: right - left, height: top - bottom, runs });
    page.cleanup();
  }
  return { pages, rotated };
}

/** Throws where there is no text, or none that is in Unicode. */
function checkText(pages: readonly Page[]): void {
  const text = pages.flatMap((page) => page.runs.map((run) => run.text)).join('');
  if (text.trim() === '')
    throw new Refusal(
      'no-text-layer',
      'the PDF has no text, only pictures of pages',
      'recognise its text (OCR) and save that as .docx, .txt or searchable PDF',
    );
  const unknown = text.match(/[\ufffd\ue000-\uf8ff\p{Cc}]/gu)?.length ?? 0;
  if (unknown > text.length * 0.3)
    throw new Refusal(
      'no-characters',
      'the fonts of the PDF do not say which characters they show',
      'recognise its text (OCR), or ask for the Word file',
    );
}

async function readInfo(document: Pdf) {
  const { info } = await document.getMetadata();
  const { Title, Author, CreationDate, ModDate } = info as Readonly<Record<string, string | undefined>>;
  const date = (text: string | undefined) =>
    /^(?:D:)?(\d{4})(\d{2})(\d{2})/
      .exec(text ?? '')
      ?.slice(1)
      .join('-');
  return propertiesOf({
    title: Title,
    author: Author,
    company: undefined,
    created: date(CreationDate),
    modified: date(ModDate),
  });
}
