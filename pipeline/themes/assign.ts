import type { Span } from '../model/span.ts';
import { builtInLikeness, type Likeness, type LikenessWeights, likenessOf } from './likeness.ts';
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
const HINT = 0.5;
const SENTENCE = 0.25;
/** Where a point has more sentences, each counts for less: their sum must not drown the claim. */
const FULL_SENTENCES = 4;
/**
 * What stands in most points of a report is its subject and tells little of each: evidence shrinks with the share of the
 * report's points that have the term, and the theme, by these powers. `SMOOTHING` points count as having neither.
 */
const TERM_POWER = 5;
const THEME_POWER = 0.5;
const SMOOTHING = 5;
/** Evidence that gives half of the full score, and the least that makes a theme. */
const HALF = 0.5;
const LEAST = 0.2;
/** What a likeness counts beside the score of the terms, and from which cosine on it counts where a theme has no term. */
const LIKENESS = 4;
const LEAST_LIKENESS = 0.06;
/** The share of the strongest theme's evidence that a further theme needs; at most so many themes. */
const BESIDE = 0.8;
const MOST = 3;

/** Gives the themes of every point of one report, the best first. */
export type ThemeAssigner = (points: readonly PointText[]) => readonly (readonly ThemeScore[])[];

interface Weighed {
  readonly match: TermMatch;
  readonly weight: number;
}

/** Compiles a taxonomy into a function that gives the themes of the points of a report. */
export function compileThemes(taxonomy: Taxonomy, weights: LikenessWeights = builtInLikeness()): ThemeAssigner {
  const match = compileMatcher(taxonomy);
  return (points) => {
    const found = points.map(({ label, sentences }): Weighed[] => [
      ...match(label.text, label.words).map((each) => ({ match: each, weight: 1 })),
      ...sentences.flatMap(({ text, words }) =>
        match(text, words).map((each) => ({ match: each, weight: sentenceWeight(sentences.length) })),
      ),
    ]);
    const rarity = rarityIn(found);
    return found.map((evidence, index) =>
      strongest(sums(evidence, rarity), likenessIn(points[index]!, taxonomy, weights), taxonomy),
    );
  };
}

const sentenceWeight = (count: number): number => SENTENCE * Math.min(1, FULL_SENTENCES / count);

/** How much a match tells of its point, from 0 to 1, by the shares of the report's points that have its term and theme. */
function rarityIn(points: readonly (readonly Weighed[])[]): (match: TermMatch) => number {
  const counts = new Map<string, number>();
  for (const point of points) {
    for (const key of new Set(point.flatMap(({ match }) => [termKey(match), themeKey(match)]))) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const share = (key: string): number => Math.max(0, counts.get(key)! - 1) / (points.length + SMOOTHING);
  return (match) => (1 - share(termKey(match))) ** TERM_POWER * (1 - share(themeKey(match))) ** THEME_POWER;
}

const termKey = ({ theme, term }: TermMatch): string => `${theme} ${term}`;
const themeKey = ({ theme }: TermMatch): string => `${theme}`;

/** The evidence for every theme, term by term. Hints alone are none. */
function sums(
  evidence: readonly Weighed[],
  rarity: (match: TermMatch) => number,
): ReadonlyMap<number, ReadonlyMap<string, number>> {
  const themes = new Map<number, Map<string, number>>();
  for (const { match, weight } of evidence) {
    const terms = themes.get(match.theme) ?? new Map<string, number>();
    const told = weight * (match.isHint ? HINT : 1) * rarity(match);
    terms.set(match.term, (terms.get(match.term) ?? 0) + told);
    themes.set(match.theme, terms);
  }
  const terms = new Set(evidence.filter(({ match }) => !match.isHint).map(({ match }) => match.theme));
  return new Map([...themes].filter(([theme]) => terms.has(theme)));
}

/** The likeness of a point to every theme; one that nothing was learned of must not lose for it, and has the best one's. */
function likenessIn(point: PointText, taxonomy: Taxonomy, weights: LikenessWeights): ReadonlyMap<string, Likeness> {
  const learned = likenessOf(point, weights);
  const best = Math.max(0, ...Array.from(learned.values(), ({ cosine }) => cosine));
  const others = taxonomy.filter(({ id }) => !weights.themes[id]);
  return new Map([...learned, ...others.map(({ id }) => [id, { cosine: best, runs: [] }] as const)]);
}

/** The themes of a point, by their terms and by what it reads like. */
function strongest(
  themes: ReadonlyMap<number, ReadonlyMap<string, number>>,
  likeness: ReadonlyMap<string, Likeness>,
  taxonomy: Taxonomy,
): ThemeScore[] {
  const sums = Array.from(themes.values(), sumOf);
  const enough = Math.max(LEAST, BESIDE * Math.max(0, ...sums));
  const ranked = taxonomy
    .flatMap(({ id }, index) => evidenceOf(id, themes.get(index), likeness.get(id), enough))
    .sort((a, b) => b.evidence - a.evidence);
  const least = BESIDE * (ranked[0]?.evidence ?? 0);
  return ranked
    .filter(({ evidence }) => evidence >= least)
    .slice(0, MOST)
    .map(({ theme, evidence, terms }) => ({ theme, score: evidence / (evidence + HALF), terms }));
}

const sumOf = (terms: ReadonlyMap<string, number>): number =>
  Array.from(terms.values()).reduce((total, weight) => total + weight, 0);

function evidenceOf(
  theme: string,
  terms: ReadonlyMap<string, number> = new Map(),
  { cosine, runs }: Likeness = { cosine: 0, runs: [] },
  enough = LEAST,
): { readonly theme: string; readonly evidence: number; readonly terms: readonly string[] }[] {
  const sum = sumOf(terms);
  const told = sum >= enough;
  if (!told && (cosine < LEAST_LIKENESS || runs.length === 0)) return [];
  const ordered = Array.from(terms).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const evidence = (told ? sum / (sum + HALF) : 0) + LIKENESS * cosine;
  return [{ theme, evidence, terms: told ? ordered.map(([term]) => term) : runs }];
}
