import type { Outlined } from '../model/layers.ts';
import type { Report } from '../model/report.ts';
import type { Section } from '../model/section.ts';
import type { Sentence } from '../model/sentence.ts';
import type { Span } from '../model/span.ts';
import { findHeadings, type Heading } from './find.ts';
import { nestHeadings } from './nest.ts';

/** A sentence as cut, with the number of its line. */
interface Cut extends Span {
  readonly paragraph: number;
}

/**
 * The outline of a report: the tree of its sections, and its sentences with the innermost section that holds each.
 * A section spans from its heading to the next heading of its level or above; children lie within their parents.
 */
export function outlineReport(report: Report, cuts: readonly Cut[]): Outlined {
  const headings = findHeadings(report, cuts);
  const sections = nestHeadings(headings, report.text);
  return { report, sections, sentences: placeSentences(report, cuts, headings, sections) };
}

function placeSentences(
  report: Report,
  cuts: readonly Cut[],
  headings: readonly Heading[],
  sections: readonly Section[],
): Sentence[] {
  const headingStarts = new Set(headings.map((heading) => heading.sentence.start));
  const title = report.titleSpan;
  const named = report.title.replace(/\s/gu, '');
  let section: number | null = null;
  let next = 0;
  return cuts.map((cut, seq) => {
    while (next < sections.length && sections[next]!.start <= cut.start) section = sections[next++]!.seq;
    const inTitle = title !== null && cut.start < title.end && title.start < cut.end;
    const isTitle = inTitle || (section === null && repeatsTitle(report.text.slice(cut.start, cut.end), named));
    return {
      seq,
      start: cut.start,
      end: cut.end,
      paragraph: cut.paragraph,
      section,
      isHeading: isTitle || headingStarts.has(cut.start),
    };
  });
}

/** A line at the head of a report that says the title, or a part of it, once more. */
const repeatsTitle = (sentence: string, title: string): boolean => {
  const bare = sentence.replace(/\s/gu, '');
  return bare.length >= 6 && title.includes(bare);
};
