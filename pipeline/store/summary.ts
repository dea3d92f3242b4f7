import type { Store } from './open.ts';
import { queryObjects } from './reader.ts';

/** What a store holds, counted. */
export interface Summary {
  readonly sources: number;
  readonly reports: number;
  readonly copies: number;
  readonly sentences: number;
  readonly points: number;
  readonly statistics: number;
  readonly warnings: number;
  readonly roles: readonly { readonly role: string; readonly sentences: number }[];
}

/** The counts of everything that the store holds. */
export async function summaryOf(store: Store): Promise<Summary> {
  const [counts] = await queryObjects<Omit<Summary, 'roles'>>(
    store,
    `SELECT (SELECT count(*) FROM sources) AS sources, (SELECT count(*) FROM reports) AS reports,
       (SELECT count(*) FROM reports WHERE duplicate_of IS NOT NULL) AS copies,
       (SELECT count(*) FROM sentences) AS sentences, (SELECT count(*) FROM points) AS points,
       (SELECT count(*) FROM statistics) AS statistics, (SELECT count(*) FROM warnings) AS warnings`,
  );
  const roles = await queryObjects<{ role: string; sentences: number }>(
    store,
    'SELECT role, count(*) AS sentences FROM sentences GROUP BY role ORDER BY sentences DESC, role',
  );
  return { ...counts!, roles };
}
