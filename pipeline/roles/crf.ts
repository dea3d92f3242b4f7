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

/** The probability of every role of every sentence, length × LABELS. */
export function marginals(chain: Chain): Float64Array {
  if (chain.length === 0) return new Float64Array(0);
  const { alpha, beta, logZ } = runLattice(chain);
  return alpha.map((value, index) => Math.exp(value + beta[index]! - logZ));
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
