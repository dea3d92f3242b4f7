import { describe, expect, it } from 'vitest';
import { labelledReports } from '../../corpus/train/sources.ts';
import type { Role } from '../../pipeline/model/role.ts';
import { ruleReport } from '../../pipeline/roles/rule-report.ts';
import { fires, type RuleSubject } from '../../pipeline/roles/rules/fire.ts';
import { RULES } from '../../pipeline/roles/rules/rules.ts';
import { sketch } from '../../pipeline/roles/sketch.ts';
import { type SentenceView, splitNumber } from '../../pipeline/roles/view.ts';

const subjectOf = (example: string): RuleSubject => {
  const heading = example.startsWith('#');
  const parts = example.replace(/^#/, '').split(' > ');
  return { body: splitNumber(parts.at(-1)!).body, pathText: parts.slice(0, -1).join(' / '), heading };
};

const viewOf = (subject: RuleSubject): SentenceView => ({
  ...subject,
  index: 0,
  style: 0,
  kind: 'none',
  path: [subject.pathText],
  section: -1,
  paragraph: 0,
});

describe.each(RULES)('$id', (rule) => {
  it.each(rule.yes)('votes on %s', (example) => expect(fires(rule, subjectOf(example))).toBe(true));
  it.each(rule.no)('abstains on %s', (example) => expect(fires(rule, subjectOf(example))).toBe(false));
});

describe('firedRules', () => {
  const examples = RULES.flatMap((rule) => [...rule.yes, ...rule.no]);
  it.each(examples)('finds the same rules as asking each of them: %s', (example) => {
    const subject = subjectOf(example);
    const asked = RULES.flatMap((rule, index) => (fires(rule, subject) ? [index] : []));
    expect(sketch(viewOf(subject)).rules).toEqual(asked);
  });
  it('names every rule once', () => expect(new Set(RULES.map((rule) => rule.id)).size).toBe(RULES.length));
});

describe('over the sample corpus and the training texts', async () => {
  const reports = await labelledReports('no folder of real reports');
  const sentences = reports.flatMap(({ view, gold }) =>
    view.sentences.flatMap((sentence, index) => {
      const own = gold[index];
      const votes = own
        ? sketch(sentence)
            .rules.map((rule) => RULES[rule]!)
            .map(({ id, role }) => ({ rule: id, role }))
        : [];
      return own ? [{ votes, gold: own }] : [];
    }),
  );
  const chance = (role: Role): number => sentences.filter(({ gold }) => gold.role === role).length / sentences.length;

  it.each(ruleReport(sentences))('$rule is alive, and better than chance', ({ role, right, wrong, precision }) => {
    expect(right + wrong).toBeGreaterThanOrEqual(3);
    expect(precision).toBeGreaterThan(1.2 * chance(role));
  });
});
