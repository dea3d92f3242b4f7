import type { Labelled } from '../model/layers.ts';
import type { Point } from '../model/point.ts';
import type { Sentence } from '../model/sentence.ts';
import type { Statistic } from '../model/statistic.ts';
import type { Substance } from '../model/substance.ts';
import { clausesOf } from '../text/clauses.ts';
import { numberingOf } from '../text/numbering.ts';
import { ACTOR, BINDING, CONCRETE, DEADLINE, INSTRUMENT, type Marker, VAGUE } from './lexicon.ts';

/**
 * The weights of the score: specificity = the sum of what the sentence says (an actor, a time, an amount, an instrument, an act
 * that can be seen, a rule with its case) plus detail, less a little for each word of mere effort; cut off at 0 and 1.
 */
const WEIGHTS = { actor: 0.13, deadline: 0.15, amount: 0.22, instrument: 0.1, concrete: 0.12, binding: 0.08 } as const;
/** Every further amount, act and rule adds this much, up to three of each. */
const FURTHER = 0.03;
/** A sentence of this length has the whole weight of detail. */
const FULL_LENGTH = 70;
const DETAIL = 0.1;
const PER_VAGUE_WORD = 0.05;

/** What each countermeasure of a report commits to, in the order of its sentences. */
export function measureSubstance(
  labelled: Labelled,
  points: readonly Point[],
  statistics: readonly Statistic[],
): Substance[] {
  const pointOf = ownersOf(points);
  return labelled.sentences
    .filter((sentence) => labelled.roles[sentence.seq]!.role === 'countermeasure')
    .map((sentence) => ({
      sentence: sentence.seq,
      point: pointOf.get(sentence.seq) ?? null,
      ...measure(
        labelled.report.text,
        sentence,
        statistics.filter((each) => each.sentence === sentence.seq),
      ),
    }));
}

/** The innermost point of each sentence. */
function ownersOf(points: readonly Point[]): ReadonlyMap<number, number> {
  const owners = new Map<number, number>();
  for (const point of points) for (const sentence of point.sentences) owners.set(sentence, point.seq);
  return owners;
}

function measure(
  text: string,
  sentence: Sentence,
  statistics: readonly Statistic[],
): Omit<Substance, 'sentence' | 'point'> {
  const content = text.slice(sentence.start, sentence.end);
  const number = numberingOf(content)?.length ?? 0;
  const words = content.slice(number).replace(/\n/gu, '');
  const amounts = statistics
    .filter(({ kind }) => kind !== 'duration' && kind !== 'age')
    .map((each) => text.slice(each.start, each.end));
  const parts = {
    actor: firstOf(ACTOR, words),
    deadline: firstOf(DEADLINE, words),
    amount: amounts.length > 0 ? amounts.join('；') : null,
    instrument: firstOf(INSTRUMENT, words),
  };
  const action = actionOf(text, { ...sentence, start: sentence.start + number }, parts.actor);
  return { ...parts, action, specificity: scoreOf(words, parts, amounts.length) };
}

function scoreOf(
  words: string,
  parts: Pick<Substance, 'actor' | 'deadline' | 'amount' | 'instrument'>,
  amounts: number,
): number {
  const said = (Object.keys(parts) as (keyof typeof parts)[]).filter((part) => parts[part] !== null);
  const acts = countOf(CONCRETE, words);
  const score =
    said.reduce((sum, part) => sum + WEIGHTS[part], 0) +
    (acts > 0 ? WEIGHTS.concrete : 0) +
    (countOf(BINDING, words) > 0 ? WEIGHTS.binding : 0) +
    FURTHER * (further(amounts) + further(acts) + further(countOf(BINDING, words))) +
    DETAIL * Math.min(1, words.length / FULL_LENGTH) -
    PER_VAGUE_WORD * countOf(VAGUE, words);
  return Math.round(1000 * Math.min(1, Math.max(0, score))) / 1000;
}

/** How many there are beyond the first, three at most. */
const further = (count: number): number => Math.min(3, Math.max(0, count - 1));

function firstOf(markers: readonly Marker[], words: string): string | null {
  for (const { pattern } of markers) {
    const match = new RegExp(pattern.source, pattern.flags.replace('g', '')).exec(words);
    if (match) return match.groups?.who ?? match[0];
  }
  return null;
}

const countOf = (markers: readonly Marker[], words: string): number =>
  markers.reduce(
    (sum, { pattern }) =>
      sum + (words.match(new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`))?.length ?? 0),
    0,
  );

/** The first clause that does something one can see, else the first; without actor and modal verb. */
function actionOf(text: string, sentence: Sentence, actor: string | null): string {
  const clauses = clausesOf(text, sentence).map((clause) => text.slice(clause.start, clause.end).replace(/\n/gu, ''));
  const act = clauses.find((clause) => countOf(CONCRETE, clause) > 0) ?? clauses[0] ?? '';
  const from = actor ? act.indexOf(actor) : -1;
  const rest = from < 0 ? act : act.slice(from + actor!.length);
  const bare = rest.replace(/^(?:建议|必须|应当|应该|应|要|需要?|须|可以?|宜|力争|争取|先|牵头)+/u, '');
  return bare.length >= 2 ? bare : act;
}
