import type { Report } from '../model/report.ts';
import type { Block } from '../model/source.ts';
import type { Span } from '../model/span.ts';
import { type Numbering, numberingOf } from '../text/numbering.ts';
import { labelledHeading } from './labels.ts';
import { isPlainHeading } from './plain.ts';

interface Cut extends Span {
  readonly paragraph: number;
}

/** A sentence that opens a section, with how it is numbered and how it stands in its paragraph. */
export interface Heading {
  readonly sentence: Cut;
  /** The heading with its number, without what follows it in the sentence. */
  readonly span: Span;
  readonly numbering: Numbering | null;
  readonly kind: 'block' | 'run-in' | 'inline';
  /** What the file says of the level, where it says something. */
  readonly hint: number | null;
}

/** A claim that opens a section is at most so long; a longer one is a sentence that happens to be numbered. */
const LONGEST_BLOCK = 70;
const LONGEST_RUN_IN = 50;

/** All headings of a report in order of place. */
export function findHeadings(report: Report, cuts: readonly Cut[]): Heading[] {
  const sizes = new Map<number, number>();
  for (const cut of cuts) sizes.set(cut.paragraph, (sizes.get(cut.paragraph) ?? 0) + 1);
  const hints = hintsOf(report.blocks);
  const headings: Heading[] = [];
  for (const [index, cut] of cuts.entries()) {
    const hint = hints(cut);
    if (report.titleSpan && cut.start < report.titleSpan.end) continue;
    const first = cuts[index - 1]?.paragraph !== cut.paragraph;
    const alone = first && sizes.get(cut.paragraph) === 1;
    const heading = readHeading(report, cut, { first, alone, hint, before: cuts[index - 1], after: cuts[index + 1] });
    if (heading) headings.push(heading);
  }
  return dropLists(headings, report.text, cuts);
}

/** How a sentence stands among the others, and the level that the file gives it. */
interface Setting {
  readonly first: boolean;
  readonly alone: boolean;
  readonly hint: number | null;
  readonly before: Cut | undefined;
  readonly after: Cut | undefined;
}

/** The level of the heading block that a sentence lies in; sentences are asked for in rising order. */
function hintsOf(blocks: readonly Block[]): (cut: Cut) => number | null {
  const headings = blocks.filter((block) => block.kind === 'heading').sort((a, b) => a.start - b.start);
  let next = 0;
  return (cut) => {
    while (next < headings.length && headings[next]!.end <= cut.start) next++;
    const block = headings[next];
    return block && block.start < cut.end ? block.level : null;
  };
}

function readHeading(report: Report, cut: Cut, setting: Setting): Heading | null {
  const content = report.text.slice(cut.start, cut.end);
  if (/\d{5,}$/u.test(content) || CITATION.test(content)) return null;
  const { first, alone, hint } = setting;
  const numbering = numberingOf(content);
  const kind = alone ? 'block' : first ? 'run-in' : 'inline';
  if (numbering) {
    const claim = content.slice(numbering.length);
    if (isClaim(claim, alone ? LONGEST_BLOCK : LONGEST_RUN_IN))
      return { sentence: cut, span: cut, numbering, kind, hint };
    return runInColon(cut, content, numbering, kind);
  }
  const label = first || content.startsWith('问') ? labelledHeading(content) : null;
  if (label) {
    const span = { start: cut.start, end: cut.start + label };
    return { sentence: cut, span, numbering: null, kind: label === content.length ? kind : 'run-in', hint };
  }
  const plain =
    alone && (hint !== null || isPlainHeading(content, textAt(report, setting.before), textAt(report, setting.after)));
  return plain ? { sentence: cut, span: cut, numbering: null, kind: 'block', hint } : null;
}

/** An entry of a bibliography: “[J]”, “,2016,”. */
const CITATION = /\[[A-Z](?:\/[A-Z]{2})?\]|[,，.．]\s?(?:19|20)\d\d[,，.．:：(（-]/u;

/** Whether the words after a number are short enough for a heading, and words: addresses of authors are not. */
const isClaim = (claim: string, longest: number): boolean =>
  claim.length > 0 &&
  claim.length <= longest &&
  !/[；;]|^[到至和与及、]/u.test(claim) &&
  !/^[A-Za-z][^\p{Script=Han}]*,/u.test(claim);

const textAt = (report: Report, cut: Cut | undefined): string => (cut ? report.text.slice(cut.start, cut.end) : '');

/** “1．统一思想：…”: the words before the colon are the heading. */
function runInColon(cut: Cut, content: string, numbering: Numbering, kind: Heading['kind']): Heading | null {
  const colon = content.slice(numbering.length).search(/[：:]/u);
  if (colon < 2 || colon > 20) return null;
  const end = cut.start + numbering.length + colon + 1;
  return {
    sentence: cut,
    span: { start: cut.start, end },
    numbering,
    kind: kind === 'block' ? 'run-in' : kind,
    hint: null,
  };
}

/** Numbered lines that follow each other without a text between them, four or more, are a list rather than headings. */
function dropLists(headings: readonly Heading[], text: string, cuts: readonly Cut[]): Heading[] {
  const order = new Map(cuts.map((cut, index) => [cut.start, index]));
  const runs = runLengths(headings, order);
  return headings.filter((heading, index) => {
    if (heading.kind !== 'block' || heading.numbering === null || heading.numbering.style.rank < 4) return true;
    return runs[index]! < 4 || /[。；，]$/u.test(text.slice(heading.span.start, heading.span.end));
  });
}

/** For each heading how many of its style stand in an unbroken row with it. */
function runLengths(headings: readonly Heading[], order: ReadonlyMap<number, number>): number[] {
  const lengths = headings.map(() => 1);
  let from = 0;
  for (let index = 1; index <= headings.length; index++) {
    if (index < headings.length && follows(headings[index - 1]!, headings[index]!, order)) continue;
    lengths.fill(index - from, from, index);
    from = index;
  }
  return lengths;
}

const follows = (a: Heading, b: Heading, order: ReadonlyMap<number, number>): boolean =>
  a.numbering !== null &&
  a.numbering.style === b.numbering?.style &&
  order.get(b.sentence.start)! - order.get(a.sentence.start)! === 1;
