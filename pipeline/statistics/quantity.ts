import type { Qualifier, StatisticKind } from '../model/statistic.ts';
import type { Unit } from './units.ts';

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

/** A number with its unit, before qualifiers are read. */
export interface Measured {
  readonly start: number;
  readonly end: number;
  readonly value: number | null;
  readonly valueMax: number | null;
  readonly unit: Unit;
  readonly qualifier: Qualifier;
  readonly chinese: boolean;
}

/** Makes what is measured; the one place where it is made, since the engine reads objects of one shape fastest. */
export const measured = (
  start: number,
  end: number,
  value: number | null,
  unit: Unit,
  chinese: boolean,
  qualifier: Qualifier = 'exact',
  valueMax: number | null = null,
): Measured => ({ start, end, value, valueMax, unit, qualifier, chinese });
