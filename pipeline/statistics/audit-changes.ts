import type { AuditFinding } from '../model/audit.ts';
import type { Report } from '../model/report.ts';
import type { Statistic } from '../model/statistic.ts';
import { doMeet, type Interval, intervalOf, lastPlace } from './interval.ts';
import { numeral, percent } from './wording.ts';

/** Compares stated changes with the levels from which they follow. */
export function auditChanges(report: Report, statistics: readonly Statistic[]): AuditFinding[] {
  return statistics.flatMap((change, i) => {
    const [from, to] = [statistics[i - 2], statistics[i - 1]];
    if (!from || !to || from.sentence !== change.sentence || to.sentence !== change.sentence) return [];
    const levels = report.text.slice(Math.max(0, from.start - 12), change.start);
    const isMove =
      /[由从][^，。；]*$/.test(report.text.slice(Math.max(0, from.start - 16), from.start)) && from.unit === to.unit;
    return isMove && to.direction !== null && /，[^，。；]{0,8}$/.test(levels) ? compare(report, from, to, change) : [];
  });
}

/** “由A提高到B，增长p%” and “…，提高p个百分点”. */
function compare(report: Report, from: Statistic, to: Statistic, change: Statistic): AuditFinding[] {
  if (change.direction === null || from.value === null || to.value === null || change.value === null) return [];
  const between = report.text.slice(to.end, change.start);
  if (!/^，(?:年均)?(?:共|累计|净|总共|同比)?\p{Script=Han}{2,3}了?$/u.test(between) || /年均|每年/.test(between))
    return [];
  const [a, b, stated] = [from, to, change].map((row) => intervalOf(report.text, row));
  if (!a || !b || !stated || a.low <= 0) return [];
  const expected = expectedChange(from.value, to.value, change.unit, from.unit);
  if (expected === null) return [];
  const range = changeRange(a, b, change.unit);
  const agrees = doMeet(
    stated,
    range,
    change.qualifier === 'exact' ? lastPlace(report.text.slice(change.start, change.end)) : 0,
  );
  return [finding(report, [from, to, change], expected, agrees)];
}

/** Percent of the old level, or the difference in the unit of the levels; null where the units do not fit. */
function expectedChange(from: number, to: number, unit: string, levelUnit: string): number | null {
  if (unit === '%' && levelUnit !== '%') return (100 * Math.abs(to - from)) / from;
  return unit === levelUnit || (unit === '百分点' && levelUnit === '%') ? Math.abs(to - from) : null;
}

function changeRange(a: Interval, b: Interval, unit: string): Interval {
  const [low, high] = [b.low - a.high, b.high - a.low].map(Math.abs).sort((x, y) => x - y) as [number, number];
  return unit === '%' ? { low: (100 * low) / a.high, high: (100 * high) / a.low } : { low, high };
}

function finding(
  report: Report,
  rows: readonly [Statistic, Statistic, Statistic],
  expected: number,
  agrees: boolean,
): AuditFinding {
  const [from, to, change] = rows;
  const difference = `${numeral(Math.max(from.value!, to.value!))}－${numeral(Math.min(from.value!, to.value!))}`;
  const isRelative = change.unit === '%' && from.unit !== '%';
  const sum = isRelative
    ? `（${difference}）÷${numeral(from.value!)}＝${percent(expected)}`
    : `${difference}＝${numeral(expected)}`;
  const written = `“${report.text.slice(change.start, change.end)}”`;
  return {
    kind: 'change',
    severity: agrees ? 'confirmed' : change.qualifier === 'exact' ? 'error' : 'warning',
    statistics: [change.seq, from.seq, to.seq],
    sentences: [change.sentence],
    arithmetic: agrees ? `${sum}，与${written}相符` : `${sum}，而文中写${written}`,
    stated: change.value,
    expected: Number(expected.toPrecision(6)),
  };
}
