import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cutWords } from '../../pipeline/words/words.ts';

/** Words as vectors of length one: words that stand in the same company are near each other. */
export type WordVectors = ReadonlyMap<string, Float32Array>;

/** Dimensions; times that a word has to occur; words to each side that are its company, the nearest ones twice. */
const DIMENSIONS = 150;
const LEAST = 3;
const WINDOW = 12;
const NEAREST = 2;
/** Contexts count less the more frequent they are, by this power (Levy, Goldberg & Dagan 2015). */
const SMOOTHING = 0.75;
const STEPS = 5;

/** The sentences of all reports under `folder`, as words of Chinese characters. None where it is missing. */
export function sentencesUnder(folder: string): string[][] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.txt'));
  return files.sort().flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split(/[。！？；\n]+/u)
      .map((text) =>
        cutWords(text)
          .map(({ start, end }) => text.slice(start, end))
          .filter((word) => /^[\u4e00-\u9fff]+$/u.test(word)),
      ),
  );
}

/**
 * Vectors of the words of sentences: the dominant subspace of their positive pointwise mutual information with the words
 * around them, by orthogonal iteration (Golub & Van Loan, Matrix Computations, 8.2.4). The same sentences give the same.
 */
export function wordVectors(sentences: readonly (readonly string[])[]): WordVectors {
  const counts = new Map<string, number>();
  for (const word of sentences.flat()) counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = [...counts].filter(([, count]) => count >= LEAST).map(([word]) => word);
  const rows = informationOf(sentences, new Map(words.map((word, index) => [word, index])));
  const random = randomFrom(1);
  let basis: Float32Array[] = words.map(() => Float32Array.from({ length: DIMENSIONS }, () => random() - 0.5));
  for (let step = 0; step < STEPS; step++) {
    basis = product(rows, productTransposed(rows, basis));
    orthogonalise(basis);
  }
  return new Map(words.map((word, index) => [word, unit(basis[index]!)]));
}

interface Row {
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

/** Positive pointwise mutual information of every word with the words around it. */
function informationOf(sentences: readonly (readonly string[])[], numbers: ReadonlyMap<string, number>): Row[] {
  const places: { readonly ids: readonly number[]; readonly at: number }[][] = Array.from(numbers, () => []);
  for (const sentence of sentences) {
    const ids = sentence.flatMap((word) => numbers.get(word) ?? []);
    for (const [at, id] of ids.entries()) places[id]!.push({ ids, at });
  }
  const company = places.map((each) => companyOf(each, numbers.size));
  const totals = company.map(({ values }) => values.reduce((sum, value) => sum + value, 0));
  const all = totals.reduce((sum, total) => sum + total, 0);
  const smoothed = totals.map((total) => total ** SMOOTHING);
  const scale = all / smoothed.reduce((sum, total) => sum + total, 0);
  return company.map(({ columns, values }, row) => {
    const told = Array.from(columns, (column, at) =>
      Math.log((values[at]! * all) / (totals[row]! * smoothed[column]! * scale)),
    );
    const kept = Array.from(told.keys()).filter((at) => told[at]! > 0);
    return {
      columns: Int32Array.from(kept, (at) => columns[at]!),
      values: Float32Array.from(kept, (at) => told[at]!),
    };
  });
}

/** How often each word stands near the places of one. */
function companyOf(places: readonly { readonly ids: readonly number[]; readonly at: number }[], size: number): Row {
  const sums = new Float32Array(size);
  for (const { ids, at } of places) {
    for (let near = Math.max(0, at - WINDOW); near <= Math.min(ids.length - 1, at + WINDOW); near++) {
      if (near !== at) sums[ids[near]!]! += Math.abs(near - at) <= NEAREST ? 1 : 0.5;
    }
  }
  const columns = Int32Array.from(Array.from(sums.keys()).filter((column) => sums[column]! > 0));
  return { columns, values: Float32Array.from(columns, (column) => sums[column]!) };
}

function product(rows: readonly Row[], matrix: readonly Float32Array[]): Float32Array[] {
  return rows.map(({ columns, values }) => {
    const sum = new Float32Array(DIMENSIONS);
    for (let at = 0; at < columns.length; at++) addTimes(sum, matrix[columns[at]!]!, values[at]!);
    return sum;
  });
}

function productTransposed(rows: readonly Row[], matrix: readonly Float32Array[]): Float32Array[] {
  const sums = rows.map(() => new Float32Array(DIMENSIONS));
  for (const [row, { columns, values }] of rows.entries()) {
    for (let at = 0; at < columns.length; at++) addTimes(sums[columns[at]!]!, matrix[row]!, values[at]!);
  }
  return sums;
}

function addTimes(sum: Float32Array, other: Float32Array, factor: number): void {
  for (let at = 0; at < sum.length; at++) sum[at]! += factor * other[at]!;
}

/** Makes the columns of a matrix orthonormal (Gram–Schmidt, modified). */
function orthogonalise(rows: readonly Float32Array[]): void {
  for (let column = 0; column < DIMENSIONS; column++) {
    const size = Math.sqrt(rows.reduce((sum, row) => sum + row[column]! ** 2, 0)) || 1;
    const shares = new Float64Array(DIMENSIONS);
    for (const row of rows) {
      row[column]! /= size;
      for (let later = column + 1; later < DIMENSIONS; later++) shares[later]! += row[column]! * row[later]!;
    }
    for (const row of rows) {
      for (let later = column + 1; later < DIMENSIONS; later++) row[later]! -= shares[later]! * row[column]!;
    }
  }
}

function unit(vector: Float32Array): Float32Array {
  const size = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0)) || 1;
  return vector.map((value) => value / size);
}

/** Uniform numbers from 0 to 1 (linear congruential, Numerical Recipes). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
