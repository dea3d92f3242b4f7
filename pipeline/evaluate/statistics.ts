/** The fields of a quantity that are scored, of a prediction and of gold alike. */
export interface ScoredQuantity {
  readonly surface: string;
  readonly value: number | null;
  readonly valueMax: number | null;
  readonly unit: string;
  readonly qualifier: string;
  readonly direction: 'up' | 'down' | null;
  readonly subject: string;
}

/** How many quantities gold has, how many were predicted, and how many predictions are right on a level. */
export interface Counts {
  readonly gold: number;
  readonly predicted: number;
  readonly right: number;
}

/**
 * Levels of scoring. `span`: a prediction shares the gold quantity's place. `value`: and its value and qualifier.
 * `unit`: and its unit. `subject_partial`: the subjects share at least half of the longer one's characters.
 * `subject_exact`: they are equal. `direction`: of the changes that gold states (`gold`), those found with their direction.
 */
export const LEVELS = ['span', 'value', 'unit', 'subject_partial', 'subject_exact', 'direction'] as const;
export type Level = (typeof LEVELS)[number];

type Pair = readonly [gold: ScoredQuantity, predicted: ScoredQuantity];

/** A fraction that gold rounds (0.3333) equals the exact one. */
const TOLERANCE = 5e-4;

/**
 * Scores the quantities of one sentence. Both lists are in the order of the text; surfaces are compared without white
 * space and with half-width signs, and a prediction stands for one gold quantity at most.
 */
export function scoreStatistics(
  sentence: string,
  predicted: readonly ScoredQuantity[],
  gold: readonly ScoredQuantity[],
): Readonly<Record<Level, Counts>> {
  const pairs = aligned(sentence, predicted, gold);
  const valued = pairs.filter(([a, b]) => isSameValue(a, b) && a.qualifier === b.qualifier);
  const changes = gold.filter(({ direction }) => direction !== null);
  const counts = (right: number): Counts => ({ gold: gold.length, predicted: predicted.length, right });
  return {
    span: counts(pairs.length),
    value: counts(valued.length),
    unit: counts(valued.filter(([a, b]) => plain(a.unit) === plain(b.unit)).length),
    subject_partial: counts(pairs.filter(([a, b]) => overlap(plain(a.subject), plain(b.subject)) >= 0.5).length),
    subject_exact: counts(pairs.filter(([a, b]) => plain(a.subject) === plain(b.subject)).length),
    direction: {
      gold: changes.length,
      predicted: predicted.filter(({ direction }) => direction !== null).length,
      right: pairs.filter(([a, b]) => a.direction !== null && a.direction === b.direction).length,
    },
  };
}

/** Adds the counts of many sentences. */
export const addCounts = (a: Counts, b: Counts): Counts => ({
  gold: a.gold + b.gold,
  predicted: a.predicted + b.predicted,
  right: a.right + b.right,
});

/** Precision, recall and their harmonic mean; 1 where there is nothing to find and nothing was found. */
export function rates({ gold, predicted, right }: Counts): { precision: number; recall: number; f1: number } {
  const precision = predicted === 0 ? 1 : right / predicted;
  const recall = gold === 0 ? 1 : right / gold;
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** Equal surfaces are paired first, in order; then those that share a character of the sentence. */
function aligned(sentence: string, predicted: readonly ScoredQuantity[], gold: readonly ScoredQuantity[]): Pair[] {
  const text = plain(sentence);
  const golds = placed(text, gold);
  const predictions = placed(text, predicted);
  const pairs: Pair[] = [];
  for (const fits of [isSamePlace, isSameSurface, doOverlap]) {
    for (const g of golds) {
      if (g.taken) continue;
      const p = predictions.find((candidate) => !candidate.taken && fits(g, candidate));
      if (!p) continue;
      g.taken = true;
      p.taken = true;
      pairs.push([g.quantity, p.quantity]);
    }
  }
  return pairs;
}

interface Placed {
  readonly quantity: ScoredQuantity;
  readonly start: number;
  readonly end: number;
  taken: boolean;
}

/** Finds each surface in turn, behind the one before it where it can. */
function placed(text: string, quantities: readonly ScoredQuantity[]): Placed[] {
  let from = 0;
  return quantities.map((quantity) => {
    const surface = plain(quantity.surface);
    const next = text.indexOf(surface, from);
    const start = next >= 0 ? next : text.indexOf(surface);
    if (next >= 0) from = next + surface.length;
    return { quantity, start, end: start + surface.length, taken: false };
  });
}

const isSameSurface = (a: Placed, b: Placed): boolean => plain(a.quantity.surface) === plain(b.quantity.surface);
const isSamePlace = (a: Placed, b: Placed): boolean => a.start === b.start && isSameSurface(a, b);
const doOverlap = (a: Placed, b: Placed): boolean => a.start >= 0 && b.start >= 0 && a.start < b.end && b.start < a.end;

const isSameValue = (a: ScoredQuantity, b: ScoredQuantity): boolean =>
  isClose(a.value, b.value) && isClose(a.valueMax, b.valueMax);

const isClose = (a: number | null, b: number | null): boolean =>
  a === b || (a !== null && b !== null && Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b)));

/** The share of the longer string's characters that the other has too, each counted as often as it occurs. */
function overlap(a: string, b: string): number {
  const left = new Map<string, number>();
  for (const character of a) left.set(character, (left.get(character) ?? 0) + 1);
  let shared = 0;
  for (const character of b) {
    const rest = left.get(character) ?? 0;
    if (rest > 0) {
      shared++;
      left.set(character, rest - 1);
    }
  }
  return shared / Math.max(a.length, b.length, 1);
}

const plain = (text: string): string =>
  text
    .replace(/\s+/g, '')
    .replace(/[\uFF01-\uFF5E]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
