import type { Role } from '../model/role.ts';
import type { Store } from './open.ts';
import { queryObjects } from './reader.ts';

/** A report as `show` prints it: its head, and its outline as lists in reading order. */
export interface ReportOutline {
  readonly report: ReportHead;
  readonly sections: readonly OutlineSection[];
  readonly points: readonly OutlinePoint[];
  readonly sentences: readonly OutlineSentence[];
  readonly figures: readonly OutlineFigure[];
}

/** A row of `report_overview`. */
export interface ReportHead {
  readonly report_id: string;
  readonly title: string;
  readonly year: number | null;
  readonly year_basis: string;
  readonly region: string | null;
  readonly issuer: string | null;
  readonly characters: number;
  readonly sections: number;
  readonly points: number;
  readonly sentences: number;
  readonly figures: number;
  readonly duplicate_of: string | null;
  readonly similarity: number | null;
  readonly path: string;
}

export interface OutlineSection {
  readonly section_id: string;
  readonly parent_id: string | null;
  readonly level: number;
  readonly number: string;
  readonly heading: string;
  readonly role: Role | null;
  readonly kind: string;
  readonly char_start: number;
  readonly heading_start: number;
}

export interface OutlinePoint {
  readonly point_id: string;
  readonly parent_id: string | null;
  readonly section_id: string | null;
  readonly role: Role;
  readonly label: string;
  readonly char_start: number;
  readonly char_end: number;
}

export interface OutlineSentence {
  readonly section_id: string | null;
  readonly point_id: string | null;
  readonly role: Role;
  readonly char_start: number;
}

export interface OutlineFigure {
  readonly section_id: string | null;
  readonly point_id: string | null;
  readonly subject: string;
  readonly surface: string;
  readonly direction: 'up' | 'down' | null;
}

/** The heads of the reports that `name` may mean: by id, by how the id begins, or by a part of the title. */
export const findReports = (store: Store, name: string): Promise<readonly ReportHead[]> =>
  queryObjects<ReportHead>(
    store,
    'FROM report_overview WHERE report_id IN (SELECT report_id FROM reports_named($name)) ORDER BY year, report_id',
    { name },
  );

/** The titles of all reports with their ids. */
export const reportTitles = (
  store: Store,
): Promise<readonly { readonly report_id: string; readonly title: string }[]> =>
  queryObjects(store, 'SELECT report_id, title FROM reports ORDER BY report_id');

/** The outline of the report that `head` is of. */
export async function outlineOf(store: Store, report: ReportHead): Promise<ReportOutline> {
  const parameters = { id: report.report_id };
  const [sections, points, sentences, figures] = await Promise.all([
    queryObjects<OutlineSection>(
      store,
      `SELECT section_id, parent_id, level, number, heading, role, kind, char_start, heading_start FROM sections
       WHERE report_id = $id ORDER BY seq`,
      parameters,
    ),
    queryObjects<OutlinePoint>(
      store,
      `SELECT point_id, parent_id, section_id, role, label, char_start, char_end FROM points
       WHERE report_id = $id ORDER BY seq`,
      parameters,
    ),
    queryObjects<OutlineSentence>(
      store,
      'SELECT section_id, point_id, role, char_start FROM sentences WHERE report_id = $id ORDER BY seq',
      parameters,
    ),
    queryObjects<OutlineFigure>(
      store,
      `SELECT s.section_id, s.point_id, q.subject, q.surface, q.direction FROM statistics q
       JOIN sentences s USING (sentence_id) WHERE s.report_id = $id ORDER BY s.seq, q.seq`,
      parameters,
    ),
  ]);
  return { report, sections, points, sentences, figures };
}
