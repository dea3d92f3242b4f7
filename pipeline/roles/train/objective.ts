import { BOUNDARIES, type Chain, LABELS, type Lattice, runLattice, shares } from '../crf.ts';
import type { Objective } from './lbfgs.ts';

/** A report to learn from. Feature ids are rows of the weight matrix; `targets` hold a share per role, summing to 1. */
export interface TrainingChain {
  readonly length: number;
  /** where the features of sentence t begin in `ids`; one more entry than sentences */
  readonly offsets: Int32Array;
  readonly ids: Int32Array;
  readonly strengths: Float32Array;
  readonly boundaries: Uint8Array;
  /** length × LABELS: log of the share of each role that is right, −∞ where it is wrong */
  readonly targets: Float64Array;
  readonly weight: number;
}

export const EDGE_COUNT = BOUNDARIES * LABELS * LABELS;

/** Scores of a chain under weights: rows of LABELS per feature, and the edges at the end. */
export function scoreChain(chain: TrainingChain, weights: Float64Array, rows: number): Chain {
  const nodes = new Float64Array(chain.length * LABELS);
  for (let t = 0; t < chain.length; t += 1) {
    for (let f = chain.offsets[t]!; f < chain.offsets[t + 1]!; f += 1) {
      const row = chain.ids[f]! * LABELS;
      const strength = chain.strengths[f]!;
      for (let k = 0; k < LABELS; k += 1) nodes[t * LABELS + k]! += strength * weights[row + k]!;
    }
  }
  return { length: chain.length, nodes, boundaries: chain.boundaries, edges: weights.subarray(rows * LABELS) };
}

/**
 * The negative log-likelihood of a linear-chain conditional random field (Lafferty et al. 2001) whose right labellings
 * are weighted sets (a second role that the gold allows counts with its share), plus `l2`/2 of the squared weights.
 */
export function crfObjective(chains: readonly TrainingChain[], rows: number, l2: number, edgeL2: number): Objective {
  return (weights, gradient) => {
    let loss = 0;
    const edgesFrom = rows * LABELS;
    for (let i = 0; i < weights.length; i += 1) {
      const strength = i < edgesFrom ? l2 : edgeL2;
      gradient[i] = strength * weights[i]!;
      loss += 0.5 * strength * weights[i]! * weights[i]!;
    }
    const steps = weights.slice(edgesFrom).map(Math.exp);
    for (const chain of chains) loss += addChain(chain, weights, gradient, rows, steps);
    return loss;
  };
}

function addChain(
  chain: TrainingChain,
  weights: Float64Array,
  gradient: Float64Array,
  rows: number,
  steps: Float64Array,
): number {
  const free = scoreChain(chain, weights, rows);
  const held = { ...free, nodes: free.nodes.map((score, i) => score + chain.targets[i]!) };
  const all = runLattice(free, steps);
  const right = runLattice(held, steps);
  const gold = shares(right);
  addNodes(
    chain,
    shares(all).map((guess, i) => chain.weight * (guess - gold[i]!)),
    gradient,
  );
  const edges = gradient.subarray(rows * LABELS);
  addEdges(chain, all, steps, edges, chain.weight);
  addEdges(chain, right, steps, edges, -chain.weight);
  return chain.weight * (all.logZ - right.logZ);
}

function addNodes(chain: TrainingChain, difference: Float64Array, gradient: Float64Array): void {
  for (let t = 0; t < chain.length; t += 1) {
    for (let f = chain.offsets[t]!; f < chain.offsets[t + 1]!; f += 1) {
      const row = chain.ids[f]! * LABELS;
      const strength = chain.strengths[f]!;
      for (let k = 0; k < LABELS; k += 1) gradient[row + k]! += strength * difference[t * LABELS + k]!;
    }
  }
}

const pairs = new Float64Array(LABELS * LABELS);

/** Adds the expected number of each pair of successive roles, times `factor`. */
function addEdges(
  { length, boundaries }: TrainingChain,
  { forward, backward, emissions }: Lattice,
  steps: Float64Array,
  gradient: Float64Array,
  factor: number,
): void {
  for (let t = 1; t < length; t += 1) {
    const block = boundaries[t]! * LABELS * LABELS;
    let sum = 0;
    for (let pair = 0; pair < pairs.length; pair += 1) {
      const from = (t - 1) * LABELS + Math.floor(pair / LABELS);
      const to = t * LABELS + (pair % LABELS);
      pairs[pair] = forward[from]! * steps[block + pair]! * emissions[to]! * backward[to]!;
      sum += pairs[pair]!;
    }
    for (let pair = 0; pair < pairs.length; pair += 1) gradient[block + pair]! += (factor * pairs[pair]!) / sum;
  }
}
