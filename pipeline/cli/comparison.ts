import type { Interval } from '../compare/intervals.ts';
import type { ComparedPoint } from '../compare/meaning.ts';
import type { StoredPoint } from '../store/compared.ts';
import type { Column } from '../store/reader.ts';

/** A point for comparison that keeps its place. */
export type PlacedPoint = ComparedPoint & Pick<StoredPoint, 'start' | 'end'>;

export const placedPoint = ({ themes, ...point }: StoredPoint): PlacedPoint => ({
  ...point,
  themes: new Map(themes.map(({ theme, score }) => [theme, score])),
});

export const textColumns = (...names: readonly string[]): Column[] => names.map((name) => ({ name, type: 'VARCHAR' }));
export const numberColumns = (...names: readonly string[]): Column[] => names.map((name) => ({ name, type: 'DOUBLE' }));

export const rounded = (value: number | null, digits: number): number | null =>
  value === null || Number.isNaN(value) ? null : Number(value.toFixed(digits));

const percent = (share: number): string => `${Math.round(share * 100)}`;

/** “4/6 67% (30–90)” */
export const shareText = (successes: number, trials: number, { estimate, low, high }: Interval): string =>
  `${successes}/${trials} ${percent(estimate)}% (${percent(low)}–${percent(high)})`;
