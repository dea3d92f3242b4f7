import type { Role } from './role.ts';
import type { Span } from './span.ts';

/**
 * A section of a report, from its heading to the next heading of its level or above. `number` is as written
 * (“一、”, “（一）”, “1.”, “一是”, “第一，”; empty where there is none), `heading` is the text after it without a full stop.
 * `kind`: `block` stands on a line of its own; `run-in` starts a paragraph (“一是思想认识不高。调查中…”);
 * `inline` starts at a sentence inside a paragraph. `role` is what the heading announces or claims, null where it says nothing.
 */
export interface Section extends Span {
  readonly seq: number;
  readonly parent: number | null;
  readonly level: number;
  readonly number: string;
  readonly heading: string;
  readonly headingSpan: Span;
  readonly kind: 'block' | 'run-in' | 'inline';
  readonly role: Role | null;
}
