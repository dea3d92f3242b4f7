import type { Qualifier, StatisticKind } from '../model/statistic.ts';

/** A quantity as the grammar reads it; `number` is where its first numeral stands, behind the qualifier. */
export interface Quantity {
  readonly start: number;
  readonly number: number;
  readonly end: number;
  readonly value: number | null;
  readonly valueMax: number | null;
  readonly unit: string;
  readonly base: string;
  readonly factor: number;
  readonly kind: StatisticKind;
  readonly qualifier: Qualifier;
  readonly chinese: boolean;
}

/** A number with its unit, before qualifiers are read. `doubling` is 翻番. */
export interface Measured {
  readonly start: number;
  readonly end: number;
  readonly value: number | null;
  readonly valueMax: number | null;
  readonly unit: string;
  readonly base: string;
  readonly factor: number;
  readonly kind: StatisticKind;
  readonly qualifier: Qualifier;
  readonly chinese: boolean;
}
