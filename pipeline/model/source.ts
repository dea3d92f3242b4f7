import type { Message } from './message.ts';
import type { OriginMap } from './origin.ts';
import type { Span } from './span.ts';

/**
 * What a reader knows of a stretch of its text: a paragraph, a heading with its level (1 is the highest; null for the
 * title and for headings that only stand out by their letters), a table row (cells parted by “ | ”).
 */
export interface Block extends Span {
  readonly kind: 'paragraph' | 'heading' | 'row';
  readonly level: number | null;
}

/** Document properties as the file states them; dates as ISO `YYYY-MM-DD`. */
export interface Properties {
  readonly title?: string;
  readonly author?: string;
  readonly company?: string;
  readonly created?: string;
  readonly modified?: string;
}

/**
 * A file as read, before cleaning: its text, with what the format says of it. `hardWrapped` is null where the reader
 * cannot know, false where line breaks in `text` are known to end paragraphs.
 */
export interface DecodedText {
  readonly text: string;
  readonly format: string;
  readonly encoding: string;
  readonly blocks: readonly Block[];
  readonly properties: Properties;
  readonly removed: readonly Removed[];
  readonly hardWrapped: boolean | null;
  readonly messages: readonly Message[];
}

/** Characters of the source that are not the report's, and the rule that took them out. */
export interface Removed extends Span {
  readonly rule: string;
}

/** The cleaned text of a file: a line is a paragraph, and every character has its place in the source. */
export interface CleanText {
  readonly text: string;
  readonly origin: OriginMap;
  readonly removed: readonly Removed[];
}
