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

/** Log-sums of a chain: `alpha` and `beta` of the forward-backward algorithm (Rabiner 1989), and the log of the total. */
export interface Lattice {
  readonly alpha: Float64Array;
  readonly beta: Float64Array;
  readonly logZ: number;
}

const scratch = new Float64Array(LABELS);

function logSum(): number {
  let max = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < LABELS; i += 1) if (scratch[i]! > max) max = scratch[i]!;
  if (max === Number.NEGATIVE_INFINITY) return max;
  let sum = 0;
  for (let i = 0; i < LABELS; i += 1) sum += Math.exp(scratch[i]! - max);
  return max + Math.log(sum);
}

/** Runs forward and backward over a chain of at least one sentence. */
export function runLattice({ length, nodes, boundaries, edges }: Chain): Lattice {
  const alpha = new Float64Array(length * LABELS);
  const beta = new Float64Array(length * LABELS);
  alpha.set(nodes.subarray(0, LABELS));
  for (let t = 1; t < length; t += 1) {
    const block = boundaries[t]! * LABELS * LABELS;
    for (let to = 0; to < LABELS; to += 1) {
      for (let from = 0; from < LABELS; from += 1)
        scratch[from] = alpha[(t - 1) * LABELS + from]! + edges[block + from * LABELS + to]!;
      alpha[t * LABELS + to] = logSum() + nodes[t * LABELS + to]!;
    }
  }
  for (let t = length - 2; t >= 0; t -= 1) {
    const block = boundaries[t + 1]! * LABELS * LABELS;
    for (let from = 0; from < LABELS; from += 1) {
      for (let to = 0; to < LABELS; to += 1)
        scratch[to] = edges[block + from * LABELS + to]! + nodes[(t + 1) * LABELS + to]! + beta[(t + 1) * LABELS + to]!;
      beta[t * LABELS + from] = logSum();
    }
  }
  scratch.set(alpha.subarray((length - 1) * LABELS));
  return { alpha, beta, logZ: logSum() };
}

/**
 * The probability of every role of every sentence, length × LABELS: forward-backward on scaled probabilities (Rabiner
 * 1989, V.A), which needs no logarithms.
 */
export function marginals({ length, nodes, boundaries, edges }: Chain): Float64Array {
  const emit = emissions(nodes, length);
  const step = edges.map(Math.exp);
  const forward = new Float64Array(length * LABELS);
  for (let t = 0; t < length; t += 1) {
    for (let to = 0; to < LABELS; to += 1) {
      let sum = t === 0 ? 1 : 0;
      const block = boundaries[t]! * LABELS * LABELS + to;
      if (t > 0)
        for (let from = 0; from < LABELS; from += 1)
          sum += forward[(t - 1) * LABELS + from]! * step[block + from * LABELS]!;
      forward[t * LABELS + to] = sum * emit[t * LABELS + to]!;
    }
    scale(forward, t * LABELS);
  }
  const backward = new Float64Array(LABELS).fill(1);
  const incoming = new Float64Array(LABELS);
  for (let t = length - 2; t >= 0; t -= 1) {
    for (let to = 0; to < LABELS; to += 1) incoming[to] = backward[to]! * emit[(t + 1) * LABELS + to]!;
    for (let from = 0; from < LABELS; from += 1) {
      let sum = 0;
      const block = boundaries[t + 1]! * LABELS * LABELS + from * LABELS;
      for (let to = 0; to < LABELS; to += 1) sum += step[block + to]! * incoming[to]!;
      backward[from] = sum;
    }
    scale(backward, 0);
    for (let role = 0; role < LABELS; role += 1) forward[t * LABELS + role]! *= backward[role]!;
    scale(forward, t * LABELS);
  }
  return forward;
}

/** The scores as factors, 1 for the best of each sentence. */
function emissions(nodes: Float64Array, length: number): Float64Array {
  const emit = new Float64Array(length * LABELS);
  for (let t = 0; t < length; t += 1) {
    let max = Number.NEGATIVE_INFINITY;
    for (let role = 0; role < LABELS; role += 1) max = Math.max(max, nodes[t * LABELS + role]!);
    for (let role = 0; role < LABELS; role += 1)
      emit[t * LABELS + role] = Math.exp(Math.max(-80, nodes[t * LABELS + role]! - max));
  }
  return emit;
}

function scale(values: Float64Array, from: number): void {
  let sum = 0;
  for (let role = 0; role < LABELS; role += 1) sum += values[from + role]!;
  for (let role = 0; role < LABELS; role += 1) values[from + role]! /= sum;
}

/** The most probable sequence of roles (Viterbi 1967), as indices in `ROLES`. */
export function viterbi({ length, nodes, boundaries, edges }: Chain): Int32Array {
  const best = nodes.slice(0, length * LABELS);
  const back = new Int32Array(length * LABELS);
  for (let t = 1; t < length; t += 1) {
    const block = boundaries[t]! * LABELS * LABELS;
    for (let to = 0; to < LABELS; to += 1) {
      let top = Number.NEGATIVE_INFINITY;
      for (let from = 0; from < LABELS; from += 1) {
        const score = best[(t - 1) * LABELS + from]! + edges[block + from * LABELS + to]!;
        if (score > top) {
          top = score;
          back[t * LABELS + to] = from;
        }
      }
      best[t * LABELS + to]! += top;
    }
  }
  return trace(best, back, length);
}

function trace(best: Float64Array, back: Int32Array, length: number): Int32Array {
  const path = new Int32Array(length);
  for (let t = length - 1, role = -1; t >= 0; t -= 1) {
    if (role < 0)
      for (let i = 0, top = Number.NEGATIVE_INFINITY; i < LABELS; i += 1)
        if (best[t * LABELS + i]! > top) [top, role] = [best[t * LABELS + i]!, i];
    path[t] = role;
    role = back[t * LABELS + role]!;
  }
  return path;
}
