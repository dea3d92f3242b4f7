import type { Labelled } from '../model/layers.ts';
import type { Point } from '../model/point.ts';
import { FIELDS } from './fields.ts';

/** How a point can be compared: weighted character pairs of its label and of all its text, and the fields it touches. */
export interface Profile {
  readonly label: ReadonlyMap<string, number>;
  readonly text: ReadonlyMap<string, number>;
  readonly fields: ReadonlyMap<string, number>;
}

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

/** The pairs of neighbouring Chinese characters of a text, with how often they occur. */
export function pairsOfCharacters(text: string): Map<string, number> {
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
