import type { PointWords } from './vectors.ts';

/** Phrases in a label, and points that have to use a phrase of several words. */
const MOST = 3;
const LEAST_POINTS = 2;

/**
 * The phrases that tell best what points have in common: runs of two or three of their words with a keyword among them, by
 * the number of points that use them and the weight of their keywords; single keywords where there are too few.
 */
export function tellingPhrases(points: readonly PointWords[], keywords: readonly string[]): string[] {
  const weights = new Map(keywords.map((word, index) => [word, 1 / Math.sqrt(index + 1)]));
  const users = new Map<string, number>();
  const values = new Map<string, number>();
  for (const { label, sentences } of points) {
    const here = new Set<string>();
    for (const words of [label, sentences]) {
      for (const run of runsOf(words)) {
        const value = run.reduce((sum, word) => sum + (weights.get(word) ?? 0), 0);
        const phrase = run.join('');
        if (value > 0) values.set(phrase, value);
        if (value > 0) here.add(phrase);
      }
    }
    for (const phrase of here) users.set(phrase, (users.get(phrase) ?? 0) + 1);
  }
  const ranked = Array.from(users)
    .filter(([, count]) => count >= LEAST_POINTS)
    .map(([phrase, count]) => ({ phrase, score: values.get(phrase)! * Math.sqrt(count) }))
    .sort((a, b) => b.score - a.score || (a.phrase < b.phrase ? -1 : 1));
  return distinct([...ranked.map(({ phrase }) => phrase), ...keywords]).slice(0, MOST);
}

/** Every word, and every run of two that stand side by side. */
const runsOf = (words: readonly string[]): string[][] => [
  ...words.map((word) => [word]),
  ...words.slice(1).map((word, index) => [words[index]!, word]),
];

/** Phrases without those that share a word with one before them. */
function distinct(phrases: readonly string[]): string[] {
  const kept: string[] = [];
  for (const phrase of phrases) {
    if (!kept.some((other) => other.includes(phrase) || phrase.includes(other) || shareWord(other, phrase)))
      kept.push(phrase);
  }
  return kept;
}

/** Whether two phrases have two neighbouring characters in common, which in Chinese is a word. */
const shareWord = (a: string, b: string): boolean =>
  Array.from({ length: a.length - 1 }, (_, index) => a.slice(index, index + 2)).some((pair) => b.includes(pair));
