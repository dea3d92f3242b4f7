import type { Io } from './io.ts';
import { truncate } from './width.ts';

/** Tells on the error stream how far a run is; `clear` makes room for another line. */
export interface Progress {
  readonly step: (done: number, path: string, note: string) => void;
  readonly clear: () => void;
}

const BAR = 24;

/** A bar on a terminal, a line for each file elsewhere, nothing where `quiet`. */
export function progressFor(total: number, quiet: boolean, { stderr }: Io): Progress {
  if (quiet) return { step: () => {}, clear: () => {} };
  if (!stderr.tty) {
    return { step: (done, path, note) => stderr.write(`${done}/${total} ${path}: ${note}\n`), clear: () => {} };
  }
  const clear = (): void => stderr.write('\r\u001b[2K');
  const step = (done: number, path: string): void => {
    const filled = Math.round((BAR * done) / Math.max(1, total));
    const bar = '█'.repeat(filled) + '░'.repeat(BAR - filled);
    stderr.write(`\r\u001b[2K${truncate(`${bar} ${done}/${total} ${path}`, stderr.columns - 1)}`);
  };
  return { step, clear };
}
