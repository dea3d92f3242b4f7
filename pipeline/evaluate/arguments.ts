import type { Span } from '../model/span.ts';
import { type MinedText, sentenceOfCharacters } from './align.ts';
import { bareText } from './bare.ts';
import type { GoldSentence } from './gold.ts';
import { matchCharacters } from './match-characters.ts';
import { type ScoredLink, type ScoredPair, scoreLinks, scorePairs, scorePoints } from './points.ts';
import { type Score, sumScores } from './roles.ts';

/** Points, causal pairs and links as mined. Offsets count the characters of the sentence that is named. */
export interface MinedArgument {
  readonly points: readonly { readonly id: string; readonly sentence: string; readonly start: number }[];
  readonly pairs: readonly { readonly sentence: string; readonly cause: Span; readonly effect: Span }[];
  readonly links: readonly { readonly from: string; readonly to: string; readonly kind: ScoredLink['kind'] }[];
}

export const ARGUMENT_PARTS = ['points', 'causal pairs', 'links'] as const;
/** The scores of the parts of an argument that the gold tells. */
export type ArgumentScores = ReadonlyMap<(typeof ARGUMENT_PARTS)[number], Score>;

/** Scores what a file argues, where its gold says so: where points open, causal pairs by their spans, links by both ends. */
export function scoreArgument(
  gold: readonly GoldSentence[],
  mined: MinedText,
  argument: MinedArgument,
): ArgumentScores {
  const places = goldPlaces(gold, mined);
  const opens = openings(gold, places, argument);
  const scores = new Map<(typeof ARGUMENT_PARTS)[number], Score>();
  if (gold.some(({ point }) => point)) {
    scores.set('points', scorePoints([...opens.values()], goldPoints(gold)));
    const links = argument.links.map(({ from, to, kind }) => ({ from: opens.get(from)!, to: opens.get(to)!, kind }));
    scores.set('links', scoreLinks(links, goldLinks(gold)));
  }
  if (gold.some(({ pairs }) => pairs)) {
    const spanOf = (sentence: string, { start, end }: Span): Span => ({
      start: places(sentence, start),
      end: places(sentence, end - 1) + 1,
    });
    const pairs = argument.pairs.map(({ sentence, cause, effect }) => ({
      cause: spanOf(sentence, cause),
      effect: spanOf(sentence, effect),
    }));
    scores.set('causal pairs', scorePairs(pairs, goldPairs(gold)));
  }
  return scores;
}

/** The number of the gold sentence in which each mined point opens, by the id of the point; −1 where none holds its place. */
export const pointOpenings = (
  gold: readonly GoldSentence[],
  mined: MinedText,
  argument: MinedArgument,
): ReadonlyMap<string, number> => openings(gold, goldPlaces(gold, mined), argument);

function openings(
  gold: readonly GoldSentence[],
  places: ReturnType<typeof goldPlaces>,
  { points }: MinedArgument,
): ReadonlyMap<string, number> {
  const sentenceAt = sentenceOfPlace(gold);
  return new Map(points.map(({ id, sentence, start }) => [id, sentenceAt(places(sentence, start))]));
}

/** The scores of several files together. */
export const sumArguments = (all: readonly ArgumentScores[]): ArgumentScores =>
  new Map(
    ARGUMENT_PARTS.flatMap((part) => {
      const scores = all.flatMap((each) => each.get(part) ?? []);
      return scores.length === 0 ? [] : [[part, sumScores(scores)] as const];
    }),
  );

/** Where a character of a mined sentence stands among the bare characters of the gold; −1 where the gold lacks it. */
function goldPlaces(gold: readonly GoldSentence[], mined: MinedText): (sentence: string, offset: number) => number {
  const source = bareText(mined.text);
  const match = matchCharacters(
    gold.flatMap(({ text }) => bareText(text).characters),
    source.characters,
  );
  const inGold = new Map(match.map((place, index) => [place, index]));
  const inSource = new Map<string, number[]>(mined.sentences.map(({ id }) => [id, []]));
  for (const [place, owner] of sentenceOfCharacters(mined, source).entries())
    if (owner >= 0) inSource.get(mined.sentences[owner]!.id)!.push(place);
  const texts = new Map(mined.sentences.map(({ id, text }) => [id, bareText(text).places]));
  return (sentence, offset) => {
    const index = texts.get(sentence)?.findIndex((place) => place >= offset) ?? -1;
    return inGold.get(inSource.get(sentence)?.[index] ?? -1) ?? -1;
  };
}

/** The number of the gold sentence that holds a bare character, −1 where none does. */
function sentenceOfPlace(gold: readonly GoldSentence[]): (place: number) => number {
  const numbers = gold.flatMap(({ text }, index) => bareText(text).characters.map(() => index));
  return (place) => numbers[place] ?? -1;
}

const goldPoints = (gold: readonly GoldSentence[]): number[] =>
  gold.flatMap(({ point }, index) => (point ? [index] : []));

function goldLinks(gold: readonly GoldSentence[]): ScoredLink[] {
  const named = new Map(
    gold.flatMap(({ report, point }, index) => (point ? [[`${report} ${point.name}`, index] as const] : [])),
  );
  return gold.flatMap(({ report, role, point }, from) =>
    (role === 'problem' ? [] : (point?.targets ?? [])).map((target) => ({
      from,
      to: named.get(`${report} ${target}`) ?? -1,
      kind: role === 'cause' ? ('cause_of' as const) : ('answers' as const),
    })),
  );
}

function goldPairs(gold: readonly GoldSentence[]): ScoredPair[] {
  let start = 0;
  return gold.flatMap(({ text, pairs = [] }) => {
    const bare = bareText(text).characters.join('');
    const from = start;
    start += bareText(text).characters.length;
    const spanOf = (words: string): Span => {
      const said = bareText(words).characters;
      const before = [...bare.slice(0, Math.max(0, bare.indexOf(said.join(''))))].length;
      return { start: from + before, end: from + before + said.length };
    };
    return pairs.map(({ cause, effect }) => ({ cause: spanOf(cause), effect: spanOf(effect) }));
  });
}
