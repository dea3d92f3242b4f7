import { Refusal } from './reading.ts';

/** What one file may cost. A report has thousands of characters; these bounds stop files that are something else. */
export interface Limits {
  /** Bytes of a file on disk, or of a member of an archive when unpacked. */
  readonly fileBytes: number;
  /** UTF-16 code units of a text. */
  readonly characters: number;
  /** Bytes of all parts that one packed document (docx, odt, ofd) may unpack to. */
  readonly unpackedBytes: number;
  /** Unpacked bytes for one packed byte; only parts above 1 MB are judged. */
  readonly ratio: number;
  /** Bytes of all files that an archive of documents may unpack to. */
  readonly archiveBytes: number;
  /** Members of an archive or packed document. */
  readonly entries: number;
  /** Elements within elements. */
  readonly depth: number;
  /** Pages of a PDF or OFD. */
  readonly pages: number;
  /** Milliseconds for one file. */
  readonly time: number;
}

export const DEFAULT_LIMITS: Limits = {
  fileBytes: 200_000_000,
  characters: 20_000_000,
  unpackedBytes: 50_000_000,
  archiveBytes: 2_000_000_000,
  ratio: 200,
  entries: 10_000,
  depth: 1_000,
  pages: 5_000,
  time: 60_000,
};

/** Throws a `Refusal` when called after `limits.time` has passed; cheap enough for loops over elements. */
export function deadline(limits: Limits): () => void {
  const end = performance.now() + limits.time;
  let calls = 0;
  return () => {
    if ((++calls & 1023) !== 0 || performance.now() < end) return;
    throw new Refusal(
      'time-limit',
      `reading takes longer than ${limits.time / 1000} s`,
      'save it as .docx or .txt and try again',
    );
  };
}

/** The refusal of a text that is longer than any report. */
export const tooLong = (limits: Limits): Refusal =>
  new Refusal(
    'too-long',
    `the text has more than ${limits.characters.toLocaleString('en')} characters`,
    'split it into smaller files',
  );
