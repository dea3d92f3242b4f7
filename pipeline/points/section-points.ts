import type { Labelled } from '../model/layers.ts';
import type { Role } from '../model/role.ts';
import type { Section } from '../model/section.ts';
import type { Sentence } from '../model/sentence.ts';
import { isChapter } from './chapter.ts';
import { labelOf } from './label.ts';
import { claimCounts, claimOf, headingSentence, mainClaim, type Opener, sentencesIn } from './opener.ts';
import type { HeadingClaims } from './peers.ts';

/** Words that only say what kind of text follows a colon: they are no label. */
const ANNOUNCES =
  /^[【[（(]?(?:.{0,4}(?:问题|原因|理由|建议|意见|对策|措施|办法|打算|分析|现状|案由|事由|背景|情况说明))[】\]）)]?$/u;

/** A heading that only names a topic: the claim after it opens the point. */
const TOPIC = /^.{1,10}(?:方面|层面)$/u;

/** The point that a section opens when its heading claims something, else null. */
export function sectionPoint(labelled: Labelled, section: Section, claims: HeadingClaims): Opener | null {
  const heading = headingSentence(labelled, section);
  const role = heading && (claims.get(section.seq) ?? itemClaim(labelled, section, heading));
  if (!role || (section.kind === 'block' && isChapter(section.heading))) return null;
  if (TOPIC.test(section.heading) && section.kind !== 'inline' && firstClaim(labelled, section)) return null;
  const announces = ANNOUNCES.test(section.heading) && section.headingSpan.end < heading.end;
  const claim = announces ? { start: section.headingSpan.end, end: heading.end } : section.headingSpan;
  const label = labelOf(labelled.report.text, claim, role);
  return label === ''
    ? null
    : {
        start: section.start,
        end: section.end,
        role,
        label,
        section: section.seq,
      };
}

/** The first claim after a heading in the section itself. */
const firstClaim = (labelled: Labelled, section: Section): boolean =>
  labelled.sentences.some(
    (sentence) => sentence.section === section.seq && !sentence.isHeading && claimOf(labelled, sentence) !== null,
  );

/** A numbered item in prose that reads as context claims what most of its sentences do. */
const itemClaim = (labelled: Labelled, section: Section, heading: Sentence): Role | null =>
  section.kind === 'block' || labelled.roles[heading.seq]!.role !== 'context' || !section.number
    ? null
    : mainClaim(claimCounts(labelled, sentencesIn(labelled, section)));
