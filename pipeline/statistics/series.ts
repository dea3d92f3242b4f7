import { indicatorOf } from './audit-indicators.ts';
import { grouped } from './groups.ts';

/** What tells which indicator a quantity belongs to; `before` are the characters right before it. */
export interface Measurement {
  readonly subject: string;
  readonly unit: string;
  readonly unitBase: string;
  readonly direction: 'up' | 'down' | null;
  readonly base: string | null;
  readonly place: string | null;
  readonly before: string;
}

/** Quantities of one indicator in one unit, either its levels or its changes. `unit` is the base unit. */
export interface IndicatorSeries<Row> {
  readonly unit: string;
  readonly measure: 'level' | 'change';
  readonly rows: readonly Row[];
}

const PEOPLE = new Set(['人', '名', '位']);
/** 编制数 and 编制 are one indicator; 人数 and 户数 are words of their own. */
const NUMBER_OF = /(?<![人户件次级指分倍岁天])(?:总数|数量|数)$/;

/** The name under which rows are matched: without place, words of time and extent, brackets, 的 and a final 数. */
export function indicatorName(subject: string, place: string | null = null): string {
  const name = indicatorOf(place !== null && subject.startsWith(place) ? subject.slice(place.length) : subject);
  return name.replaceAll('的', '').replace(NUMBER_OF, '') || name;
}

/** The series of rows that all measure one indicator, the longest first. */
export function seriesOf<Row extends Measurement>(rows: readonly Row[]): IndicatorSeries<Row>[] {
  const groups = grouped(rows, (row) => `${measureOf(row)} ${familyOf(row)}`);
  return [...groups.values()]
    .map((group) => ({ unit: familyOf(group[0]!), measure: measureOf(group[0]!), rows: group }))
    .sort((a, b) => b.rows.length - a.rows.length || (a.unit < b.unit ? -1 : 1));
}

const familyOf = ({ unitBase }: Measurement): string => (PEOPLE.has(unitBase) ? '人' : unitBase);

/** “提高到32%” is a level, “提高8个百分点” and “比全国高3%” are not. */
function measureOf({ unit, direction, base, before }: Measurement): 'level' | 'change' {
  if (unit === '百分点') return 'change';
  if (direction === null) return base === null ? 'level' : 'change';
  return /[到至达为]约?$/.test(before) ? 'level' : 'change';
}

/** How like two names are, 0 to 1: one within the other, or pairs of neighbouring characters in common (Dice). */
export function likeness(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  if (a.includes(b) || b.includes(a)) return 0.5 + Math.min(a.length, b.length) / Math.max(a.length, b.length) / 2;
  const [pairs, others] = [pairsOf(a), pairsOf(b)];
  const common = [...pairs].filter((pair) => others.has(pair)).length;
  return (2 * common) / Math.max(1, pairs.size + others.size);
}

const pairsOf = (name: string): Set<string> =>
  new Set(Array.from({ length: Math.max(0, name.length - 1) }, (_, index) => name.slice(index, index + 2)));
