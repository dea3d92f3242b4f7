import { type Interval, wilsonInterval } from './intervals.ts';
import { periodsOf } from './periods.ts';
import { spearman } from './rank.ts';

/** How many reports of a year use a phrase. */
export interface PhraseYear {
  readonly year: number;
  readonly reports: number;
  readonly using: number;
  readonly occurrences: number;
  readonly share: Interval;
}

/** The use of a phrase year by year; `uses[i]` are its occurrences in report i, of the year `years[i]`. */
export function phraseYears(uses: readonly number[], years: readonly number[]): PhraseYear[] {
  return [...new Set(years)]
    .sort((a, b) => a - b)
    .map((year) => {
      const own = uses.filter((_, index) => years[index] === year);
      const using = own.filter((count) => count > 0).length;
      return {
        year,
        reports: own.length,
        using,
        occurrences: own.reduce((sum, count) => sum + count, 0),
        share: wilsonInterval(using, own.length),
      };
    });
}

/** A sentence with the terms in it. */
export interface PhraseSentence {
  readonly text: string;
  readonly terms: readonly string[];
}

/** A word that stands beside a phrase: in how many of its sentences, and how much more often than elsewhere. */
export interface Neighbour {
  readonly term: string;
  readonly together: number;
  readonly score: number;
}

/** Fewer sentences together are chance. */
const FEWEST_TOGETHER = 3;

/**
 * The terms of the sentences with a phrase that are most bound to them, by the log-likelihood ratio
 * G² = 2 Σ O·ln(O/E) over the two-by-two table of sentences with and without phrase and term (Dunning 1993, Comput.
 * Linguist. 19:61–74); terms that hold the phrase or stand in it are left out. Every sentence lists its terms once.
 */
export function neighboursOf(phrase: string, sentences: readonly PhraseSentence[]): Neighbour[] {
  const own = sentences.filter(({ text }) => text.includes(phrase));
  const inside = countTerms(own);
  const everywhere = countTerms(sentences);
  return [...inside]
    .filter(([term, together]) => together >= FEWEST_TOGETHER && !term.includes(phrase) && !phrase.includes(term))
    .map(([term, together]) => ({
      term,
      together,
      score: logLikelihood(together, own.length, everywhere.get(term)! - together, sentences.length - own.length),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.term < b.term ? -1 : 1));
}

function countTerms(sentences: readonly { readonly terms: readonly string[] }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { terms } of sentences) for (const term of new Set(terms)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** Dunning's G² of `a` of `n` against `b` of `m`; below 0 where the first share is the smaller one. */
export function logLikelihood(a: number, n: number, b: number, m: number): number {
  const part = (seen: number, expected: number): number => (seen === 0 ? 0 : seen * Math.log(seen / expected));
  const share = (a + b) / (n + m);
  const sum = part(a, n * share) + part(b, m * share) + part(n - a, n * (1 - share)) + part(m - b, m * (1 - share));
  return (a / n < b / m ? -2 : 2) * sum;
}

/** A term that a phrase took the place of, or gave way to: in the same company, while their use moved apart. */
export interface Rival {
  readonly term: string;
  readonly likeness: number;
  readonly movement: number;
  readonly direction: 'replaced' | 'replaced by';
}

/**
 * The least likeness of company that makes a rival, where both share two characters (科学发展, 高质量发展) and where not;
 * and the least opposite movement.
 */
const LEAST_LIKENESS = { related: 0.03, other: 0.12 } as const;
const LEAST_MOVEMENT = 0.3;

/**
 * The terms in the same company as a phrase whose share of reports moves against its own from period to period. `companyOf` gives the
 * neighbours of a term with their weights, `sharesOf` its shares period by period; the likeness is the cosine of the companies
 * (Firth's company that a word keeps, as in Turney & Pantel 2010, J. Artif. Intell. Res. 37:141–188), the movement minus
 * Spearman's rank correlation of the shares. A term that was there before is `replaced`, a later one is `replaced by`.
 */
export function rivalsOf(
  phrase: string,
  candidates: readonly string[],
  companyOf: (term: string) => ReadonlyMap<string, number>,
  sharesOf: (term: string) => readonly number[],
): Rival[] {
  const company = companyOf(phrase);
  const shares = sharesOf(phrase);
  return candidates
    .filter((term) => !term.includes(phrase) && !phrase.includes(term))
    .map((term) => ({ term, likeness: cosine(company, companyOf(term)) }))
    .filter(({ term, likeness }) => likeness >= LEAST_LIKENESS[sharesPair(phrase, term) ? 'related' : 'other'])
    .map(({ term, likeness }): Rival => {
      const other = sharesOf(term);
      const earlier = centreOf(other) < centreOf(shares);
      return { term, likeness, movement: -spearman(shares, other), direction: earlier ? 'replaced' : 'replaced by' };
    })
    .filter(({ movement }) => movement >= LEAST_MOVEMENT)
    .sort((a, b) => b.likeness * b.movement - a.likeness * a.movement || (a.term < b.term ? -1 : 1));
}

/** Whether two neighbouring characters of one stand in the other. */
const sharesPair = (a: string, b: string): boolean =>
  Array.from({ length: Math.max(0, a.length - 1) }, (_, index) => a.slice(index, index + 2)).some((pair) =>
    b.includes(pair),
  );

/** The year, counted from the first, around which the shares lie. */
const centreOf = (shares: readonly number[]): number => {
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.reduce((sum, share, index) => sum + share * index, 0) / (total || 1);
};

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const length = (vector: ReadonlyMap<string, number>): number => Math.hypot(...vector.values()) || 1;
  let sum = 0;
  for (const [key, value] of a) sum += value * (b.get(key) ?? 0);
  return sum / (length(a) * length(b));
}

/** The occurrences of a phrase in every report, counted in the text of its sentences. */
export const occurrencesIn = (phrase: string, reports: readonly (readonly { readonly text: string }[])[]): number[] =>
  reports.map((sentences) => sentences.reduce((sum, { text }) => sum + text.split(phrase).length - 1, 0));

/** The share of reports that use a term in each period; `uses[i]` are its occurrences in report i, of the year `years[i]`. */
export const periodShares = (uses: readonly number[], years: readonly number[]): number[] =>
  periodsOf(years).map(({ first, last }) => {
    const own = uses.filter((_, index) => years[index]! >= first && years[index]! <= last);
    return own.filter((count) => count > 0).length / own.length;
  });
