import type { AuditFinding, AuditKind, AuditSeverity, CorpusFinding, CorpusRow } from '../model/audit.ts';
import type { Statistic } from '../model/statistic.ts';
import { shortHash } from '../text/hash.ts';
import type { Store } from './open.ts';
import { queryObjects } from './reader.ts';
import type { Row } from './row.ts';
import { insert, inTransaction } from './writer.ts';

/** The ids of statistics by their seq. */
interface Ids {
  readonly statistic: (seq: number) => string;
}

/** The rows of what the audit found in one report. */
export const auditRows = (findings: readonly AuditFinding[], report: string, { statistic }: Ids): Row[] =>
  findings.map(({ kind, severity, statistics, arithmetic, stated, expected }) =>
    findingRow({ report, kind, severity, statistics: statistics.map(statistic), arithmetic, stated, expected }),
  );

interface IdentifiedFinding extends Omit<AuditFinding, 'statistics' | 'sentences'> {
  readonly report: string;
  readonly statistics: readonly string[];
}

const findingRow = ({ report, kind, severity, statistics, arithmetic, stated, expected }: IdentifiedFinding): Row => ({
  finding_id: `${report}-${shortHash([kind, ...statistics].join(' '))}`,
  report_id: report,
  kind,
  severity,
  statistic_ids: statistics,
  arithmetic,
  stated,
  expected,
});

/** A stored level with its id: a value that could contradict that of another report. */
export interface StoredLevel extends CorpusRow {
  readonly id: string;
}

interface LevelRow
  extends Pick<Statistic, 'subject' | 'value' | 'unit' | 'kind' | 'group' | 'place' | 'year'>,
    Pick<Statistic, 'valueBase' | 'unitBase' | 'start' | 'end' | 'seq'> {
  readonly id: string;
  readonly report: string;
  readonly region: string | null;
  readonly text: string;
}

/** The exact facts of a year that reports state, copies aside, by id. Their spans count code points. */
export async function storedLevels(store: Store): Promise<readonly StoredLevel[]> {
  const rows = await queryObjects<LevelRow>(
    store,
    `SELECT statistic_id AS id, report_id AS report, region, sentences.text, subject, value, unit, q.kind, group_label AS "group", place,
       q.year, value_base AS "valueBase", unit_base AS "unitBase", q.char_start AS "start", q.char_end AS "end", q.seq
     FROM statistics q JOIN sentences USING (sentence_id) JOIN reports r USING (report_id)
     WHERE value IS NOT NULL AND value_max IS NULL AND q.year IS NOT NULL AND qualifier = 'exact' AND direction IS NULL
       AND base IS NULL AND whole_id IS NULL AND NOT is_target AND duplicate_of IS NULL
     ORDER BY statistic_id`,
  );
  return rows.map(({ id, report, region, text, ...row }) => ({
    id,
    report,
    text,
    place: region,
    statistic: levelOf(row),
  }));
}

const levelOf = (row: Omit<LevelRow, 'id' | 'report' | 'region' | 'text'>): Statistic => ({
  ...row,
  sentence: 0,
  valueMax: null,
  qualifier: 'exact',
  direction: null,
  base: null,
  isTarget: false,
  whole: null,
});

/** Replaces what the store knows of contradictions between reports, in one transaction, unless it is the same. */
export async function writeAcrossReports(
  store: Store,
  findings: readonly CorpusFinding[],
  levels: readonly StoredLevel[],
): Promise<void> {
  const ids = new Map<CorpusRow, string>(levels.map((level) => [level, level.id]));
  const rows = findings.map((finding) => acrossRow(finding, (row) => ids.get(row)!));
  const known = await queryObjects<{ id: string }>(
    store,
    `SELECT finding_id || arithmetic AS id FROM audit_findings WHERE kind = 'across_reports' ORDER BY id`,
  );
  const found = rows.map((row) => `${row.finding_id}${row.arithmetic}`).sort();
  if (known.length === found.length && known.every(({ id }) => found.includes(id))) return;
  await inTransaction(store, async () => {
    await store.connection.run(`DELETE FROM audit_findings WHERE kind = 'across_reports'`);
    await insert(store, { audit_findings: rows });
  });
}

function acrossRow({ kind, severity, rows, arithmetic }: CorpusFinding, idOf: (row: CorpusRow) => string): Row {
  const [first, second] = rows;
  return findingRow({
    report: first!.report,
    kind,
    severity,
    statistics: rows.map(idOf),
    arithmetic,
    stated: first!.statistic.value,
    expected: second!.statistic.value,
  });
}

/** A finding with the head of its report. */
export interface StoredFinding {
  readonly finding_id: string;
  readonly report_id: string;
  readonly title: string;
  readonly year: number | null;
  readonly region: string | null;
  readonly kind: AuditKind;
  readonly severity: AuditSeverity;
  readonly arithmetic: string;
  readonly stated: number | null;
  readonly expected: number | null;
  readonly figures: readonly AuditedFigure[];
}

/** A figure of a finding with its sentence and place. */
export interface AuditedFigure {
  readonly subject: string;
  readonly surface: string;
  readonly value: number | null;
  readonly unit: string;
  readonly year: number | null;
  readonly text: string;
  readonly title: string;
  readonly section_path: string | null;
  readonly path: string;
  readonly char_start: number;
  readonly char_end: number;
  readonly statistic_id: string;
  readonly sentence_id: string;
  readonly report_id: string;
}

/** All findings, report by report in reading order; without `report` of all reports but copies. */
export function storedFindings(store: Store, report: string | null): Promise<readonly StoredFinding[]> {
  return queryObjects<StoredFinding>(
    store,
    `SELECT finding_id, r.report_id, r.title, r.year, r.region, kind, severity, arithmetic, stated, expected,
       list({ subject: f.subject, surface: f.surface, value: f.value, unit: f.unit, year: f.year, text: f.text, title: f.title,
         section_path: f.section_path, path: f.path, char_start: f.char_start, char_end: f.char_end,
         statistic_id: f.statistic_id, sentence_id: f.sentence_id, report_id: f.report_id } ORDER BY position) AS figures
     FROM audit_findings a JOIN reports r USING (report_id) JOIN audited_figures f USING (finding_id)
     WHERE CASE WHEN $report IS NULL THEN r.duplicate_of IS NULL
         ELSE list_bool_or(list_transform(statistic_ids, lambda id: starts_with(id, $report || '-'))) END
     GROUP BY ALL ORDER BY r.year, r.report_id, min(f.char_start), finding_id`,
    { report },
  );
}
