/** A quantity as it is set beside another; `place` is where it stands. */
export interface Figure {
  readonly surface: string;
  readonly subject: string;
  readonly value: number | null;
  readonly unit: string;
  readonly sentence: string;
  /** Whether it is aimed at, not reached. */
  readonly isTarget: boolean;
  /** Years from that of its report to the one it is of; null where the sentence does not say. */
  readonly lag: number | null;
}

/** The same indicator in two reports; `ratio` is the second value to the first, null where there is none to give. */
export interface FigurePair<T extends Figure> {
  readonly a: T;
  readonly b: T;
  readonly ratio: number | null;
}

/**
 * Pairs the figures of two reports that measure the same in the same unit: equal subjects first, then those of which one
 * ends with the other (全县乡镇干部 and 乡镇干部), each figure once, in the order of the first report. A target is never set beside
 * what was reached, nor a figure of last year beside one of this year.
 */
export function pairFigures<T extends Figure>(a: readonly T[], b: readonly T[]): FigurePair<T>[] {
  const taken = new Set<T>();
  const pairs = new Map<T, T>();
  for (const isSame of [(x: string, y: string) => x === y, endsAlike]) {
    for (const one of a) {
      if (pairs.has(one) || one.subject === '') continue;
      const other = b.find((each) => !taken.has(each) && isComparable(one, each) && isSame(one.subject, each.subject));
      if (!other) continue;
      pairs.set(one, other);
      taken.add(other);
    }
  }
  return a.flatMap((one) => {
    const other = pairs.get(one);
    return other ? [{ a: one, b: other, ratio: ratioOf(one.value, other.value) }] : [];
  });
}

const isComparable = (a: Figure, b: Figure): boolean =>
  a.unit === b.unit && a.isTarget === b.isTarget && (a.lag === null || b.lag === null || a.lag === b.lag);

/** Whether the shorter subject, of three characters or more, is the end of the longer one. */
function endsAlike(x: string, y: string): boolean {
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  return short.length >= 3 && long.endsWith(short);
}

const ratioOf = (a: number | null, b: number | null): number | null =>
  a === null || b === null || a === 0 ? null : b / a;
