import { describe, expect, it } from 'vitest';
import { firedRules, fires, type RuleSubject } from '../../pipeline/roles/rules/fire.ts';
import { RULES } from '../../pipeline/roles/rules/rules.ts';
import { splitNumber } from '../../pipeline/roles/view.ts';

const subjectOf = (example: string): RuleSubject => {
  const heading = example.startsWith('#');
  const parts = example.replace(/^#/, '').split(' > ');
  return { body: splitNumber(parts.at(-1)!).body, pathText: parts.slice(0, -1).join(' / '), heading };
};

describe.each(RULES)('$id', (rule) => {
  it.each(rule.yes)('votes on %s', (example) => expect(fires(rule, subjectOf(example))).toBe(true));
  it.each(rule.no)('abstains on %s', (example) => expect(fires(rule, subjectOf(example))).toBe(false));
});

describe('firedRules', () => {
  const examples = RULES.flatMap((rule) => [...rule.yes, ...rule.no]);
  it.each(examples)('finds the same rules as asking each of them: %s', (example) => {
    const subject = subjectOf(example);
    const asked = RULES.flatMap((rule, index) => (fires(rule, subject) ? [index] : []));
    expect(firedRules(subject)).toEqual(asked);
  });
  it('names every rule once', () => expect(new Set(RULES.map((rule) => rule.id)).size).toBe(RULES.length));
});
