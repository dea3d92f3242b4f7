import type { Tokenized } from '../model/layers.ts';
import { ROLES, type Role, type RoleAssignment, type Vote } from '../model/role.ts';
import { headingRole } from './heading-role.ts';
import { firedRules } from './rules/fire.ts';
import { RULES } from './rules/rules.ts';
import { type SentenceView, viewReport } from './view.ts';

const BASE: Readonly<Record<Role, number>> = {
  problem: 0,
  cause: -0.5,
  countermeasure: 0,
  practice: 0,
  context: 0.3,
  heading: -1,
  noise: -1,
};

/** The role of every sentence of a report, in their order. */
export function assignRoles(tokenized: Tokenized): RoleAssignment[] {
  return viewReport(tokenized).sentences.map((view) => assignByRules(view));
}

function assignByRules(view: SentenceView): RoleAssignment {
  const votes: Vote[] = firedRules(view).map((index) => ({
    rule: RULES[index]!.id,
    role: RULES[index]!.role,
    weight: RULES[index]!.id.endsWith('-path') ? 1.5 : 1,
  }));
  const section = headingRole(view.path.at(-1) ?? '') ?? headingRole(view.path.at(-2) ?? '');
  if (section) votes.push({ rule: 'section', role: section, weight: 1 });
  const scores = ROLES.map(
    (role) => BASE[role] + votes.filter((v) => v.role === role).reduce((s, v) => s + v.weight, 0),
  );
  const best = scores.indexOf(Math.max(...scores));
  const total = scores.reduce((sum, score) => sum + Math.exp(score), 0);
  return { role: ROLES[best]!, also: [], confidence: Math.exp(scores[best]!) / total, votes };
}
