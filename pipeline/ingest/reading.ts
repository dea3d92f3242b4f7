import type { Message } from '../model/message.ts';
import type { DecodedText } from '../model/source.ts';
import type { Limits } from './limits.ts';

/** What readers may be told: an encoding that overrides detection (text and HTML only), and tighter or wider limits. */
export interface ReadOptions {
  readonly encoding?: string;
  readonly limits?: Partial<Limits>;
}

/**
 * What became of a file. `decoded` is null only with status `unreadable`; with `empty` it has a text without characters
 * other than white space. `messages` has all findings, those of `decoded.messages` included; an unreadable or empty
 * file always has exactly one of severity `error` or `warning` that says why and what to do.
 */
export interface Reading {
  readonly status: 'ok' | 'empty' | 'unreadable';
  readonly decoded: DecodedText | null;
  readonly messages: readonly Message[];
}

/** A file as readers get it: `path` is used in messages and for its extension only. */
export interface SourceFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly limits: Limits;
  /** An encoding that the user fixed, or null. */
  readonly encoding: string | null;
}

/** One format's reader. It may throw a `Refusal`, or anything else on bytes that no program could have written. */
export type Reader = (file: SourceFile) => DecodedText | Promise<DecodedText>;

/** Why a reader cannot give a text: `what` completes “PATH: …”, `remedy` says what the user can do. */
export class Refusal extends Error {
  readonly code: string;
  readonly remedy: string;
  constructor(code: string, what: string, remedy: string) {
    super(what);
    this.name = 'Refusal';
    this.code = code;
    this.remedy = remedy;
  }
}

/** The message of a refused file: its name, what is wrong, and the remedy. */
export const refusalMessage = (path: string, { code, message, remedy }: Refusal): Message => ({
  code,
  message: `${path}: ${message}; ${remedy}`,
  severity: 'error',
  span: null,
});

/** A message that names its file. */
export const notice = (
  path: string,
  code: string,
  text: string,
  severity: Message['severity'] = 'warning',
): Message => ({
  code,
  message: `${path}: ${text}`,
  severity,
  span: null,
});
