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
/** While learning, the numbers of a row take eight places, so that none lies across two lines of a processor's cache. */
const WIDTH = 8;

/** Scores of a chain under weights: rows of LABELS per feature, and the edges at the end. */
export function scoreChain(chain: TrainingChain, weights: Float64Array, rows: number): Chain {
  return scoreWide(chain, widened(weights, rows), weights.subarray(rows * LABELS));
}

function widened(weights: Float64Array, rows: number): Float64Array {
  const wide = new Float64Array(rows * WIDTH);
  for (let row = 0; row < rows; row += 1)
    for (let role = 0; role < LABELS; role += 1) wide[row * WIDTH + role] = weights[row * LABELS + role]!;
  return wide;
}

/** One variable a role: this and `addNodes` are nearly all of the work of training. */
function scoreWide(chain: TrainingChain, weights: Float64Array, edges: Float64Array): Chain {
  const { length, offsets, ids, strengths, boundaries } = chain;
  const nodes = new Float64Array(length * LABELS);
  for (let t = 0; t < length; t += 1) {
    let [a, b, c, d, e, f, g] = [0, 0, 0, 0, 0, 0, 0];
    const end = offsets[t + 1]!;
    for (let at = offsets[t]!; at < end; at += 1) {
      const row = ids[at]! * WIDTH;
      const strength = strengths[at]!;
      a += strength * weights[row]!;
      b += strength * weights[row + 1]!;
      c += strength * weights[row + 2]!;
      d += strength * weights[row + 3]!;
      e += strength * weights[row + 4]!;
      f += strength * weights[row + 5]!;
      g += strength * weights[row + 6]!;
    }
    nodes.set([a, b, c, d, e, f, g], t * LABELS);
  }
  return { length, nodes, boundaries, edges };
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
    const edges = weights.subarray(edgesFrom);
    const model = { wide: widened(weights, rows), edges, steps: edges.map(Math.exp) };
    const turn = { wide: new Float64Array(rows * WIDTH), edges: gradient.subarray(edgesFrom) };
    for (const chain of chains) loss += addChain(chain, model, turn);
    for (let row = 0; row < rows; row += 1)
      for (let role = 0; role < LABELS; role += 1) gradient[row * LABELS + role]! += turn.wide[row * WIDTH + role]!;
    return loss;
  };
}

function addChain(
  chain: TrainingChain,
  { wide, edges, steps }: { readonly wide: Float64Array; readonly edges: Float64Array; readonly steps: Float64Array },
  gradient: { readonly wide: Float64Array; readonly edges: Float64Array },
): number {
  const free = scoreWide(chain, wide, edges);
  const held = { ...free, nodes: free.nodes.map((score, i) => score + chain.targets[i]!) };
  const all = runLattice(free, steps);
  const right = runLattice(held, steps);
  const gold = shares(right);
  const difference = shares(all).map((guess, i) => chain.weight * (guess - gold[i]!));
  addNodes(chain, difference, gradient.wide);
  addEdges(chain, all, steps, gradient.edges, chain.weight);
  addEdges(chain, right, steps, gradient.edges, -chain.weight);
  return chain.weight * (all.logZ - right.logZ);
}

function addNodes(chain: TrainingChain, difference: Float64Array, gradient: Float64Array): void {
  const { length, offsets, ids, strengths } = chain;
  for (let t = 0; t < length; t += 1) {
    const [a, b, c, d, e, f, g] = difference.subarray(t * LABELS, (t + 1) * LABELS) as unknown as Roles;
    const end = offsets[t + 1]!;
    for (let at = offsets[t]!; at < end; at += 1) {
      const row = ids[at]! * WIDTH;
      const strength = strengths[at]!;
      gradient[row]! += strength * a;
      gradient[row + 1]! += strength * b;
      gradient[row + 2]! += strength * c;
      gradient[row + 3]! += strength * d;
      gradient[row + 4]! += strength * e;
      gradient[row + 5]! += strength * f;
      gradient[row + 6]! += strength * g;
    }
  }
}

/** A number for each role. */
type Roles = readonly [number, number, number, number, number, number, number];

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
