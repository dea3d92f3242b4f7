import { type BlockName, blocksOf, keyOf, runsOf, wordsIn } from './features.ts';
import { compileMatcher } from './match.ts';
import type { PointText } from './point-text.ts';
import type { Taxonomy } from './taxonomy.ts';
import { type ThemeVotes, votesIn } from './votes.ts';
import { builtInWeights, eachFeature, type ThemeWeights } from './weights.ts';

/** A theme of a point with its probability and the words that speak for it, the strongest first. */
export interface ThemeScore {
  readonly theme: string;
  readonly score: number;
  readonly terms: readonly string[];
}

/** Gives the themes of every point of one report, the best first. */
export type ThemeAssigner = (points: readonly PointText[]) => readonly (readonly ThemeScore[])[];

/** The least probability of a point's first theme, of a further one, and of that as a share of the first; at most so many. */
const FIRST = 0.25;
const FURTHER = 0.25;
const BESIDE = 0.5;
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
  const usual = weights.biases.reduce((sum, bias) => sum + bias, 0) / Math.max(1, weights.biases.length);
  return (points) => {
    const votes = votesIn(points, match);
    return points.map((point, index) => {
      const words = wordScores(point, weights);
      const said = learned.map((theme, at) => (theme < 0 ? 0 : words[theme]!) + voteOf(votes[index]!.get(at), weights));
      const scores = said.map((score, at) => score + (learned[at]! < 0 ? usual : weights.biases[learned[at]!]!));
      const rest = Math.max(0, THEMES - taxonomy.length) * Math.exp(usual);
      const shares = probabilities(scores, rest).map((share, at) => (said[at]! > 0 ? share : 0));
      return chosen(shares).map((at) => ({
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

const voteOf = (votes: ThemeVotes | undefined, weights: ThemeWeights): number =>
  votes ? votes.values.reduce((sum, value, index) => sum + value * weights.votes[index]!, 0) : 0;

/** Softmax, with `rest` beside the exponentials of the scores. */
function probabilities(scores: readonly number[], rest: number): number[] {
  const exponentials = scores.map((score) => Math.exp(score));
  const total = exponentials.reduce((sum, each) => sum + each, rest);
  return exponentials.map((each) => each / total);
}

/** The indices of the shares that make themes, the largest first. */
function chosen(shares: readonly number[]): number[] {
  const ranked = Array.from(shares.keys()).sort((a, b) => shares[b]! - shares[a]! || a - b);
  const first = shares[ranked[0]!]!;
  if (first < FIRST) return [];
  return ranked.slice(0, MOST).filter((at, rank) => rank === 0 || shares[at]! >= Math.max(FURTHER, BESIDE * first));
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
