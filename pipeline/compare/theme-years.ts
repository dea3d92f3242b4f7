import { adjustFalseDiscovery } from './false-discovery.ts';
import { type Interval, wilsonInterval } from './intervals.ts';
import { gatherRaised, type Raised } from './raised.ts';
import { randomFrom, shuffle } from './random.ts';
import { type Segment, segmentYears } from './segments.ts';
import { LEVEL, type Status } from './themes.ts';
import { type Trend, trendTest, type YearCount } from './trend.ts';

/** A report with its year. */
export interface DatedReport {
  readonly id: string;
  readonly year: number;
}

/**
 * How often a theme is raised in a role from year to year. `first` and `last` are the years that raise it; `segments` the
 * runs of years of about the same share, so that their starts are the turning points; `p` says how often random years
 * would vary as much, `q` corrects it for all themes and roles that enough reports raise to be tested; null for the others
 * (a filter that does not look at the years, Bourgon et al. 2010, PNAS 107:9546–9551).
 */
export interface ThemeCourse {
  readonly theme: string;
  readonly role: string;
  readonly years: readonly (YearCount & { readonly share: Interval })[];
  readonly raising: number;
  readonly first: number;
  readonly last: number;
  readonly trend: Trend | null;
  readonly segments: readonly Segment[];
  readonly p: number;
  readonly q: number | null;
  readonly status: Status;
}

/** Random ways to try: as many as `MEMORY` year labels hold, within these bounds. */
const WAYS = [999, 9999] as const;
const MEMORY = 4_000_000;
const SEED = 20180;
/** So many random ways as far out as seen show that p is no small one. */
const ENOUGH = 60;

/** A course before it is judged beside the others. */
export type UnratedCourse = Omit<ThemeCourse, 'q' | 'status'>;

/** The course of every theme in every role over the years, the surest changes first. */
export const followThemes = (raised: readonly Raised[], reports: readonly DatedReport[]): readonly ThemeCourse[] =>
  rateCourses(coursesOf(raised, reports));

/** The course of every theme in every role over the years of the given reports. */
export function coursesOf(raised: readonly Raised[], reports: readonly DatedReport[]): UnratedCourse[] {
  const years = [...new Set(reports.map(({ year }) => year))].sort((a, b) => a - b);
  const yearOf = reports.map(({ year }) => years.indexOf(year));
  const shuffled = shuffledYears(yearOf);
  return gatherRaised(
    raised,
    reports.map(({ id }) => id),
  ).map((entry) => {
    const raisers = reports.flatMap(({ id }, index) => (entry.reports.has(id) ? [index] : []));
    const counts = countYears(years, yearOf, raisers);
    const raising = counts.filter((count) => count.raising > 0);
    return {
      theme: entry.theme,
      role: entry.role,
      years: counts.map((count) => ({ ...count, share: wilsonInterval(count.raising, count.reports) })),
      raising: raisers.length,
      first: raising[0]!.year,
      last: raising.at(-1)!.year,
      trend: trendTest(counts),
      segments: segmentYears(counts),
      p: variationTest(counts, raisers, shuffled),
    };
  });
}

/** Judges all courses together, the surest changes first. */
export function rateCourses<T extends UnratedCourse>(
  courses: readonly T[],
): readonly (T & Pick<ThemeCourse, 'q' | 'status'>)[] {
  const adjusted = adjustFalseDiscovery(courses.map(({ p, raising }) => (raising < FEWEST_RAISING ? null : p)));
  return courses
    .map((course, index) => ({
      ...course,
      q: adjusted[index] ?? null,
      status: statusOf(course, adjusted[index] ?? null),
    }))
    .sort((a, b) => (a.q ?? 2) - (b.q ?? 2) || b.raising - a.raising || (a.theme < b.theme ? -1 : 1));
}

/** Random assignments of the years to the reports, the same each time. */
function shuffledYears(yearOf: readonly number[]): readonly Uint16Array[] {
  const random = randomFrom(SEED);
  const ways = Math.min(WAYS[1], Math.max(WAYS[0], Math.floor(MEMORY / yearOf.length)));
  return Array.from({ length: ways }, () => Uint16Array.from(shuffle(yearOf, random)));
}

