import type { Span } from '../model/span.ts';

/** A stretch of a sentence between two of ，；：。！？, without them; `stop` is the mark after it, empty at the end. */
export interface Clause extends Span {
  readonly stop: string;
}

const STOPS = /[，,；;：:。！？!?…]/u;
const CLOSING: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '（': '）',
  '(': ')',
  '《': '》',
  '【': '】',
  '「': '」',
};

/** The clauses of `span` in `text`, in order; quotes and brackets that close again are not cut. */
export function clausesOf(text: string, span: Span): Clause[] {
  const clauses: Clause[] = [];
  let start = span.start;
  for (let at = span.start; at < span.end; at = closedAt(text, at, span.end)) {
    const character = text[at]!;
    if (!STOPS.test(character) || isInNumber(text, at)) continue;
    clauses.push({ ...trimmed(text, { start, end: at }), stop: character });
    start = at + 1;
  }
  clauses.push({ ...trimmed(text, { start, end: span.end }), stop: '' });
  return clauses.filter((clause) => clause.end > clause.start);
}

/** The place after the character at `at`, or after the bracket that opens there. */
function closedAt(text: string, at: number, limit: number): number {
  const closing = CLOSING[text[at]!];
  if (!closing) return at + 1;
  const end = text.indexOf(closing, at + 1);
  return end < 0 || end >= limit ? at + 1 : end + 1;
}

const isInNumber = (text: string, at: number): boolean =>
  /[,:]/u.test(text[at]!) && /\d/u.test(text[at - 1] ?? '') && /\d/u.test(text[at + 1] ?? '');

function trimmed(text: string, span: Span): Span {
  const content = text.slice(span.start, span.end);
  const start = span.start + (content.length - content.trimStart().length);
  return { start, end: Math.max(start, span.start + content.trimEnd().length) };
}
