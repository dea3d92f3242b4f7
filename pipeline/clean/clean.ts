import type { CleanText, DecodedText } from '../model/source.ts';
import { closeSpacedTitle, removeControls, removeHeadingMarks, removeTags, trimLines } from './characters.ts';
import { applyRepair, type Cut, type Repair, uncleaned } from './edits.ts';
import { removeNoiseLines } from './noise.ts';
import { joinWrappedLines } from './wrap.ts';

/**
 * The cleaned text of a file: the reader's removals and the repairs, in this order. A line is a paragraph, there are no
 * empty lines, and every character leads back to the source.
 */
export function cleanText(decoded: DecodedText): CleanText {
  const repairs: readonly Repair[] = [
    readerRemovals(decoded),
    removeControls,
    removeTags,
    closeSpacedTitle,
    removeNoiseLines,
    ...(decoded.hardWrapped === false ? [] : [joinWrappedLines, removeNoiseLines]),
    removeHeadingMarks,
    trimLines,
  ];
  return repairs.reduce(applyRepair, uncleaned(decoded.text));
}

/** What the reader knows to be no part of the text (page heads, marks of the format). */
const readerRemovals =
  (decoded: DecodedText): Repair =>
  () =>
    [...decoded.removed]
      .sort((a, b) => a.start - b.start)
      .reduce<Cut[]>((cuts, { start, end, rule }) => {
        const from = Math.max(start, cuts.at(-1)?.end ?? 0);
        if (end > from) cuts.push({ start: from, end, rule, keep: '' });
        return cuts;
      }, []);
