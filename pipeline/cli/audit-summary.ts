import type { AuditSeverity } from '../model/audit.ts';
import type { StoredFinding } from '../store/audit.ts';
import { count } from './tally.ts';

/** Nouns of the severities, and the option that lists those that are not shown without it. */
const NOUNS: Readonly<Record<AuditSeverity, string>> = {
  error: 'error',
  warning: 'warning',
  doubtful: 'doubtful finding',
  confirmed: 'confirmed sum',
};

/** “2 warnings in 1 report; not shown: 3 doubtful findings (--doubtful)”. */
export function summaryLine(findings: readonly StoredFinding[], shown: ReadonlySet<AuditSeverity>): string {
  const numberOf = (severity: AuditSeverity): number => findings.filter((each) => each.severity === severity).length;
  const counted = [...shown].filter((severity) => numberOf(severity) > 0);
  const reports = new Set(findings.filter(({ severity }) => shown.has(severity)).map((each) => each.report_id)).size;
  const hidden = (['doubtful', 'confirmed'] as const).filter((each) => !shown.has(each) && numberOf(each) > 0);
  const head =
    counted.length === 0
      ? 'No figures contradict each other'
      : `${counted.map((each) => count(numberOf(each), NOUNS[each])).join(', ')} in ${count(reports, 'report')}`;
  const rest = hidden.map((each) => `${count(numberOf(each), NOUNS[each])} (--${each})`);
  return rest.length === 0 ? head : `${head}; not shown: ${rest.join(', ')}`;
}
