import type { Labelled } from '../model/layers.ts';
import type { Role } from '../model/role.ts';
import type { Section } from '../model/section.ts';
import type { Sentence } from '../model/sentence.ts';
import type { Span } from '../model/span.ts';
import { labelOf } from './label.ts';
import { claimCounts, claimOf, mainClaim, type Opener, paragraphsOf, sentencesIn } from './opener.ts';

/** Headings that name a kind of chapter rather than a topic. */
const CHAPTER =
  /问题|困难|难题|不足|短板|差距|原因|成因|根源|症结|分析|剖析|对策|建议|措施|办法|举措|路径|思路|打算|计划|做法|成效|情况|概况|概貌|现状|背景|结语|经验|案由|事由|理由|进展|步子|开展的工作/u;

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
  return starts.flatMap(({ sentence, role }, index) => {
    const end = starts[index + 1]?.sentence.start ?? prose.end;
    const label = labelOf(labelled.report.text, sentence, role);
    const point: Opener = {
      start: sentence.start,
      end,
      role,
      label: topic && !label.includes(topic) ? `${topic}：${label}` : label,
      section: prose.section?.seq ?? null,
    };
    const reason = topic && role === 'cause' ? reasonBehind(labelled, prose.sentences, sentence) : null;
    return reason ? [point, { ...reason, end, section: point.section }] : [point];
  });
}

/** Words that say what is lacking. */
const LACKS = /有限|不足|不够|缺乏|缺少|匮乏|短缺|薄弱|滞后|不健全|不完善|不到位|制约/u;

/** Longer labels do not name one thing that is lacking. */
const LONGEST_REASON = 30;

/** Under the name of a topic a reason may come after a description: the first sentence whose claim is a lack. */
function reasonBehind(
  labelled: Labelled,
  sentences: readonly Sentence[],
  first: Sentence,
): Pick<Opener, 'start' | 'role' | 'label'> | null {
  const lacks = (label: string): boolean => LACKS.test(label) && label.length <= LONGEST_REASON;
  if (lacks(labelOf(labelled.report.text, first, 'cause'))) return null;
  const later = sentences.flatMap((each) => {
    const label = labelOf(labelled.report.text, each, 'cause');
    const opens = each.start > first.start && claimOf(labelled, each) === 'cause' && lacks(label);
    return opens ? [{ start: each.start, role: 'cause' as const, label }] : [];
  });
  return later[0] ?? null;
}

interface Start {
  readonly sentence: Sentence;
  readonly role: Role;
}

function startsIn(labelled: Labelled, prose: Prose): Start[] {
  const allowed = rolesOf(labelled, prose);
  const starts: Start[] = [];
  for (const sentences of paragraphsOf(prose.sentences)) {
    for (const [index, sentence] of sentences.entries()) {
      const opened = starts.some((each) => each.sentence.paragraph === sentence.paragraph);
      const role = opened || index > 0 ? roleHere(labelled, sentence) : roleAtFirst(labelled, sentences);
      if (!role || !allowed(role, starts) || (role === 'practice' && index > 0 && !tellsPractice(prose.section)))
        continue;
      if (!opened || turns(labelled, starts.at(-1)!.role, role, sentences.slice(index)))
        starts.push({ sentence, role });
    }
  }
  return starts;
}

/** In the middle of a paragraph what has been done is a point only under a heading that says so. */
const tellsPractice = (section: Section | null): boolean =>
  section !== null && /做法|成效|成绩|举措|措施|工作|经验|进展/u.test(section.heading);

/** Words that give the reason for what was just said. */
const REASONS: readonly RegExp[] = [
  /^(?:说到底|归根到底|归根结底|究其|追根溯源|追问下去|细究|根子|病根|根源|症结)/u,
  /^(?:这|这些|其)?.{0,8}(?:根子|病根|根源|症结|主因|原因|缘由)(?:之[一二三四五六]，?)?(?:在于|是|要从|埋在|出在)/u,
  /^(?:这|这种|这些|上述|此类)?[^，。]{0,10}(?:与|同|跟|和)[^。]{2,24}(?:有关|分不开|密切相关)(?=[，。；]|$)/u,
  /是[^，。]{2,24}的(?:\p{Script=Han}{0,6}(?:之一|的)?)?(?:原因|缘由|根源|总?根子|症结|病因|病根|主因|诱因)(?:之一|所在)?。?$/u,
  /^[^，。]{2,16}(?:的背后|背后)[，]?(?:是|有)/u,
  /这(?:就|才|正|便)是[^，。]{0,8}(?:原因|缘由|根源|症结)/u,
];

