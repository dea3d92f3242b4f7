import type { Labelled } from '../model/layers.ts';
import type { CausalPair, Point, PointLink } from '../model/point.ts';
import { asset } from '../text/asset.ts';
import { candidates, FEATURES, type Features } from './candidates.ts';
import { isInside } from './features.ts';

/** What each feature counts, in log-odds. */
export type Weights = Readonly<Record<keyof Features | 'bias', number>>;

/**
 * A logistic model for each kind of link, learned from the sample corpus (`npm run train:links`). `first` is the least score
 * of a point's best link, `further` that of its others.
 */
export interface Model extends Readonly<Record<PointLink['kind'], Weights>> {
  readonly first: number;
  readonly further: number;
}

const MODEL = JSON.parse(asset('links/weights.json')) as Model;
/** A cause or measure is linked to so many problems at most. */
const MOST_LINKS = 3;
/** A problem inside another is linked in its place when its score is at least this part of the outer one's. */
const INNER = 0.6;

/**
 * The links between points of one report: which cause belongs to which problem, which countermeasure answers which, by the
 * order of items, shared characters and fields, causal pairs, and how the other pairs compare. In the order of the points they
 * come from, best first; scores are probabilities, rounded to three places.
 */
export function linkPoints(
  labelled: Labelled,
  points: readonly Point[],
  pairs: readonly CausalPair[],
  model: Model = MODEL,
): PointLink[] {
  return candidates(labelled, points, pairs)
    .flatMap((row) => {
      const scored = row.map(({ from, to, kind, features }) => ({
        from: from.seq,
        to: to.seq,
        kind,
        score: probability(model[kind], features),
      }));
      return best(points, scored, model);
    })
    .sort((a, b) => a.from - b.from || b.score - a.score || a.to - b.to);
}

/** Logistic function of the weighted features (Cox 1958). */
function probability(weights: Weights, features: Features): number {
  const sum = FEATURES.reduce((total, name) => total + weights[name] * features[name], weights.bias);
  return Math.round(1000 / (1 + Math.exp(-sum))) / 1000;
}

/**
 * The best link of a point and those that are nearly as sure; of a problem and one inside it, the inner one unless the
 * outer is far surer. A cause told inside a problem is the cause of that one only.
 */
function best(points: readonly Point[], links: readonly PointLink[], { first, further }: Model): PointLink[] {
  const within = (inner: number, outer: number): boolean => isInside(points, points[inner]!, points[outer]!);
  const home = links.filter((each) => each.kind === 'cause_of' && within(each.from, each.to)).at(-1);
  if (home) return [home];
  const sorted = [...links].sort((a, b) => b.score - a.score || a.to - b.to);
  const kept: PointLink[] = [];
  for (const outer of sorted) {
    const link = sorted.find((each) => within(each.to, outer.to) && each.score >= outer.score * INNER) ?? outer;
    if (outer.score < (kept.length === 0 ? first : further) || kept.length === MOST_LINKS) break;
    const isNew = ({ to }: PointLink): boolean => to !== link.to && !within(to, link.to) && !within(link.to, to);
    if (kept.every(isNew)) kept.push(link);
  }
  return kept;
}
