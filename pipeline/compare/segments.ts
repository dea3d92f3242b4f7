import type { YearCount } from './trend.ts';

/** A run of years whose reports raise a theme about as often as each other. */
export interface Segment {
  readonly first: number;
  readonly last: number;
  readonly reports: number;
  readonly raising: number;
  readonly share: number;
}

/**
 * Cuts the years, in rising order, where the share of reports that raise a theme jumps: the segments that make
 * Σ −ln L + k·ln N least, with L the binomial likelihood of each segment's share, k the number of cuts and N that of
 * reports (optimal partitioning, Jackson et al. 2005, IEEE Signal Process. Lett. 12:105–108; penalty of Yao 1988,
 * Stat. Probab. Lett. 6:181–189, two parameters a cut).
 */
export function segmentYears(years: readonly YearCount[]): Segment[] {
  const penalty = Math.log(
    Math.max(
      1,
      years.reduce((sum, { reports }) => sum + reports, 0),
    ),
  );
  const best: { cost: number; start: number }[] = [{ cost: -penalty, start: 0 }];
  for (let end = 1; end <= years.length; end += 1) {
    const options = Array.from({ length: end }, (_, start) => ({
      start,
      cost: best[start]!.cost + costOf(segmentOf(years.slice(start, end))) + penalty,
    }));
    best.push(options.reduce((least, option) => (option.cost < least.cost - 1e-12 ? option : least)));
  }
  const segments: Segment[] = [];
  for (let end = years.length; end > 0; end = best[end]!.start)
    segments.unshift(segmentOf(years.slice(best[end]!.start, end)));
  return segments;
}

function segmentOf(years: readonly YearCount[]): Segment {
  const reports = years.reduce((sum, year) => sum + year.reports, 0);
  const raising = years.reduce((sum, year) => sum + year.raising, 0);
  return {
    first: years[0]!.year,
    last: years.at(-1)!.year,
    reports,
    raising,
    share: reports === 0 ? 0 : raising / reports,
  };
}

/** Minus the log-likelihood of a segment's reports at its own share. */
function costOf({ reports, raising }: Segment): number {
  const term = (count: number): number => (count === 0 ? 0 : -count * Math.log(count / reports));
  return term(raising) + term(reports - raising);
}
