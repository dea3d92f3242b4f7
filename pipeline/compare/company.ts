/** A report as sentences of words; punctuation and white space are words of their own. */
type Sentences = readonly (readonly string[])[];

/** Words so far to the left and right of a term are of its matter. */
const REACH = 10;

/** What stands around a term: `slots` right beside it, `matter` in the same part of the sentence. */
export interface Company {
  readonly slots: Vector;
  readonly matter: Vector;
}
export type Vector = ReadonlyMap<string, number>;

/**
 * The company of terms (Firth 1957): `slots` are the words right before and after (`＜推动`, `战略＞`), those one further on
 * with half the weight, whose likeness is that of words of one kind (Sahlgren 2006, The Word-Space Model, ch. 9);
 * `matter` the words that `isTerm` accepts within ten words, whose likeness is that of words of one subject. Both are
 * weighed by ln(1 + occurrences) · ln((terms + 1) / terms that have it). A term is any run of words that makes it.
 */
export function companies(
  documents: readonly { readonly sentences: Sentences }[],
  terms: ReadonlySet<string>,
  isTerm: (word: string) => boolean,
): (term: string) => Company {
  const found = new Map([...terms].map((term): [string, Counts] => [term, { slots: new Map(), matter: new Map() }]));
  const openings = new Set([...terms].map((term) => term.slice(0, 2)));
  const longest = Math.max(...[...terms].map((term) => term.length));
  for (const { sentences } of documents)
    for (const words of sentences)
      for (const place of placesIn(words, found, openings, longest)) note(words, place, isTerm);
  const slots = weigh(new Map([...found].map(([term, counts]) => [term, counts.slots])));
  const matter = weigh(new Map([...found].map(([term, counts]) => [term, counts.matter])));
  return (term) => ({ slots: slots.get(term) ?? new Map(), matter: matter.get(term) ?? new Map() });
}

interface Counts {
  readonly slots: Map<string, number>;
  readonly matter: Map<string, number>;
}

interface Place {
  readonly counts: Counts;
  readonly start: number;
  readonly end: number;
}

/** Where the words of a sentence make a term. */
function placesIn(
  words: readonly string[],
  found: ReadonlyMap<string, Counts>,
  openings: ReadonlySet<string>,
  longest: number,
): Place[] {
  const places: Place[] = [];
  for (let start = 0; start < words.length; start += 1) {
    const [word, next] = [words[start]!, words[start + 1] ?? ''];
    if (!openings.has(word.length > 1 ? word.slice(0, 2) : word + next.slice(0, 1))) continue;
    let term = '';
    for (let end = start + 1; end <= words.length && term.length < longest; end += 1) {
      term += words[end - 1]!;
      const counts = found.get(term);
      if (counts) places.push({ counts, start, end });
    }
  }
  return places;
}

const HAN = /^\p{Script=Han}+$/u;

function note(words: readonly string[], { counts, start, end }: Place, isTerm: (word: string) => boolean): void {
  const beside = (at: number, name: (word: string) => string, weight: number): void => {
    const word = words[at];
    if (word !== undefined && HAN.test(word)) add(counts.slots, name(word), weight);
  };
  beside(start - 1, (word) => `${word}＿`, 1);
  beside(end, (word) => `＿${word}`, 1);
  beside(start - 2, (word) => `${word}…＿`, 0.5);
  beside(end + 1, (word) => `＿…${word}`, 0.5);
  for (let at = Math.max(0, start - REACH); at < Math.min(words.length, end + REACH); at += 1)
    if ((at < start || at >= end) && isTerm(words[at]!)) add(counts.matter, words[at]!, 1);
}

const add = (counts: Map<string, number>, key: string, weight: number): void =>
  void counts.set(key, (counts.get(key) ?? 0) + weight);

function weigh(counts: ReadonlyMap<string, Vector>): Map<string, Vector> {
  const spread = new Map<string, number>();
  for (const own of counts.values()) for (const key of own.keys()) spread.set(key, (spread.get(key) ?? 0) + 1);
  const weightOf = (key: string, count: number): number =>
    Math.log1p(count) * Math.log((counts.size + 1) / spread.get(key)!);
  return new Map(
    [...counts].map(([term, own]) => [term, new Map([...own].map(([key, count]) => [key, weightOf(key, count)]))]),
  );
}

/** The cosine of two vectors; 0 where one is empty. */
export function cosine(a: Vector, b: Vector): number {
  const length = (vector: Vector): number => Math.hypot(...vector.values()) || 1;
  let sum = 0;
  for (const [key, value] of a) sum += value * (b.get(key) ?? 0);
  return sum / (length(a) * length(b));
}

/** What two vectors share, the weightiest first. */
export const sharedKeys = (a: Vector, b: Vector): string[] =>
  [...a]
    .filter(([key]) => b.has(key))
    .map(([key, weight]): [string, number] => [key, weight * b.get(key)!])
    .sort(([one, x], [other, y]) => y - x || (one < other ? -1 : 1))
    .map(([key]) => key);
