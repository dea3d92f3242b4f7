import { type Interval, wilsonInterval } from './intervals.ts';

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

/** Years before the first use, or after the last one, as one. */
export interface UnusedYears extends Omit<PhraseYear, 'year'> {
  readonly label: string;
}

/** The years under their labels, those before the first use joined into one, and those after the last. */
export function joinUnused(years: readonly PhraseYear[]): UnusedYears[] {
  const first = years.findIndex(({ using }) => using > 0);
  const last = years.findLastIndex(({ using }) => using > 0);
  if (first < 0) return joined(years);
  const used = years.slice(first, last + 1).map((year) => ({ ...year, label: `${year.year}` }));
  return [...joined(years.slice(0, first)), ...used, ...joined(years.slice(last + 1))];
}

function joined(years: readonly PhraseYear[]): UnusedYears[] {
  if (years.length === 0) return [];
  const [from, to] = [years[0]!.year, years.at(-1)!.year];
  const reports = years.reduce((sum, year) => sum + year.reports, 0);
  const label = from === to ? `${from}` : `${from}–${to}`;
  return [{ label, reports, using: 0, occurrences: 0, share: wilsonInterval(0, reports) }];
}

/** A word that stands beside a phrase: in how many of its sentences, and how much more often than elsewhere. */
export interface Neighbour {
  readonly term: string;
  readonly together: number;
  readonly score: number;
}

/** Fewer sentences together are chance, and so is a smaller G²: the 1 % point of χ² with one degree of freedom. */
const FEWEST_TOGETHER = 3;
const LEAST_SCORE = 6.63;

/**
 * The terms in the sentences with a phrase that are most bound to them, by the log-likelihood ratio
 * G² = 2 Σ O·ln(O/E) over the two-by-two table of the words inside and outside these sentences, the term and all others
 * (Dunning 1993, Comput. Linguist. 19:61–74); terms that hold the phrase or stand in it are left out. `sentences` are
 * those with the phrase, as terms; `everywhere` says how often a term stands in all sentences, these included.
 */
export function neighboursOf(
  phrase: string,
  sentences: readonly (readonly string[])[],
  everywhere: ReadonlyMap<string, number>,
): Neighbour[] {
  const inside = countTerms(sentences);
  const own = sentences.reduce((sum, terms) => sum + terms.length, 0);
  const all = [...everywhere.values()].reduce((sum, count) => sum + count, 0);
  const together = countTerms(sentences.map((terms) => [...new Set(terms)]));
  return [...inside]
    .filter(([term]) => together.get(term)! >= FEWEST_TOGETHER && !term.includes(phrase) && !phrase.includes(term))
    .map(([term, count]) => {
      const elsewhere = Math.max(0, (everywhere.get(term) ?? count) - count);
      return {
        term,
        together: together.get(term)!,
        score: logLikelihood(count, own, elsewhere, Math.max(elsewhere, all - own)),
      };
    })
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort((a, b) => b.score - a.score || (a.term < b.term ? -1 : 1));
}

function countTerms(sentences: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const terms of sentences) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** Dunning's G² of `a` of `n` against `b` of `m`; below 0 where the first share is the smaller one. */
export function logLikelihood(a: number, n: number, b: number, m: number): number {
  const part = (seen: number, expected: number): number => (seen === 0 ? 0 : seen * Math.log(seen / expected));
  const share = (a + b) / (n + m);
  const sum = part(a, n * share) + part(b, m * share) + part(n - a, n * (1 - share)) + part(m - b, m * (1 - share));
  return (a / n < b / m ? -2 : 2) * sum;
}

/** The occurrences of a phrase in every report, counted in the sentences that hold it. */
export function occurrencesIn(
  phrase: string,
  reports: readonly { readonly id: string }[],
  sentences: readonly { readonly report: string; readonly text: string }[],
): number[] {
  const counts = new Map<string, number>();
  for (const { report, text } of sentences)
    counts.set(report, (counts.get(report) ?? 0) + text.split(phrase).length - 1);
  return reports.map(({ id }) => counts.get(id) ?? 0);
}
