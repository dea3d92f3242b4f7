import type { TermDocument } from './term-counts.ts';

/** The longest term looked for, in words. */
const LONGEST = 6;
/** A term that stands in fewer places is too little known. */
const FEWEST_PLACES = 4;

/**
 * The company of terms: the words right before and after them, and those one further on with half the weight, each
 * weighed by ln(1 + occurrences) · ln(terms / terms that have it) (a word space of narrow windows, whose neighbours are
 * words of the same kind: Sahlgren 2006, The Word-Space Model, ch. 9). A term is any run of words that makes it.
 */
export function companies(
  documents: readonly TermDocument[],
  terms: ReadonlySet<string>,
): (term: string) => ReadonlyMap<string, number> {
  const found = new Map<string, Map<string, number>>();
  const places = new Map<string, number>();
  for (const { sentences } of documents) for (const words of sentences) collect(words, terms, found, places);
  const known = [...found].filter(([term]) => places.get(term)! >= FEWEST_PLACES);
  const spread = new Map<string, number>();
  for (const [, company] of known)
    for (const feature of company.keys()) spread.set(feature, (spread.get(feature) ?? 0) + 1);
  const weighed = new Map(
    known.map(([term, company]): [string, ReadonlyMap<string, number>] => [
      term,
      new Map(
        [...company].map(([feature, count]) => [
          feature,
          Math.log1p(count) * Math.log(known.length / spread.get(feature)!),
        ]),
      ),
    ]),
  );
  return (term) => weighed.get(term) ?? new Map();
}

function collect(
  words: readonly string[],
  terms: ReadonlySet<string>,
  found: Map<string, Map<string, number>>,
  places: Map<string, number>,
): void {
  for (let start = 0; start < words.length; start += 1) {
    let term = '';
    for (let end = start + 1; end <= Math.min(words.length, start + LONGEST); end += 1) {
      term += words[end - 1]!;
      if (!terms.has(term)) continue;
      const company = found.get(term) ?? new Map<string, number>();
      found.set(term, company);
      places.set(term, (places.get(term) ?? 0) + 1);
      const around = [
        [`<${words[start - 1]}`, 1],
        [`>${words[end]}`, 1],
        [`<<${words[start - 2]}`, 0.5],
        [`>>${words[end + 1]}`, 0.5],
      ] as const;
      for (const [feature, weight] of around) company.set(feature, (company.get(feature) ?? 0) + weight);
    }
  }
}
