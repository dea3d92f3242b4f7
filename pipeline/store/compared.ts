import type { Role } from '../model/role.ts';
import type { Store } from './open.ts';
import { queryObjects } from './reader.ts';

/** A point with its own sentences, its themes and its place; copies of another report are marked. */
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

/** All points by id. The text of a point leaves out the points inside it. */
export const comparedPoints = (store: Store): Promise<readonly StoredPoint[]> =>
  queryObjects(
    store,
    `SELECT p.point_id AS id, p.report_id AS report, p.role, p.label, p.char_start AS "start", p.char_end AS "end",
       coalesce((SELECT string_agg(s.text, '' ORDER BY s.seq) FROM sentences s WHERE s.point_id = p.point_id), p.label) AS text,
       coalesce((SELECT list({'theme': t.theme_id, 'score': t.score} ORDER BY t.theme_id) FROM point_themes t
         WHERE t.point_id = p.point_id), []) AS themes
     FROM points p ORDER BY p.point_id`,
  );

/** A figure of a report with its sentence and place. */
export interface StoredFigure {
  readonly surface: string;
  readonly subject: string;
  readonly value: number | null;
  readonly unit: string;
  readonly sentence: string;
  readonly start: number;
  readonly end: number;
}

/** The figures of a report, in their order. */
export const figuresOf = (store: Store, report: string): Promise<readonly StoredFigure[]> =>
  queryObjects(
    store,
    `SELECT surface, subject, value, unit, s.text AS sentence, q.char_start AS "start", q.char_end AS "end"
     FROM statistics q JOIN sentences s USING (sentence_id) WHERE report_id = $report ORDER BY s.seq, q.seq`,
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
