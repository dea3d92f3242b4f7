/** A row of a sparse matrix: columns and the values there. */
export interface SparseRow {
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

/** Steps of conjugate gradients: the fit no longer changes much. */
const STEPS = 40;

/**
 * Ridge regression of several outputs on sparse rows: `targets` holds the outputs of each row (`targets[row * outputs +
 * output]`), the answer the weights (`weights[column * outputs + output]`). The dual system (XXᵀ + l2) A = targets is solved
 * by conjugate gradients (Hestenes & Stiefel 1952) for all outputs at once; the weights are XᵀA.
 */
export function fitRidge(
  rows: readonly SparseRow[],
  targets: Float32Array,
  sizes: { readonly columns: number; readonly outputs: number },
  l2: number,
): Float32Array {
  const { columns, outputs } = sizes;
  const answer = new Float32Array(targets.length);
  const left = targets.slice();
  const direction = targets.slice();
  const weights = new Float32Array(columns * outputs);
  let sizesLeft = dots(left, left, outputs);
  for (let step = 0; step < STEPS; step++) {
    gather(rows, direction, outputs, weights);
    const image = spread(rows, weights, outputs);
    add(image, direction, new Float64Array(outputs).fill(l2));
    const curves = dots(direction, image, outputs);
    const strides = sizesLeft.map((size, output) => (curves[output]! > 0 ? size / curves[output]! : 0));
    add(answer, direction, strides);
    add(
      left,
      image,
      strides.map((stride) => -stride),
    );
    const sizesNow = dots(left, left, outputs);
    const turns = sizesNow.map((size, output) => (sizesLeft[output]! > 0 ? size / sizesLeft[output]! : 0));
    for (let at = 0; at < direction.length; at++) direction[at] = left[at]! + turns[at % outputs]! * direction[at]!;
    sizesLeft = sizesNow;
  }
  gather(rows, answer, outputs, weights);
  return weights;
}

/** XᵀA. */
function gather(rows: readonly SparseRow[], duals: Float32Array, outputs: number, weights: Float32Array): void {
  weights.fill(0);
  for (const [row, { columns, values }] of rows.entries()) {
    for (let at = 0; at < columns.length; at++) {
      const start = columns[at]! * outputs;
      const value = values[at]!;
      for (let output = 0; output < outputs; output++) {
        weights[start + output]! += value * duals[row * outputs + output]!;
      }
    }
  }
}

/** XW. */
export function spread(rows: readonly SparseRow[], weights: Float32Array, outputs: number): Float32Array {
  const image = new Float32Array(rows.length * outputs);
  for (const [row, { columns, values }] of rows.entries()) {
    for (let at = 0; at < columns.length; at++) {
      const start = columns[at]! * outputs;
      const value = values[at]!;
      for (let output = 0; output < outputs; output++) {
        image[row * outputs + output]! += value * weights[start + output]!;
      }
    }
  }
  return image;
}

/** The inner products of two matrices, column by column. */
function dots(one: Float32Array, other: Float32Array, outputs: number): Float64Array {
  const sums = new Float64Array(outputs);
  for (let at = 0; at < one.length; at++) sums[at % outputs]! += one[at]! * other[at]!;
  return sums;
}

/** Adds to each column of `sum` that of `other`, times a factor of its own. */
function add(sum: Float32Array, other: Float32Array, factors: Float64Array): void {
  for (let at = 0; at < sum.length; at++) sum[at]! += factors[at % factors.length]! * other[at]!;
}
