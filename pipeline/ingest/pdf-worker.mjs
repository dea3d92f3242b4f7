// @ts-check
/**
 * Runs pdf.js in a thread of its own, because some damaged fonts keep it busy for ever and only a thread can be ended.
 * Plain JavaScript, so that Node starts it from sources and from the installed package alike. `pdf-thread.ts` has the
 * messages' types and speaks with it.
 */
import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { getDocumentProxy } from 'unpdf';

/**
 * Gives pdf.js the character maps of Adobe-GB1 (folder `cmaps`, from Adobe's cmap-resources as pdf.js packs them), which
 * Chinese PDFs without embedded fonts need. Only names of that folder are looked up.
 */
class CMapReader {
  /** @param {{ name: string }} map */
  async fetch({ name }) {
    if (!/^[\w-]+$/.test(name)) throw new Error(`character map ${name}`);
    return {
      cMapData: new Uint8Array(readFileSync(new URL(`cmaps/${name}.bcmap`, import.meta.url))),
      isCompressed: true,
    };
  }
}

/** @param {Uint8Array} bytes */
const open = (bytes) =>
  getDocumentProxy(bytes, {
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    maxImageSize: 1,
    CMapReaderFactory: CMapReader,
  });

/**
 * The runs of a page; text that is turned (watermarks, seals) is only counted.
 * @param {import('unpdf/pdfjs').PDFPageProxy} page
 */
async function readPage(page) {
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const { items } = await page.getTextContent();
  const runs = [];
  let rotated = 0;
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const [a, b, c, d, x, y] = item.transform;
    if (Math.abs(b) > Math.abs(a) * 0.1) rotated++;
    else
      runs.push({ text: item.str, x: x - left, y: top - y, width: item.width, size: item.height || Math.hypot(c, d) });
  }
  return { rotated, page: { width: right - left, height: top - bottom, runs } };
}

/** @param {{ bytes: Uint8Array, pages: number, characters: number }} order */
async function read({ bytes, pages, characters }) {
  const document = await open(bytes);
  try {
    if (document.numPages > pages) return { type: 'failed', fault: 'pages' };
    let length = 0;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const result = await readPage(page);
      page.cleanup();
      length += result.page.runs.reduce((sum, run) => sum + run.text.length, 0);
      if (length > characters) return { type: 'failed', fault: 'characters' };
      parentPort?.postMessage({ type: 'page', ...result });
    }
    const { info } = await document.getMetadata();
    const { Title, Author, CreationDate, ModDate } = /** @type {Record<string, unknown>} */ (info);
    return { type: 'done', info: { Title, Author, CreationDate, ModDate } };
  } finally {
    await document.destroy();
  }
}

parentPort?.on('message', async (order) => {
  try {
    parentPort?.postMessage(await read(order));
  } catch (error) {
    const fault = error instanceof Error && error.name === 'PasswordException' ? 'password' : 'damaged';
    parentPort?.postMessage({ type: 'failed', fault });
  }
});
