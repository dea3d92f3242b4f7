import type { Labelled } from '../model/layers.ts';
import type { CausalPair, Point, PointLink } from '../model/point.ts';
import { asset } from '../text/asset.ts';
import { linkable, rankOf } from './candidates.ts';
import { FEATURES, type Features, featuresOf } from './features.ts';

type Kind = PointLink['kind'];
type Weights = Readonly<Record<keyof Features | 'bias', number>>;

/**
 * The weights of a logistic model for each kind of link, fitted on the sample corpus; order in the text is held low there,
 * because reports differ in how strictly they answer item by item. `first` is the least score of a point's best
 * link, `further` that of its others.
 */
interface Model extends Readonly<Record<Kind, Weights>> {
  readonly first: number;
  readonly further: number;
}

const MODEL = JSON.parse(asset('links/weights.json')) as Model;
/** A cause or measure is linked to so many problems at most. */
const MOST_LINKS = 3;

/**
 * The links between points of one report: which cause belongs to which problem, which countermeasure answers which, by the
 * order of items, shared characters and fields, and causal pairs. `themes[seq]` are the themes of point `seq`, where they
 * are known. In the order of the points they come from, best first; scores are probabilities, rounded to three places.
 */
export function linkPoints(
  labelled: Labelled,
  points: readonly Point[],
  pairs: readonly CausalPair[],
  themes: readonly (readonly string[])[] | null = null,
): PointLink[] {
  const problems = linkable(labelled, points, 'problem');
  const features = featuresOf(labelled, points, pairs, themes);
  const linksOf = (kind: Kind, sources: readonly Point[]): PointLink[] =>
    sources.flatMap((from) => {
      const rank = rankOf(points, sources, from);
      const scored = problems.map((to) => ({
        from: from.seq,
        to: to.seq,
        kind,
        score: probability(MODEL[kind], features(from, to, [rank, rankOf(points, problems, to)])),
      }));
      return best(points, scored);
    });
  const links = [
    ...linksOf('cause_of', linkable(labelled, points, 'cause')),
    ...linksOf('answers', linkable(labelled, points, 'countermeasure')),
  ];
  return links.sort((a, b) => a.from - b.from || b.score - a.score || a.to - b.to);
}

/** Logistic function of the weighted features (Cox 1958). */
function probability(weights: Weights, features: Features): number {
  const sum = FEATURES.reduce((total, name) => total + weights[name] * features[name], weights.bias);
  return Math.round(1000 / (1 + Math.exp(-sum))) / 1000;
}

/** The best link of a point and those that are nearly as sure; of a problem and one inside it, the better. */
function best(points: readonly Point[], links: readonly PointLink[]): PointLink[] {
  const kept: PointLink[] = [];
  for (const link of [...links].sort((a, b) => b.score - a.score || a.to - b.to)) {
    if (link.score < (kept.length === 0 ? MODEL.first : MODEL.further) || kept.length === MOST_LINKS) break;
    if (!kept.some((each) => isNested(points, each.to, link.to))) kept.push(link);
  }
  return kept;
}

const isNested = (points: readonly Point[], a: number, b: number): boolean =>
  within(points, a, b) || within(points, b, a);

function within(points: readonly Point[], inner: number, outer: number): boolean {
  for (let parent = points[inner]!.parent; parent !== null; parent = points[parent]!.parent)
    if (parent === outer) return true;
  return false;
}
