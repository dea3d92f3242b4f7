import type { AuditFinding } from '../model/audit.ts';
import type { Report } from '../model/report.ts';
import type { Statistic } from '../model/statistic.ts';
import { baseIntervalOf, doMeet, type Interval, intervalOf, lastPlace, shareOf } from './interval.ts';
import { named, numeral, percent } from './wording.ts';

/** Subjects of a share of what is missing, and of a share of what is there. */
const MISSING = /空缺|缺编|空编|缺口|短缺|缺额|缺岗|空岗/;
const RATE = /(?:回收|有效|到位|满编|在编|在岗|出席|到会|合格|完成|办结|入住|使用|开工|竣工)率$/;
/** A share is wrong only beyond rounding either way: one unit of its last place. */
const ROUNDING = 1;

/** Compares shares with the counts from which they follow. */
export function auditShares(report: Report, statistics: readonly Statistic[]): AuditFinding[] {
  return statistics.filter(isShare).flatMap((share) => {
    const pair = countsOf(report, statistics, share);
    const finding = pair && compare(report, share, pair);
    if (!pair || !finding) return [];
    return finding.severity === 'confirmed' ? [finding] : [explained(report, statistics, share, pair) ?? finding];
  });
}

/** A share as it stands, not a rise or an aim. */
export const isShare = ({ unit, value, direction, isTarget }: Statistic): boolean =>
  (unit === '%' || unit === '成') && value !== null && direction === null && !isTarget;

/** Another count of the sentence of which the share is right: “412项中抽查50项，有19项，占38%”. */
function explained(
  report: Report,
  statistics: readonly Statistic[],
  share: Statistic,
  pair: Counts,
): AuditFinding | null {
  const others = statistics.filter(
    (row) =>
      row.sentence === share.sentence && row.seq < pair.part.seq && row.unitBase === pair.part.unitBase && isCount(row),
  );
  const findings = others.map((whole) => compare(report, share, { ...pair, whole }));
  return findings.find((finding) => finding?.severity === 'confirmed') ?? null;
}

export interface Counts {
  readonly whole: Statistic;
  readonly part: Statistic;
  /** Whether the share is of what is missing, `whole − part`. */
  readonly isMissing: boolean;
}

/** The counts of the same sentence that determine the share; null where they are not sure. */
export function countsOf(report: Report, statistics: readonly Statistic[], share: Statistic): Counts | null {
  const before = statistics.filter((row) => row.sentence === share.sentence && row.seq < share.seq);
  const [whole, part] = before.slice(-2);
  if (whole && part && isCount(whole) && isCount(part) && whole.valueBase! > part.valueBase!) {
    if (MISSING.test(share.subject)) return { whole, part, isMissing: true };
    if (RATE.test(share.subject) && whole.unit === part.unit) return { whole, part, isMissing: false };
  }
  return partOfWhole(report, statistics, share, part);
}

/** “其中公务员268名，占43.8%”: the part right before the share, of the whole that it names. */
function partOfWhole(
  report: Report,
  statistics: readonly Statistic[],
  share: Statistic,
  part: Statistic | undefined,
): Counts | null {
  if (!part || !isCount(part) || typeof part.whole !== 'number') return null;
  const whole = statistics[part.whole];
  const between = report.text.slice(part.end, share.start);
  const isDirect = /^[，、（(]?(?:约|仅|只)?占(?:比|到|总数的|总人数的|全部的|比为)?(?:约|近)?$/.test(between);
  return whole && isCount(whole) && isDirect && whole.value! > 0 ? { whole, part, isMissing: false } : null;
}

export const isCount = ({ kind, value, valueMax }: Statistic): boolean =>
  (kind === 'count' || kind === 'money' || kind === 'other') && value !== null && valueMax === null;

/** What the share says beside the one that follows from the counts; null where these have no bounds. */
export function compare(report: Report, share: Statistic, { whole, part, isMissing }: Counts): AuditFinding | null {
  const [a, b] = [part, whole].map((row) => baseIntervalOf(report.text, row));
  const stated = intervalOf(report.text, share);
  if (!a || !b || !stated || ![a, b].every(isBounded)) return null;
  const direct = shareOf(a, b);
  const derived: Interval = isMissing ? { low: 100 - direct.high, high: 100 - direct.low } : direct;
  const factor = share.unit === '成' ? 10 : 1;
  const written: Interval = { low: stated.low * factor, high: stated.high * factor };
  const slack = lastPlace(report.text.slice(share.start, share.end)) * ROUNDING * factor;
  const expected = (100 * (isMissing ? whole.valueBase! - part.valueBase! : part.valueBase!)) / whole.valueBase!;
  const agrees = doMeet(written, derived, share.qualifier === 'exact' ? slack : 0);
  return finding(report, share, { whole, part, isMissing }, expected, agrees);
}

const isBounded = ({ low, high }: Interval): boolean => Number.isFinite(low) && Number.isFinite(high) && low > 0;

function finding(
  report: Report,
  share: Statistic,
  { whole, part, isMissing }: Counts,
  expected: number,
  agrees: boolean,
): AuditFinding {
  const isOneUnit = whole.valueBase! * part.value! === part.valueBase! * whole.value!;
  const [a, b] = [part, whole].map(({ value, valueBase }) => numeral(isOneUnit ? value! : valueBase!));
  const sum = isMissing ? `（${b}－${a}）÷${b}＝${percent(expected)}` : `${a}÷${b}＝${percent(expected)}`;
  const written = `“${share.subject}${report.text.slice(share.start, share.end)}”`;
  return {
    kind: 'share',
    severity: agrees ? 'confirmed' : share.qualifier === 'exact' ? 'error' : 'warning',
    statistics: [share.seq, whole.seq, part.seq],
    sentences: [share.sentence],
    arithmetic: agrees ? `${sum}，与${written}相符（${named(whole)}）` : `${sum}，而文中写${written}`,
    stated: share.value,
    expected: Number(expected.toFixed(1)),
  };
}
