import { Worker } from 'node:worker_threads';
import { assetPath } from '../text/asset.ts';
import { type Limits, tooLong } from './limits.ts';
import type { Page } from './page.ts';
import { Refusal } from './reading.ts';
import { encrypted } from './zip.ts';

/** The pages of a PDF as pdf.js gives them; `rotated` counts texts that are turned and left out. */
export interface PdfPages {
  readonly pages: readonly Page[];
  readonly rotated: number;
  readonly info: Readonly<Record<string, unknown>>;
}

type Answer =
  | { readonly type: 'page'; readonly page: Page; readonly rotated: number }
  | { readonly type: 'done'; readonly info: Readonly<Record<string, unknown>> }
  | { readonly type: 'failed'; readonly fault: Fault };
type Fault = 'password' | 'damaged' | 'pages' | 'characters' | 'silent' | 'crashed';

const MAX_MEGABYTES = 512;

/** How long a thread may work on one page: damaged fonts can keep it busy for ever. */
const patience = (bytes: number): number => Math.min(30_000, 5_000 + (bytes / 1e6) * 2_000);

/** One thread serves all PDFs of the process, one after the other. */
let thread: Worker | null = null;
let last: Promise<unknown> = Promise.resolve();

/**
 * Reads a PDF in its own thread.
 * @throws Refusal when it is protected, damaged, too large, or keeps the thread busy without end.
 */
export function readPdfPages(bytes: Uint8Array, limits: Limits): Promise<PdfPages> {
  const turn = last.then(() => readInTurn(bytes, limits));
  last = turn.catch(() => undefined);
  return turn;
}

async function readInTurn(bytes: Uint8Array, limits: Limits): Promise<PdfPages> {
  thread ??= startThread();
  const worker = thread;
  worker.ref();
  const answer = await ask(worker, bytes, limits);
  worker.unref();
  if (typeof answer !== 'string') return answer;
  if (answer === 'silent' || answer === 'crashed') await endThread(worker);
  throw refusalOf(answer, limits);
}

/** The thread starts with the first PDF: loading pdf.js takes longer than all other readers together. */
const startThread = (): Worker =>
  new Worker(assetPath('ingest/pdf-worker.mjs'), {
    resourceLimits: { maxOldGenerationSizeMb: MAX_MEGABYTES },
    execArgv: [],
    stdout: true,
    stderr: true,
  });

async function endThread(worker: Worker): Promise<void> {
  if (thread === worker) thread = null;
  await worker.terminate();
}

function ask(worker: Worker, bytes: Uint8Array, limits: Limits): Promise<PdfPages | Fault> {
  return new Promise((resolve) => {
    const pages: Page[] = [];
    let rotated = 0;
    const end = (answer: PdfPages | Fault) => {
      clearTimeout(pageTimer);
      clearTimeout(fileTimer);
      worker.off('message', hear).off('error', fail);
      resolve(answer);
    };
    const fail = () => end('crashed');
    const hear = (answer: Answer) => {
      if (answer.type === 'done') end({ pages, rotated, info: answer.info });
      else if (answer.type === 'failed') end(answer.fault);
      else {
        clearTimeout(pageTimer);
        pageTimer = wait();
        pages.push(answer.page);
        rotated += answer.rotated;
      }
    };
    const wait = () => setTimeout(() => end('silent'), patience(bytes.length));
    const fileTimer = setTimeout(() => end('silent'), limits.time);
    let pageTimer = wait();
    worker.on('message', hear).on('error', fail);
    const copy = Uint8Array.from(bytes);
    worker.postMessage({ bytes: copy, pages: limits.pages, characters: limits.characters }, [copy.buffer]);
  });
}

function refusalOf(fault: Fault, limits: Limits): Refusal {
  const again = 'copy or download it again, or print it to a new PDF';
  if (fault === 'password') return encrypted();
  if (fault === 'characters') return tooLong(limits);
  if (fault === 'silent') return new Refusal('time-limit', 'the PDF takes too long to read and may be damaged', again);
  if (fault === 'pages')
    return new Refusal('too-many-pages', `it has more than ${limits.pages} pages`, 'split it into smaller files');
  return new Refusal('damaged', 'the PDF is cut off or damaged', again);
}
