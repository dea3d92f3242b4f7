/** A point with what each kind of evidence says of each theme (`evidence[theme * kinds + kind]`), and its themes. */
export interface MixPoint {
  readonly evidence: Float32Array;
  /** The themes that it has, and those that it may have or not: of these nothing is learned. */
  readonly themes: readonly number[];
  readonly open: readonly number[];
}

const STEPS = 20;
const L2 = 0.1;
/** Where a step makes the loss larger, a shorter one is tried, down to this share of it. */
const SHORTEST = 1 / 64;

/**
 * One weight for each kind of evidence, the same for every theme: a conditional logit (McFadden 1974) over the themes of
 * each point, fitted by Newton's method. A point with several themes has them in equal shares.
 */
export function fitMix(points: readonly MixPoint[], kinds: number): Float64Array {
  let weights = new Float64Array(kinds);
  for (let step = 0; step < STEPS; step++) {
    const slope = Float64Array.from(weights, (weight) => L2 * weight);
    const curve = Array.from(weights, (_, kind) => new Float64Array(kinds).fill(L2, kind, kind + 1));
    for (const point of points) addPoint(point, weights, slope, curve);
    const change = solve(curve, slope);
    const loss = lossOf(points, weights);
    let stride = 1;
    const moved = (): Float64Array<ArrayBuffer> => weights.map((weight, kind) => weight - stride * change[kind]!);
    while (stride > SHORTEST && !(lossOf(points, moved()) <= loss)) stride /= 2;
    if (stride <= SHORTEST) break;
    weights = moved();
  }
  return weights;
}

/** Minus the logarithm of the likelihood, with the penalty. */
function lossOf(points: readonly MixPoint[], weights: Float64Array): number {
  const penalty = weights.reduce((sum, weight) => sum + (L2 / 2) * weight * weight, 0);
  return points.reduce((sum, point) => {
    const shares = mixShares(point, weights);
    return point.themes.reduce((left, theme) => left - Math.log(shares[theme]!) / point.themes.length, sum);
  }, penalty);
}

/** The probability of every theme; 0 for the open ones. */
export function mixShares({ evidence, open }: MixPoint, weights: Float64Array): Float64Array {
  const kinds = weights.length;
  const scores = new Float64Array(evidence.length / kinds);
  for (let at = 0; at < evidence.length; at++) scores[(at / kinds) | 0]! += weights[at % kinds]! * evidence[at]!;
  for (const theme of open) scores[theme] = Number.NEGATIVE_INFINITY;
  const largest = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  const shares = scores.map((score) => Math.exp(score - largest));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}

/** Adds the slope and the curvature of a point's loss. */
function addPoint(point: MixPoint, weights: Float64Array, slope: Float64Array, curve: readonly Float64Array[]): void {
  const kinds = weights.length;
  const shares = mixShares(point, weights);
  const mean = new Float64Array(kinds);
  for (const [theme, share] of shares.entries()) {
    const told = point.evidence.subarray(theme * kinds, (theme + 1) * kinds);
    for (let one = 0; one < kinds; one++) {
      mean[one]! += share * told[one]!;
      for (let other = 0; other < kinds; other++) curve[one]![other]! += share * told[one]! * told[other]!;
    }
  }
  for (let one = 0; one < kinds; one++) {
    slope[one]! += mean[one]!;
    for (const theme of point.themes) slope[one]! -= point.evidence[theme * kinds + one]! / point.themes.length;
    for (let other = 0; other < kinds; other++) curve[one]![other]! -= mean[one]! * mean[other]!;
  }
}

/** Solves a positive definite system by elimination. */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const rows = matrix.map((row, at) => Float64Array.of(...row, right[at]!));
  for (const [at, pivot] of rows.entries()) {
    for (const [other, row] of rows.entries()) {
      if (other === at) continue;
      const factor = row[at]! / pivot[at]!;
      for (let column = at; column < row.length; column++) row[column]! -= factor * pivot[column]!;
    }
  }
  return Float64Array.from(rows, (row, at) => row.at(-1)! / row[at]!);
}
