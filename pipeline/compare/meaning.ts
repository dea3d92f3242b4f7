/** A point as comparisons read it: its claim, the text that carries it out, and its themes with their scores. */
export interface ComparedPoint {
  readonly id: string;
  readonly report: string;
  readonly role: string;
  readonly label: string;
  readonly text: string;
  readonly themes: ReadonlyMap<string, number>;
}

/**
 * What speaks for two points saying the same, each from 0 to 1; `themes` is null where one of them has no theme, and
 * says then nothing either way.
 */
export interface Likeness {
  readonly themes: number | null;
  readonly subject: number;
  readonly meaning: number;
  readonly wording: number;
}

/** Compares two points of those that it was made from; `subjectOf` tells whether two reports are on one subject. */
export interface LikenessOf {
  (a: ComparedPoint, b: ComparedPoint): Likeness;
  readonly subjectOf: (reportA: string, reportB: string) => number;
}

/** A claim counts as often as that in the vector of its point: it says what the rest only carries out. */
const LABEL_WEIGHT = 3;

/**
 * Prepares the comparison of points. `themes`: the score of the theme that both have most; `subject`: whether their
 * reports are on one subject; `meaning`: cosine of the bigrams of claim and text; `wording`: Dice coefficient of the
 * claims' bigrams. Cosines are of character bigrams weighed by (1 + ln tf)·ln((N + 1)/df) (Salton & Buckley 1988, Inf.
 * Process. Manage. 24:513–523), bigrams standing for words as is usual for Chinese (Nie et al. 2000, Inf. Process.
 * Manage. 36:443–462).
 */
export function compareMeaning(points: readonly ComparedPoint[]): LikenessOf {
  const counts = new Map(points.map((point) => [point, countsOf(point)]));
  const meaningOf = vectorsOf(counts);
  const reports = new Map<string, Map<string, number>>();
  for (const { report, label, text } of points) {
    const all = reports.get(report) ?? new Map<string, number>();
    reports.set(report, all);
    for (const gram of bigrams(`${label}。${text}`)) all.set(gram, (all.get(gram) ?? 0) + 1);
  }
  const subjects = vectorsOf(reports);
  const known = new Map<string, number>();
  const subjectOf = (one: string, other: string): number => {
    const key = one < other ? `${one} ${other}` : `${other} ${one}`;
    const subject = known.get(key) ?? sameSubject(dot(subjects(one), subjects(other)));
    known.set(key, subject);
    return subject;
  };
  const likenessOf = (a: ComparedPoint, b: ComparedPoint): Likeness => ({
    themes: sharedTheme(a.themes, b.themes),
    subject: subjectOf(a.report, b.report),
    meaning: dot(meaningOf(a), meaningOf(b)),
    wording: dice(bigrams(a.label), bigrams(b.label)),
  });
  return Object.assign(likenessOf, { subjectOf });
}

/** A cosine of two reports of which half are on one subject, and how steeply that rises. */
const HALF_SUBJECT = 0.04;
const STEEPNESS = 3;

/** How surely reports of this cosine are on one subject (Hill's curve). */
const sameSubject = (cosine: number): number => {
  const power = (cosine / HALF_SUBJECT) ** STEEPNESS;
  return power / (power + 1);
};

/** Unit vectors of things by the counts of what they hold, each made when it is first asked for. */
function vectorsOf<T>(counts: ReadonlyMap<T, ReadonlyMap<string, number>>): (thing: T) => ReadonlyMap<string, number> {
  const frequency = new Map<string, number>();
  for (const count of counts.values())
    for (const gram of count.keys()) frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
  const vectors = new Map<T, ReadonlyMap<string, number>>();
  return (thing) => {
    const known = vectors.get(thing) ?? unitVector(counts.get(thing) ?? new Map(), frequency, counts.size);
    vectors.set(thing, known);
    return known;
  };
}

function countsOf({ label, text }: ComparedPoint): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (gram: string, weight: number): void => void counts.set(gram, (counts.get(gram) ?? 0) + weight);
  for (const gram of bigrams(label)) add(gram, LABEL_WEIGHT);
  for (const gram of bigrams(text)) add(gram, 1);
  return counts;
}

/** The pairs of neighbouring Han characters. */
function bigrams(text: string): string[] {
  return (text.match(/\p{Script=Han}+/gu) ?? []).flatMap((run) =>
    Array.from({ length: Math.max(0, run.length - 1) }, (_, index) => run.slice(index, index + 2)),
  );
}

function unitVector(
  counts: ReadonlyMap<string, number>,
  frequency: ReadonlyMap<string, number>,
  total: number,
): Map<string, number> {
  const weights = [...counts].map(([gram, count]): [string, number] => [
    gram,
    (1 + Math.log(count)) * Math.log((total + 1) / (frequency.get(gram) ?? 1)),
  ]);
  const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
  return new Map(weights.map(([gram, weight]) => [gram, weight / length]));
}

function dot(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  if (a.size > b.size) return dot(b, a);
  let sum = 0;
  for (const [gram, weight] of a) sum += weight * (b.get(gram) ?? 0);
  return sum;
}

/** A point of more themes says each of them less. */
const FEW_THEMES = 2;

function sharedTheme(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number | null {
  if (a.size === 0 || b.size === 0) return null;
  const shared = Math.max(0, ...[...a].map(([theme, score]) => Math.min(score, b.get(theme) ?? 0)));
  return (shared * FEW_THEMES) / Math.max(FEW_THEMES, a.size, b.size);
}

function dice(a: readonly string[], b: readonly string[]): number {
  const rest = new Map<string, number>();
  for (const gram of a) rest.set(gram, (rest.get(gram) ?? 0) + 1);
  let shared = 0;
  for (const gram of b) {
    const left = rest.get(gram) ?? 0;
    if (left > 0) shared += 1;
    rest.set(gram, left - 1);
  }
  return a.length + b.length === 0 ? 0 : (2 * shared) / (a.length + b.length);
}
