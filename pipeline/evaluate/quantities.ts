import type { AlignedSentence, MinedStatistic } from './align.ts';
import { bareText } from './bare.ts';
import type { GoldStatistic } from './gold.ts';
import { type Score, scoreOf } from './roles.ts';

/**
 * How much of a quantity has to be right; each level asks for all of the one before, but for the last. `span`: a mined
 * quantity shares characters with it. `subject partial`: the characters that the two subjects have in common, twice, are at
 * least half of the characters of both (Dice). `direction`: of the changes that gold states, those found with their direction.
 */
export const QUANTITY_LEVELS = [
  'span',
  'value',
  'value+unit+qualifier',
  'subject partial',
  'subject exact',
  'direction',
] as const;
export type QuantityLevel = (typeof QUANTITY_LEVELS)[number];

/** A quantity of the gold with the one that was mined at its place; either is null where the other stands alone. */
export interface QuantityPair {
  readonly gold: GoldStatistic | null;
  readonly mined: MinedStatistic | null;
}

/** Pairs the quantities of a sentence whose characters overlap, those that share most first; each is used once. */
export function pairQuantities({ gold, statistics }: Pick<AlignedSentence, 'gold' | 'statistics'>): QuantityPair[] {
  const placed = placeQuantities(gold.text, gold.stats);
  const candidates = placed
    .flatMap((one, g) => statistics.map((other, m) => ({ g, m, likeness: likeness(one, other) })))
    .filter((each) => each.likeness > 0)
    .sort((a, b) => b.likeness - a.likeness || a.g - b.g || a.m - b.m);
  const ofGold = new Map<number, number>();
  const taken = new Set<number>();
  for (const { g, m } of candidates) {
    if (ofGold.has(g) || taken.has(m)) continue;
    ofGold.set(g, m);
    taken.add(m);
  }
  const found = gold.stats.map((each, g) => ({ gold: each, mined: statistics[ofGold.get(g) ?? -1] ?? null }));
  return [...found, ...statistics.filter((_, m) => !taken.has(m)).map((mined) => ({ gold: null, mined }))];
}

interface Placed {
  readonly start: number;
  readonly end: number;
}

/** Where the quantities stand among the bare characters of their sentence, in order; empty where they do not. */
function placeQuantities(text: string, stats: readonly GoldStatistic[]): Placed[] {
  const { characters } = bareText(text);
  let from = 0;
  return stats.map(({ surface }) => {
    const wanted = bareText(surface).characters;
    const start = indexOf(characters, wanted, from);
    if (start >= 0) from = start + wanted.length;
    const place = start >= 0 ? start : indexOf(characters, wanted, 0);
    return place < 0 ? { start: 0, end: 0 } : { start: place, end: place + wanted.length };
  });
}

function indexOf(text: readonly string[], wanted: readonly string[], from: number): number {
  for (let start = from; start + wanted.length <= text.length; start += 1)
    if (wanted.every((character, index) => text[start + index] === character)) return start;
  return -1;
}

/** Shared characters divided by all characters of two spans (Jaccard). */
function likeness(a: Placed, b: Placed): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared <= 0 ? 0 : shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

/** Precision, recall and F1 at every level. For `direction` only quantities that have one count. */
export function scoreQuantities(pairs: readonly QuantityPair[]): ReadonlyMap<QuantityLevel, Score> {
  return new Map(
    QUANTITY_LEVELS.map((level) => {
      const counted = (side: GoldStatistic | MinedStatistic | null): boolean =>
        side !== null && (level !== 'direction' || side.direction !== null);
      const gold = pairs.filter((pair) => counted(pair.gold)).length;
      const mined = pairs.filter((pair) => counted(pair.mined)).length;
      const right = pairs.filter(({ gold: one, mined: other }) => one && other && agrees(level, one, other)).length;
      return [level, scoreOf(right, mined - right, gold - right)];
    }),
  );
}

function agrees(level: QuantityLevel, gold: GoldStatistic, mined: MinedStatistic): boolean {
  const sameValue = equal(gold.value, mined.value) && equal(gold.value_max, mined.valueMax);
  const sameFrame = unit(gold.unit) === unit(mined.unit) && gold.qualifier === mined.qualifier;
  switch (level) {
    case 'span':
      return true;
    case 'value':
      return sameValue;
    case 'value+unit+qualifier':
      return sameValue && sameFrame;
    case 'subject partial':
      return sameValue && sameFrame && overlapOf(gold.subject, mined.subject) >= PARTIAL;
    case 'subject exact':
      return sameValue && sameFrame && subject(gold.subject).join('') === subject(mined.subject).join('');
    case 'direction':
      return gold.direction !== null && gold.direction === mined.direction;
  }
}

/** Equal within rounding of what a third or a sum of tenths cannot hold. */
const equal = (a: number | null, b: number | null): boolean =>
  a === null || b === null ? a === b : Math.abs(a - b) <= 1e-4 * Math.max(1e-9, Math.abs(a), Math.abs(b));

const unit = (written: string): string => written.normalize('NFKC').replace(/^个百分点$/, '百分点');

/** The least overlap of characters that makes two subjects partly the same. */
const PARTIAL = 0.5;

/** The overlap of characters, 2·|common| ÷ (|a| + |b|), each counted as often as both have it (Dice); 1 for two empty ones. */
function overlapOf(a: string, b: string): number {
  const [left, right] = [subject(a), subject(b)];
  const rest = new Map<string, number>();
  for (const character of left) rest.set(character, (rest.get(character) ?? 0) + 1);
  let common = 0;
  for (const character of right) {
    const count = rest.get(character) ?? 0;
    if (count > 0) common += 1;
    rest.set(character, count - 1);
  }
  const all = left.length + right.length;
  return all === 0 ? 1 : (2 * common) / all;
}

/** The characters of a subject without white space, full-width digits and letters as half-width ones. */
const subject = (written: string): readonly string[] => bareText(written.normalize('NFKC')).characters;
