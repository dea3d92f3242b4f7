import type { Labelled } from '../model/layers.ts';
import type { Role } from '../model/role.ts';
import type { Section } from '../model/section.ts';
import { labelOf } from './label.ts';
import { claimCounts, claimOf, headingSentence, mainClaim, type Opener, sentencesIn } from './opener.ts';

/** Words that only say what kind of text follows a colon: they are no label. */
const ANNOUNCES =
  /^[【[（(]?(?:.{0,4}(?:问题|原因|理由|建议|意见|对策|措施|办法|打算|分析|现状|案由|事由|背景|情况说明))[】\]）)]?$/u;

/** Headings that announce a chapter, whatever role its sentences have. */
const CHAPTER =
  /(?:存在的?|面临的?|主要|突出)(?:主要|突出|困难和|困难与|困难及)*(?:问题|困难|不足|短板|难题)$|^(?:问题|难题|不足|短板)$|(?:原因|成因|根源)(?:分析|剖析|探究|探析)?$|(?:对策|建议|措施|举措|打算|意见|思路)(?:及|与|和|、)?(?:建议|对策|措施|思考|举措)?$/u;
/** A heading that only names a topic: the claim after it opens the point. */
const TOPIC = /^.{1,10}(?:方面|层面)$/u;

/** The point that a section opens when its heading claims something, else null. */
export function sectionPoint(labelled: Labelled, section: Section): Opener | null {
  const heading = headingSentence(labelled, section);
  const role = heading && headingClaim(labelled, section);
  if (!role || (section.kind === 'block' && CHAPTER.test(section.heading))) return null;
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

/** What a heading claims; a numbered item in prose that reads as context claims what most of its sentences do. */
function headingClaim(labelled: Labelled, section: Section): Role | null {
  const heading = headingSentence(labelled, section)!;
  const own = claimOf(labelled, heading);
  if (own || section.kind === 'block' || labelled.roles[heading.seq]!.role !== 'context' || !section.number) return own;
  return mainClaim(claimCounts(labelled, sentencesIn(labelled, section)));
}
