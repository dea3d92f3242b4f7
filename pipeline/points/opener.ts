import type { Labelled } from '../model/layers.ts';
import type { Role } from '../model/role.ts';
import type { Section } from '../model/section.ts';
import type { Sentence } from '../model/sentence.ts';
import type { Span } from '../model/span.ts';
import { announcedBy } from './chapter.ts';

/** A place where a point opens: its span, its role, and its label. */
export interface Opener extends Span {
  readonly role: Role;
  readonly label: string;
  readonly section: number | null;
}

/** The roles that a claim can have. */
export const CLAIM_ROLES: readonly Role[] = ['problem', 'cause', 'countermeasure', 'practice'];

/** Below this confidence the heading above decides between problem and cause. */
const UNSURE = 0.8;

/** The claim role of a sentence, null where it claims nothing; under a heading that announces causes, what may be an ill or a cause is a cause. */
export function claimOf(labelled: Labelled, sentence: Sentence): Role | null {
  const { role, also, confidence } = labelled.roles[sentence.seq]!;
  const unsure = also.includes('cause') || confidence < UNSURE;
  if (role === 'problem' && unsure && isUnderCauses(labelled, sentence.section)) return 'cause';
  return CLAIM_ROLES.includes(role) ? role : null;
}

function isUnderCauses({ sections }: Labelled, section: number | null): boolean {
  for (let at = section; at !== null; at = sections[at]!.parent) {
    const [announced, ...others] = announcedBy(sections[at]!.heading);
    if (announced) return announced === 'cause' && others.length === 0;
  }
  return false;
}

/** The sentences that start within a span. */
export const sentencesIn = (labelled: Labelled, span: Span): Sentence[] =>
  labelled.sentences.filter((sentence) => sentence.start >= span.start && sentence.start < span.end);

/** The sentence that holds the heading of a section. */
export const headingSentence = (labelled: Labelled, section: Section): Sentence | null =>
  labelled.sentences.find(
    (sentence) => sentence.start <= section.headingSpan.start && section.headingSpan.start < sentence.end,
  ) ?? null;

/** How many sentences of a span have each claim role. */
export function claimCounts(labelled: Labelled, sentences: readonly Sentence[]): ReadonlyMap<Role, number> {
  const counts = new Map<Role, number>();
  for (const sentence of sentences) {
    const role = claimOf(labelled, sentence);
    if (role) counts.set(role, (counts.get(role) ?? 0) + 1);
  }
  return counts;
}

/** The claim role that most sentences have, null where none has one. */
export function mainClaim(counts: ReadonlyMap<Role, number>): Role | null {
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** Sentences by the paragraph that they stand in. */
export function paragraphsOf(sentences: readonly Sentence[]): Sentence[][] {
  const paragraphs = new Map<number, Sentence[]>();
  for (const sentence of sentences) {
    const paragraph = paragraphs.get(sentence.paragraph);
    if (paragraph) paragraph.push(sentence);
    else paragraphs.set(sentence.paragraph, [sentence]);
  }
  return [...paragraphs.values()];
}
