import type { Role } from '../model/role.ts';
import type { PlacedSentence } from './groups.ts';
import type { Store } from './open.ts';
import { queryObjects } from './reader.ts';

/** What a sentence has to be: of the role, or anything but a heading or noise where that is null. */
const OF_ROLE = `CASE WHEN $role IS NULL THEN s.role NOT IN ('heading', 'noise') ELSE s.role = $role END`;

/** The sentences that hold a phrase, in order. */
export const sentencesWith = (store: Store, phrase: string, role: Role | null): Promise<readonly PlacedSentence[]> =>
  queryObjects(
    store,
    `SELECT sentence_id AS id, report_id AS report, text, role, char_start AS "start", char_end AS "end" FROM sentences s
     WHERE ${OF_ROLE} AND contains(text, $phrase) ORDER BY sentence_id`,
    { phrase, role },
  );

/** All sentences of the years from `first` to `last`, copied reports only where `copies` asks for them. */
export const sentencesOfYears = (
  store: Store,
  first: number,
  last: number,
  role: Role | null,
  copies: boolean,
): Promise<readonly PlacedSentence[]> =>
  queryObjects(
    store,
    `SELECT sentence_id AS id, report_id AS report, s.text, role, s.char_start AS "start", s.char_end AS "end"
     FROM sentences s JOIN reports r USING (report_id)
     WHERE ${OF_ROLE} AND year BETWEEN $first AND $last AND ($copies OR duplicate_of IS NULL) ORDER BY sentence_id`,
    { first, last, role, copies },
  );

/** How often each word stands in the sentences of all reports with a year. */
export const wordTotals = (
  store: Store,
  role: Role | null,
  copies: boolean,
): Promise<readonly { readonly term: string; readonly count: number }[]> =>
  queryObjects(
    store,
    `SELECT term, sum(count) AS count FROM terms JOIN reports USING (report_id)
     WHERE ($role IS NULL OR role = $role) AND year IS NOT NULL AND ($copies OR duplicate_of IS NULL)
     GROUP BY term ORDER BY term`,
    { role, copies },
  );
