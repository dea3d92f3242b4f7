import type { Role } from '../model/role.ts';
import type { Store } from './open.ts';
import { queryObjects } from './reader.ts';
import type { Row } from './row.ts';
import { insert, inTransaction } from './writer.ts';

/** A theme as it is stored. */
export interface StoredTheme {
  readonly id: string;
  readonly label: string;
  readonly en: string;
  readonly parent: { readonly id: string; readonly label: string } | null;
  readonly note: string;
  readonly keywords: readonly string[];
}

export interface StoredPoint {
  readonly pointId: string;
  readonly label: string;
  readonly sentences: readonly string[];
  readonly role: Role;
  /** The line of the report that each of the sentences starts in. */
  readonly paragraphs?: readonly number[];
}

export interface PointTheme {
  readonly pointId: string;
  readonly theme: string;
  readonly score: number;
  readonly terms: readonly string[];
}

/** The digest of everything in a report that its themes depend on, with that of the themes. */
const DIGESTS = `SELECT r.report_id, md5($version || md5(r.text) || coalesce(string_agg(p.point_id || p.role || p.label || p.char_start || '-' || p.char_end, '|' ORDER BY p.seq), '')) AS digest
  FROM reports r LEFT JOIN points p USING (report_id) GROUP BY r.report_id, r.text`;

/** The ids of reports whose points have no themes of this version yet, with the digest to note once they have. */
export const reportsWithoutThemes = (
  store: Store,
  version: string,
): Promise<readonly { readonly reportId: string; readonly digest: string }[]> =>
  queryObjects(
    store,
    `SELECT d.report_id AS "reportId", d.digest FROM (${DIGESTS}) d
     ANTI JOIN themed_reports t ON t.report_id = d.report_id AND t.digest = d.digest ORDER BY 1`,
    { version },
  );

/** The points of a report in reading order, with all of their sentences. */
export const pointsOf = (store: Store, reportId: string): Promise<readonly StoredPoint[]> =>
  queryObjects(
    store,
    `SELECT p.point_id AS "pointId", p.label,
       coalesce(list(s.text ORDER BY s.seq) FILTER (s.text IS NOT NULL), []) AS sentences, p.role,
       coalesce(list(s.paragraph ORDER BY s.seq) FILTER (s.text IS NOT NULL), []) AS paragraphs
     FROM points p LEFT JOIN sentences s USING (point_id)
     WHERE p.report_id = $reportId GROUP BY p.point_id, p.label, p.seq, p.role ORDER BY p.seq`,
    { reportId },
  );

/** Puts the themes of a taxonomy in place of those that were there; discovered ones stay. */
export async function writeTaxonomy(store: Store, themes: readonly StoredTheme[]): Promise<void> {
  await inTransaction(store, async () => {
    await store.connection.run(`DELETE FROM themes WHERE origin = 'taxonomy'`);
    await insert(store, { themes: themes.map((theme) => themeRow(theme, 'taxonomy')) });
  });
}

const themeRow = ({ id, label, en, parent, note, keywords }: StoredTheme, origin: string): Row => ({
  theme_id: id,
  label,
  origin,
  keywords,
  label_en: en,
  parent_id: parent?.id ?? null,
  parent_label: parent?.label ?? null,
  note,
});

/** Replaces the themes of the points of some reports, all at once. */
export async function writeReportThemes(
  store: Store,
  reports: readonly { readonly reportId: string; readonly digest: string; readonly themes: readonly PointTheme[] }[],
): Promise<void> {
  await inTransaction(store, async () => {
    await store.connection.run('CREATE OR REPLACE TEMP TABLE now_themed (report_id VARCHAR)');
    const appender = await store.connection.createAppender('now_themed');
    for (const { reportId } of reports) {
      appender.appendVarchar(reportId);
      appender.endRow();
    }
    appender.closeSync();
    await store.connection.run(
      'DELETE FROM point_themes WHERE point_id IN (SELECT point_id FROM points SEMI JOIN now_themed USING (report_id))',
    );
    await store.connection.run('DELETE FROM themed_reports WHERE report_id IN (SELECT report_id FROM now_themed)');
    await store.connection.run('DROP TABLE now_themed');
    await insert(store, {
      point_themes: reports.flatMap(({ themes }) => themes.map(pointThemeRow)),
      themed_reports: reports.map(({ reportId, digest }) => ({ report_id: reportId, digest })),
    });
  });
}

const pointThemeRow = ({ pointId, theme, score, terms }: PointTheme): Row => ({
  point_id: pointId,
  theme_id: theme,
  score,
  terms,
});

/** A point that may have a theme of no taxonomy, with its best theme of the taxonomy; `isOpen` where it has none such yet. */
export interface OpenPoint extends StoredPoint {
  readonly reportId: string;
  readonly theme: string | null;
  readonly isOpen: boolean;
}

/** The points of all originals that say what is wrong, why, or what to do, in an order that does not depend on how they came. */
export const openPoints = (store: Store): Promise<readonly OpenPoint[]> =>
  queryObjects(
    store,
    `WITH best AS (
       SELECT point_id, arg_max(theme_id, (score, theme_id)) FILTER (origin = 'taxonomy') AS theme,
         bool_or(origin = 'discovered') AS found
       FROM point_themes JOIN themes USING (theme_id) GROUP BY point_id
     )
     SELECT p.point_id AS "pointId", p.report_id AS "reportId", p.label,
       coalesce(list(s.text ORDER BY s.seq) FILTER (s.char_start > p.char_start), []) AS sentences, p.role,
       any_value(best.theme) AS theme, NOT coalesce(any_value(best.found), false) AS "isOpen"
     FROM points p JOIN reports r USING (report_id) LEFT JOIN sentences s USING (point_id) LEFT JOIN best USING (point_id)
     WHERE r.duplicate_of IS NULL AND p.role IN ('problem', 'cause', 'countermeasure')
     GROUP BY p.point_id, p.report_id, p.label, p.seq, p.role ORDER BY p.report_id, p.seq`,
  );

export const discoveredThemes = (
  store: Store,
): Promise<readonly { readonly id: string; readonly label: string; readonly keywords: readonly string[] }[]> =>
  queryObjects(
    store,
    `SELECT theme_id AS id, label, keywords FROM themes WHERE origin = 'discovered' ORDER BY theme_id`,
  );

/** Adds discovered themes and the points that have them. */
export async function writeDiscovery(
  store: Store,
  themes: readonly { readonly id: string; readonly label: string; readonly keywords: readonly string[] }[],
  points: readonly PointTheme[],
): Promise<void> {
  await inTransaction(store, () =>
    insert(store, {
      themes: themes.map((theme) => themeRow({ ...theme, en: theme.label, parent: null, note: '' }, 'discovered')),
      point_themes: points.map(pointThemeRow),
    }),
  );
}

/** Forgets all discovered themes. */
export async function dropDiscovered(store: Store): Promise<void> {
  await inTransaction(store, async () => {
    await store.connection.run(
      `DELETE FROM point_themes WHERE theme_id IN (SELECT theme_id FROM themes WHERE origin = 'discovered')`,
    );
    await store.connection.run(`DELETE FROM themes WHERE origin = 'discovered'`);
  });
}

/** Drops the themes of points and reports that are gone. */
export async function dropLostThemes(store: Store): Promise<void> {
  await store.connection.run('DELETE FROM point_themes WHERE point_id NOT IN (SELECT point_id FROM points)');
  await store.connection.run('DELETE FROM themed_reports WHERE report_id NOT IN (SELECT report_id FROM reports)');
}
