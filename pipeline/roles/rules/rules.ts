import { CAUSE_RULES } from './cause.ts';
import { CONTEXT_RULES } from './context.ts';
import { COUNTERMEASURE_RULES } from './countermeasure.ts';
import { HEADING_RULES, NOISE_RULES } from './heading.ts';
import { PRACTICE_RULES } from './practice.ts';
import { PROBLEM_RULES } from './problem.ts';
import type { RoleRule } from './rule.ts';

/** All labelling rules, in the order in which their votes are listed. */
export const RULES: readonly RoleRule[] = [
  ...PROBLEM_RULES,
  ...CAUSE_RULES,
  ...COUNTERMEASURE_RULES,
  ...PRACTICE_RULES,
  ...CONTEXT_RULES,
  ...HEADING_RULES,
  ...NOISE_RULES,
];
