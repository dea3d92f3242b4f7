import type { Labelled } from '../model/layers.ts';
import type { Sentence } from '../model/sentence.ts';
import { numberingOf } from '../text/numbering.ts';
import { labelOf } from './label.ts';
import { claimOf, type Opener, sentencesIn } from './opener.ts';

/**
 * The points of numbered paragraphs that are no sections, because their claim is too long for a heading: each runs to the
 * end of its paragraph. One number alone makes no list.
 */
export function numberedPoints(labelled: Labelled): Opener[] {
  const numbered = labelled.sentences.filter((sentence) => opensNumbered(labelled, sentence));
  return numbered.flatMap((sentence) => {
    const role = claimOf(labelled, sentence);
    if (!role || !isListed(labelled, numbered, sentence)) return [];
    const label = labelOf(labelled.report.text, sentence, role);
    const end = paragraphEnd(labelled, sentence);
    return label === '' ? [] : [{ start: sentence.start, end, role, label, section: sentence.section }];
  });
}

/** Whether another item stands beside a numbered sentence: one that is too long as well, or a section. */
const isListed = (labelled: Labelled, numbered: readonly Sentence[], sentence: Sentence): boolean =>
  numbered.some((each) => each !== sentence && each.section === sentence.section) ||
  labelled.sections.some((section) => section.parent === sentence.section && section.number !== '');

function opensNumbered(labelled: Labelled, sentence: Sentence): boolean {
  if (sentence.isHeading || labelled.sentences[sentence.seq - 1]?.paragraph === sentence.paragraph) return false;
  return numberingOf(labelled.report.text.slice(sentence.start, sentence.end)) !== null;
}

const paragraphEnd = (labelled: Labelled, sentence: Sentence): number =>
  sentencesIn(labelled, { start: sentence.start, end: labelled.report.text.length }).findLast(
    (each) => each.paragraph === sentence.paragraph,
  )!.end;
