/**
 * Something that the user can put right, as one line: what is wrong, then what to do. Thrown at the edges (files,
 * options, database), never for what a report says; the command line prints `message` and ends with exit code 1,
 * or 2 where the command itself was wrong (`usage`).
 */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly kind: 'data' | 'usage';

  constructor(message: string, kind: 'data' | 'usage' = 'data') {
    super(message);
    this.kind = kind;
  }
}

/** The message of anything that was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
