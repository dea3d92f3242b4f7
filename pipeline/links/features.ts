import type { Labelled } from '../model/layers.ts';
import type { CausalPair, Point } from '../model/point.ts';
import { cosine, coverage, type Profile, pairsOfCharacters, profilesOf } from './profiles.ts';

/** Where a cause or measure and a problem stand: inside it, behind it in its paragraph, at the same place of their lists. 0 to 1. */
export interface Places {
  readonly inside: number;
  readonly follows: number;
  readonly order: number;
  readonly near: number;
}

/**
 * What two points have in common, each from 0 to 1: characters of their labels, of a label in the text of the other, of their
 * texts, the fields of administration that they touch; and whether a causal pair of one names the other.
 */
export interface Words {
  readonly labels: number;
  readonly labelInText: number;
  readonly textInLabel: number;
  readonly texts: number;
  readonly fields: number;
  readonly stated: number;
}

export interface Compared {
  readonly places: Places;
  readonly words: Words;
}

/** Where a point stands among those of its role: its rank from 0, and how many there are. */
export interface Rank {
  readonly at: number;
  readonly of: number;
}

/** Compares a cause or measure with a problem, or with a cause told inside the problem. */
export function comparison(
  labelled: Labelled,
  points: readonly Point[],
  pairs: readonly CausalPair[],
): (from: Point, to: Point, ranks: readonly [Rank, Rank]) => Compared {
  const profiles = profilesOf(labelled, points);
  return (from, to, [a, b]) => {
    const [source, target] = [profiles[from.seq]!, profiles[to.seq]!];
    const places = {
      inside: isInside(points, from, to) ? 1 : 0,
      follows: followsInParagraph(labelled, points, from, to) ? 1 : 0,
      order: a.of === b.of && a.at === b.at ? 1 : 0,
      near: 1 - Math.min(1, Math.abs(a.at / Math.max(1, a.of - 1) - b.at / Math.max(1, b.of - 1))),
    };
    const words = {
      labels: cosine(source.label, target.label),
      labelInText: coverage(source.label, target.text),
      textInLabel: coverage(target.label, source.text),
      texts: cosine(source.text, target.text),
      fields: cosine(source.fields, target.fields),
      stated: stated(labelled, pairs, from, target) ? 1 : 0,
    };
    return { places, words };
  };
}

/** How much two points have in common, by their words alone. */
export const affinity = ({ words }: Compared): number => Object.values(words).reduce((sum, each) => sum + each, 0);

/** Whether a point lies within another. */
export function isInside(points: readonly Point[], inner: Point, outer: Point): boolean {
  for (let parent = inner.parent; parent !== null; parent = points[parent]!.parent)
    if (parent === outer.seq) return true;
  return false;
}

/** Whether `from` opens in the paragraph of `to`, with no other problem between them. */
function followsInParagraph(labelled: Labelled, points: readonly Point[], from: Point, to: Point): boolean {
  const paragraph = (point: Point): number => labelled.sentences[point.sentences[0]!]!.paragraph;
  if (from.start < to.start || from.parent !== to.parent || paragraph(from) - paragraph(to) > 1) return false;
  return !points.some((each) => each.role === 'problem' && each.start > to.start && each.start < from.start);
}

/** Whether a causal pair of `from` names an effect that is the claim of the problem. */
function stated(labelled: Labelled, pairs: readonly CausalPair[], from: Point, target: Profile): boolean {
  const inside = pairs.filter(
    ({ cause, effect }) =>
      Math.min(cause.start, effect.start) >= from.start && Math.max(cause.end, effect.end) <= from.end,
  );
  return inside.some(
    ({ effect }) =>
      coverage(target.label, pairsOfCharacters(labelled.report.text.slice(effect.start, effect.end))) > 0.4,
  );
}
