import type { Labelled } from '../model/layers.ts';
import type { Role } from '../model/role.ts';
import type { Section } from '../model/section.ts';
import type { Sentence } from '../model/sentence.ts';
import type { Span } from '../model/span.ts';
import { labelOf } from './label.ts';
import { claimCounts, claimOf, mainClaim, type Opener, sentencesIn } from './opener.ts';

/** Headings that name a kind of chapter rather than a topic. */
const CHAPTER =
  /问题|困难|难题|不足|短板|差距|原因|成因|根源|症结|分析|剖析|对策|建议|措施|办法|举措|路径|思路|打算|计划|做法|成效|情况|概况|现状|背景|结语|经验/u;

/** Prose under one heading: its sentences in order, and the span that they fill. */
export interface Prose extends Span {
  readonly section: Section | null;
  readonly sentences: readonly Sentence[];
}

/**
 * The points of prose whose heading claims nothing: a paragraph opens one with its first claim, and so does the step
 * from problem to cause inside it. A heading that names the topic of a single point gives it its name.
 */
export function prosePoints(labelled: Labelled, prose: Prose): Opener[] {
  const starts = startsIn(labelled, prose);
  const topic =
    starts.length === 1 && prose.section && !CHAPTER.test(prose.section.heading) ? prose.section.heading : '';
  return starts.map((sentence, index) => {
    const role = claimOf(labelled, sentence)!;
    const label = labelOf(labelled.report.text, sentence, role);
    return {
      start: sentence.start,
      end: starts[index + 1]?.start ?? prose.end,
      role,
      label: topic && !label.includes(topic) ? `${topic}：${label}` : label,
      section: prose.section?.seq ?? null,
    };
  });
}

function startsIn(labelled: Labelled, prose: Prose): Sentence[] {
  const allowed = rolesOf(labelled, prose);
  const starts: Sentence[] = [];
  let paragraph = -1;
  for (const sentence of prose.sentences) {
    const role = claimOf(labelled, sentence);
    if (!role || !allowed(role, starts)) continue;
    const before = starts.at(-1);
    const last = before && claimOf(labelled, before);
    const turns = (role === 'cause' && last === 'problem') || (role === 'problem' && last === 'cause');
    if (sentence.paragraph !== paragraph || turns) starts.push(sentence);
    paragraph = sentence.paragraph;
  }
  return starts;
}

/** Which claims can open a point here: those of the chapter; once a measure has been proposed, measures only. */
function rolesOf(labelled: Labelled, prose: Prose): (role: Role, starts: readonly Sentence[]) => boolean {
  const main = mainClaim(claimCounts(labelled, prose.section ? sentencesIn(labelled, prose.section) : prose.sentences));
  const mixed = prose.section === null;
  return (role, starts) => {
    const proposed = starts.some((each) => claimOf(labelled, each) === 'countermeasure');
    if (proposed) return role === 'countermeasure';
    if (mixed) return true;
    if (main === 'countermeasure' || main === 'practice') return role === main;
    return role === 'problem' || role === 'cause';
  };
}

/** Where the reason starts inside a problem of a report that gives its reasons there; null where it gives none. */
export function causeInside(labelled: Labelled, point: Opener, sentences: readonly Sentence[]): Opener | null {
  const first = sentences.findIndex((sentence) => claimOf(labelled, sentence) === 'cause');
  const sentence = sentences[first];
  if (first < 1 || !sentence) return null;
  return {
    start: sentence.start,
    end: point.end,
    role: 'cause',
    label: labelOf(labelled.report.text, sentence, 'cause'),
    section: sentence.section,
  };
}
