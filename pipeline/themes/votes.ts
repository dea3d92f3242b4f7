import { beginningOf } from './features.ts';
import type { Matcher, TermMatch } from './match.ts';
import type { PointText } from './point-text.ts';

/**
 * What the terms of a theme say for it in a point: in its claim and in the sentences below, how often (saturated), as a share
 * of what all themes have there, how much of the claim they cover, and how many other points of the report have the theme.
 * The order is part of the weights file.
 */
export const VOTES = [
  'claim',
  'claim-hint',
  'claim-share',
  'claim-cover',
  'body',
  'body-hint',
  'body-share',
  'all',
] as const;

/** The votes for a theme in a point, in the order of `VOTES`, with the terms that give them, the strongest first. */
export interface ThemeVotes {
  readonly values: Float32Array;
  readonly terms: readonly string[];
}

/** How much evidence counts: a hint beside a term, a sentence beside the claim; and the sum that gives half of the most. */
const HINT = 0.5;
const SENTENCE = 0.25;
const HALF = 0.7;
/**
 * What stands in most points of a report is its subject and tells little of each: evidence shrinks with the share of the
 * report's points that have the term, and the theme, by these powers. `SMOOTHING` points count as having neither.
 */
const TERM_POWER = 5;
const THEME_POWER = 1;
const SMOOTHING = 5;

interface Found {
  readonly length: number;
  readonly claim: readonly TermMatch[];
  readonly body: readonly TermMatch[];
}

/** The votes in every point of one report, by theme; `match` finds the terms. */
export function votesIn(points: readonly PointText[], match: Matcher): ReadonlyMap<number, ThemeVotes>[] {
  const found = points.map(
    ({ label, sentences }): Found => ({
      length: Math.max(1, label.text.length),
      claim: match(label.text, label.words),
      body: beginningOf(sentences).flatMap(({ text, words }) => match(text, words)),
    }),
  );
  const share = sharesIn(found);
  return found.map((each) => votesOf(each, share));
}

const termKey = ({ theme, term }: TermMatch): string => `${theme} ${term}`;
const themeKey = ({ theme }: TermMatch): string => `${theme}`;

/** The share of the other points of a report that have a term, or a theme. */
function sharesIn(points: readonly Found[]): (key: string) => number {
  const counts = new Map<string, number>();
  for (const { claim, body } of points) {
    for (const key of new Set([...claim, ...body].flatMap((match) => [termKey(match), themeKey(match)]))) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return (key) => (counts.get(key)! - 1) / (points.length + SMOOTHING);
}

interface Sums {
  claim: number;
  claimHint: number;
  cover: number;
  body: number;
  bodyHint: number;
  readonly terms: Map<string, number>;
}

function votesOf({ claim, body, length }: Found, share: (key: string) => number): ReadonlyMap<number, ThemeVotes> {
  const themes = new Map<number, Sums>();
  const sumsOf = (theme: number): Sums => {
    const sums = themes.get(theme) ?? { claim: 0, claimHint: 0, cover: 0, body: 0, bodyHint: 0, terms: new Map() };
    themes.set(theme, sums);
    return sums;
  };
  const told = (match: TermMatch): number =>
    (1 - share(termKey(match))) ** TERM_POWER * (1 - share(themeKey(match))) ** THEME_POWER;
  for (const match of claim) {
    const sums = sumsOf(match.theme);
    sums[match.isHint ? 'claimHint' : 'claim'] += told(match);
    sums.cover += (match.end - match.start) / length;
    sums.terms.set(match.term, (sums.terms.get(match.term) ?? 0) + weigh(match, told(match)));
  }
  for (const match of body) {
    const sums = sumsOf(match.theme);
    sums[match.isHint ? 'bodyHint' : 'body'] += told(match);
    sums.terms.set(match.term, (sums.terms.get(match.term) ?? 0) + SENTENCE * weigh(match, told(match)));
  }
  const claimTotal = totalOf(themes, claimSum);
  const bodyTotal = totalOf(themes, bodySum);
  return new Map(
    Array.from(themes, ([theme, sums]) => {
      const values = Float32Array.of(
        saturated(sums.claim),
        saturated(sums.claimHint),
        claimTotal === 0 ? 0 : claimSum(sums) / claimTotal,
        sums.cover,
        saturated(sums.body),
        saturated(sums.bodyHint),
        bodyTotal === 0 ? 0 : bodySum(sums) / bodyTotal,
        saturated(claimSum(sums) + SENTENCE * sums.body),
      );
      return [theme, { values, terms: strongest(sums.terms) }];
    }),
  );
}

const weigh = ({ isHint }: TermMatch, told: number): number => (isHint ? HINT : 1) * told;
const saturated = (sum: number): number => sum / (sum + HALF);
const claimSum = ({ claim, claimHint }: Sums): number => claim + HINT * claimHint;
const bodySum = ({ body, bodyHint }: Sums): number => body + HINT * bodyHint;

const totalOf = (themes: ReadonlyMap<number, Sums>, sum: (sums: Sums) => number): number =>
  Array.from(themes.values(), sum).reduce((total, each) => total + each, 0);

const strongest = (terms: ReadonlyMap<string, number>): string[] =>
  Array.from(terms)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([term]) => term);
