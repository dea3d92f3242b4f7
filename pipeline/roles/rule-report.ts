import type { Role, Vote } from '../model/role.ts';
import { RULES } from './rules/rules.ts';
import type { GoldRole } from './score.ts';

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

/** An annotated sentence with the rules that voted on it. */
export interface VotedSentence {
  readonly votes: readonly Pick<Vote, 'rule' | 'role'>[];
  readonly gold: GoldRole;
}

/** The table of all rules, in their order, over annotated sentences. */
export function ruleReport(sentences: readonly VotedSentence[]): readonly RuleRow[] {
  const tally = new Map(RULES.map(({ id }) => [id, { votes: 0, overlap: 0, conflict: 0, right: 0, wrong: 0 }]));
  for (const { votes, gold } of sentences) {
    for (const { rule, role } of votes) {
      const own = tally.get(rule);
      if (!own) continue;
      own.votes += 1;
      if (votes.length > 1) own.overlap += 1;
      if (votes.some((other) => other.role !== role)) own.conflict += 1;
      if (role === gold.role) own.right += 1;
      else if (!gold.also.includes(role)) own.wrong += 1;
    }
  }
  const total = Math.max(1, sentences.length);
  return RULES.map(({ id, role }) => {
    const { votes, overlap, conflict, right, wrong } = tally.get(id)!;
    const precision = right + wrong === 0 ? null : right / (right + wrong);
    const shares = { coverage: votes / total, overlap: overlap / total, conflict: conflict / total };
    return { rule: id, role, votes, ...shares, right, wrong, precision };
  });
}
