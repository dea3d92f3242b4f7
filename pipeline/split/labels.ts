import type { Span } from '../model/span.ts';
import { parseChineseNumeral } from '../text/numerals.ts';

interface Label extends Span {
  readonly ordinal: number;
  readonly stem: string;
}

const ORDINAL = '([一二三四五六七八九十]{1,3}|\\d{1,3})';
/** The label of a report in a compilation, with the words before it as its stem. */
const PATTERNS: readonly RegExp[] = [
  new RegExp(
    `^[【\\[（(]?(?<stem>.{0,50}?)[\\s：:_-]*(?:篇|范文|之)\\s*${ORDINAL}\\s*[】\\]）)]?\\s*(?:[：:、].{0,60})?$`,
    'u',
  ),
  new RegExp(`^(?<stem>.{0,10}?)[【\\[]?第\\s*${ORDINAL}\\s*篇[】\\]]?\\s*(?:[：:、\\s].{0,60})?$`, 'u'),
  new RegExp(`^(?<stem>.{4,50}?(?:报告|总结|提案|材料|体会|讲话))\\s*[（(]?${ORDINAL}[)）]?$`, 'u'),
];

/**
 * The lines that label the reports of a compilation: the longest run of labels of one form and stem whose ordinals
 * count 1, 2, 3 …, with text between them. Empty when there is no such run of two.
 */
export function labelLines(text: string): Span[] {
  const lines = linesWithSpans(text);
  const runs = PATTERNS.map((pattern) => bestRun(lines.flatMap((line) => labelOf(line, text, pattern))));
  const best = runs.sort((a, b) => b.length - a.length)[0] ?? [];
  return best.length >= 2 ? best.map(({ start, end }) => ({ start, end })) : [];
}

function labelOf(line: Span, text: string, pattern: RegExp): Label[] {
  const content = text.slice(line.start, line.end);
  if (content.length > 80 || /[。！？；]$/u.test(content)) return [];
  const match = pattern.exec(content);
  if (!match) return [];
  const written = match[2]!;
  const ordinal = /^\d/.test(written) ? Number(written) : parseChineseNumeral(written);
  return ordinal ? [{ ...line, ordinal, stem: match.groups?.stem?.trim() ?? '' }] : [];
}

function bestRun(labels: readonly Label[]): Label[] {
  const stems = new Set(labels.map((label) => label.stem));
  const runs = [...stems].map((stem) => countingRun(labels.filter((label) => label.stem === stem)));
  return runs.sort((a, b) => b.length - a.length)[0] ?? [];
}

function countingRun(labels: readonly Label[]): Label[] {
  const run: Label[] = [];
  for (const label of labels)
    if (label.ordinal === run.length + 1 && label.start - (run.at(-1)?.end ?? -100) > 60) run.push(label);
  return run;
}

function linesWithSpans(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    spans.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return spans;
}
