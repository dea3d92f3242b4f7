/**
 * Phrases: words that stand together more often than chance, found in the texts themselves. Texts are runs of words:
 * punctuation, numbers and function words end a run.
 */

/** All reports one after the other: the number of each word, −1 between runs, the report and the block it stands in. */
export interface WordStream {
  readonly words: Int32Array;
  readonly reports: Int32Array;
  readonly blocks: Int32Array;
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

/**
 * All phrases of one length: `at[i]` is the number of the phrase that begins at place i, −1 for none; phrase p has
 * `counts[p]` occurrences, stands at place `places[p]` for the first time, and is one to show where `isFound[p]` is 1;
 * `withoutFirst[p]` and `withoutLast[p]` are the occurrences of the rest without its first, or last, word.
 */
export interface PhraseLevel {
  readonly length: number;
  readonly at: Int32Array;
  readonly counts: Int32Array;
  readonly places: Int32Array;
  readonly isFound: Uint8Array;
  readonly withoutFirst: Int32Array;
  readonly withoutLast: Int32Array;
}

interface Level extends Omit<PhraseLevel, 'isFound' | 'withoutFirst' | 'withoutLast'> {
  readonly heads: Int32Array;
  readonly tails: Int32Array;
}

/**
 * The phrases of two to `longest` words, length by length. A phrase is as strong as the weaker of its two cuts, before its
 * last and after its first word, by normalised pointwise mutual information, ln(p(xy)/p(x)p(y)) / −ln p(xy) (Bouma 2009,
 * Proc. GSCL). A phrase that is part of a longer one counts all the same.
 */
export function* phraseLevels(stream: WordStream, words: number, limits: PhraseLimits): Generator<PhraseLevel> {
  const singles = countWords(stream.words, words);
  const total = singles.reduce((sum, count) => sum + count, 0);
  let at = stream.words;
  let counts = singles;
  for (let length = 2; length <= limits.longest && counts.length > 0; length += 1) {
    const level = frequent(longer(stream, at, counts.length, length), stream, limits);
    const withoutLast = level.heads.map((head) => counts[head]!);
    const withoutFirst = level.tails.map((tail) => counts[tail]!);
    const isFound = Uint8Array.from(level.counts, (count, phrase) => {
      const [first, last] = [level.places[phrase]!, level.places[phrase]! + length - 1];
      const association = (x: number, y: number): number =>
        Math.log((count * total) / (x * y)) / -Math.log(count / total);
      const beforeLast = association(withoutLast[phrase]!, singles[stream.words[last]!]!);
      const afterFirst = association(singles[stream.words[first]!]!, withoutFirst[phrase]!);
      return Math.min(beforeLast, afterFirst) >= limits.association ? 1 : 0;
    });
    yield { length, at: level.at, counts: level.counts, places: level.places, isFound, withoutFirst, withoutLast };
    ({ at, counts } = level);
  }
}

/** How often each word stands in a stream. */
export function countWords(stream: Int32Array, words: number): Int32Array {
  const counts = new Int32Array(words);
  for (const word of stream) if (word >= 0) counts[word]! += 1;
  return counts;
}

/** Joins each phrase with the one a word further on; `size` is the number of phrases before. */
function longer({ words }: WordStream, before: Int32Array, size: number, length: number): Level {
  const numbers = new Map<number, number>();
  const at = new Int32Array(words.length).fill(-1);
  const [places, heads, tails, counts]: number[][] = [[], [], [], []];
  for (let place = 0; place + 1 < words.length; place += 1) {
    const [head, tail] = [before[place]!, before[place + 1]!];
    if (head < 0 || tail < 0) continue;
    const key = head * size + tail;
    let phrase = numbers.get(key);
    if (phrase === undefined) {
      phrase = places!.push(place) - 1;
      heads!.push(head);
      tails!.push(tail);
      counts!.push(0);
      numbers.set(key, phrase);
    }
    counts![phrase]! += 1;
    at[place] = phrase;
  }
  const [placed, counted, headed, tailed] = [places!, counts!, heads!, tails!].map((list) => Int32Array.from(list));
  return { length, at, places: placed!, counts: counted!, heads: headed!, tails: tailed! };
}

/** The phrases that are frequent enough, under new numbers. */
function frequent(level: Level, { reports }: WordStream, limits: PhraseLimits): Level {
  const spread = new Int32Array(level.counts.length);
  const last = new Int32Array(level.counts.length).fill(-1);
  for (let place = 0; place < level.at.length; place += 1) {
    const phrase = level.at[place]!;
    if (phrase < 0 || last[phrase] === reports[place]) continue;
    last[phrase] = reports[place]!;
    spread[phrase]! += 1;
  }
  const kept = [...level.counts.keys()].filter(
    (phrase) => level.counts[phrase]! >= limits.count && spread[phrase]! >= limits.reports,
  );
  const numbers = new Int32Array(level.counts.length).fill(-1);
  for (const [number, phrase] of kept.entries()) numbers[phrase] = number;
  const pick = (list: Int32Array): Int32Array => Int32Array.from(kept, (phrase) => list[phrase]!);
  return {
    length: level.length,
    at: level.at.map((phrase) => (phrase < 0 ? -1 : numbers[phrase]!)),
    places: pick(level.places),
    counts: pick(level.counts),
    heads: pick(level.heads),
    tails: pick(level.tails),
  };
}
