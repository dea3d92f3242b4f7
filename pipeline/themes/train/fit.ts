/** A point to learn from: its features (indices with values), the votes of terms by theme, and its themes. */
export interface TrainingPoint {
  readonly features: Int32Array;
  readonly values: Float32Array;
  readonly votes: readonly { readonly theme: number; readonly values: Float32Array }[];
  /** The themes that it has, and those that it may have or not: of these nothing is learned. */
  readonly themes: readonly number[];
  readonly open: readonly number[];
}

/** A multinomial model: weights by feature and theme (`weights[feature * themes + theme]`), biases, weights of votes. */
export interface Fitted {
  readonly themes: number;
  readonly weights: Float32Array;
  readonly biases: Float32Array;
  readonly votes: Float32Array;
}

export interface FitOptions {
  readonly epochs: number;
  readonly rate: number;
  readonly l2: number;
}

/** Chosen by cross-validation over the training points. */
export const FIT: FitOptions = { epochs: 15, rate: 0.1, l2: 0.002 };
const SMALL_L2 = 1e-4;
const SEED = 12345;

/**
 * Multinomial logistic regression by stochastic gradient descent, the step of each feature after AdaGrad (Duchi, Hazan &
 * Singer 2011). A point with several themes has them in equal shares. The same points in the same order give the same.
 */
export function fitThemes(
  points: readonly TrainingPoint[],
  sizes: { readonly features: number; readonly themes: number; readonly votes: number },
  options: FitOptions = FIT,
): Fitted {
  const { features, themes, votes } = sizes;
  const fitted: Fitted = {
    themes,
    weights: new Float32Array(features * themes),
    biases: new Float32Array(themes),
    votes: new Float32Array(votes),
  };
  const squares = {
    features: new Float32Array(features).fill(0.01),
    biases: new Float32Array(themes).fill(0.01),
    votes: new Float32Array(votes).fill(0.1),
  };
  const random = randomFrom(SEED);
  const order = points.map((_, index) => index);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    for (const index of order) learn(points[index]!, fitted, squares, options);
  }
  return fitted;
}

type Squares = { readonly features: Float32Array; readonly biases: Float32Array; readonly votes: Float32Array };

function learn(point: TrainingPoint, fitted: Fitted, squares: Squares, { rate, l2 }: FitOptions): void {
  const { themes, weights } = fitted;
  const errors = errorsOf(point, fitted);
  const size = errors.reduce((sum, error) => sum + error * error, 0);
  for (let at = 0; at < point.features.length; at++) {
    const feature = point.features[at]!;
    const value = point.values[at]!;
    squares.features[feature]! += value * value * size;
    const step = (rate * value) / Math.sqrt(squares.features[feature]!);
    const kept = 1 - l2 * step;
    const start = feature * themes;
    for (let theme = 0; theme < themes; theme++) {
      weights[start + theme] = kept * weights[start + theme]! - step * errors[theme]!;
    }
  }
  descend(fitted.biases, squares.biases, rate, (theme) => errors[theme]!);
  descend(fitted.votes, squares.votes, rate, (vote) =>
    point.votes.reduce((sum, { theme, values }) => sum + errors[theme]! * values[vote]!, 0),
  );
}

function descend(values: Float32Array, squares: Float32Array, rate: number, slope: (index: number) => number): void {
  for (let index = 0; index < values.length; index++) {
    const gradient = slope(index) + SMALL_L2 * values[index]!;
    squares[index]! += gradient * gradient;
    values[index]! -= (rate * gradient) / Math.sqrt(squares[index]!);
  }
}

/** Probability less share, theme by theme; 0 for the open ones, which are left out of the probabilities as well. */
function errorsOf(point: TrainingPoint, fitted: Fitted): Float32Array {
  const errors = shares(point, fitted);
  for (const theme of point.open) errors[theme] = 0;
  const total = errors.reduce((sum, share) => sum + share, 0);
  for (let theme = 0; theme < errors.length; theme++) errors[theme]! /= total;
  for (const theme of point.themes) errors[theme]! -= 1 / point.themes.length;
  return errors;
}

/** The probability of every theme. */
export function shares({ features, values, votes }: TrainingPoint, fitted: Fitted): Float32Array {
  const { themes, weights } = fitted;
  const scores = Float32Array.from(fitted.biases);
  for (let at = 0; at < features.length; at++) {
    const start = features[at]! * themes;
    for (let theme = 0; theme < themes; theme++) scores[theme]! += values[at]! * weights[start + theme]!;
  }
  for (const { theme, values: told } of votes) {
    for (let vote = 0; vote < told.length; vote++) scores[theme]! += told[vote]! * fitted.votes[vote]!;
  }
  const largest = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  for (let theme = 0; theme < themes; theme++) scores[theme] = Math.exp(scores[theme]! - largest);
  const total = scores.reduce((sum, share) => sum + share, 0);
  return scores.map((share) => share / total);
}

/** Uniform numbers from 0 to 1 (linear congruential, Numerical Recipes). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle(items: number[], random: () => number): void {
  for (let last = items.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [items[last], items[other]] = [items[other]!, items[last]!];
  }
}
