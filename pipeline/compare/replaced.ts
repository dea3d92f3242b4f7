import { type Company, companies, cosine, sharedKeys } from './company.ts';
import { adjustFalseDiscovery } from './false-discovery.ts';
import { fisherExact } from './fisher.ts';
import { type Interval, wilsonInterval } from './intervals.ts';
import type { PhraseYear } from './phrase.ts';
import { type Segment, segmentYears } from './segments.ts';
import type { TermCounts, TermDocument } from './term-counts.ts';

/** The years before and after a phrase came, or went. */
export interface Turn {
  readonly direction: 'came' | 'went';
  readonly before: readonly [first: number, last: number];
  readonly after: readonly [first: number, last: number];
}

/** As many years before a turn, or after it, are looked at: longer ago is another time. */
const SPAN = 12;

/**
 * When a phrase came and went: where the share of reports that use it, cut into runs of years (`segmentYears`), rises to its
 * highest run, and where it falls from there. Nothing where it never came or went.
 */
export function turnsOf(years: readonly PhraseYear[]): Turn[] {
  const counts = years.map(({ year, reports, using }) => ({ year, reports, raising: using }));
  const segments = segmentYears(counts);
  const top = segments.reduce((best, segment) => (segment.share > best.share ? segment : best));
  const at = segments.indexOf(top);
  const clipped = ({ first, last }: Pick<Segment, 'first' | 'last'>, end: 'first' | 'last'): [number, number] =>
    end === 'first' ? [first, Math.min(last, first + SPAN - 1)] : [Math.max(first, last - SPAN + 1), last];
  const all = { first: counts[0]!.year, last: counts.at(-1)!.year };
  const came: Turn[] =
    at === 0
      ? []
      : [
          {
            direction: 'came',
            before: clipped({ first: all.first, last: segments[at - 1]!.last }, 'last'),
            after: clipped(top, 'first'),
          },
        ];
  const next = segments[at + 1];
  if (!next) return came;
  const went = { first: next.first, last: all.last };
  return [...came, { direction: 'went', before: clipped(top, 'last'), after: clipped(went, 'first') }];
}

/** A term that a phrase took the place of (`replaced`), or that took its place (`replaced by`), with the evidence. */
export interface Replacement {
  readonly term: string;
  readonly relation: 'replaced' | 'replaced by';
  readonly turn: Turn;
  /** Reports that use the term before and after the turn, of how many, and the shares. */
  readonly reports: readonly [number, number];
  readonly of: readonly [number, number];
  readonly share: readonly [Interval, Interval];
  /** Fisher's exact test over reports, corrected for all terms looked at. */
  readonly q: number;
  /** Likeness of the words right beside, and of the matter, from 0 to 1; what they share. */
  readonly slots: number;
  readonly matter: number;
  readonly shared: readonly string[];
}

const LEVEL = 0.05;
/** A term that was in use: in such a part of the reports; it gave way where less than half of that is left. */
const IN_USE = 0.3;
const LEFT = 0.5;
/** Terms in fewer reports are not looked at. */
const FEWEST_REPORTS = 4;
/**
 * The least likeness of slots and matter, and of both together: for terms that share characters that say something
 * (扶贫开发, 脱贫攻坚), and for all others, which have to be much more alike.
 */
const LEAST = {
  related: { slots: 0.04, matter: 0.1, both: 0.2 },
  other: { slots: 0.08, matter: 0.2, both: 0.3 },
} as const;
const MOST = 3;

/**
 * What a phrase replaced when it came, or what replaced it when it went: terms whose share of reports moved the other way
 * over the same turn (Fisher's exact test over reports, Benjamini–Hochberg over all terms in enough reports), and that
 * keep the same company: likeness of the words right beside them and of the matter around them. The most alike first,
 * parts of another left out, at most three; none where no term does both. `documents[i]` is of the year `years[i]` and has the counts of report i.
 */
export function replacementsAt(
  turn: Turn,
  phrase: string,
  documents: readonly TermDocument[],
  years: readonly number[],
  counts: TermCounts,
  isTerm: (word: string) => boolean,
): Replacement[] {
  const moved = movedTerms(turn, phrase, years, counts);
  if (moved.length === 0) return [];
  const companyOf = companies(documents, new Set([phrase, ...moved.map(({ term }) => term)]), isTerm);
  const weights = characterWeights(counts.terms);
  const own = companyOf(phrase);
  return moved
    .map((each) => ({ ...each, ...likeness(own, companyOf(each.term)) }))
    .filter((each) => isAlike(each, sharedWeight(phrase, each.term, weights)))
    .filter((each, _, all) => !all.some((other) => standsFor(other, each)))
    .sort((a, b) => b.slots + b.matter - a.slots - a.matter || (a.term < b.term ? -1 : 1))
    .slice(0, MOST);
}

