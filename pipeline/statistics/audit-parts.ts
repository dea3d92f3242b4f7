import type { AuditFinding, AuditSeverity } from '../model/audit.ts';
import type { Report } from '../model/report.ts';
import type { Statistic } from '../model/statistic.ts';
import { grouped } from './groups.ts';
import { baseIntervalOf, doMeet, sumOf } from './interval.ts';
import { named, numeral } from './wording.ts';

/** Measure words of people and of institutions count the same things. */
const FAMILIES = ['人 名 位 人口', '个 家 所 处 座', '件 起 宗'].map((units) => units.split(' '));
/** Partitions that leave nothing over, so that parts below the whole contradict it too. */
const CLOSED = [/^\d+(?:[-至到]\d+)?岁|岁以[上下]/, /^(?:男|女)/, /^(?:城镇|农村|城市|乡村)/, /季度$/];
/** Parts may overlap or be incomplete; beyond this excess they were not meant to add up. */
const EXCESS = 0.08;
const SHORTFALL = 0.1;
/** Three parts or more that leave so little over were often meant to be all; four or more, or next to nothing, mostly. */
const SMALL_REST = 0.15;
const MANY = 4;
const TINY_REST = 0.05;

const isAlike = (a: Statistic, b: Statistic): boolean =>
  a.unitBase === b.unitBase || FAMILIES.some((units) => units.includes(a.unit) && units.includes(b.unit));
const isCounted = ({ kind, value, direction }: Statistic): boolean =>
  (kind === 'count' || kind === 'money' || kind === 'other') && value !== null && direction === null;

/** Compares parts with the whole that they name, and runs of parts with a whole of the sentences before. */
export function auditParts(report: Report, statistics: readonly Statistic[]): AuditFinding[] {
  return [...namedWholes(report, statistics), ...unnamedWholes(statistics)];
}

function namedWholes(report: Report, statistics: readonly Statistic[]): AuditFinding[] {
  const wholes = new Set(statistics.map(({ whole }) => whole).filter((whole) => typeof whole === 'number'));
  return [...wholes].flatMap((seq) => {
    const whole = statistics[seq];
    if (!whole || !isCounted(whole) || isAverage(report, whole)) return [];
    const parts = statistics.filter((part) => part.whole === seq && isCounted(part) && isAlike(part, whole));
    return runsOf(report, parts).flatMap((run) => auditRun(report, whole, run));
  });
}

/** 年均, 人均, 最高: its parts do not add up to it. */
const isAverage = (report: Report, { start }: Statistic): boolean =>
  /均|最高|最多|每[^，。；]{1,4}$/.test(report.text.slice(Math.max(0, start - 8), start));

/** Parts of one sentence between semicolons. */
function runsOf(report: Report, parts: readonly Statistic[]): Statistic[][] {
  const runs: Statistic[][] = [];
  for (const part of parts) {
    const last = runs.at(-1)?.at(-1);
    const isSame = last && last.sentence === part.sentence && !/[；;。]/.test(report.text.slice(last.end, part.start));
    if (isSame) runs.at(-1)!.push(part);
    else runs.push([part]);
  }
  return runs;
}

function auditRun(report: Report, whole: Statistic, run: readonly Statistic[]): AuditFinding[] {
  const tooLarge = run.find((part) => exceeds(report, part, whole));
  if (tooLarge) return [partTooLarge(whole, tooLarge)];
  const fitting = fittingPart(run, whole);
  if (fitting) return [confirmed(whole, fitting)];
  if (run.length < 2) return [];
  const intervals = run.map((part) => baseIntervalOf(report.text, part)!);
  const stated = baseIntervalOf(report.text, whole)!;
  const sum = sumOf(intervals);
  if (doMeet(sum, stated)) return [];
  const excess = (total(run) - whole.valueBase!) / whole.valueBase!;
  const severity = severityOf(report, excess, run);
  const isExact = [whole, ...run].every(({ qualifier }) => qualifier === 'exact');
  return severity !== null && isExact ? [mismatch(severity, whole, run)] : [];
}

/** How sure a sum that differs from its whole by the share `excess` is a contradiction; null where it is none. */
function severityOf(report: Report, excess: number, run: readonly Statistic[]): AuditSeverity | null {
  if (excess > 0) return excess > EXCESS ? null : isClosed(run) ? 'error' : 'warning';
  if (isClosed(run)) return -excess <= SHORTFALL ? 'error' : null;
  if (run.length < 3 || -excess > SMALL_REST || isOpen(report, run)) return null;
  return -excess <= TINY_REST || run.length >= MANY ? 'warning' : 'doubtful';
}

/** Whether a list goes on or says that it is not whole: 等, 主要, and peoples (族), of which the small ones are left out. */
function isOpen({ text }: Report, run: readonly Statistic[]): boolean {
  const [first, last] = [run[0]!, run.at(-1)!];
  const isCut = !/^[^\d，、]{0,6}[。；;）)\n]/.test(`${text.slice(last.end, last.end + 8)}\n`);
  return isCut || /等|主要|族|其他|其余/.test(text.slice(Math.max(0, first.start - 12), last.end + 4));
}

