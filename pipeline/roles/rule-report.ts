import type { Role } from '../model/role.ts';
import { firedRules } from './rules/fire.ts';
import { RULES } from './rules/rules.ts';
import type { GoldRole } from './score.ts';
import type { SentenceView } from './view.ts';

/**
 * How one labelling rule does (after snorkel's LFAnalysis). `coverage` is the share of sentences it votes on, `overlap`
 * the share on which another rule votes too, `conflict` the share on which another votes for another role; `precision`
 * is the share of its votes that are right, votes that match `also` left out, null where none counts.
 */
export interface RuleRow {
  readonly rule: string;
  readonly role: Role;
  readonly votes: number;
  readonly coverage: number;
  readonly overlap: number;
  readonly conflict: number;
  readonly right: number;
  readonly wrong: number;
  readonly precision: number | null;
}

/** The table of all rules over annotated sentences. */
export function ruleReport(
  sentences: readonly { readonly view: SentenceView; readonly gold: GoldRole }[],
): readonly RuleRow[] {
  const tally = RULES.map(() => ({ votes: 0, overlap: 0, conflict: 0, right: 0, wrong: 0 }));
  for (const { view, gold } of sentences) {
    const fired = firedRules(view);
    for (const index of fired) {
      const own = tally[index]!;
      const { role } = RULES[index]!;
      own.votes += 1;
      if (fired.length > 1) own.overlap += 1;
      if (fired.some((other) => RULES[other]!.role !== role)) own.conflict += 1;
      if (role === gold.role) own.right += 1;
      else if (!gold.also.includes(role)) own.wrong += 1;
    }
  }
  const total = Math.max(1, sentences.length);
  return RULES.map(({ id, role }, index) => {
    const { votes, overlap, conflict, right, wrong } = tally[index]!;
    const precision = right + wrong === 0 ? null : right / (right + wrong);
    return {
      rule: id,
      role,
      votes,
      coverage: votes / total,
      overlap: overlap / total,
      conflict: conflict / total,
      right,
      wrong,
      precision,
    };
  });
}
