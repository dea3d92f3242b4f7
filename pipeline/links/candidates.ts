import type { Labelled } from '../model/layers.ts';
import type { Point } from '../model/point.ts';
import type { Role } from '../model/role.ts';
import type { Rank } from './features.ts';

/** The points of a role that can be linked: not the items that a point of the same role lists inside its paragraph. */
export const linkable = (labelled: Labelled, points: readonly Point[], role: Role): Point[] =>
  points.filter((point) => {
    if (point.role !== role) return false;
    const parent = point.parent === null ? null : points[point.parent]!;
    return parent?.role !== role || startsParagraph(labelled, point);
  });

function startsParagraph(labelled: Labelled, point: Point): boolean {
  const first = labelled.sentences[point.sentences[0]!]!;
  const before = labelled.sentences[first.seq - 1];
  return first.start === point.start && before?.paragraph !== first.paragraph;
}

/** The rank of a point among the points of its role at its depth, in the order of the text. */
export function rankOf(points: readonly Point[], of: readonly Point[], point: Point): Rank {
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
