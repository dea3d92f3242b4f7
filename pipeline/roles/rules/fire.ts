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
  (!rule.path || rule.path.test(subject.pathText)) && fitsSentence(rule, subject);

const fitsSentence = (rule: RoleRule, subject: RuleSubject): boolean =>
  (!rule.cues || rule.cues.some((cue) => subject.body.includes(cue))) && fitsPattern(rule, subject);

function fitsPattern(rule: RoleRule, { body, heading }: RuleSubject): boolean {
  if (rule.heading !== undefined && rule.heading !== heading) return false;
  return (!rule.pattern || rule.pattern.test(body)) && !rule.unless?.test(body);
}

/** Cues by their first character, with the rules that they let speak. */
const BY_FIRST = new Map<number, readonly { readonly cue: string; readonly rules: readonly number[] }[]>();
const FIRST = new Uint8Array(65536);
const WITHOUT_CUES = Uint8Array.from(RULES, (rule) => (rule.cues ? 0 : 1));
for (const cue of new Set(RULES.flatMap((rule) => rule.cues ?? []))) {
  const first = cue.charCodeAt(0);
  const rules = RULES.flatMap((rule, index) => (rule.cues?.includes(cue) ? [index] : []));
  BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), { cue, rules }]);
  FIRST[first] = 1;
}

/** Whether each rule's `path` fits the path asked last: sentences of a section come in a row. */
let lastPath: string | null = null;
let lastFits: readonly boolean[] = [];

function pathFits(pathText: string): readonly boolean[] {
  if (pathText === lastPath) return lastFits;
  lastFits = RULES.map((rule) => !rule.path || rule.path.test(pathText));
  lastPath = pathText;
  return lastFits;
}

const speaks = new Uint8Array(RULES.length);

/**
 * The indices (in `RULES`) of the rules that vote on `subject`, rising. The same as asking every rule, but the cues of
 * all rules are looked for in one pass, and only rules that have one, and whose path fits, are asked.
 */
export function firedRules(subject: RuleSubject): readonly number[] {
  const fits = pathFits(subject.pathText);
  const { body } = subject;
  speaks.set(WITHOUT_CUES);
  for (let at = 0; at < body.length; at += 1) if (FIRST[body.charCodeAt(at)] === 1) hearCues(body, at);
  const fired: number[] = [];
  for (let index = 0; index < RULES.length; index += 1)
    if (speaks[index] === 1 && fits[index] && fitsPattern(RULES[index]!, subject)) fired.push(index);
  return fired;
}

function hearCues(body: string, at: number): void {
  for (const { cue, rules } of BY_FIRST.get(body.charCodeAt(at))!)
    if (body.startsWith(cue, at)) for (const index of rules) speaks[index] = 1;
}
