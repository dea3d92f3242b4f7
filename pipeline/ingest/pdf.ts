import { propertiesOf } from './lines.ts';
import type { Page } from './page.ts';
import { emptyPages, textOfPages } from './paragraphs.ts';
import { type PdfPages, readPdfPages } from './pdf-thread.ts';
import { notice, type Reader, Refusal } from './reading.ts';

/** PDF with a text layer (ISO 32000), read by pdf.js: lines joined to paragraphs, heads and page numbers `removed`. */
export const readPdf: Reader = async (file) => {
  const { pages, rotated, info } = await readPdfPages(file.bytes, file.limits);
  checkText(pages);
  const messages = emptyPages(pages, (text) => notice(file.path, 'pages-without-text', text));
  const turned = `${rotated} slanted or upright texts (watermarks, seals) are left out`;
  if (rotated) messages.push(notice(file.path, 'rotated-text', turned, 'info'));
  return textOfPages(pages, { format: 'pdf', encoding: 'utf-16le', properties: propertiesOfInfo(info), messages });
};

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

function propertiesOfInfo({ Title, Author, CreationDate, ModDate }: PdfPages['info']) {
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  const date = (value: unknown) =>
    /^(?:D:)?(\d{4})(\d{2})(\d{2})/
      .exec(text(value) ?? '')
      ?.slice(1)
      .join('-');
  return propertiesOf({
    title: text(Title),
    author: text(Author),
    company: undefined,
    created: date(CreationDate),
    modified: date(ModDate),
  });
}
