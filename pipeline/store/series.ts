import type { Qualifier } from '../model/statistic.ts';
import type { Store } from './open.ts';
import { queryObjects } from './reader.ts';

/** A subject as reports write it, with the place that it is of and how many quantities have it. */
export interface StoredSubject {
  readonly subject: string;
  readonly place: string | null;
  readonly figures: number;
  readonly reports: number;
}

const PLACED = 'statistics q JOIN sentences s USING (sentence_id) JOIN reports r USING (report_id)';
const COUNTED = `value IS NOT NULL AND subject <> '' AND ($copies OR duplicate_of IS NULL)`;

/** All subjects with a value, by place; those of copied reports only where `copies` asks for them. */
export const storedSubjects = (store: Store, copies: boolean): Promise<readonly StoredSubject[]> =>
  queryObjects(
    store,
    `SELECT subject, coalesce(q.place, r.region) AS place, count(*) AS figures, count(DISTINCT report_id) AS reports
     FROM ${PLACED} WHERE ${COUNTED} GROUP BY ALL ORDER BY ALL`,
    { copies },
  );

/** A quantity of a series with the sentence behind it. */
export interface SeriesPoint {
  readonly year: number | null;
  readonly yearFrom: 'sentence' | 'report';
  readonly place: string | null;
  readonly group: string | null;
  readonly subject: string;
  readonly surface: string;
  readonly value: number;
  readonly valueMax: number | null;
  readonly unit: string;
  readonly valueBase: number;
  readonly unitBase: string;
  readonly qualifier: Qualifier;
  readonly direction: 'up' | 'down' | null;
  readonly base: string | null;
  readonly isTarget: boolean;
  readonly before: string;
  readonly text: string;
  readonly title: string;
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly id: string;
  readonly report: string;
}

/** The quantities of these subjects by year, place and report; the report's year and place where the sentence has none. */
export const seriesPoints = (
  store: Store,
  subjects: readonly string[],
  copies: boolean,
): Promise<readonly SeriesPoint[]> =>
  queryObjects(
    store,
    `SELECT coalesce(q.year, r.year) AS year, CASE WHEN q.year IS NULL THEN 'report' ELSE 'sentence' END AS "yearFrom",
       coalesce(q.place, r.region) AS place, group_label AS "group", subject, surface, value, value_max AS "valueMax", unit,
       value_base AS "valueBase", unit_base AS "unitBase", qualifier, direction, base, is_target AS "isTarget",
       substring(r.text, greatest(1, q.char_start - 1), least(2, q.char_start)) AS before, s.text, title, path,
       q.char_start AS "start", q.char_end AS "end", statistic_id AS id, report_id AS report
     FROM ${PLACED} JOIN sources USING (source_id)
     WHERE ${COUNTED} AND list_contains(string_split($subjects, chr(10)), subject)
     ORDER BY coalesce(q.year, r.year), place, statistic_id`,
    { subjects: subjects.join('\n'), copies },
  );
