import type { Labelled } from '../model/layers.ts';
import type { Role } from '../model/role.ts';
import type { Section } from '../model/section.ts';
import type { Sentence } from '../model/sentence.ts';
import { numberingOf } from '../text/numbering.ts';
import { announcedBy, isChapter } from './chapter.ts';
import { CLAIM_ROLES, claimCounts, claimOf, headingSentence, sentencesIn } from './opener.ts';

/** What the heading of each section claims, by the seq of the section; null where it claims nothing. */
export type HeadingClaims = ReadonlyMap<number, Role | null>;

/** The peers of a section: the sections of its chapter at its level and with its kind of number. */
interface Peers {
  readonly chapter: Section | null;
  readonly sections: readonly Section[];
}

/** A claim as sure as this keeps its role whatever its peers claim. */
const SURE = 0.95;

/**
 * What headings claim, read side by side: items that stand in one row do the same for the report. One that its peers, its
 * chapter and its own text speak for takes their role.
 */
export function headingClaims(labelled: Labelled): HeadingClaims {
  const claims = new Map<number, Role | null>();
  for (const peers of peersIn(labelled)) {
    const shared = sharedRole(labelled, peers);
    for (const section of peers.sections) claims.set(section.seq, claimBeside(labelled, peers, section, shared));
  }
  return claims;
}

/** Sections in rows: a row ends with its chapter. */
function peersIn(labelled: Labelled): Peers[] {
  const rows = new Map<string, { chapter: Section | null; sections: Section[] }>();
  let unnumbered: Section | null = null;
  for (const section of labelled.sections) {
    if (opensRow(labelled, section)) unnumbered = section;
    const parent = section.parent === null ? unnumbered : labelled.sections[section.parent]!;
    const style = numberingOf(`${section.number}${section.heading}`)?.style.id ?? '';
    const key = `${parent?.seq} ${section.level} ${style}`;
    const row = rows.get(key);
    if (row) row.sections.push(section);
    else rows.set(key, { chapter: parent, sections: [section] });
  }
  return [...rows.values()];
}

/** A chapter without number stands at the level of its items. */
const opensRow = (labelled: Labelled, section: Section): boolean =>
  section.number === '' &&
  section.kind === 'block' &&
  announcedBy(section.heading).length > 0 &&
  ownClaim(labelled, section) === null;

/** The role that a row has in common: the one that its chapter announces, or that more than half of its claims have. */
function sharedRole(labelled: Labelled, { chapter, sections }: Peers): Role | null {
  const claims = sections.map((section) => ownClaim(labelled, section));
  const [announced] = chapter ? announcedBy(chapter.heading) : [];
  if (
    announced &&
    (claims.includes(announced) ||
      sections.filter((section) => isClaimLike(section.heading)).length * 2 > sections.length)
  )
    return announced;
  const made = claims.filter((each) => each !== null);
  const isCommon = (role: Role): boolean =>
    made.length > 1 && made.filter((each) => each === role).length * 2 > made.length;
  return CLAIM_ROLES.find(isCommon) ?? null;
}

/** Words that say something of something, in a heading that is no mere topic. */
const isClaimLike = (heading: string): boolean =>
  heading.length >= 8 && /[，了不没把将让使到得太较偏难少低高缺弱来出着未]|无|有/u.test(heading);

/** The claim of a section in the light of the role that its row has in common. */
function claimBeside(
  labelled: Labelled,
  { chapter, sections }: Peers,
  section: Section,
  shared: Role | null,
): Role | null {
  const own = ownClaim(labelled, section);
  const heading = headingSentence(labelled, section);
  if (shared === null || own === shared || !heading || isChapter(section.heading)) return own;
  const { confidence, also, role } = labelled.roles[heading.seq]!;
  if (role === 'noise') return own;
  const counts = claimCounts(
    labelled,
    sentencesIn(labelled, section).filter((each) => each !== heading),
  );
  const isCarriedOut = counts.has(shared) && counts.get(shared) === Math.max(...counts.values());
  if (own === null) {
    const isUsual = sections.filter((each) => ownClaim(labelled, each) === shared).length * 2 > sections.length;
    return (isCarriedOut && (isUsual || isClaimLike(section.heading))) || also.includes(shared) ? shared : null;
  }
  const isAnnounced = chapter !== null && announcedBy(chapter.heading).includes(shared);
  return confidence < SURE && (isCarriedOut || also.includes(shared) || isAnnounced) ? shared : own;
}

/** A heading that may as well be a mere heading claims nothing by itself. */
const UNSURE = 0.5;

function ownClaim(labelled: Labelled, section: Section): Role | null {
  const heading: Sentence | null = headingSentence(labelled, section);
  if (!heading) return null;
  const { confidence, also } = labelled.roles[heading.seq]!;
  return confidence < UNSURE && also.includes('heading') ? null : claimOf(labelled, heading);
}
