import type { Labelled } from '../model/layers.ts';
import type { CausalPair } from '../model/point.ts';
import type { Role } from '../model/role.ts';
import type { Span } from '../model/span.ts';
import { type Clause, clausesOf } from '../text/clauses.ts';
import { numberingOf } from '../text/numbering.ts';
import { pairsIn } from './frames.ts';
import type { Found, Place } from './step.ts';

/**
 * The causal pairs that sentences state by a cue (由于 A，导致 B; A 致使 B; B 的主因是 A), with the spans of cause and effect.
 * Headings and noise state none; `seq` counts the pairs of the report from 0.
 */
export function findPairs(labelled: Labelled): CausalPair[] {
  const found = labelled.sentences.flatMap((sentence) => {
    const role = labelled.roles[sentence.seq]!.role;
    if (role === 'heading' || role === 'noise' || asksWhich(labelled.report.text, sentence)) return [];
    return segmentsOf(labelled.report.text, sentence)
      .flatMap((clauses) => pairsIn(labelled.report.text, clauses, kindOf(role)))
      .map((pair) => ({ ...pair, sentence: sentence.seq }));
  });
  return found.filter(isSound).map(({ sentence, cause, effect, cue }, seq) => ({ sentence, seq, cause, effect, cue }));
}

/** Measures and achievements “let” and “make” things happen as well; there these words link no cause. */
const kindOf = (role: Role): Pick<Place, 'weak' | 'proposes'> => ({
  weak: role === 'problem' || role === 'cause',
  proposes: role === 'countermeasure',
});

/** A question which of two things is so states neither. */
const asksWhich = (text: string, { start, end }: Span): boolean => /还是.*[吗呢][？?]$/su.test(text.slice(start, end));

/** The parts of a sentence between ；, each as its clauses; pairs stay within one. */
function segmentsOf(text: string, sentence: Span): Clause[][] {
  const number = numberingOf(text.slice(sentence.start, sentence.end))?.length ?? 0;
  const segments: Clause[][] = [[]];
  for (const clause of clausesOf(text, { start: sentence.start + number, end: sentence.end })) {
    segments.at(-1)!.push(clause);
    if (/[；;]/u.test(clause.stop)) segments.push([]);
  }
  return segments.filter((segment) => segment.length > 0);
}

const isSound = ({ cause, effect }: Found): boolean =>
  cause.end - cause.start >= 2 &&
  effect.end - effect.start >= 2 &&
  (cause.end <= effect.start || effect.end <= cause.start);