/** Whether a sentence says that it gives the reason. */
const givesReason = (words: string): boolean => REASONS.some((pattern) => pattern.test(words));

/** Figures, speech and demands show a problem or answer it; they are seldom its reason. */
const EXAMPLE = /\d|[“][^”]{6,}[”]|(?:说|讲|叹|问|道)[：:，]|应当|理应|必须|建议/u;
const isExample = (words: string): boolean => EXAMPLE.test(words) && !givesReason(words);

/** The claim of a sentence in prose; one that says it gives the reason is a cause. */
function roleHere(labelled: Labelled, sentence: Sentence): Role | null {
  const role = claimOf(labelled, sentence);
  const reason = givesReason(labelled.report.text.slice(sentence.start, sentence.end));
  return reason && role === 'problem' ? 'cause' : role;
}

/** Below this confidence the first sentence of a paragraph is taken to say what the rest of it says. */
const SURE = 0.8;

/** A saying leads in; the claim comes after it. */
const QUOTATION = /^[“《「][^”]*[”」]$/u;

function roleAtFirst(labelled: Labelled, sentences: readonly Sentence[]): Role | null {
  const first = sentences[0]!;
  const role = roleHere(labelled, first);
  const unsure =
    labelled.roles[first.seq]!.confidence < SURE &&
    labelled.roles[first.seq]!.role === 'context' &&
    !QUOTATION.test(labelled.report.text.slice(first.start, first.end));
  const main = unsure && sentences.length > 2 ? mainClaim(claimCounts(labelled, sentences)) : null;
  return role ?? (main === 'practice' ? null : main);
}

/** Whether the text steps from problem to cause or back: for two sentences, or to the end of the paragraph. */
function turns(labelled: Labelled, last: Role, role: Role, rest: readonly Sentence[]): boolean {
  if (!((role === 'cause' && last === 'problem') || (role === 'problem' && last === 'cause'))) return false;
  if (role === 'cause' && isExample(labelled.report.text.slice(rest[0]!.start, rest[0]!.end))) return false;
  return rest.length === 1 || roleHere(labelled, rest[1]!) !== last;
}

/** Which claims can open a point here: those of the chapter; once a measure has been proposed, measures only. */
function rolesOf(labelled: Labelled, prose: Prose): (role: Role, starts: readonly Start[]) => boolean {
  const main = mainClaim(claimCounts(labelled, prose.section ? sentencesIn(labelled, prose.section) : prose.sentences));
  const mixed = prose.section === null;
  return (role, starts) => {
    const proposed = starts.some((each) => each.role === 'countermeasure');
    if (proposed) return role === 'countermeasure';
    if (mixed) return true;
    if (main === 'countermeasure' || main === 'practice') return role === main;
    return role === 'problem' || role === 'cause';
  };
}

/** Where the reason starts inside a problem of a report that gives its reasons there; null where it gives none. */
export function causeInside(labelled: Labelled, point: Opener, sentences: readonly Sentence[]): Opener | null {
  const causes = sentences.slice(1).filter((each) => roleHere(labelled, each) === 'cause');
  const wordsOf = (each: Sentence): string => labelled.report.text.slice(each.start, each.end);
  const sentence =
    causes.find((each) => givesReason(wordsOf(each))) ??
    causes.find((each) => !isExample(wordsOf(each)) && labelled.roles[each.seq]!.confidence >= SURE) ??
    causes.find((each) => !isExample(wordsOf(each))) ??
    causes[0];
  if (!sentence) return null;
  return {
    start: sentence.start,
    end: point.end,
    role: 'cause',
    label: labelOf(labelled.report.text, sentence, 'cause'),
    section: sentence.section,
  };
}
