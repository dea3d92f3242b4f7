import { AUDIT_KINDS, type AuditFinding } from '../model/audit.ts';
import type { Report } from '../model/report.ts';
import type { Statistic } from '../model/statistic.ts';
import { auditChanges } from './audit-changes.ts';
import { auditImpliedShares } from './audit-implied.ts';
import { auditIndicators } from './audit-indicators.ts';
import { auditParts } from './audit-parts.ts';
import { auditShares } from './audit-shares.ts';
import { auditValues } from './audit-values.ts';

/**
 * What the figures of a report say about each other: sums, shares and changes that do not follow, values that cannot
 * be or that differ from place to place; and, as `confirmed`, those that were checked and agree. `statistics` must be
 * all of the report's, so that a row's `seq` is its index.
 */
export function auditReport(report: Report, statistics: readonly Statistic[]): AuditFinding[] {
  const findings = [
    ...auditParts(report, statistics),
    ...auditShares(report, statistics),
    ...auditImpliedShares(report, statistics),
    ...auditChanges(report, statistics),
    ...auditValues(report, statistics),
    ...auditIndicators(report, statistics),
  ];
  return findings.sort(
    (a, b) => AUDIT_KINDS.indexOf(a.kind) - AUDIT_KINDS.indexOf(b.kind) || a.statistics[0]! - b.statistics[0]!,
  );
}
