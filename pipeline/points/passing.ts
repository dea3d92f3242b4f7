import type { Labelled } from '../model/layers.ts';
import type { Sentence } from '../model/sentence.ts';
import type { Span } from '../model/span.ts';
import { labelOf } from './label.ts';
import type { Opener } from './opener.ts';

/** A sentence has to be so surely a problem, and a report to name so many, that it raises problems in passing. */
const SURE = 0.6;
const FEWEST = 2;

/**
 * The problems of a report that has no point for any: work reports name them in a row after what was achieved. Each
 * sentence that states a problem opens a point, and so does each part of an enumeration after a colon; none where the
 * report has points for problems.
 */
export function passingProblems(labelled: Labelled, openers: readonly Opener[]): Opener[] {
  if (openers.some(({ role }) => role === 'problem')) return [];
  const { report, sentences, roles } = labelled;
  const taken = new Set(openers.map(({ start }) => start));
  const stated = sentences.flatMap((sentence): Opener[] => {
    const { role, confidence } = roles[sentence.seq]!;
    if (role !== 'problem' || confidence < SURE || sentence.isHeading) return [];
    return partsOf(report.text, sentence)
      .filter(({ start }) => !taken.has(start))
      .map((part) => ({ ...part, role, label: labelOf(report.text, part, role), section: sentence.section }))
      .filter(({ label }) => label !== '');
  });
  return stated.length < FEWEST ? [] : stated;
}

/** “We know that there are still many problems” without saying which. */
const ANNOUNCES = /(?:看到|认识到|知道)[^：:]*(?:问题|困难|挑战|短板|不足|差距|矛盾)[。！]?$/u;
/** A shorter part says no problem by itself. */
const SHORTEST = 6;

/** What a sentence names one by one: its parts between semicolons, after a colon where one leads them in. */
function partsOf(text: string, { start, end }: Sentence): Span[] {
  const sentence = text.slice(start, end);
  if (ANNOUNCES.test(sentence)) return [];
  const from = sentence.search(/[：:]/u) + 1;
  const parts = [...sentence.slice(from).matchAll(/[^；;。！]+[；;。！]?/gu)]
    .map((part) => ({ start: start + from + part.index, end: start + from + part.index + part[0].length }))
    .filter((part) => part.end - part.start >= SHORTEST);
  return parts.length > 1 ? parts : [{ start: from < sentence.length ? start + from : start, end }];
}
