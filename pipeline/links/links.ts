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
const THROUGH_CAUSE = 0.65;
/** A problem inside another is linked in its place when its score is at least this part of the outer one's. */
const INNER = 0.6;

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
      const scoreOf = (to: Point, face: Point): number =>
        probability(MODEL[kind], features(from, face, [rank, rankOf(points, problems, to)]));
      const scored = problems.map((to) => {
        const through = Math.max(0, ...causesIn(points, to).map((cause) => scoreOf(to, cause)));
        return { from: from.seq, to: to.seq, kind, score: Math.max(scoreOf(to, to), round(through * THROUGH_CAUSE)) };
      });
      return best(points, scored);
    });
  const links = [
    ...linksOf('cause_of', linkable(labelled, points, 'cause')),
    ...linksOf('answers', linkable(labelled, points, 'countermeasure')),
  ];
  return links.sort((a, b) => a.from - b.from || b.score - a.score || a.to - b.to);
}

/** The causes told inside a problem: what meets one of them meets the problem, though less surely. */
const causesIn = (points: readonly Point[], problem: Point): Point[] =>
  points.filter((each) => each.role === 'cause' && each.parent === problem.seq);

/** Logistic function of the weighted features (Cox 1958). */
function probability(weights: Weights, features: Features): number {
  const sum = FEATURES.reduce((total, name) => total + weights[name] * features[name], weights.bias);
  return round(1 / (1 + Math.exp(-sum)));
}

const round = (score: number): number => Math.round(1000 * score) / 1000;

/**
 * The best link of a point and those that are nearly as sure; of a problem and one inside it, the inner one unless the
 * outer is far surer. A cause told inside a problem is the cause of that one only.
 */
function best(points: readonly Point[], links: readonly PointLink[]): PointLink[] {
  const home = links.filter((each) => each.kind === 'cause_of' && within(points, each.from, each.to)).at(-1);
  if (home) return [home];
  const sorted = [...links].sort((a, b) => b.score - a.score || a.to - b.to);
  const kept: PointLink[] = [];
  for (const outer of sorted) {
    const link = sorted.find((each) => within(points, each.to, outer.to) && each.score >= outer.score * INNER) ?? outer;
    if (outer.score < (kept.length === 0 ? MODEL.first : MODEL.further) || kept.length === MOST_LINKS) break;
    if (!kept.some((each) => each.to === link.to || isNested(points, each.to, link.to))) kept.push(link);
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
