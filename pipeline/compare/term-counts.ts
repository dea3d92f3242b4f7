import { asset } from '../text/asset.ts';
import { countWords, PHRASE_LIMITS, type PhraseLimits, phraseLevels, type WordStream } from './phrases.ts';
import { gatherPostings, type Postings } from './postings.ts';

/** A report as sentences of words; punctuation and white space are words of their own. */
export interface TermDocument {
  readonly report: string;
  readonly sentences: readonly (readonly string[])[];
}

/**
 * How often each term stands in each report. `sizes[i]` are the words of report i; the first `words` of `terms` are words,
 * the others phrases; `blockCount` blocks of neighbouring sentences there are in all.
 */
export interface TermCounts extends Postings {
  readonly terms: readonly string[];
  readonly words: number;
  readonly sizes: readonly number[];
  readonly blockCount: number;
}

/** A generic word at the edge belongs to the phrase where the rest stands without it in less than the other part. */
const BOUND = 0.75;

/**
 * Counts the words that `isTerm` accepts, if they are frequent enough for a phrase, and the phrases that begin and end with such words, with a single character
 * that carries meaning, or with a word that the rest hardly ever stands without (科学 in 科学发展观). Every occurrence
 * counts, those inside longer phrases too.
 */
export function countWordsAndPhrases(
  documents: readonly TermDocument[],
  isTerm: (word: string) => boolean,
  limits: PhraseLimits = PHRASE_LIMITS,
): TermCounts {
  const { stream, words } = streamOf(documents);
  const often = countWords(stream.words, words.length);
  const single = words.map(
    (word, index) => often[index]! >= limits.count && isTerm(word) && !generic().has(word) && !MEASURED.test(word),
  );
  const edge = words.map((word, index) => single[index]! || (word.length === 1 && !generic().has(word)));
  const numbers = new Map<string, number>();
  const numberOf = (term: string): number => {
    const known = numbers.get(term) ?? numbers.size;
    numbers.set(term, known);
    return known;
  };
  const postings = gatherPostings();
  const addAll = (at: Int32Array, terms: readonly number[]): void => {
    for (let place = 0; place < at.length; place += 1)
      if (at[place]! >= 0 && terms[at[place]!]! >= 0)
        postings.add(terms[at[place]!]!, stream.reports[place]!, stream.blocks[place]!);
  };
  addAll(
    stream.words,
    words.map((word, index) => (single[index]! ? numberOf(word) : -1)),
  );
  const singles = numbers.size;
  for (const level of phraseLevels(stream, words.length, limits)) {
    const { length, at, places, counts, isFound, withoutFirst, withoutLast } = level;
    const termOf = (place: number, phrase: number): number => {
      const parts = stream.words.subarray(place, place + length);
      const isWhole =
        isFound[phrase] === 1 &&
        (edge[parts[0]!]! || withoutFirst[phrase]! * BOUND <= counts[phrase]!) &&
        (edge[parts.at(-1)!]! || withoutLast[phrase]! * BOUND <= counts[phrase]!);
      return isWhole && parts.some((part) => single[part]!) ? numberOf(textOf(parts, words)) : -1;
    };
    addAll(at, [...places].map(termOf));
  }
  return {
    ...postings.done(numbers.size),
    terms: [...numbers.keys()],
    words: singles,
    sizes: sizesOf(stream, documents.length),
    blockCount: (stream.blocks.at(-1) ?? -1) + 1,
  };
}

const textOf = (parts: Int32Array, words: readonly string[]): string =>
  Array.from(parts, (part) => words[part]!).join('');

function sizesOf({ words, reports }: WordStream, total: number): number[] {
  const sizes = new Array<number>(total).fill(0);
  for (const [place, word] of words.entries()) if (word >= 0) sizes[reports[place]!]! += 1;
  return sizes;
}

let genericWords: ReadonlySet<string> | null = null;

/** Words of official prose that say nothing of the matter when they stand alone or at the edge of a phrase. */
function generic(): ReadonlySet<string> {
  genericWords ??= new Set(
    asset('compare/generic-words.txt')
      .split('\n')
      .filter((line) => !line.startsWith('#'))
      .flatMap((line) => line.split(/\s+/).filter(Boolean)),
  );
  return genericWords;
}

/** What is left of a quantity once its digits are cut off. */
const MEASURED = /^[万亿]+(?:[套吨元人亩户千个名辆台所家斤公担册件头条锭]|美元|立方|平方|美)/u;

/** Words that end a run: they join or point, and stand between terms rather than in them. */
const BREAKS = new Set([...'的了着和与及或在是把被对向从由为以等也都就还而并且则其之这那此该各每所使让令地得将于至']);

/** Sentences of one block. */
const BLOCK = 8;

/** The words of all reports in one stream, numbered as they come; words that end a run are −1. */
function streamOf(documents: readonly TermDocument[]): { readonly stream: WordStream; readonly words: string[] } {
  const numbers = new Map<string, number>();
  const words: string[] = [];
  const [places, reports, blocks]: [number[], number[], number[]] = [[], [], []];
  let block = -1;
  const add = (number: number, report: number): void => {
    if (number < 0 && (places.at(-1) ?? -1) < 0) return;
    places.push(number);
    reports.push(report);
    blocks.push(block);
  };
  for (const [report, { sentences }] of documents.entries()) {
    for (const [nth, sentence] of sentences.entries()) {
      if (nth % BLOCK === 0) block += 1;
      for (const word of sentence) {
        let number = numbers.get(word);
        if (number === undefined) {
          number = !/^\p{Script=Han}+$/u.test(word) || BREAKS.has(word) ? -1 : words.push(word) - 1;
          numbers.set(word, number);
        }
        add(number, report);
      }
      add(-1, report);
    }
  }
  const [stream, ofReport, ofBlock] = [places, reports, blocks].map((list) => Int32Array.from(list));
  return { stream: { words: stream!, reports: ofReport!, blocks: ofBlock! }, words };
}
