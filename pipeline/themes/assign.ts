import { type BlockName, blocksOf, keyOf, runsOf, wordsIn } from './features.ts';
import { compileMatcher } from './match.ts';
import type { PointText } from './point-text.ts';
import type { Taxonomy, Theme } from './taxonomy.ts';
import { type ThemeVotes, VOTES, votesIn } from './votes.ts';
import { builtInWeights, eachFeature, type ThemeWeights } from './weights.ts';

/** A theme of a point with its probability and the words that speak for it, the strongest first. */
export interface ThemeScore {
  readonly theme: string;
  readonly score: number;
  readonly terms: readonly string[];
}

/** Gives the themes of every point of one report, the best first. */
export type ThemeAssigner = (points: readonly PointText[]) => readonly (readonly ThemeScore[])[];

/** The least probability of a point's theme; at most so many. */
const LEAST = 0.25;
const MOST = 3;
/** Themes that a point could have besides: a small taxonomy does not make its themes likelier. */
const THEMES = 52;
/** Words that are shown where no term of the theme stands in the point. */
const WORDS = 3;

/**
 * Compiles a taxonomy into a function that gives the themes of the points of a report: a log-linear model of what the
 * terms of each theme vote, the same for every theme, and of the point's words, for themes that were learned.
 */
export function compileThemes(taxonomy: Taxonomy, weights: ThemeWeights = builtInWeights()): ThemeAssigner {
  const match = compileMatcher(taxonomy);
  const learned = taxonomy.map(({ id }) => weights.themes.indexOf(id));
  return (points) => {
    const votes = votesIn(points, match);
    return points.map((point, index) => {
      const words = wordScores(point, weights);
      const scores = learned.map((theme, at) =>
        theme < 0
          ? voteOf(votes[index]!.get(at), weights.alone)
          : words[theme]! + voteOf(votes[index]!.get(at), weights.votes),
      );
      const rest = Math.max(0, THEMES - taxonomy.length);
      const shares = probabilities(scores, rest).map((share, at) => (scores[at]! > 0 ? share : 0));
      const standing = chosen(shares).filter(
        (at) => !isRuledOut(point.label.text, taxonomy[at]!, votes[index]!.get(at)),
      );
      return standing.map((at) => ({
        theme: taxonomy[at]!.id,
        score: shares[at]!,
        terms: votes[index]!.get(at)?.terms ?? tellingWords(point, learned[at]!, weights),
      }));
    });
  };
}

/** What the words of a point weigh, by learned theme. */
function wordScores(point: PointText, weights: ThemeWeights): Float64Array {
  const scores = new Float64Array(weights.themes.length);
  eachFeature(blocksOf(point), weights.knows, (key, value) => weights.add(key, value, scores));
  return scores;
}

const voteOf = (votes: ThemeVotes | undefined, weights: readonly number[]): number =>
  votes ? votes.values.reduce((sum, value, index) => sum + value * weights[index]!, 0) : 0;

const CLAIM = [VOTES.indexOf('claim'), VOTES.indexOf('claim-hint')];

/** Whether a claim has what a theme rules out and none of its terms beside it: then its words do not count either. */
const isRuledOut = (claim: string, { not }: Theme, votes: ThemeVotes | undefined): boolean =>
  not.some((text) => claim.includes(text)) && CLAIM.every((vote) => !votes?.values[vote]);

/** Softmax, with `rest` beside the exponentials of the scores. */
function probabilities(scores: readonly number[], rest: number): number[] {
  const exponentials = scores.map((score) => Math.exp(score));
  const total = exponentials.reduce((sum, each) => sum + each, rest);
  return exponentials.map((each) => each / total);
}

/** The indices of the shares that make themes, the largest first. */
function chosen(shares: readonly number[]): number[] {
  const ranked = Array.from(shares.keys()).sort((a, b) => shares[b]! - shares[a]! || a - b);
  return ranked.slice(0, MOST).filter((at) => shares[at]! >= LEAST);
}

/** The words of a point that weigh most for a learned theme; runs of characters where no word does. */
function tellingWords(point: PointText, theme: number, weights: ThemeWeights): string[] {
  const weigh = (name: BlockName, text: string): number => {
    const scores = new Float64Array(weights.themes.length);
    weights.add(keyOf(name, text), 1, scores);
    return scores[theme] ?? 0;
  };
  const best = (parts: readonly (readonly [BlockName, readonly string[]])[]): string[] => {
    const told = parts.flatMap(([name, texts]) => texts.map((text) => [text, weigh(name, text)] as const));
    const ranked = told.filter(([, weight]) => weight > 0).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    return [...new Set(ranked.map(([text]) => text))].slice(0, WORDS);
  };
  const words = best([
    ['claim-word', wordsIn([point.label])],
    ['body-word', wordsIn(point.sentences)],
  ]);
  return words.length > 0 ? words : best([['claim-gram', runsOf([point.label]).filter((run) => run.length > 1)]]);
}
