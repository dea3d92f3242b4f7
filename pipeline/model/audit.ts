import type { Statistic } from './statistic.ts';

/** What an audit can find, in the order in which findings are shown. */
export const AUDIT_KINDS = [
  'parts',
  'share',
  'change',
  'percent_sum',
  'same_report',
  'across_reports',
  'impossible',
] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

/**
 * How sure a finding is: `error` contradicts itself beyond rounding, `warning` may have an explanation, `doubtful` often
 * has one and is shown on request only, `confirmed` says that the figures were checked and agree.
 */
export const AUDIT_SEVERITIES = ['error', 'warning', 'doubtful', 'confirmed'] as const;
export type AuditSeverity = (typeof AUDIT_SEVERITIES)[number];

/**
 * One finding of the audit (核对). `statistics` are seqs in the report, the whole or the claim first; `arithmetic`
 * spells the sum out in Chinese; `expected` is what follows from the other figures.
 */
export interface AuditFinding {
  readonly kind: AuditKind;
  readonly severity: AuditSeverity;
  readonly statistics: readonly number[];
  readonly sentences: readonly number[];
  readonly arithmetic: string;
  readonly stated: number | null;
  readonly expected: number | null;
}

/** A statistic with the report and the words of the sentence it stands in, as the audit over all reports reads it. */
export interface CorpusRow {
  readonly report: string;
  readonly text: string;
  readonly place: string | null;
  readonly statistic: Statistic;
}

/** The same indicator of the same place and year with values that differ between reports. */
export interface CorpusFinding {
  readonly kind: 'across_reports';
  readonly severity: Exclude<AuditSeverity, 'confirmed'>;
  readonly rows: readonly CorpusRow[];
  readonly arithmetic: string;
}
