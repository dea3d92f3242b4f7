import type { Statistic } from '../model/statistic.ts';

/** A number as findings show it: at most `digits` decimals, large ones in 万 and 亿. */
export function numeral(value: number, digits = 2): string {
  const [scale, unit] = Math.abs(value) >= 1e8 ? [1e8, '亿'] : Math.abs(value) >= 1e5 ? [1e4, '万'] : [1, ''];
  return `${Number((value / scale).toFixed(digits))}${unit}`;
}

/** A share as findings show it: 42.7%. */
export const percent = (value: number): string => `${Number(value.toFixed(1))}%`;

/** The subject with the value: 公务员268名. */
export const named = ({ subject, value, unit }: Statistic): string =>
  `${subject}${value === null ? '' : numeral(value)}${unit}`;
