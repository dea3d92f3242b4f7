import type { AuditFinding } from '../model/audit.ts';
import type { Report } from '../model/report.ts';
import type { Statistic } from '../model/statistic.ts';
import { indicatorOf } from './audit-indicators.ts';
import { compare, countsOf, isCount, isShare } from './audit-shares.ts';
import { grouped } from './groups.ts';
import { isAlike } from './whole.ts';

/** A share may be of a count this many sentences before it. */
const REACH = 4;
const DIRECT =
  /^(?:的)?[，、（(]?(?:约|仅|只|均)?占(?:比|到|比为|[^，。；、\d]{0,14}的)?(?:约|近|比例为|比重为|比例达)?$/;
const WHOLE_WORDS = /(?:的)?(?:总数|总人数|总量|人数|总户数|数)$/;

/** Wholes that are each part's own: a plan for it, its value of another year. */
const PLANNED = /预算|计划|规划|目标|任务|定额|指标|应[收缴到参]|上年|去年|同期|以前/;

/** A share with the count that it is of, neither with a whole in the sentence. */
interface Claim {
  readonly share: Statistic;
  readonly part: Statistic;
}

/**
 * Compares shares with wholes of other sentences: one that the share names (“占教师总数的32%”), or one that another
 * share of the same sentence is right of (“314人，占74.6%；女170人，占35%”).
 */
export function auditImpliedShares(report: Report, statistics: readonly Statistic[]): AuditFinding[] {
  const claims = statistics
    .filter((share) => isShare(share) && countsOf(report, statistics, share) === null)
    .flatMap((share) => claimOf(report, statistics, share));
  const sentences = grouped(claims, ({ share }) => share.sentence);
  return [...sentences.values()].flatMap((group) => [
    ...group.flatMap((claim) => namedWhole(report, statistics, claim)),
    ...siblings(
      report,
      statistics,
      group.filter(({ share }) => typeof share.whole !== 'string'),
    ),
  ]);
}

function claimOf(report: Report, statistics: readonly Statistic[], share: Statistic): Claim[] {
  const part = statistics[share.seq - 1];
  const isClaim =
    part?.sentence === share.sentence &&
    isCount(part) &&
    part.direction === null &&
    typeof part.whole !== 'number' &&
    DIRECT.test(report.text.slice(part.end, share.start));
  return isClaim ? [{ share, part }] : [];
}

/** The finding against the one count of the report that has the name of the whole. */
function namedWhole(report: Report, statistics: readonly Statistic[], { share, part }: Claim): AuditFinding[] {
  if (typeof share.whole !== 'string' || PLANNED.test(share.whole)) return [];
  const name = indicatorOf(share.whole.replace(WHOLE_WORDS, ''));
  const wholes = statistics.filter(
    (row) => isWhole(row, part) && row.seq < part.seq && name.length >= 2 && indicatorOf(row.subject) === name,
  );
  if (new Set(wholes.map(({ value }) => value)).size !== 1) return [];
  const finding = compare(report, share, { whole: wholes[0]!, part, isMissing: false });
  return finding ? [{ ...finding, sentences: [wholes[0]!.sentence, ...finding.sentences] }] : [];
}

const isWhole = (row: Statistic, part: Statistic): boolean =>
  isCount(row) &&
  row.direction === null &&
  !row.isTarget &&
  row.valueBase! > part.valueBase! &&
  isAlike({ base: row.unitBase, unit: row.unit }, { base: part.unitBase, unit: part.unit });

/**
 * Shares that follow from a count before are confirmed. Where some of a sentence follow from one count, those that
 * follow from none should have followed from it; as their whole is only inferred, this is a warning at the most.
 */
function siblings(report: Report, statistics: readonly Statistic[], claims: readonly Claim[]): AuditFinding[] {
  const first = claims[0];
  if (!first) return [];
  const wholes = statistics.filter(
    (row) => row.seq < first.part.seq && row.sentence >= first.share.sentence - REACH && typeof row.whole !== 'number',
  );
  const rated = wholes.map((whole) => claims.map((claim) => findingFor(report, claim, whole)));
  const agreements = rated.map((findings) => findings.filter(isConfirmed).length);
  const most = Math.max(0, ...agreements);
  if (most === 0) return [];
  const best = rated[agreements.lastIndexOf(most)]!;
  return claims.flatMap((_, index) => {
    const confirmed = [best, ...rated]
      .map((findings) => findings[index])
      .find((finding) => isConfirmed(finding ?? null));
    const finding = confirmed ?? best[index];
    return finding ? [finding.severity === 'error' ? { ...finding, severity: 'warning' as const } : finding] : [];
  });
}

const isConfirmed = (finding: AuditFinding | null): boolean => finding?.severity === 'confirmed';

function findingFor(report: Report, { share, part }: Claim, whole: Statistic): AuditFinding | null {
  const finding = isWhole(whole, part) ? compare(report, share, { whole, part, isMissing: false }) : null;
  return finding && { ...finding, sentences: [...new Set([whole.sentence, ...finding.sentences])] };
}
