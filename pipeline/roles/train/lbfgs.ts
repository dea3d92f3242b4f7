/** A function to minimise: writes its gradient at `x` into `gradient` and returns its value. */
export type Objective = (x: Float64Array, gradient: Float64Array) => number;

const MEMORY = 7;

/**
 * Minimises a smooth function by limited-memory BFGS (Nocedal 1980; two-loop recursion) with backtracking line search
 * (Armijo 1966), from `x`, which is changed in place. Stops after `iterations` or when the relative gain falls below `tolerance`. `curvature`
 * is a guess at the diagonal of the second derivatives, above 0: variables that differ much in scale then need far fewer rounds.
 */
export function minimise(
  objective: Objective,
  x: Float64Array,
  iterations: number,
  tolerance = 1e-5,
  curvature: Float64Array = new Float64Array(x.length).fill(1),
): number {
  const n = x.length;
  let gradient = new Float64Array(n);
  let value = objective(x, gradient);
  const steps: Float64Array[] = [];
  const turns: Float64Array[] = [];
  for (let round = 0; round < iterations; round += 1) {
    const direction = descent(gradient, steps, turns, curvature);
    const slope = dot(direction, gradient);
    if (slope >= 0) break;
    let size = round === 0 ? 1 / Math.max(1, Math.sqrt(-slope)) : 1;
    const next = new Float64Array(n);
    const nextGradient = new Float64Array(n);
    let nextValue = Number.POSITIVE_INFINITY;
    for (let tries = 0; tries < 20; tries += 1, size *= 0.5) {
      for (let i = 0; i < n; i += 1) next[i] = x[i]! + size * direction[i]!;
      nextValue = objective(next, nextGradient);
      if (nextValue <= value + 1e-4 * size * slope) break;
    }
    if (!(nextValue < value)) break;
    remember(steps, turns, x, next, gradient, nextGradient);
    const gain = (value - nextValue) / Math.max(1, Math.abs(nextValue));
    x.set(next);
    gradient = nextGradient;
    value = nextValue;
    if (gain < tolerance) break;
  }
  return value;
}

function remember(
  steps: Float64Array[],
  turns: Float64Array[],
  x: Float64Array,
  next: Float64Array,
  gradient: Float64Array,
  nextGradient: Float64Array,
): void {
  const step = next.map((value, i) => value - x[i]!);
  const turn = nextGradient.map((value, i) => value - gradient[i]!);
  if (dot(step, turn) <= 1e-12) return;
  steps.push(step);
  turns.push(turn);
  if (steps.length > MEMORY) {
    steps.shift();
    turns.shift();
  }
}

function descent(
  gradient: Float64Array,
  steps: readonly Float64Array[],
  turns: readonly Float64Array[],
  curvature: Float64Array,
): Float64Array {
  const direction = gradient.map((value) => -value);
  const weights: number[] = [];
  for (let k = steps.length - 1; k >= 0; k -= 1) {
    const weight = dot(steps[k]!, direction) / dot(steps[k]!, turns[k]!);
    weights[k] = weight;
    for (let i = 0; i < direction.length; i += 1) direction[i]! -= weight * turns[k]![i]!;
  }
  const last = steps.length - 1;
  const scaled = (turns[last] ?? gradient).map((value, i) => value / curvature[i]!);
  const scale = last >= 0 ? dot(steps[last]!, turns[last]!) / dot(turns[last]!, scaled) : 1;
  for (let i = 0; i < direction.length; i += 1) direction[i]! *= scale / curvature[i]!;
  for (let k = 0; k < steps.length; k += 1) {
    const back = dot(turns[k]!, direction) / dot(steps[k]!, turns[k]!);
    for (let i = 0; i < direction.length; i += 1) direction[i]! += (weights[k]! - back) * steps[k]![i]!;
  }
  return direction;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
}
