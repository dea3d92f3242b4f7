import type { RoleRule } from './rule.ts';
import { RULES } from './rules.ts';

/** What a rule looks at: the sentence without its number, its heading path, and whether it is a heading. */
export interface RuleSubject {
  readonly body: string;
  readonly pathText: string;
  readonly heading: boolean;
}

/** Whether `rule` votes on `subject`. */
export function fires(rule: RoleRule, subject: RuleSubject): boolean {
  if (rule.heading !== undefined && rule.heading !== subject.heading) return false;
  if (rule.cues && !rule.cues.some((cue) => subject.body.includes(cue))) return false;
  return fitsPatterns(rule, subject);
}

const fitsPatterns = (rule: RoleRule, { body, pathText }: RuleSubject): boolean =>
  (!rule.path || rule.path.test(pathText)) && (!rule.pattern || rule.pattern.test(body)) && !rule.unless?.test(body);

/** The rules that may speak of a sentence whose text holds a pair of characters, by that pair; and those without cues. */
const BY_PAIR = new Map<number, number[]>();
const BY_CHARACTER = new Map<number, number[]>();
const ALWAYS: number[] = [];
RULES.forEach((rule, index) => {
  if (!rule.cues) ALWAYS.push(index);
  for (const cue of rule.cues ?? []) {
    const [table, key] = cue.length === 1 ? [BY_CHARACTER, cue.charCodeAt(0)] : [BY_PAIR, pairKey(cue, 0)];
    const rules = table.get(key) ?? [];
    if (!rules.includes(index)) table.set(key, [...rules, index]);
  }
});

function pairKey(text: string, at: number): number {
  return text.charCodeAt(at) * 65536 + text.charCodeAt(at + 1);
}

/**
 * The indices (in `RULES`) of the rules that vote on `subject`, rising. The same as asking every rule, but only those
 * whose cues begin with a pair of characters of the sentence are asked.
 */
export function firedRules(subject: RuleSubject): readonly number[] {
  const asked = new Set(ALWAYS);
  const { body } = subject;
  for (let at = 0; at < body.length; at += 1) {
    for (const index of BY_CHARACTER.get(body.charCodeAt(at)) ?? []) asked.add(index);
    if (at + 1 < body.length) for (const index of BY_PAIR.get(pairKey(body, at)) ?? []) asked.add(index);
  }
  return [...asked].filter((index) => fires(RULES[index]!, subject)).sort((a, b) => a - b);
}
