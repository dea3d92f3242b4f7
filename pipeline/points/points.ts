import type { Labelled } from '../model/layers.ts';
import type { Point } from '../model/point.ts';
import type { Section } from '../model/section.ts';
import type { Sentence } from '../model/sentence.ts';
import { announcedBy } from './chapter.ts';
import { itemsIn } from './items.ts';
import { labelOf } from './label.ts';
import { numberedPoints } from './numbered-points.ts';
import { CLAIM_ROLES, claimCounts, claimOf, mainClaim, type Opener, paragraphsOf, sentencesIn } from './opener.ts';
import { passingProblems } from './passing.ts';
import { type HeadingClaims, headingClaims } from './peers.ts';
import { causeInside, type Prose, prosePoints } from './prose-points.ts';
import { sectionPoint } from './section-points.ts';

/**
 * The points (要点) of a report in the order of the text. A heading that claims something opens one, and so do the items
 * of a list inside a paragraph; under headings that claim nothing every paragraph does; and problems named in passing
 * where a report has no others. Points nest: a point lies
 * within its parent.
 */
export function groupPoints(labelled: Labelled): Point[] {
  const claims = headingClaims(labelled);
  const sections = labelled.sections.flatMap((section) => sectionPoint(labelled, section, claims) ?? []);
  const prose = proseOf(labelled, sections).flatMap((each) => prosePoints(labelled, each));
  const causes = hasCauseChapter(labelled, claims)
    ? []
    : sections.flatMap((point) => causesIn(labelled, point, sections));
  const lists = listPoints(labelled, sections, prose);
  const starts = new Set(lists.map(({ start }) => start));
  const others = [...sections, ...prose, ...causes, ...numberedPoints(labelled)].filter(
    ({ start }) => !starts.has(start),
  );
  const openers = [...others, ...lists];
  return nest(labelled, [...openers, ...passingProblems(labelled, openers)]);
}

/** The prose under each heading that is in no point yet. */
function proseOf(labelled: Labelled, points: readonly Opener[]): Prose[] {
  const free = labelled.sentences.filter(
    (sentence) =>
      !sentence.isHeading && !points.some((point) => point.start <= sentence.start && sentence.start < point.end),
  );
  const runs: Sentence[][] = [];
  for (const sentence of free) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before!.section === sentence.section && before!.seq === sentence.seq - 1) run.push(sentence);
    else runs.push([sentence]);
  }
  return runs.flatMap((sentences) => {
    const section = labelled.sections.find((each) => each.seq === sentences[0]!.section) ?? null;
    const last = sentences.at(-1)!;
    const next = labelled.sections.find((each) => each.start >= last.end);
    if (next && introduces(labelled, section, next)) return [];
    const goesOn = next && section && next.parent === section.seq && next.kind === 'inline';
    return [{ section, sentences, start: sentences[0]!.start, end: goesOn ? section.end : last.end }];
  });
}

/** Whether prose before the section `next` only introduces what the sections inside its own say one by one. */
const introduces = (labelled: Labelled, section: Section | null, next: Section): boolean =>
  next.kind !== 'inline' && (section === null ? labelled.sections.length > 1 : next.parent === section.seq);

/** Whether the report has a chapter of causes: then a reason inside a problem is only a remark. */
const hasCauseChapter = (labelled: Labelled, claims: HeadingClaims): boolean =>
  labelled.sections.some((section) => {
    if (section.parent !== null) return false;
    const announced = announcedBy(section.heading);
    if (announced.length > 0) return announced[0] === 'cause';
    const inside = labelled.sections.filter((each) => each.parent === section.seq).map(({ seq }) => claims.get(seq));
    if (inside.length > 0) return inside.filter((role) => role === 'cause').length * 2 > inside.length;
    const counts = claimCounts(labelled, sentencesIn(labelled, section));
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    return total > 2 && mainClaim(counts) === 'cause';
  });

function causesIn(labelled: Labelled, point: Opener, points: readonly Opener[]): Opener[] {
  const inner = points.some((each) => each !== point && each.start > point.start && each.start < point.end);
  if (point.role !== 'problem' || inner) return [];
  const cause = causeInside(labelled, point, sentencesIn(labelled, point));
  return cause ? [cause] : [];
}

/**
 * The points of lists inside paragraphs, where no section starts. A list that starts where prose would open a point takes
 * its place, to its end.
 */
function listPoints(labelled: Labelled, sections: readonly Opener[], prose: readonly Opener[]): Opener[] {
  const taken = new Set(sections.map((opener) => opener.start));
  return paragraphsOf(labelled.sentences).flatMap((sentences) =>
    itemsIn(labelled.report.text, sentences).flatMap((item) => {
      const sentence = sentences.findLast((each) => each.start <= item.start)!;
      const following = sentencesIn(labelled, { start: item.start, end: item.end });
      const role = claimOf(labelled, sentence) ?? mainClaim(claimCounts(labelled, following));
      if (!role || taken.has(item.start)) return [];
      const claim = { start: item.claim, end: Math.min(sentence.end, item.end) };
      const label = labelOf(labelled.report.text, claim, role);
      const replaced = item.isLast ? prose.find(({ start }) => start === item.list) : undefined;
      const end = Math.max(item.end, replaced?.end ?? 0);
      return label === '' ? [] : { start: item.start, end, role, label, section: sentence.section };
    }),
  );
}

/** Orders openers, ends each with the point around it, and leaves out what says nothing. */
function nest(labelled: Labelled, openers: readonly Opener[]): Point[] {
  const ordered = [...openers].sort((a, b) => a.start - b.start || b.end - a.end);
  const points: Point[] = [];
  const open: Point[] = [];
  for (const opener of ordered) {
    if (points.at(-1)?.start === opener.start) continue;
    while (open.length > 0 && open.at(-1)!.end <= opener.start) open.pop();
    const parent = open.at(-1) ?? null;
    const end = Math.min(opener.end, parent?.end ?? opener.end);
    const sentences = carriers(labelled, opener.start, end);
    const point: Point = {
      seq: points.length,
      parent: parent?.seq ?? null,
      section: opener.section,
      role: opener.role,
      label: opener.label,
      start: opener.start,
      end: Math.min(end, labelled.sentences[sentences.at(-1)!]!.end),
      sentences,
    };
    points.push(point);
    open.push(point);
  }
  return points;
}

/** The sentences that carry a point, without noise and without the remarks that follow its last claim in a new paragraph. */
function carriers(labelled: Labelled, start: number, end: number): number[] {
  const inside = labelled.sentences.filter((sentence) => sentence.start < end && sentence.end > start);
  const last = inside.findLast((sentence) => CLAIM_ROLES.includes(labelled.roles[sentence.seq]!.role)) ?? inside[0]!;
  return inside
    .filter((each) => each.seq <= last.seq || each.paragraph === last.paragraph)
    .filter((each) => each === inside[0] || labelled.roles[each.seq]!.role !== 'noise')
    .map((each) => each.seq);
}
