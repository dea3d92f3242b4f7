import { asset } from '../text/asset.ts';
import { findPhrases, PHRASE_LIMITS, type PhraseLimits, type Runs } from './phrases.ts';

/** A report as sentences of words; punctuation and white space are words of their own. */
export interface TermDocument {
  readonly report: string;
  readonly sentences: readonly (readonly string[])[];
}

/** How often each term stands in each report. `sizes[i]` are the words of report i, `terms` words and phrases. */
export interface TermCounts {
  readonly terms: readonly string[];
  readonly counts: readonly ReadonlyMap<number, number>[];
  readonly sizes: readonly number[];
}

/**
 * Counts the words that `isTerm` accepts and the phrases that begin and end with such words or with a single character
 * that carries meaning. Every occurrence counts, those inside longer phrases too.
 */
export function countWordsAndPhrases(
  documents: readonly TermDocument[],
  isTerm: (word: string) => boolean,
  limits: PhraseLimits = PHRASE_LIMITS,
): TermCounts {
  const vocabulary: Vocabulary = { numbers: new Map(), words: [] };
  const reports = documents.map(({ sentences }) => sentences.flatMap((words) => runsOf(words, vocabulary)));
  const { words } = vocabulary;
  const single = words.map((word) => isTerm(word) && !generic().has(word) && !MEASURED.test(word));
  const edge = words.map((word, index) => single[index]! || ([...word].length === 1 && !generic().has(word)));
  const phrases = findPhrases(reports, words.length, limits).filter(
    ({ words: parts }) => edge[parts[0]!]! && edge[parts.at(-1)!]! && parts.some((part) => single[part]!),
  );
  const terms = [
    ...words.filter((_, index) => single[index]!),
    ...phrases.map(({ words: parts }) => textOf(parts, words)),
  ];
  const numbers = new Map(terms.map((term, index) => [term, index]));
  const trie = trieOf(
    phrases.map(({ words: parts }) => parts),
    words,
    numbers,
  );
  const ofWord = words.map((word, index) => (single[index]! ? numbers.get(word)! : -1));
  return {
    terms,
    counts: reports.map((runs) => countRuns(runs, ofWord, trie)),
    sizes: reports.map((runs) => runs.reduce((sum, run) => sum + run.length, 0)),
  };
}

const textOf = (parts: readonly number[], words: readonly string[]): string =>
  parts.map((part) => words[part]!).join('');

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

/** The runs of a sentence, with `vocabulary` the number of each word so far, −1 for words that end a run. */
function runsOf(words: readonly string[], vocabulary: Vocabulary): number[][] {
  const runs: number[][] = [[]];
  for (const word of words) {
    const known = vocabulary.numbers.get(word) ?? enter(word, vocabulary);
    if (known >= 0) runs.at(-1)!.push(known);
    else if (runs.at(-1)!.length > 0) runs.push([]);
  }
  return runs.filter((run) => run.length > 0);
}

interface Vocabulary {
  readonly numbers: Map<string, number>;
  readonly words: string[];
}

function enter(word: string, { numbers, words }: Vocabulary): number {
  const number = !/^\p{Script=Han}+$/u.test(word) || BREAKS.has(word) ? -1 : words.push(word) - 1;
  numbers.set(word, number);
  return number;
}

interface Trie {
  readonly next: Map<number, Trie>;
  term: number;
}

function trieOf(
  phrases: readonly (readonly number[])[],
  words: readonly string[],
  numbers: ReadonlyMap<string, number>,
): Trie {
  const root: Trie = { next: new Map(), term: -1 };
  for (const parts of phrases) {
    let node = root;
    for (const part of parts) {
      const child = node.next.get(part) ?? { next: new Map(), term: -1 };
      node.next.set(part, child);
      node = child;
    }
    node.term = numbers.get(textOf(parts, words))!;
  }
  return root;
}

function countRuns(runs: Runs, ofWord: readonly number[], trie: Trie): Map<number, number> {
  const counts = new Map<number, number>();
  const add = (term: number): void => {
    if (term >= 0) counts.set(term, (counts.get(term) ?? 0) + 1);
  };
  for (const run of runs) {
    for (let at = 0; at < run.length; at += 1) {
      add(ofWord[run[at]!]!);
      let node: Trie | undefined = trie;
      for (let end = at; node && end < run.length; end += 1) {
        node = node.next.get(run[end]!);
        if (node) add(node.term);
      }
    }
  }
  return counts;
}
