import type { RoleRule } from './rule.ts';
import { RULES } from './rules.ts';

/** What a rule looks at: the sentence without its number, its heading path, and whether it is a heading. */
export interface RuleSubject {
  readonly body: string;
  readonly pathText: string;
  readonly heading: boolean;
}

/** Whether `rule` votes on `subject`. */
export const fires = (rule: RoleRule, subject: RuleSubject): boolean =>
  (rule.heading === undefined || rule.heading === subject.heading) &&
  (!rule.path || rule.path.test(subject.pathText)) &&
  (!rule.cues || rule.cues.some((cue) => subject.body.includes(cue))) &&
  subject.body.length <= (rule.longest ?? Number.POSITIVE_INFINITY) &&
  (!rule.pattern || rule.pattern.test(subject.body)) &&
  !rule.unless?.test(subject.body);

const LONGEST = Int32Array.from(RULES, (rule) => rule.longest ?? 0x7fffffff);
const PATTERNS = RULES.map((rule) => rule.pattern ?? null);
const UNLESS = RULES.map((rule) => rule.unless ?? null);

/** What is left of `fires` for a rule that is open and heard; columns, since asking every rule for its fields is slow. */
function fitsText(index: number, body: string): boolean {
  if (body.length > LONGEST[index]!) return false;
  const pattern = PATTERNS[index]!;
  const unless = UNLESS[index]!;
  return (pattern === null || pattern.test(body)) && (unless === null || !unless.test(body));
}

/** The rules that may speak at headings and elsewhere, by what they ask of `heading` alone, as 0 and 1. */
const OPEN = [false, true].map((heading) =>
  Uint8Array.from(RULES, (rule) => (rule.heading === undefined || rule.heading === heading ? 1 : 0)),
);
const ASKING_PATH = [...RULES.keys()].filter((index) => RULES[index]!.path);

/** The rules that may speak under the path asked last, at headings and elsewhere: sentences of a section come in a row. */
const last = OPEN.map((each) => ({ pathText: null as string | null, open: each.slice() }));

function openAt({ pathText, heading }: RuleSubject): Uint8Array {
  const place = last[heading ? 1 : 0]!;
  if (place.pathText === pathText) return place.open;
  place.pathText = pathText;
  for (const index of ASKING_PATH)
    place.open[index] = OPEN[heading ? 1 : 0]![index]! & (RULES[index]!.path!.test(pathText) ? 1 : 0);
  return place.open;
}

/**
 * The indices (in `RULES`) of the rules that vote on `subject`, rising: of those that are `heard` (1 for a rule with a
 * cue in the sentence, or that needs none) the ones that fit. The same as asking every rule.
 */
export function firedRules(subject: RuleSubject, heard: Uint8Array): readonly number[] {
  const open = openAt(subject);
  const fired: number[] = [];
  for (let index = 0; index < RULES.length; index += 1)
    if ((heard[index]! & open[index]!) === 1 && fitsText(index, subject.body)) fired.push(index);
  return fired;
}