function likeness(own: Company, other: Company): Pick<Replacement, 'slots' | 'matter' | 'shared'> {
  return {
    slots: cosine(own.slots, other.slots),
    matter: cosine(own.matter, other.matter),
    shared: [...sharedKeys(own.slots, other.slots).slice(0, 3), ...sharedKeys(own.matter, other.matter).slice(0, 3)],
  };
}

/** Terms share characters that say something where these are such a part of the shorter one's weight. */
const RELATED = 0.2;

function isAlike({ slots, matter }: Pick<Replacement, 'slots' | 'matter'>, shared: number): boolean {
  const least = LEAST[shared >= RELATED ? 'related' : 'other'];
  return slots >= least.slots && matter >= least.matter && slots + matter >= least.both;
}

/** As large a part of a term's reports use the longer term: that is the one meant. */
const WHOLE = 0.75;

/** Whether `other` is to be shown in place of `each`: the longer of two where it is nearly as frequent, else the shorter. */
function standsFor(other: Moved, each: Moved): boolean {
  if (other.term === each.term) return false;
  const uses = ({ reports }: Moved): number => reports[0] + reports[1];
  if (other.term.includes(each.term)) return uses(other) >= WHOLE * uses(each);
  return each.term.includes(other.term) && uses(each) < WHOLE * uses(other);
}

type Moved = Omit<Replacement, 'slots' | 'matter' | 'shared'>;

/** The terms in enough reports whose share moved against the phrase, parts of longer ones left out. */
function movedTerms(turn: Turn, phrase: string, years: readonly number[], counts: TermCounts): Moved[] {
  const side = (year: number): 0 | 1 | null =>
    year >= turn.before[0] && year <= turn.before[1] ? 0 : year >= turn.after[0] && year <= turn.after[1] ? 1 : null;
  const sides = years.map(side);
  const of = [0, 1].map((group) => sides.filter((each) => each === group).length) as [number, number];
  const tested = [...counts.terms.keys()].flatMap((index) => {
    const term = counts.terms[index]!;
    const reports: [number, number] = [0, 0];
    for (let at = counts.starts[index]!; at < counts.starts[index + 1]!; at += 1) {
      const group = sides[counts.reports[at]!];
      if (group !== null && group !== undefined) reports[group] += 1;
    }
    if (reports[0] + reports[1] < FEWEST_REPORTS || term.includes(phrase) || phrase.includes(term)) return [];
    return [{ term, reports, p: fisherExact(reports[0], of[0], reports[1], of[1]) }];
  });
  const adjusted = adjustFalseDiscovery(tested.map(({ p }) => p));
  const [high, low] = turn.direction === 'came' ? ([0, 1] as const) : ([1, 0] as const);
  return tested.flatMap(({ term, reports }, index): Moved[] => {
    const share = [wilsonInterval(reports[0], of[0]), wilsonInterval(reports[1], of[1])] as const;
    const moved = share[high].estimate >= IN_USE && share[low].estimate <= LEFT * share[high].estimate;
    if (!moved || adjusted[index]! > LEVEL) return [];
    const relation = turn.direction === 'came' ? 'replaced' : 'replaced by';
    return [{ term, relation, turn, reports, of, share, q: adjusted[index]! }];
  });
}

/** How much each character says: ln of terms to terms that have it. */
function characterWeights(terms: readonly string[]): (character: string) => number {
  const spread = new Map<string, number>();
  for (const term of terms)
    for (const character of new Set(term)) spread.set(character, (spread.get(character) ?? 0) + 1);
  return (character) => Math.log((terms.length + 1) / (spread.get(character) ?? 1));
}

/** The weight of the characters that both have, as part of that of the lighter one. */
function sharedWeight(a: string, b: string, weightOf: (character: string) => number): number {
  const weigh = (characters: readonly string[]): number =>
    characters.reduce((sum, character) => sum + weightOf(character), 0);
  const [one, other] = [[...new Set(a)], [...new Set(b)]];
  return weigh(one.filter((character) => other.includes(character))) / Math.min(weigh(one), weigh(other));
}
