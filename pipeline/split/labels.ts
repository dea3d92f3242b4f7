import type { Span } from '../model/span.ts';
import { endsAsTitle } from '../text/genre.ts';
import { parseChineseNumeral } from '../text/numerals.ts';

/** A line that counts a report; `stem` is what stands before the number, `tail` what stands after it. */
interface Label extends Span {
  readonly ordinal: number;
  readonly stem: string;
}

interface LabelForm {
  readonly pattern: RegExp;
  readonly fits: (stem: string, tail: string) => boolean;
}

const ORDINAL = '(?<ordinal>[一二三四五六七八九十]{1,3}|\\d{1,3})';
const TAIL = '(?:[】\\]]\\s*[：:、]?|[）)]?\\s*(?:[：:、\\s]|$))\\s*(?<tail>.{0,60})$';
const always = (): boolean => true;

/** “…篇一”, “【篇1】…”, “范文三：…”; “…报告之二”; “第二篇”, but not “第二篇 存在问题”; “…报告（三）”. */
const FORMS: readonly LabelForm[] = [
  {
    pattern: new RegExp(
      `^[【\\[（(]?(?<stem>.{0,50}?)[\\s：:_-]*(?:篇|范文|例文|范例|模板)\\s*${ORDINAL}\\s*${TAIL}`,
      'u',
    ),
    fits: always,
  },
  { pattern: new RegExp(`^(?<stem>.{4,50}?)之${ORDINAL}\\s*${TAIL}`, 'u'), fits: (stem) => endsAsTitle(stem) },
  {
    pattern: new RegExp(`^(?<stem>.{0,30}?)[【\\[（(]?第\\s*${ORDINAL}\\s*篇${TAIL}`, 'u'),
    fits: (_, tail) => tail === '' || endsAsTitle(tail),
  },
  {
    pattern: new RegExp(`^(?<stem>.{4,50}?(?:报告|总结|提案|材料|体会|讲话))\\s*[（(]?${ORDINAL}[)）]?(?<tail>)$`, 'u'),
    fits: always,
  },
];

/** Labels nearer to each other are a table of contents. */
const SHORTEST_PART = 60;

/**
 * The lines that label the reports of a compilation: the longest run of labels of one form and stem whose ordinals
 * count 1, 2, 3 …, with text between them. Empty when there is no such run of two.
 */
export function labelLines(text: string): Span[] {
  const lines = linesWithSpans(text);
  const runs = FORMS.map((form) => bestRun(lines.flatMap((line) => labelOf(line, text, form))));
  const best = runs.reduce((longest, run) => (run.length > longest.length ? run : longest), []);
  return best.length >= 2 ? best.map(({ start, end }) => ({ start, end })) : [];
}

function labelOf(line: Span, text: string, form: LabelForm): Label[] {
  if (line.end - line.start > 80) return [];
  const content = text.slice(line.start, line.end);
  if (/[。！？；，]$/u.test(content)) return [];
  const groups = form.pattern.exec(content)?.groups;
  const stem = groups?.stem?.trim() ?? '';
  if (!groups || /[。！？；，]/u.test(stem) || !form.fits(stem, groups.tail?.trim() ?? '')) return [];
  const written = groups.ordinal ?? '';
  const ordinal = /^\d/.test(written) ? Number(written) : parseChineseNumeral(written);
  return ordinal ? [{ ...line, ordinal, stem }] : [];
}

function bestRun(labels: readonly Label[]): Label[] {
  const byStem = new Map<string, Label[]>();
  for (const label of labels) {
    const same = byStem.get(label.stem);
    if (same) same.push(label);
    else byStem.set(label.stem, [label]);
  }
  return [...byStem.values()].map(countingRun).reduce((best, run) => (run.length > best.length ? run : best), []);
}

/** Counts up from the last 1 before the first 2, so that a table of contents at the start is passed over. */
function countingRun(labels: readonly Label[]): Label[] {
  const run: Label[] = [];
  for (const label of labels) {
    const far = label.start - (run.at(-1)?.end ?? -SHORTEST_PART) >= SHORTEST_PART;
    if (label.ordinal === 1 && run.length === 1) run[0] = label;
    else if (label.ordinal === run.length + 1 && far) run.push(label);
  }
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
