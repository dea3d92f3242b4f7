import type { Labelled } from '../model/layers.ts';
import type { CausalPair, Point } from '../model/point.ts';
import { FIELDS } from './fields.ts';

/** How a point can be compared: weighted character pairs of its label and of all its text, and the fields it touches. */
export interface Profile {
  readonly label: ReadonlyMap<string, number>;
  readonly text: ReadonlyMap<string, number>;
  readonly fields: ReadonlyMap<string, number>;
}

/** What speaks for a link between two points, each from 0 to 1. */
export interface Features {
  readonly inside: number;
  readonly follows: number;
  readonly order: number;
  readonly near: number;
  readonly labels: number;
  readonly labelInText: number;
  readonly textInLabel: number;
  readonly texts: number;
  readonly fields: number;
  readonly stated: number;
  readonly themes: number;
}

export const FEATURES: readonly (keyof Features)[] = [
  'inside',
  'follows',
  'order',
  'near',
  'labels',
  'labelInText',
  'textInLabel',
  'texts',
  'fields',
  'stated',
  'themes',
];

/** A label counts so many times as much as its text where fields are concerned. */
const LABEL_WEIGHT = 3;

/** The profiles of points; rare pairs of characters weigh more: idf = ln((n + 1) / (df + 0.5)) over the report's points. */
export function profilesOf(labelled: Labelled, points: readonly Point[]): Profile[] {
  const texts = points.map((point) => ownText(labelled.report.text, points, point));
  const pairs = texts.map(pairsOfCharacters);
  const df = new Map<string, number>();
  for (const each of pairs) for (const pair of each.keys()) df.set(pair, (df.get(pair) ?? 0) + 1);
  const weighted = (counts: ReadonlyMap<string, number>): Map<string, number> =>
    new Map(
      [...counts].map(([pair, count]) => [
        pair,
        Math.sqrt(count) * Math.max(0, Math.log((points.length + 1) / ((df.get(pair) ?? 0) + 0.5))),
      ]),
    );
  return points.map((point, index) => ({
    label: weighted(pairsOfCharacters(point.label)),
    text: weighted(pairs[index]!),
    fields: fieldsOf(point.label, texts[index]!),
  }));
}

/** The text of a point without that of the points inside it. */
function ownText(text: string, points: readonly Point[], point: Point): string {
  const inner = points.filter((each) => each.parent === point.seq);
  let own = '';
  let from = point.start;
  for (const each of inner) {
    own += `${text.slice(from, Math.max(from, each.start))}\n`;
    from = Math.max(from, each.end);
  }
  return own + text.slice(from, Math.max(from, point.end));
}

function pairsOfCharacters(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const run of text.match(/\p{Script=Han}+/gu) ?? [])
    for (let at = 0; at + 1 < run.length; at++) {
      const pair = run.slice(at, at + 2);
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  return counts;
}

function fieldsOf(label: string, text: string): Map<string, number> {
  const fields = new Map<string, number>();
  for (const { id, pattern } of FIELDS) {
    const count = (label.match(pattern)?.length ?? 0) * LABEL_WEIGHT + (text.match(pattern)?.length ?? 0);
    if (count > 0) fields.set(id, Math.sqrt(count));
  }
  return fields;
}

/** The cosine of the angle between two weighted sets, 0 to 1. */
export function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let product = 0;
  for (const [key, weight] of a) product += weight * (b.get(key) ?? 0);
  const length = Math.sqrt(squares(a) * squares(b));
  return length === 0 ? 0 : product / length;
}

function squares(weights: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const weight of weights.values()) sum += weight * weight;
  return sum;
}

/** How much of `part` stands in `whole`, by weight. */
export function coverage(part: ReadonlyMap<string, number>, whole: ReadonlyMap<string, number>): number {
  let found = 0;
  let all = 0;
  for (const [key, weight] of part) {
    all += weight;
    if (whole.has(key)) found += weight;
  }
  return all === 0 ? 0 : found / all;
}

/** Where a point stands among those of its role: its rank from 0, and how many there are. */
export interface Rank {
  readonly at: number;
  readonly of: number;
}

/** The features of a link from `from` to the problem `to`. */
export function featuresOf(
  labelled: Labelled,
  points: readonly Point[],
  pairs: readonly CausalPair[],
  themes: readonly (readonly string[])[] | null,
): (from: Point, to: Point, ranks: readonly [Rank, Rank]) => Features {
  const profiles = profilesOf(labelled, points);
  return (from, to, [a, b]) => {
    const [source, target] = [profiles[from.seq]!, profiles[to.seq]!];
    return {
      inside: isInside(points, from, to) ? 1 : 0,
      follows: followsInParagraph(labelled, points, from, to) ? 1 : 0,
      order: a.of === b.of && a.at === b.at ? 1 : 0,
      near: 1 - Math.min(1, Math.abs(a.at / Math.max(1, a.of - 1) - b.at / Math.max(1, b.of - 1))),
      labels: cosine(source.label, target.label),
      labelInText: coverage(source.label, target.text),
      textInLabel: coverage(target.label, source.text),
      texts: cosine(source.text, target.text),
      fields: cosine(source.fields, target.fields),
      stated: stated(labelled, pairs, from, target) ? 1 : 0,
      themes: sharedShare(themes?.[from.seq] ?? [], themes?.[to.seq] ?? []),
    };
  };
}

function isInside(points: readonly Point[], from: Point, to: Point): boolean {
  for (let parent = from.parent; parent !== null; parent = points[parent]!.parent) if (parent === to.seq) return true;
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

function sharedShare(a: readonly string[], b: readonly string[]): number {
  const shared = a.filter((each) => b.includes(each)).length;
  return shared === 0 ? 0 : shared / Math.min(a.length, b.length);
}
