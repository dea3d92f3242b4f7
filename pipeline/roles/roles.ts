import type { Tokenized } from '../model/layers.ts';
import { ROLES, type Role, type RoleAssignment, type Vote } from '../model/role.ts';
import { type Chain, LABELS, marginals } from './crf.ts';
import { type Frames, scoreReport } from './features.ts';
import { type ReportView, viewReport } from './view.ts';
import { calibrated, ownWeights, type Weights } from './weights.ts';

/** A second role counts when the model gives it so much. */
const ALSO = 0.2;

/** The role of every sentence of a report, in their order, with the votes of the rules and a calibrated confidence. */
export const assignRoles = (tokenized: Tokenized): RoleAssignment[] => assignView(viewReport(tokenized), ownWeights());

/** The same from a view and any weights: the most probable role of each sentence given the whole report. */
export function assignView(view: ReportView, weights: Weights): RoleAssignment[] {
  const { rules, chain } = chainOf(view, weights);
  const shares = marginals(chain);
  return rules.map((own, index) => {
    const from = index * LABELS;
    let best = 0;
    for (let role = 1; role < LABELS; role += 1) if (shares[from + role]! > shares[from + best]!) best = role;
    return {
      role: ROLES[best]!,
      also: others(shares, from, best),
      confidence: calibrated(shares[from + best]!, weights.calibration),
      votes: votesOf(own, weights),
    };
  });
}

const NO_ROLES: readonly Role[] = [];

/** The roles that count besides the best. */
function others(shares: Float64Array, from: number, best: number): readonly Role[] {
  let also = NO_ROLES;
  for (let role = 0; role < LABELS; role += 1)
    if (role !== best && shares[from + role]! >= ALSO) also = [...also, ROLES[role]!];
  return also;
}

/** The scores of a report's sentences as a chain, and the rules that vote on each. */
export function chainOf(
  view: ReportView,
  { table, unit, edges }: Weights,
): { readonly rules: Frames['rules']; readonly chain: Chain } {
  const { length } = view.sentences;
  const nodes = new Float64Array(length * LABELS);
  const { rules, boundaries } = scoreReport(view, { table, sums: nodes, offset: 0 });
  for (let at = 0; at < nodes.length; at += 1) nodes[at]! *= unit;
  return { rules, chain: { length, nodes, boundaries, edges } };
}

const NO_VOTES: readonly Vote[] = [];

/** What rules say, by their indices, with the log-odds that they are right. */
export const votesOf = (rules: readonly number[], { votes }: Weights): readonly Vote[] =>
  rules.length === 0 ? NO_VOTES : rules.map((rule) => votes[rule]!);
