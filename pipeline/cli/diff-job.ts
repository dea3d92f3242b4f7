import { type Group, nameGroup, yearGroup } from '../compare/groups.ts';
import type { Config } from '../config.ts';
import { Fault } from '../model/fault.ts';
import type { Role } from '../model/role.ts';
import { type Grouping, type ReportHead, reportHeads } from '../store/groups.ts';
import type { Store } from '../store/open.ts';
import type { Io } from './io.ts';

/** What `diff` has to compare; `role` null for all roles, `from` and `to` null for all years, `remedies` to compare how problems are answered. */
export interface DiffJob {
  readonly store: Store;
  readonly config: Config;
  readonly io: Io;
  readonly by: Grouping;
  readonly role: Role | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly copies: boolean;
  readonly remedies: boolean;
}

/** A group of reports under its label. */
export interface ReportGroup {
  readonly label: string;
  readonly reports: readonly ReportHead[];
}

/**
 * The two groups that `from` and `to` name; null where neither is given.
 * @throws Fault where only one is given, a report is in both, or one is empty.
 */
export async function twoGroups(job: DiffJob): Promise<readonly [ReportGroup, ReportGroup] | null> {
  const { from, to, by } = job;
  if (from === null && to === null) return null;
  if (from === null || to === null)
    throw new Fault(`--from and --to go together: name both groups, or neither`, 'usage');
  const heads = await reportHeads(job.store, job.copies);
  const [one, other] = [groupOf(from, job, heads), groupOf(to, job, heads)];
  const both = one.reports.find((report) => other.reports.includes(report));
  if (both)
    throw new Fault(`“${from}” and “${to}” share reports (${both.title}): compare ${by}s that do not overlap`, 'usage');
  return [one, other];
}

function groupOf(written: string, { by }: DiffJob, heads: readonly ReportHead[]): ReportGroup {
  const group: Group = by === 'year' ? yearGroup(written) : nameGroup(written);
  const reports = heads.filter((head) => group.holds(head[by]));
  if (reports.length === 0) throw new Fault(`no report has the ${by} “${written}”: there are ${known(by, heads)}`);
  return { label: group.label, reports };
}

/** The values that the reports have, as a hint: first and last of years, some of names. */
function known(by: Grouping, heads: readonly ReportHead[]): string {
  const values = [...new Set(heads.map((head) => head[by]).filter((value) => value !== null))];
  if (values.length === 0) return 'none';
  if (by === 'year') return `${values[0]} to ${values.at(-1)}`;
  return `${values.slice(0, 8).join(', ')}${values.length > 8 ? ' …' : ''}`;
}
