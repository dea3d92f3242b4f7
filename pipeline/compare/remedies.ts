import type { Raised } from './raised.ts';
import type { Pair } from './terms.ts';
import { coursesOf, type DatedReport, rateCourses, type ThemeCourse } from './theme-years.ts';
import { compareShares, type Difference } from './themes.ts';

/** A report in which a countermeasure with the theme `remedy` answers a problem with the theme `problem`. */
export interface Answered {
  readonly problem: string;
  readonly remedy: string;
  readonly report: string;
}

/**
 * How differently two groups of reports answer the same problem: of the reports that raise the problem (`of`), so many
 * (`reports`) answer it with the remedy. Figures as in `ThemeDifference`; q is corrected over all problems and remedies.
 */
export interface RemedyDifference extends Difference {
  readonly problem: string;
  readonly remedy: string;
}

/** A problem that fewer reports of a group raise is not compared. */
const FEWEST_REPORTS = 2;

/**
 * Compares the remedies of every problem that both groups raise: the share of the reports raising it that answer it so,
 * by Fisher's exact test over reports with Benjamini–Hochberg correction over all pairs of problem and remedy that could
 * have shown a difference. The largest differences first.
 */
export function compareRemedies(
  raised: readonly Raised[],
  answered: readonly Answered[],
  from: readonly string[],
  to: readonly string[],
): readonly RemedyDifference[] {
  const raisers = raisersOf(raised);
  const counted = [...pairsOf(answered)].flatMap(([, { problem, remedy, reports }]) => {
    const raising = raisers.get(problem) ?? new Set();
    const groups = [from, to].map((group) => group.filter((id) => raising.has(id)));
    const count = (count: (group: readonly string[]) => number): Pair<number> => [count(groups[0]!), count(groups[1]!)];
    const of = count((group) => group.length);
    const using = count((group) => group.filter((id) => reports.has(id)).length);
    return Math.min(...of) < FEWEST_REPORTS || using[0] + using[1] === 0
      ? []
      : [{ problem, remedy, of, reports: using }];
  });
  return compareShares(counted);
}

/** How often a problem is answered by a remedy from year to year, of the reports that raise it. */
export interface RemedyCourse extends Omit<ThemeCourse, 'theme' | 'role'> {
  readonly problem: string;
  readonly remedy: string;
}

/** The course of every remedy of every problem over the years, the surest changes first. */
export function followRemedies(
  raised: readonly Raised[],
  answered: readonly Answered[],
  reports: readonly DatedReport[],
): readonly RemedyCourse[] {
  const courses = [...raisersOf(raised)].flatMap(([problem, raising]) => {
    const own = answered
      .filter((each) => each.problem === problem)
      .map(({ remedy, report }) => ({ theme: remedy, role: problem, report }));
    const inside = reports.filter(({ id }) => raising.has(id));
    return own.length === 0 || inside.length === 0 ? [] : coursesOf(own, inside);
  });
  return rateCourses(courses).map(({ theme, role, ...course }) => ({ ...course, problem: role, remedy: theme }));
}

/** The reports that raise each problem. */
function raisersOf(raised: readonly Raised[]): ReadonlyMap<string, ReadonlySet<string>> {
  const raisers = new Map<string, Set<string>>();
  for (const { theme, role, report } of raised)
    if (role === 'problem') raisers.set(theme, (raisers.get(theme) ?? new Set()).add(report));
  return new Map([...raisers].sort(([a], [b]) => (a < b ? -1 : 1)));
}

interface Remedied {
  readonly problem: string;
  readonly remedy: string;
  readonly reports: Set<string>;
}

/** The reports that answer each problem with each remedy, by both. */
function pairsOf(answered: readonly Answered[]): ReadonlyMap<string, Remedied> {
  const pairs = new Map<string, Remedied>();
  for (const { problem, remedy, report } of answered) {
    const key = `${problem}\t${remedy}`;
    const pair = pairs.get(key) ?? { problem, remedy, reports: new Set<string>() };
    pair.reports.add(report);
    pairs.set(key, pair);
  }
  return new Map([...pairs].sort(([a], [b]) => (a < b ? -1 : 1)));
}
