import type { Labelled } from '../model/layers.ts';
import type { CausalPair, Point, PointLink } from '../model/point.ts';
import type { Role } from '../model/role.ts';
import { numberingOf } from '../text/numbering.ts';
import { affinity, type Compared, comparison, isInside, type Places, type Rank } from './features.ts';

/**
 * What speaks for a link. The words of a report are alike throughout, so that the affinity of two points counts by how much
 * it leads the best rival, of the source and of the problem; negative where it does not lead.
 */
export interface Features extends Places {
  readonly texts: number;
  readonly fields: number;
  readonly leadOfSource: number;
  readonly leadOfProblem: number;
}

export const FEATURES: readonly (keyof Features)[] = [
  'inside',
  'follows',
  'order',
  'near',
  'texts',
  'fields',
  'leadOfSource',
  'leadOfProblem',
];

/** A link that may be: from a cause or measure to a problem. */
export interface Candidate {
  readonly from: Point;
  readonly to: Point;
  readonly kind: PointLink['kind'];
  readonly features: Features;
}

/**
 * Every cause and every measure with every problem that it may belong to, source by source; then every reason told inside a
 * cause with that cause, and every measure with each cause so explained.
 */
export function candidates(
  labelled: Labelled,
  points: readonly Point[],
  pairs: readonly CausalPair[],
): readonly (readonly Candidate[])[] {
  const compare = comparison(labelled, points, pairs);
  const [problems, causes, measures] = (['problem', 'cause', 'countermeasure'] as const).map((role) =>
    linkable(labelled, points, role),
  ) as [Point[], Point[], Point[]];
  const explained = explainedCauses(labelled, points);
  const pairUp = (sources: readonly Point[], targets: readonly Point[], kind: PointLink['kind']): Candidate[][] =>
    besideRivals(
      sources.map((from) =>
        targets
          .filter((to) => !isInside(points, to, from))
          .map((to) => {
            const ranks = [rankOf(points, sources, from), rankOf(points, targets, to)] as const;
            return { from, to, kind, ...besideCauses(points, from, to, (face) => compare(from, face, ranks)) };
          }),
      ),
    );
  return [
    ...pairUp(causes, problems, 'cause_of'),
    ...pairUp(measures, problems, 'answers'),
    ...explained.flatMap((to) => pairUp(reasonsOf(labelled, points, to), [to], 'cause_of')),
    ...pairUp(measures, explained, 'answers'),
  ];
}

interface Alone extends Omit<Candidate, 'features'> {
  readonly compared: Compared;
  readonly affinity: number;
}

/** What meets a cause told inside the problem meets the problem, though less surely. */
const THROUGH_CAUSE = 0.7;

function besideCauses(
  points: readonly Point[],
  from: Point,
  to: Point,
  compare: (face: Point) => Compared,
): Pick<Alone, 'compared' | 'affinity'> {
  const compared = compare(to);
  const inner = points.filter((each) => each.role === 'cause' && each.parent === to.seq && each !== from);
  const through = inner.map((cause) => THROUGH_CAUSE * affinity(compare(cause)));
  return { compared, affinity: Math.max(affinity(compared), ...through) };
}

/** Points that share next to no words belong together only where one is told inside the other or right behind it. */
const LEAST_AFFINITY = 0.1;

function besideRivals(rows: readonly (readonly Alone[])[]): Candidate[][] {
  const columns = new Map<number, number[]>();
  for (const { to, affinity: own } of rows.flat()) columns.set(to.seq, [...(columns.get(to.seq) ?? []), own]);
  return rows.map((row) => {
    const rivals = row.map((each) => each.affinity);
    const near = row.filter(
      ({ compared: { places }, affinity: own }) => own >= LEAST_AFFINITY || places.inside > 0 || places.follows > 0,
    );
    return near.map(({ compared: { places, words }, affinity: own, ...link }) => ({
      ...link,
      features: {
        ...places,
        texts: words.texts,
        fields: words.fields,
        leadOfSource: leadOf(own, rivals),
        leadOfProblem: leadOf(own, columns.get(link.to.seq)!),
      },
    }));
  });
}

function leadOf(own: number, all: readonly number[]): number {
  const [first = 0, second = 0] = [...all].sort((a, b) => b - a);
  return own - (own === first ? second : first);
}

/** The points of a role that can be linked: not the items that a point of the same role lists inside its paragraph. */
const linkable = (labelled: Labelled, points: readonly Point[], role: Role): Point[] =>
  points.filter((point) => {
    if (point.role !== role) return false;
    const parent = point.parent === null ? null : points[point.parent]!;
    return parent?.role !== role || startsParagraph(labelled, point);
  });

/** Causes that are told with a reason of their own: that has them as its effect, and measures answer them. */
const explainedCauses = (labelled: Labelled, points: readonly Point[]): Point[] =>
  points.filter((point) => point.role === 'cause' && reasonsOf(labelled, points, point).length > 0);

/** The reasons told inside a cause, which are no items of it. */
const reasonsOf = (labelled: Labelled, points: readonly Point[], cause: Point): Point[] =>
  points.filter(
    (each) =>
      each.role === 'cause' &&
      each.parent === cause.seq &&
      !startsParagraph(labelled, each) &&
      numberingOf(labelled.report.text.slice(each.start, each.end)) === null,
  );

function startsParagraph(labelled: Labelled, point: Point): boolean {
  const first = labelled.sentences[point.sentences[0]!]!;
  const before = labelled.sentences[first.seq - 1];
  return first.start === point.start && before?.paragraph !== first.paragraph;
}

/** The rank of a point among the points of its role at its depth, in the order of the text. */
function rankOf(points: readonly Point[], of: readonly Point[], point: Point): Rank {
  const depth = depthOf(points, point);
  const peers = of.filter((each) => depthOf(points, each) === depth);
  return { at: peers.indexOf(point), of: peers.length };
}

function depthOf(points: readonly Point[], point: Point): number {
  let depth = 0;
  for (let parent = point.parent; parent !== null; parent = points[parent]!.parent)
    if (points[parent]!.role === point.role) depth++;
  return depth;
}
