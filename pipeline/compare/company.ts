import { logLikelihood } from './phrase.ts';

/** A sentence with the terms in it. */
export interface TermSentence {
  readonly text: string;
  readonly terms: readonly string[];
}

/** Terms in more sentences than this say little of their neighbours; in fewer than the other, too little is known. */
const RAREST = 5;

/**
 * Prepares the company of terms: for each its neighbours in sentences, weighed by √G² where they stand together more often
 * than apart. Terms in fewer than five sentences keep no company.
 */
export function companies(sentences: readonly TermSentence[]): (term: string) => ReadonlyMap<string, number> {
  const places = new Map<string, number[]>();
  for (const [index, { terms }] of sentences.entries()) {
    for (const term of new Set(terms)) {
      const inside = places.get(term);
      if (inside) inside.push(index);
      else places.set(term, [index]);
    }
  }
  const known = new Map<string, ReadonlyMap<string, number>>();
  return (term) => {
    const company = known.get(term) ?? companyOf(term, sentences, places);
    known.set(term, company);
    return company;
  };
}

function companyOf(
  term: string,
  sentences: readonly TermSentence[],
  places: ReadonlyMap<string, readonly number[]>,
): Map<string, number> {
  const own = places.get(term) ?? [];
  const company = new Map<string, number>();
  if (own.length < RAREST) return company;
  const together = new Map<string, number>();
  for (const index of own)
    for (const other of new Set(sentences[index]!.terms)) together.set(other, (together.get(other) ?? 0) + 1);
  for (const [other, count] of together) {
    if (count < 2 || other.includes(term) || term.includes(other)) continue;
    const all = places.get(other)!.length;
    const strength = logLikelihood(count, own.length, all - count, sentences.length - own.length);
    if (strength > 0) company.set(other, Math.sqrt(strength));
  }
  return company;
}
