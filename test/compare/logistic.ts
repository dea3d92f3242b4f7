/** Weights of a logistic model, the constant first, by Newton's method with a light ridge (l2) on all but the constant. */
export function fitLogistic(rows: readonly (readonly number[])[], labels: readonly number[], l2 = 0.5): number[] {
  const size = rows[0]!.length + 1;
  let weights = new Array<number>(size).fill(0);
  for (let round = 0; round < 50; round += 1) {
    const system = Array.from({ length: size }, (_, i) =>
      Array.from({ length: size + 1 }, (__, j) =>
        i > 0 && i === j ? l2 : i > 0 && j === size ? -l2 * weights[i]! : 0,
      ),
    );
    for (const [index, row] of rows.entries()) {
      const inputs = [1, ...row];
      const p = 1 / (1 + Math.exp(-inputs.reduce((sum, value, i) => sum + value * weights[i]!, 0)));
      for (const [i, value] of inputs.entries()) {
        for (const [j, other] of inputs.entries()) system[i]![j]! += p * (1 - p) * value * other;
        system[i]![size]! += (labels[index]! - p) * value;
      }
    }
    const step = solve(system);
    weights = weights.map((weight, i) => weight + step[i]!);
    if (step.every((each) => Math.abs(each) < 1e-7)) break;
  }
  return weights;
}

/** Solves linear equations by Gauss–Jordan elimination; the right side is the last column. */
function solve(system: number[][]): number[] {
  const size = system.length;
  for (let i = 0; i < size; i += 1) {
    const pivot = system.reduce(
      (best, row, k) => (k >= i && Math.abs(row[i]!) > Math.abs(system[best]![i]!) ? k : best),
      i,
    );
    [system[i], system[pivot]] = [system[pivot]!, system[i]!];
    for (let k = 0; k < size; k += 1) {
      if (k === i) continue;
      const factor = system[k]![i]! / system[i]![i]!;
      for (let j = i; j <= size; j += 1) system[k]![j]! -= factor * system[i]![j]!;
    }
  }
  return system.map((row, i) => row[size]! / row[i]!);
}

/** The threshold on scores that gives the highest F1. */
export function bestThreshold(scores: readonly number[], labels: readonly number[]): number {
  const order = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!);
  const there = labels.reduce((sum, label) => sum + label, 0);
  let [right, best, threshold] = [0, 0, 1];
  for (const [rank, index] of order.entries()) {
    right += labels[index]!;
    const f1 = (2 * right) / (rank + 1 + there);
    if (f1 > best) [best, threshold] = [f1, scores[index]!];
  }
  return threshold;
}
