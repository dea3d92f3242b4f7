import type { Role } from '../model/role.ts';
import type { Store } from './open.ts';
import { queryObjects } from './reader.ts';

/** What reports are grouped by; each is a column of `reports`. */
export const GROUPINGS = ['year', 'region', 'issuer'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** A report as comparisons name it. */
export interface ReportHead {
  readonly id: string;
  readonly title: string;
  readonly year: number | null;
  readonly region: string | null;
  readonly issuer: string | null;
  readonly path: string;
}

/** The reports of the store by year and id; copies of another report only where `copies` asks for them. */
export const reportHeads = (store: Store, copies: boolean): Promise<readonly ReportHead[]> =>
  queryObjects(
    store,
    `SELECT report_id AS id, title, year, region, r.issuer, path FROM reports r JOIN sources USING (source_id)
     WHERE $copies OR duplicate_of IS NULL ORDER BY year, report_id`,
    { copies },
  );

/** A sentence with its place; `start` and `end` count the code points of `reports.text`. */
export interface PlacedSentence {
  readonly id: string;
  readonly report: string;
  readonly text: string;
  readonly role: Role;
  readonly start: number;
  readonly end: number;
}

/** The sentences of all reports in order, headings and noise aside; of one role only where `role` is not null. */
export const placedSentences = (store: Store, role: Role | null): Promise<readonly PlacedSentence[]> =>
  queryObjects(
    store,
    `SELECT sentence_id AS id, report_id AS report, text, role, char_start AS "start", char_end AS "end" FROM sentences
     WHERE CASE WHEN $role IS NULL THEN role NOT IN ('heading', 'noise') ELSE role = $role END ORDER BY sentence_id`,
    { role },
  );

/** Whether points have themes. */
export async function hasThemes(store: Store): Promise<boolean> {
  const [row] = await queryObjects<{ found: boolean }>(store, 'SELECT count(*) > 0 AS found FROM point_themes');
  return row?.found === true;
}

/** A point with one of its themes. */
export interface ThemedPoint {
  readonly point: string;
  readonly report: string;
  readonly role: Role;
  readonly label: string;
  readonly theme: string;
  readonly score: number;
  readonly start: number;
  readonly end: number;
}

/** All points with their themes, by id; themes under their Chinese or English name. */
export const themedPoints = (store: Store, language: 'zh' | 'en'): Promise<readonly ThemedPoint[]> =>
  queryObjects(
    store,
    `SELECT point_id AS point, p.report_id AS report, p.role, p.label, score, p.char_start AS "start", p.char_end AS "end",
       CASE WHEN $language = 'en' THEN t.label_en ELSE t.label END AS theme
     FROM point_themes JOIN points p USING (point_id) JOIN themes t USING (theme_id) ORDER BY point_id, score DESC, theme_id`,
    { language },
  );

/** A countermeasure that answers a problem of its report, once for each theme of either. */
export interface AnsweredPoint {
  readonly problem: string;
  readonly remedy: string;
  readonly report: string;
  readonly problemLabel: string;
  readonly label: string;
  readonly score: number;
  readonly start: number;
  readonly end: number;
}

/** All countermeasures with the problems that they answer, by report; themes under their Chinese or English name. */
export const answeredPoints = (store: Store, language: 'zh' | 'en'): Promise<readonly AnsweredPoint[]> =>
  queryObjects(
    store,
    `SELECT CASE WHEN $language = 'en' THEN pt.label_en ELSE pt.label END AS problem,
       CASE WHEN $language = 'en' THEN mt.label_en ELSE mt.label END AS remedy, m.report_id AS report,
       p.label AS "problemLabel", m.label, l.score * px.score * mx.score AS score, m.char_start AS "start", m.char_end AS "end"
     FROM point_links l
     JOIN points p ON p.point_id = l.to_point JOIN points m ON m.point_id = l.from_point
     JOIN point_themes px ON px.point_id = p.point_id JOIN themes pt ON pt.theme_id = px.theme_id
     JOIN point_themes mx ON mx.point_id = m.point_id JOIN themes mt ON mt.theme_id = mx.theme_id
     WHERE l.kind = 'answers' ORDER BY ALL`,
    { language },
  );
