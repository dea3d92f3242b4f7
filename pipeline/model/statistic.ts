import type { Span } from './span.ts';

export const QUALIFIERS = ['exact', 'approx', 'at_least', 'at_most', 'masked'] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

export const STATISTIC_KINDS = ['count', 'percent', 'money', 'duration', 'age', 'ratio', 'multiple', 'other'] as const;
export type StatisticKind = (typeof STATISTIC_KINDS)[number];

/**
 * One quantity (统计数字) that a sentence states. The span frames `surface` in the report's text. `value` is in base
 * units (万 and 亿 folded in; per cent stay per cent), null where masked or vague; `valueMax` for ranges only.
 * `seq` counts the quantities of the report from 0.
 *
 * The frame: `subject` is what is measured; `group` of whom (“30岁以下”), null where the subject says it all; `place`
 * where; `year` the year it holds for; `base` what a change or a comparison is measured against (“同比”, “比上年”, “全国”);
 * `isTarget` marks an aim, not a fact; `whole` is the seq of the quantity that this one is a part of, or the words that
 * name the whole (“一般公共预算支出”), null where it is part of nothing that the sentence names.
 * `valueBase` and `unitBase` are the value in a base unit that rows of different units share (亩 → 平方米, 斤 → 千克,
 * 成 → %); they equal `value` and `unit` where there is none.
 */
export interface Statistic extends Span {
  readonly sentence: number;
  readonly seq: number;
  readonly value: number | null;
  readonly valueMax: number | null;
  readonly unit: string;
  readonly valueBase: number | null;
  readonly unitBase: string;
  readonly kind: StatisticKind;
  readonly qualifier: Qualifier;
  readonly direction: 'up' | 'down' | null;
  readonly subject: string;
  readonly group: string | null;
  readonly place: string | null;
  readonly year: number | null;
  readonly base: string | null;
  readonly isTarget: boolean;
  readonly whole: number | string | null;
}

/** A document named in 《》, with who issued it and when as far as the sentence says. */
export interface Citation extends Span {
  readonly sentence: number;
  readonly seq: number;
  readonly title: string;
  readonly issuer: string | null;
  readonly issued: string | null;
}
