import type { Span } from '../model/span.ts';
import { compileMatcher, type TermMatch } from './match.ts';
import type { Taxonomy } from './taxonomy.ts';

/** A text with its words as spans of it. */
export interface Passage {
  readonly text: string;
  readonly words: readonly Span[];
}

/** A point as themes see it: its claim, and the sentences that carry it out. */
export interface PointText {
  readonly label: Passage;
  readonly sentences: readonly Passage[];
}

/** A theme of a point with its score (0 to 1) and the terms that speak for it, the strongest first. */
export interface ThemeScore {
  readonly theme: string;
  readonly score: number;
  readonly terms: readonly string[];
}

/** How much evidence counts: a hint beside a term, a sentence beside the claim. */
const HINT = 0.35;
const SENTENCE = 0.22;
/** Evidence that gives half of the full score, and the least that makes a theme. */
const HALF = 1;
const LEAST = 0.2;
/** The share of the strongest theme's evidence that a further theme needs; at most so many themes. */
const BESIDE = 0.6;
const MOST = 3;

export type ThemeAssigner = (point: PointText) => readonly ThemeScore[];

/** Compiles a taxonomy into a function that gives the themes of a point, the best first. */
export function compileThemes(taxonomy: Taxonomy): ThemeAssigner {
  const match = compileMatcher(taxonomy);
  return ({ label, sentences }) => {
    const evidence = new Map<number, Map<string, number>>();
    const add = (matches: readonly TermMatch[], share: number): void => {
      for (const each of matches) addEvidence(evidence, each, share * weightOf(each));
    };
    add(match(label.text, label.words), 1);
    for (const each of sentences) add(match(each.text, each.words), SENTENCE);
    return strongest(evidence, taxonomy);
  };
}

/** A long term tells more than a short one. */
const weightOf = ({ term, isHint }: TermMatch): number =>
  (isHint ? HINT : 1) * (0.6 + 0.2 * Math.min(4, term.length - (term.includes('…') ? 1 : 0)));

function addEvidence(evidence: Map<number, Map<string, number>>, { theme, term }: TermMatch, weight: number): void {
  const terms = evidence.get(theme) ?? new Map<string, number>();
  terms.set(term, Math.max(terms.get(term) ?? 0, weight) + (terms.has(term) ? 0.2 * weight : 0));
  evidence.set(theme, terms);
}

function strongest(evidence: ReadonlyMap<number, ReadonlyMap<string, number>>, taxonomy: Taxonomy): ThemeScore[] {
  const sums = Array.from(evidence, ([theme, terms]) => ({
    theme,
    terms: Array.from(terms)
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([term]) => term),
    sum: Array.from(terms.values()).reduce((total, weight) => total + weight, 0),
  })).sort((a, b) => b.sum - a.sum || a.theme - b.theme);
  const best = sums[0]?.sum ?? 0;
  return sums
    .filter(({ sum }) => sum / (sum + HALF) >= LEAST && sum >= BESIDE * best)
    .slice(0, MOST)
    .map(({ theme, sum, terms }) => ({ theme: taxonomy[theme]!.id, score: sum / (sum + HALF), terms }));
}
