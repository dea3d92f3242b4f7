import type { Span } from './span.ts';

/**
 * A finding about a file or a text (after vfile-message): it has a code for programs, a sentence for people and,
 * where it is about a place, a span of the source as it was read. Findings never throw.
 */
export interface Message {
  readonly code: string;
  readonly message: string;
  readonly severity: 'info' | 'warning' | 'error';
  readonly span: Span | null;
}

/** A message with the usual severity and no place. */
export const warning = (code: string, message: string, span: Span | null = null): Message => ({
  code,
  message,
  severity: 'warning',
  span,
});
