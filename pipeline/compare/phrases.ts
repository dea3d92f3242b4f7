/**
 * Phrases: words that stand together more often than chance, found in the texts themselves. Texts are runs of words:
 * punctuation, numbers and function words end a run.
 */

/** The runs of one report, as numbers of words. */
export type Runs = readonly (readonly number[])[];

/** A phrase with its words. */
export interface Phrase {
  readonly words: readonly number[];
  readonly count: number;
}

export interface PhraseLimits {
  /** The longest phrase, in words. */
  readonly longest: number;
  /** Fewest occurrences, and fewest reports that have it. */
  readonly count: number;
  readonly reports: number;
  /** Least association of its parts, from 0 (chance) to 1 (never apart). */
  readonly association: number;
}

export const PHRASE_LIMITS: PhraseLimits = { longest: 8, count: 4, reports: 2, association: 0.35 };

interface Gram {
  readonly words: readonly number[];
  readonly head: number;
  readonly tail: number;
  count: number;
  reports: number;
  last: number;
}

/**
 * The phrases of two to `longest` words. A phrase is as strong as the weaker of its two cuts, before its last and after
 * its first word, by normalised pointwise mutual information, ln(p(xy)/p(x)p(y)) / −ln p(xy) (Bouma 2009, Proc. GSCL).
 * A phrase that is part of a longer one counts all the same.
 */
export function findPhrases(reports: readonly Runs[], words: number, limits: PhraseLimits): Phrase[] {
  const total = reports.flat().reduce((sum, run) => sum + run.length, 0);
  let level = wordGrams(reports, words);
  let starts = reports.map((runs) => runs.map((run) => [...run]));
  const singles = level;
  const found: Phrase[] = [];
  for (let length = 2; length <= limits.longest; length += 1) {
    const next = longerGrams(reports, level, starts, length);
    const kept = next.grams.filter((gram) => gram.count >= limits.count && gram.reports >= limits.reports);
    const number = new Map(kept.map((gram, index) => [gram, index]));
    starts = next.starts.map((runs) => runs.map((run) => run.map((at) => number.get(next.grams[at]!) ?? -1)));
    for (const gram of kept) {
      if (strength(gram, level, singles, total) >= limits.association)
        found.push({ words: gram.words, count: gram.count });
    }
    level = kept;
  }
  return found;
}

function wordGrams(reports: readonly Runs[], words: number): Gram[] {
  const grams = Array.from({ length: words }, (_, word) => newGram([word], -1, -1));
  for (const [report, runs] of reports.entries())
    for (const run of runs) for (const word of run) count(grams[word]!, report);
  return grams;
}

const newGram = (words: readonly number[], head: number, tail: number): Gram => ({
  words,
  head,
  tail,
  count: 0,
  reports: 0,
  last: -1,
});

function count(gram: Gram, report: number): void {
  gram.count += 1;
  if (gram.last !== report) gram.reports += 1;
  gram.last = report;
}

/** Joins each gram with the one a word further on; `starts` says which gram begins at each word, −1 for none. */
function longerGrams(
  reports: readonly Runs[],
  level: readonly Gram[],
  starts: readonly (readonly (readonly number[])[])[],
  length: number,
): { grams: Gram[]; starts: number[][][] } {
  const grams: Gram[] = [];
  const byParts = new Map<number, number>();
  const begin = (run: readonly number[], at: number, report: number): number => {
    const [head, tail] = [run[at]!, run[at + 1] ?? -1];
    if (head < 0 || tail < 0) return -1;
    const key = head * level.length + tail;
    let gram = byParts.get(key);
    if (gram === undefined) {
      gram = grams.push(newGram([...level[head]!.words, level[tail]!.words.at(-1)!], head, tail)) - 1;
      byParts.set(key, gram);
    }
    count(grams[gram]!, report);
    return gram;
  };
  const next = starts.map((runs, report) =>
    runs.map((run, index) =>
      run.map((_, at) => (at + length <= reports[report]![index]!.length ? begin(run, at, report) : -1)),
    ),
  );
  return { grams, starts: next };
}

function strength(gram: Gram, level: readonly Gram[], singles: readonly Gram[], total: number): number {
  const first = singles[gram.words[0]!]!.count;
  const last = singles[gram.words.at(-1)!]!.count;
  const association = (x: number, y: number): number =>
    Math.log((gram.count * total) / (x * y)) / -Math.log(gram.count / total);
  return Math.min(association(level[gram.head]!.count, last), association(first, level[gram.tail]!.count));
}