function countYears(years: readonly number[], yearOf: readonly number[], raisers: readonly number[]): YearCount[] {
  const [reports, raising] = [new Array<number>(years.length).fill(0), new Array<number>(years.length).fill(0)];
  for (const year of yearOf) reports[year]! += 1;
  for (const report of raisers) raising[yearOf[report]!]! += 1;
  return years.map((year, index) => ({ year, reports: reports[index]!, raising: raising[index]! }));
}

/**
 * How likely years without influence would vary as much, either in a trend, by |Σ rᵢ(xᵢ − x̄)| as Cochran–Armitage has it,
 * or in any other way, by Pearson's χ² of homogeneity, in which only Σ rᵢ²/nᵢ varies, over years joined until they have a
 * few reports: a permutation test of the years over reports for each, and twice the smaller p for looking twice
 * (Bonferroni).
 */
function variationTest(
  counts: readonly YearCount[],
  raisers: readonly number[],
  shuffled: readonly Uint16Array[],
): number {
  const total = counts.reduce((sum, { reports }) => sum + reports, 0);
  const mean = counts.reduce((sum, { year, reports }) => sum + year * reports, 0) / total;
  const spans = joinYears(counts);
  const measure = (raising: readonly number[]): readonly [number, number] => [
    Math.abs(raising.reduce((sum, count, index) => sum + count * (counts[index]!.year - mean), 0)),
    spans.reduce((sum, { first, end, reports }) => {
      let own = 0;
      for (let index = first; index < end; index += 1) own += raising[index]!;
      return sum + (own * own) / reports;
    }, 0),
  ];
  const seen = measure(counts.map(({ raising }) => raising));
  const extreme = [0, 0];
  let tried = 0;
  for (const yearOf of shuffled) {
    tried += 1;
    const raising = new Array<number>(counts.length).fill(0);
    for (const report of raisers) raising[yearOf[report]!]! += 1;
    for (const [index, value] of measure(raising).entries()) if (value >= seen[index]! - 1e-9) extreme[index]! += 1;
    if (Math.min(...extreme) >= ENOUGH) break;
  }
  return Math.min(1, (2 * (Math.min(...extreme) + 1)) / (tried + 1));
}

/** Spans of years need so many reports. */
const SPAN_REPORTS = 5;

/** Joins neighbouring years, by index, until each span has enough reports; what is left over joins the last span. */
function joinYears(
  counts: readonly YearCount[],
): readonly { readonly first: number; readonly end: number; readonly reports: number }[] {
  const spans: { first: number; end: number; reports: number }[] = [];
  for (const [index, { reports }] of counts.entries()) {
    const last = spans.at(-1);
    if (last && last.reports < SPAN_REPORTS) {
      last.end = index + 1;
      last.reports += reports;
    } else spans.push({ first: index, end: index + 1, reports });
  }
  const [before, last] = spans.slice(-2);
  if (!before || !last || last.reports >= SPAN_REPORTS) return spans;
  return [...spans.slice(0, -2), { first: before.first, end: last.end, reports: before.reports + last.reports }];
}

/** A share below this is as good as none. */
const ABSENT = 0.1;
/** A theme is back when it had fallen to less than this part of what it was and of what it is. */
const FALLEN = 0.5;
/** Fewer reports cannot show a course. */
const FEWEST_REPORTS = 6;
/** A theme that fewer reports raise is not tested. */
const FEWEST_RAISING = 5;

function statusOf(
  { years, segments, trend }: Pick<ThemeCourse, 'years' | 'segments' | 'trend'>,
  q: number | null,
): Status {
  if (q === null || years.length < 2 || years.reduce((sum, { reports }) => sum + reports, 0) < FEWEST_REPORTS)
    return 'few';
  if (q > LEVEL) return 'steady';
  const [first, last] = [segments[0]!.share, segments.at(-1)!.share];
  if (hasReturned(segments)) return 'returned';
  const rises = segments.length > 1 ? last > first : (trend?.slope ?? 0) > 0;
  if (rises) return segments.length > 1 && first < ABSENT ? 'new' : 'rising';
  return segments.length > 1 && last < ABSENT ? 'gone' : 'falling';
}

/** Whether the share fell far and rose far again by the last years. */
function hasReturned(segments: readonly Segment[]): boolean {
  const last = segments.at(-1)!.share;
  return segments.some(({ share }, index) => {
    const before = Math.max(0, ...segments.slice(0, index).map((segment) => segment.share));
    return share < FALLEN * before && share < FALLEN * last;
  });
}
