import type { Span } from './span.ts';

export const QUALIFIERS = ['exact', 'approx', 'at_least', 'at_most', 'masked'] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

export const STATISTIC_KINDS = ['count', 'percent', 'money', 'duration', 'age', 'ratio', 'multiple', 'other'] as const;
export type StatisticKind = (typeof STATISTIC_KINDS)[number];

/**
 * One quantity (统计数字) that a sentence states. The span frames `surface` in the report's text. `value` is in base
 * units (万 and 亿 folded in; per cent stay per cent), null where masked or vague; `valueMax` for ranges only.
 */
export interface Statistic extends Span {
  readonly sentence: number;
  readonly seq: number;
  readonly value: number | null;
  readonly valueMax: number | null;
  readonly unit: string;
  readonly kind: StatisticKind;
  readonly qualifier: Qualifier;
  readonly direction: 'up' | 'down' | null;
  readonly subject: string;
  readonly year: number | null;
}

/** A document named in 《》, with who issued it and when as far as the sentence says. */
export interface Citation extends Span {
  readonly sentence: number;
  readonly seq: number;
  readonly title: string;
  readonly issuer: string | null;
  readonly issued: string | null;
}
