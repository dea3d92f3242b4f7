import { ROLES } from '../model/role.ts';

export const LABELS = ROLES.length;
export const BOUNDARIES = 3;

/** Scores of a chain: for each sentence and role, and for each pair of roles in succession by kind of boundary. */
export interface Chain {
  readonly length: number;
  /** length × LABELS */
  readonly nodes: Float64Array;
  /** the boundary before each sentence */
  readonly boundaries: Uint8Array;
  /** BOUNDARIES × LABELS × LABELS: from, to */
  readonly edges: Float64Array;
}

/**
 * Forward and backward probabilities of a chain, scaled to sum 1 at every sentence (Rabiner 1989, V.A), which needs no
 * logarithms; `emissions` are the node scores as factors, 1 for the best of each sentence, and `steps` the edges as factors.
 */
export interface Lattice {
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  readonly emissions: Float64Array;
  readonly logZ: number;
}

/** Runs forward and backward over a chain. `steps` are the exponentials of its edges. */
export function runLattice({ length, nodes, boundaries }: Omit<Chain, 'edges'>, steps: Float64Array): Lattice {
  const emissions = new Float64Array(length * LABELS);
  let logZ = emit(nodes, emissions);
  const forward = emissions.slice(0, length * LABELS);
  for (let t = 0; t < length; t += 1) {
    const own = t * LABELS;
    if (t > 0) {
      multiply(forward, own - LABELS, steps, boundaries[t]! * LABELS * LABELS, 1, LABELS, forward, own);
      for (let at = own; at < own + LABELS; at += 1) forward[at]! *= emissions[at]!;
    }
    logZ += Math.log(scale(forward, own));
  }
  const backward = new Float64Array(length * LABELS).fill(1);
  const next = new Float64Array(LABELS);
  for (let t = length - 2; t >= 0; t -= 1) {
    const after = (t + 1) * LABELS;
    for (let role = 0; role < LABELS; role += 1) next[role] = emissions[after + role]! * backward[after + role]!;
    multiply(next, 0, steps, boundaries[t + 1]! * LABELS * LABELS, LABELS, 1, backward, t * LABELS);
    scale(backward, t * LABELS);
  }
  return { forward, backward, emissions, logZ };
}

/**
 * Multiplies a vector, seven numbers of `vector` from `from` on, by a matrix of `steps` from `block` on, whose entry of
 * row r and column c stands at r × `row` + c × `column`; into `target`, from `to` on. One variable a number of the vector,
 * as this is most of the work.
 */
function multiply(
  vector: Float64Array,
  from: number,
  steps: Float64Array,
  block: number,
  row: number,
  column: number,
  target: Float64Array,
  to: number,
): void {
  const a = vector[from]!;
  const b = vector[from + 1]!;
  const c = vector[from + 2]!;
  const d = vector[from + 3]!;
  const e = vector[from + 4]!;
  const f = vector[from + 5]!;
  const g = vector[from + 6]!;
  for (let r = 0; r < LABELS; r += 1) {
    const at = block + r * row;
    target[to + r] =
      a * steps[at]! +
      b * steps[at + column]! +
      c * steps[at + 2 * column]! +
      d * steps[at + 3 * column]! +
      e * steps[at + 4 * column]! +
      f * steps[at + 5 * column]! +
      g * steps[at + 6 * column]!;
  }
}

/** Writes the scores of each sentence as factors, 1 for the best; the sum of the best scores. */
function emit(nodes: Float64Array, emissions: Float64Array): number {
  let sum = 0;
  for (let from = 0; from < nodes.length; from += LABELS) {
    let max = Number.NEGATIVE_INFINITY;
    for (let role = 0; role < LABELS; role += 1) max = Math.max(max, nodes[from + role]!);
    for (let role = 0; role < LABELS; role += 1) emissions[from + role] = Math.exp(nodes[from + role]! - max);
    sum += max;
  }
  return sum;
}

/** Makes the numbers of a sentence sum to 1; their sum before. */
function scale(values: Float64Array, from: number): number {
  let sum = 0;
  for (let role = 0; role < LABELS; role += 1) sum += values[from + role]!;
  const factor = 1 / sum;
  for (let role = 0; role < LABELS; role += 1) values[from + role]! *= factor;
  return sum;
}

const stepsBy = new WeakMap<Float64Array, Float64Array>();

/** The exponentials of edges, which many chains share. */
function stepsOf(edges: Float64Array): Float64Array {
  const known = stepsBy.get(edges);
  if (known) return known;
  const steps = edges.map(Math.exp);
  stepsBy.set(edges, steps);
  return steps;
}

/** The probability of every role of every sentence, length × LABELS. */
export const marginals = (chain: Chain): Float64Array => shares(runLattice(chain, stepsOf(chain.edges)));

/** The probability of every role of every sentence of a lattice. */
export function shares({ forward, backward }: Pick<Lattice, 'forward' | 'backward'>): Float64Array {
  const probabilities = new Float64Array(forward.length);
  for (let at = 0; at < forward.length; at += 1) probabilities[at] = forward[at]! * backward[at]!;
  for (let from = 0; from < probabilities.length; from += LABELS) scale(probabilities, from);
  return probabilities;
}
