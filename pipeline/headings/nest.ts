import type { Section } from '../model/section.ts';
import type { Heading } from './find.ts';

/** An open section: what a following heading is compared with. */
interface Open {
  readonly seq: number;
  readonly level: number;
  readonly style: string;
  readonly rank: number;
  readonly ordinal: number | null;
}

/** Unnumbered headings stand above numbered ones, and below 一、 where that comes first. */
const PLAIN_RANK = 0.5;
const PLAIN_RANK_INSIDE = 1.5;
/** What ends a report stands at the top. */
const CLOSING = /^(?:参考文献|附件|附录|致谢|结语|结束语)/u;

/**
 * Nests headings into sections. A numbering style that is open already closes down to its own level, whatever its usual
 * rank (some reports put 1、 above 一、); a new style goes below the styles that usually stand above it.
 */
export function nestHeadings(headings: readonly Heading[], text: string): Section[] {
  const sections: Section[] = [];
  const open: Open[] = [];
  const ends = headings.map(() => text.length);
  const inside = plainInside(headings);
  const rankOf = (heading: Heading): number => {
    if (heading.numbering) return heading.numbering.style.rank;
    if (heading.hint !== null) return PLAIN_RANK + heading.hint / 100;
    return inside && !CLOSING.test(text.slice(heading.span.start, heading.span.end)) ? PLAIN_RANK_INSIDE : PLAIN_RANK;
  };
  for (const [seq, heading] of headings.entries()) {
    for (const closed of closeFor(open, heading, rankOf(heading))) ends[closed.seq] = heading.span.start;
    const parent = open.at(-1) ?? null;
    open.push({
      seq,
      level: (parent?.level ?? 0) + 1,
      style: styleOf(heading),
      rank: rankOf(heading),
      ordinal: heading.numbering?.ordinal ?? null,
    });
    sections.push(toSection(heading, seq, parent, text));
  }
  return sections.map((section, seq) => ({ ...section, end: ends[seq]! }));
}

/** Takes the sections off the stack that `heading` closes. */
function closeFor(open: Open[], heading: Heading, rank: number): Open[] {
  const style = styleOf(heading);
  const ordinal = heading.numbering?.ordinal ?? null;
  if (restartsInside(open, style, ordinal)) return [];
  const chapter = chapterOf(open, heading);
  if (chapter >= 0) return open.splice(chapter + 1);
  const next = open.findLastIndex((each) => each.style === style && ordinal !== null && each.ordinal === ordinal - 1);
  const same = next >= 0 ? next : open.findIndex((each) => each.style === style);
  if (same >= 0) return open.splice(same);
  let keep = open.length;
  while (keep > 0 && open[keep - 1]!.rank >= rank) keep--;
  return open.splice(keep);
}

/** 2.1 stands in the open chapter 2, whichever way that is written. */
function chapterOf(open: readonly Open[], heading: Heading): number {
  if (heading.numbering?.style.id !== 'decimal') return -1;
  const chapter = Number.parseInt(heading.numbering.number, 10);
  return open.findLastIndex((each) => each.ordinal === chapter && ['arabic', 'paper'].includes(each.style));
}

/** A list 一、二、三、 inside a deeper section does not close the chapter 三、 that holds it. */
function restartsInside(open: readonly Open[], style: string, ordinal: number | null): boolean {
  if (style !== 'han' || ordinal !== 1) return false;
  const chapter = open.findIndex((each) => each.style === style);
  return chapter >= 0 && chapter < open.length - 1 && open[chapter]!.ordinal !== null && open[chapter]!.ordinal! >= 2;
}

/** Whether chapters are numbered before the first heading without a number comes. */
function plainInside(headings: readonly Heading[]): boolean {
  const plain = headings.findIndex((heading) => heading.numbering === null);
  const chapter = headings.findIndex((heading) => heading.numbering !== null && heading.numbering.style.rank <= 1);
  return chapter >= 0 && chapter < plain;
}

const styleOf = (heading: Heading): string => heading.numbering?.style.id ?? `plain${heading.hint ?? ''}`;

function toSection(heading: Heading, seq: number, parent: Open | null, text: string): Section {
  return {
    seq,
    parent: parent?.seq ?? null,
    level: (parent?.level ?? 0) + 1,
    number: heading.numbering?.number ?? '',
    heading: headingText(heading, text),
    headingSpan: heading.span,
    kind: heading.kind,
    role: null,
    start: heading.span.start,
    end: 0,
  };
}

/** The words of a heading without its number, the stop or colon after it, and the brackets around it. */
const headingText = (heading: Heading, text: string): string =>
  text
    .slice(heading.span.start + (heading.numbering?.length ?? 0), heading.span.end)
    .trim()
    .replace(/[。：:；;，,.]+$/u, '')
    .replace(/^【(.*)】$/u, '$1');
