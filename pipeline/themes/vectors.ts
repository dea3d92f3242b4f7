/**
 * A point as words: those of its claim count twice, those of its sentences once. Both come in runs of neighbouring
 * words, which punctuation and function words part. `report` names the report that it stands in.
 */
export interface PointWords {
  readonly report: string;
  readonly claim: readonly (readonly string[])[];
  readonly body: readonly (readonly string[])[];
  /** Its best theme of the taxonomy, null where it has none. */
  readonly theme: string | null;
}

/** A vector of length one, as weights by word. */
export type Vector = ReadonlyMap<string, number>;

const CLAIM = 2;
/** What most points of a report share is its subject: weight shrinks with that share by this power. */
const SUBJECT_POWER = 3;
const SMOOTHING = 5;
/** A word that stands in one report only tells of no other. */
const LEAST_REPORTS = 2;

/** The TF-IDF vectors of points: idf over reports, and less for the words that are the subject of their own report. */
export function vectorsOf(points: readonly PointWords[]): Vector[] {
  const reports = new Set(points.map(({ report }) => report));
  const sizes = countBy(points, ({ report }) => [report]);
  const inReport = countBy(points, (point) => wordsOf(point).map((word) => `${point.report} ${word}`));
  const reportsWith = countBy([...reports], () => []);
  for (const key of inReport.keys()) {
    const word = key.slice(key.indexOf(' ') + 1);
    reportsWith.set(word, (reportsWith.get(word) ?? 0) + 1);
  }
  return points.map((point) => {
    const weights = new Map<string, number>();
    const inClaim = countBy(point.claim, (run) => run);
    const inBody = countBy(point.body, (run) => run);
    for (const word of wordsOf(point)) {
      const spread = reportsWith.get(word)!;
      if (spread < Math.min(LEAST_REPORTS, reports.size)) continue;
      const subject = (inReport.get(`${point.report} ${word}`)! - 1) / (sizes.get(point.report)! + SMOOTHING);
      const frequency = CLAIM * (inClaim.get(word) ?? 0) + (inBody.get(word) ?? 0);
      const idf = Math.log(1 + reports.size / spread);
      weights.set(word, (1 + Math.log(frequency)) * idf * (1 - subject) ** SUBJECT_POWER);
    }
    return normalized(weights);
  });
}

const wordsOf = ({ claim, body }: PointWords): string[] => [...new Set([...claim, ...body].flat())];

function countBy<T>(items: readonly T[], keys: (item: T) => readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) for (const key of keys(item)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** `weights` divided by their Euclidean length, the words in order so that sums do not depend on chance. */
export function normalized(weights: ReadonlyMap<string, number>): Vector {
  const length = Math.sqrt(Array.from(weights.values()).reduce((sum, weight) => sum + weight * weight, 0));
  return new Map(
    Array.from(weights, ([word, weight]) => [word, length === 0 ? 0 : weight / length] as const).sort(([a], [b]) =>
      a < b ? -1 : 1,
    ),
  );
}

/** The cosine of two vectors. */
export function cosine(a: Vector, b: Vector): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [word, weight] of small) sum += weight * (large.get(word) ?? 0);
  return sum;
}

/** The mean of vectors, of length one; its heaviest words only, where `most` says so. */
export function centroid(vectors: readonly Vector[], most = Number.POSITIVE_INFINITY): Vector {
  const sums = new Map<string, number>();
  for (const vector of vectors) {
    for (const [word, weight] of vector) sums.set(word, (sums.get(word) ?? 0) + weight);
  }
  const heaviest = Array.from(sums).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return normalized(new Map(heaviest.slice(0, most)));
}
