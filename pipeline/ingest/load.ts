import { readFile, stat } from 'node:fs/promises';
import { DEFAULT_LIMITS } from './limits.ts';
import { readSource, tooLarge } from './read.ts';
import { type Reading, type ReadOptions, Refusal, refusalMessage } from './reading.ts';
import type { ListedFile } from './walk.ts';

/** A listed file's bytes and what its reader made of them; `bytes` is empty where the file could not be opened. */
export interface LoadedSource extends Reading {
  readonly bytes: Uint8Array;
}

/** Opens and reads one listed file. It does not throw for what the disk or the file does. */
export async function loadSource(file: ListedFile, options: ReadOptions = {}): Promise<LoadedSource> {
  try {
    const bytes = await fileBytes(file, options.limits?.fileBytes ?? DEFAULT_LIMITS.fileBytes);
    return { bytes, ...(await readSource(file.path, bytes, options)) };
  } catch (error) {
    const refusal =
      error instanceof Refusal
        ? error
        : new Refusal(
            'file-unreadable',
            `it cannot be opened (${(error as Error).message})`,
            'check that it is there and may be read',
          );
    return {
      bytes: new Uint8Array(),
      status: 'unreadable',
      decoded: null,
      messages: [refusalMessage(file.path, refusal)],
    };
  }
}

/**
 * The bytes of a listed file.
 * @throws Refusal when it is larger than `most` bytes; the system's error when it cannot be opened.
 */
export async function fileBytes(file: ListedFile, most: number): Promise<Uint8Array> {
  const { size } = await stat(file.absolute);
  if (size > most) throw tooLarge(size, most);
  return readFile(file.absolute);
}
