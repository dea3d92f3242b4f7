import type { Labelled } from '../model/layers.ts';
import type { Point } from '../model/point.ts';
import type { Role } from '../model/role.ts';

const CLAIMS: readonly Role[] = ['problem', 'cause', 'countermeasure', 'practice'];

/** The points of a report: a section whose heading claims something opens one, with the sentences that stand in it. */
export function groupPoints(labelled: Labelled): Point[] {
  const points: Point[] = [];
  const pointOf = new Map<number, number>();
  for (const section of labelled.sections) {
    const inside = labelled.sentences.filter(
      (sentence) => sentence.start >= section.start && sentence.start < section.end,
    );
    const role = inside[0] && labelled.roles[inside[0].seq]?.role;
    if (!role || !CLAIMS.includes(role)) continue;
    const parent = section.parent === null ? null : (pointOf.get(section.parent) ?? null);
    pointOf.set(section.seq, points.length);
    const sentences = inside.map((sentence) => sentence.seq);
    points.push({
      seq: points.length,
      parent,
      section: section.seq,
      role,
      label: section.heading,
      start: section.start,
      end: inside.at(-1)!.end,
      sentences,
    });
  }
  return points;
}
