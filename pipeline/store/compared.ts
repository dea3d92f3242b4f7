import type { Role } from '../model/role.ts';
import type { Store } from './open.ts';
import { queryObjects } from './reader.ts';

/** A point with its own sentences, its themes and its place. */
export interface StoredPoint {
  readonly id: string;
  readonly report: string;
  readonly role: Role;
  readonly label: string;
  readonly text: string;
  readonly themes: readonly { readonly theme: string; readonly score: number }[];
  readonly start: number;
  readonly end: number;
}

/** So many other reports tell which words are common. */
const BACKGROUND = 300;

/**
 * The points of some reports, and those of other reports that tell how common a word is, by id. The text of a point leaves
 * out the points inside it.
 */
export const comparedPoints = (store: Store, reports: readonly string[]): Promise<readonly StoredPoint[]> =>
  queryObjects(
    store,
    `WITH wanted AS (
       SELECT unnest(string_split($reports, chr(10))) AS report_id
       UNION
       (SELECT report_id FROM reports WHERE duplicate_of IS NULL ORDER BY md5(report_id) LIMIT ${BACKGROUND})
     ), texts AS (
       SELECT point_id, string_agg(text, '' ORDER BY seq) AS text FROM sentences SEMI JOIN wanted USING (report_id)
       GROUP BY point_id
     ), themed AS (
       SELECT point_id, list({'theme': theme_id, 'score': score} ORDER BY theme_id) AS themes FROM point_themes
       GROUP BY point_id
     )
     SELECT p.point_id AS id, p.report_id AS report, p.role, p.label, p.char_start AS "start", p.char_end AS "end",
       coalesce(t.text, p.label) AS text, coalesce(themes, []) AS themes
     FROM points p SEMI JOIN wanted USING (report_id) LEFT JOIN texts t USING (point_id) LEFT JOIN themed USING (point_id)
     ORDER BY p.point_id`,
    { reports: reports.join('\n') },
  );

/** Which countermeasures answer which problems, by their ids. */
export const storedAnswers = (
  store: Store,
): Promise<readonly { readonly problem: string; readonly measure: string; readonly score: number }[]> =>
  queryObjects(
    store,
    `SELECT to_point AS problem, from_point AS measure, score FROM point_links WHERE kind = 'answers' ORDER BY ALL`,
  );

/** A figure of a report with its sentence and place. */
export interface StoredFigure {
  readonly surface: string;
  readonly subject: string;
  readonly value: number | null;
  readonly unit: string;
  readonly sentence: string;
  readonly isTarget: boolean;
  readonly lag: number | null;
  readonly start: number;
  readonly end: number;
}

/** The figures of a report, in their order. */
export const figuresOf = (store: Store, report: string): Promise<readonly StoredFigure[]> =>
  queryObjects(
    store,
    `SELECT surface, subject, value, unit, s.text AS sentence, coalesce(is_target, false) AS "isTarget",
       q.year - r.year AS lag, q.char_start AS "start", q.char_end AS "end"
     FROM statistics q JOIN sentences s USING (sentence_id) JOIN reports r USING (report_id)
     WHERE report_id = $report ORDER BY s.seq, q.seq`,
    { report },
  );

/** A passage that two reports share; offsets count the characters of `reports.text`. */
export interface SharedPassage {
  readonly text: string;
  readonly matched: number;
  readonly startA: number;
  readonly endA: number;
  readonly startB: number;
  readonly endB: number;
}

/** The passages of report `a` that stand in report `b` or the other way round, longest first, in the words of `a`. */
export const sharedPassages = (store: Store, a: string, b: string): Promise<readonly SharedPassage[]> =>
  queryObjects(
    store,
    `WITH both_ways AS (
       SELECT report_id AS a, char_start AS sa, char_end AS ea, other_id AS b, other_start AS sb, other_end AS eb, matched
       FROM copied_passages
       UNION ALL
       SELECT other_id, other_start, other_end, report_id, char_start, char_end, matched FROM copied_passages
     )
     SELECT substring(r.text, sa + 1, ea - sa) AS text, matched, sa AS "startA", ea AS "endA", sb AS "startB", eb AS "endB"
     FROM both_ways JOIN reports r ON r.report_id = a WHERE a = $a AND b = $b ORDER BY matched DESC, sa`,
    { a, b },
  );