const total = (parts: readonly Statistic[]): number =>
  Number(parts.reduce((sum, { valueBase }) => sum + valueBase!, 0).toPrecision(12));

/** Whether values are the same but for the last bits of a conversion. */
const isSame = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.abs(b);

/** The longest run from any start, two parts at least, that adds up to the whole exactly. */
function fittingPart(run: readonly Statistic[], whole: Statistic): readonly Statistic[] | null {
  for (let length = run.length; length >= 2; length--) {
    for (let from = 0; from + length <= run.length; from++) {
      const parts = run.slice(from, from + length);
      if (isSame(total(parts), whole.valueBase!) && parts.every(({ qualifier }) => qualifier === 'exact')) return parts;
    }
  }
  return null;
}

function exceeds(report: Report, part: Statistic, whole: Statistic): boolean {
  if (part.qualifier === 'at_most' || whole.qualifier === 'at_least') return false;
  const [a, b] = [baseIntervalOf(report.text, part), baseIntervalOf(report.text, whole)];
  return a !== null && b !== null && part.unitBase === whole.unitBase && a.low > b.high && !part.isTarget;
}

const isClosed = (run: readonly Statistic[]): boolean =>
  CLOSED.some((pattern) => run.every(({ subject }) => pattern.test(subject)));

/** Three parts or more that add up to a count of the two sentences before: “5＋6＋66＋…＝286”. */
function unnamedWholes(statistics: readonly Statistic[]): AuditFinding[] {
  const sentences = grouped(
    statistics.filter(({ whole }) => whole === null),
    ({ sentence }) => sentence,
  );
  return [...sentences].flatMap(([sentence, own]) => {
    const parts = own.filter((part) => isCounted(part) && part.kind === 'count' && part.qualifier === 'exact');
    if (parts.length < 3 || !parts.every((part) => isAlike(part, parts[0]!))) return [];
    const sum = total(parts);
    const whole = statistics.findLast(
      (row) =>
        row.sentence < sentence &&
        row.sentence >= sentence - 2 &&
        isCounted(row) &&
        isAlike(row, parts[0]!) &&
        row.value === sum,
    );
    return whole && sum >= 10 ? [confirmed(whole, parts)] : [];
  });
}

/** 3＋12＝15; where the same groups come again, （5＋6）＋（21＋30）＝11＋51＝62. In the unit of the whole. */
function sumText(whole: Statistic, parts: readonly Statistic[]): string {
  const rounds = roundsOf(parts);
  const lists = rounds.map((round) => round.map((part) => numeral(inUnitOf(whole, part.valueBase!))).join('＋'));
  const sum = numeral(inUnitOf(whole, total(parts)));
  if (rounds.length === 1) return `${lists[0]}＝${sum}`;
  const sums = rounds.map((round) => numeral(inUnitOf(whole, total(round))));
  return `${lists.map((list) => `（${list}）`).join('＋')}＝${sums.join('＋')}＝${sum}`;
}

/** A value of the base unit in the unit that the whole is written in. */
const inUnitOf = ({ value, valueBase }: Statistic, base: number): number =>
  value && valueBase ? Number((base * (value / valueBase)).toPrecision(12)) : base;

/** Parts cut where a group comes again, if every round has the same groups. */
function roundsOf(parts: readonly Statistic[]): (readonly Statistic[])[] {
  const length = parts.findIndex(({ group }, index) => index > 0 && group !== null && group === parts[0]!.group);
  const isRepeated =
    length > 1 && parts.length % length === 0 && parts.every(({ group }, i) => group === parts[i % length]!.group);
  return isRepeated
    ? Array.from({ length: parts.length / length }, (_, round) => parts.slice(round * length, (round + 1) * length))
    : [parts];
}

const finding = (
  severity: AuditFinding['severity'],
  whole: Statistic,
  parts: readonly Statistic[],
  arithmetic: string,
): AuditFinding => ({
  kind: 'parts',
  severity,
  statistics: [whole, ...parts].map(({ seq }) => seq),
  sentences: [...new Set([whole, ...parts].map(({ sentence }) => sentence))],
  arithmetic,
  stated: whole.value,
  expected: inUnitOf(whole, total(parts)),
});

const confirmed = (whole: Statistic, parts: readonly Statistic[]): AuditFinding =>
  finding('confirmed', whole, parts, `${sumText(whole, parts)}，与“${named(whole)}”相符`);

const mismatch = (severity: AuditSeverity, whole: Statistic, parts: readonly Statistic[]): AuditFinding =>
  finding(
    severity,
    whole,
    parts,
    `${sumText(whole, parts)}，而整体为“${named(whole)}”，相差${numeral(Math.abs(inUnitOf(whole, total(parts)) - whole.value!))}`,
  );

const partTooLarge = (whole: Statistic, part: Statistic): AuditFinding =>
  finding('error', whole, [part], `部分“${named(part)}”大于整体“${named(whole)}”`);
