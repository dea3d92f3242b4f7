import { readFile, stat } from 'node:fs/promises';
import { readMember } from './archive.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
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
    const bytes = await fileBytes(file, { ...DEFAULT_LIMITS, ...options.limits });
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
 * @throws Refusal when it is too large or, in an archive, encrypted or damaged; the system's error when it cannot be opened.
 */
export async function fileBytes({ absolute, member }: ListedFile, limits: Limits): Promise<Uint8Array> {
  const size = member?.size ?? (await stat(absolute)).size;
  if (size > limits.fileBytes) throw tooLarge(size, limits.fileBytes);
  return member ? readMember(absolute, member, limits) : readFile(absolute);
}
