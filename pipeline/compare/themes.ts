import { adjustFalseDiscovery } from './false-discovery.ts';
import { fisherExact } from './fisher.ts';
import { type Interval, riskRatio, shareDifference, wilsonInterval } from './intervals.ts';
import { gatherRaised, type Raised } from './raised.ts';
import type { Pair } from './terms.ts';

/** How a theme fares. `few`: so few reports that no difference, however large, could be told from chance. */
export const STATUSES = ['new', 'rising', 'steady', 'falling', 'gone', 'returned', 'few'] as const;
export type Status = (typeof STATUSES)[number];

/** The false discovery rate that what is called a change keeps. */
export const LEVEL = 0.05;

/**
 * How a theme differs between two groups of reports. `reports` of `of` raise it; `difference` is that of the shares and
 * `ratio` their ratio, the second group's to the first's; `p` of Fisher's exact test over reports, `q` corrected for all
 * themes and roles that could have shown a difference at all. `q` is null, and the status `few`, where so few reports raise the
 * theme, or there are so few, that no split of them would have been significant (Tarone 1990, Biometrics 46:515–522).
 */
export interface ThemeDifference {
  readonly theme: string;
  readonly role: string;
  readonly reports: Pair<number>;
  readonly of: Pair<number>;
  readonly share: Pair<Interval>;
  readonly difference: Interval;
  readonly ratio: Interval;
  readonly p: number;
  readonly q: number | null;
  readonly status: Status;
}

/** Compares how often two groups of reports raise each theme in each role; the largest differences first. */
export function compareThemes(
  raised: readonly Raised[],
  from: readonly string[],
  to: readonly string[],
): readonly ThemeDifference[] {
  const of: Pair<number> = [from.length, to.length];
  return compareShares(
    gatherRaised(raised, [...from, ...to]).map(({ theme, role, reports }) => ({
      theme,
      role,
      of,
      reports: [from.filter((id) => reports.has(id)).length, to.filter((id) => reports.has(id)).length] as const,
    })),
  );
}

/** What is known of a share in two groups before it is tested. */
interface Counted {
  readonly reports: Pair<number>;
  readonly of: Pair<number>;
}

/** The figures of a difference, whatever it is a difference of. */
export type Difference = Omit<ThemeDifference, 'theme' | 'role'>;

/** Tests all shares together; the largest differences first. */
export function compareShares<T extends Counted>(counted: readonly T[]): readonly (T & Difference)[] {
  const differences = counted.map((each) => ({ ...each, ...figuresOf(each) }));
  const adjusted = adjustFalseDiscovery(differences.map((each) => (leastP(each) > LEVEL ? null : each.p)));
  return differences
    .map((difference, index) => ({
      ...difference,
      q: adjusted[index]!,
      status: statusOf(difference, adjusted[index] ?? null),
    }))
    .sort((a, b) => (a.q ?? 2) - (b.q ?? 2) || Math.abs(b.difference.estimate) - Math.abs(a.difference.estimate));
}

function figuresOf({ reports: [a, b], of: [n, m] }: Counted): Omit<Difference, 'reports' | 'of' | 'q' | 'status'> {
  return {
    share: [wilsonInterval(a, n), wilsonInterval(b, m)],
    difference: shareDifference(b, m, a, n),
    ratio: riskRatio(b, m, a, n),
    p: fisherExact(a, n, b, m),
  };
}

/** The least p that reports split as they are could have given, all that raise the theme on one side. */
function leastP({ reports, of: [n, m] }: Counted): number {
  const raising = reports[0] + reports[1];
  const [mostA, mostB] = [Math.min(raising, n), Math.min(raising, m)];
  return Math.min(fisherExact(mostA, n, raising - mostA, m), fisherExact(raising - mostB, n, mostB, m));
}

function statusOf(
  { reports: [a, b], difference }: Pick<ThemeDifference, 'reports' | 'difference'>,
  q: number | null,
): Status {
  if (q === null) return 'few';
  if (q > LEVEL) return 'steady';
  if (difference.estimate > 0) return a === 0 ? 'new' : 'rising';
  return b === 0 ? 'gone' : 'falling';
}
