import type { Store } from './open.ts';
import { queryObjects } from './reader.ts';

/**
 * A problem with the causes that belong to it and the countermeasures that answer it, surest first; `stated` are the causes
 * that its sentences state without making a point of them, in the order of the text.
 */
export interface Chain {
  readonly problem: string;
  readonly point_id: string;
  readonly causes: readonly string[];
  readonly stated: readonly string[];
  readonly countermeasures: readonly string[];
}

/** A countermeasure with how much its best sentence commits to, 0 to 1. */
export interface MeasuredPoint {
  readonly countermeasure: string;
  readonly specificity: number;
}

/** How a report argues: its chains, the problems without an answer, the measures without a problem, all by substance. */
export interface ReportArgument {
  readonly chains: readonly Chain[];
  readonly unanswered: readonly string[];
  readonly unprompted: readonly string[];
  readonly measures: readonly MeasuredPoint[];
}

/** The argument of the report with this id. */
export async function argumentOf(store: Store, id: string): Promise<ReportArgument> {
  const labels = async (view: 'unanswered' | 'unprompted', column: string): Promise<string[]> => {
    const rows = await queryObjects<{ readonly label: string }>(
      store,
      `SELECT ${column} AS label FROM ${view} WHERE report_id = $id ORDER BY char_start`,
      { id },
    );
    return rows.map(({ label }) => label);
  };
  return {
    chains: await queryObjects<Chain>(
      store,
      `SELECT p.label AS problem, p.point_id,
         coalesce((SELECT list(c.cause ORDER BY c.score DESC, c.char_start) FROM causes_of_problems c
           WHERE c.problem_point = p.point_id AND c.told <> 'sentence'), []) AS causes,
         coalesce((SELECT list(c.cause ORDER BY c.char_start) FROM causes_of_problems c
           WHERE c.problem_point = p.point_id AND c.told = 'sentence'), []) AS stated,
         coalesce((SELECT list(m.from_label ORDER BY m.score DESC, m.from_point) FROM links_with_labels m
           WHERE m.to_point = p.point_id AND m.kind = 'answers'), []) AS countermeasures
       FROM points p
       WHERE p.report_id = $id AND p.point_id IN (SELECT problem_point FROM chains WHERE report_id = $id)
       ORDER BY p.seq`,
      { id },
    ),
    unanswered: await labels('unanswered', 'problem'),
    unprompted: await labels('unprompted', 'countermeasure'),
    measures: await queryObjects<MeasuredPoint>(
      store,
      `SELECT countermeasure, specificity FROM point_substance WHERE report_id = $id
       ORDER BY specificity DESC, char_start`,
      { id },
    ),
  };
}
