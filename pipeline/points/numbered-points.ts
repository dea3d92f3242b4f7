import type { Labelled } from '../model/layers.ts';
import type { Sentence } from '../model/sentence.ts';
import { type Numbering, numberingOf } from '../text/numbering.ts';
import { labelOf } from './label.ts';
import { claimOf, type Opener, sentencesIn } from './opener.ts';

/** Where a number opens a sentence or a section. */
interface Numbered {
  readonly start: number;
  readonly paragraph: number;
  readonly section: number | null;
  readonly numbering: Numbering;
}

/**
 * The points of numbered sentences that are no sections, because their claim is too long for a heading: each runs to the
 * next number, at most to the end of its paragraph. One number alone makes no list, and inside a paragraph the number before
 * or after it has to be there.
 */
export function numberedPoints(labelled: Labelled): Opener[] {
  const items = numberedItems(labelled);
  return labelled.sentences.flatMap((sentence) => {
    const item = sentence.isHeading ? undefined : items.find(({ start }) => start === sentence.start);
    const role = claimOf(labelled, sentence);
    if (!item || !role || !isListed(labelled, items, item, sentence)) return [];
    const label = labelOf(labelled.report.text, sentence, role);
    const paragraphEnd = sentencesIn(labelled, { start: item.start, end: labelled.report.text.length }).findLast(
      (each) => each.paragraph === sentence.paragraph,
    )!.end;
    const next = items.find((each) => each.start > item.start)?.start ?? paragraphEnd;
    const end = Math.min(next, paragraphEnd);
    return label === '' ? [] : [{ start: sentence.start, end, role, label, section: sentence.section }];
  });
}

/** All numbers at which sentences start, in order; a section's number stands for the section that it lies in. */
const numberedItems = (labelled: Labelled): Numbered[] =>
  labelled.sentences.flatMap(({ start, end, paragraph, section, isHeading }) => {
    const numbering = numberingOf(labelled.report.text.slice(start, end));
    const own = isHeading && section !== null ? labelled.sections[section]!.parent : section;
    return numbering ? [{ start, paragraph, section: own, numbering }] : [];
  });

function isListed(labelled: Labelled, items: readonly Numbered[], item: Numbered, sentence: Sentence): boolean {
  const first = labelled.sentences[sentence.seq - 1]?.paragraph !== sentence.paragraph;
  const peers = items.filter((each) => each !== item && each.section === item.section);
  if (first) return peers.length > 0;
  const { style, ordinal } = item.numbering;
  const isNext = (each: Numbered): boolean =>
    each.numbering.style === style && Math.abs((each.numbering.ordinal ?? 0) - (ordinal ?? 0)) === 1;
  return peers.some((each) => each.paragraph === item.paragraph && isNext(each));
}
