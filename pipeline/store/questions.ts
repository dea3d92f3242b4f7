import type { Store } from './open.ts';
import { queryObjects } from './reader.ts';

/** A question with a name (`views/*.sql`): a view, or a table macro where it takes parameters. */
export interface Question {
  readonly name: string;
  readonly comment: string;
  readonly parameters: readonly string[];
  readonly kind: 'question' | 'table';
}

/** All questions of the store by name. */
export const questions = (store: Store): Promise<readonly Question[]> =>
  queryObjects<Question>(
    store,
    `SELECT view_name AS name, comment, []::VARCHAR[] AS parameters, 'question' AS kind
     FROM duckdb_views() WHERE NOT internal AND comment IS NOT NULL
     UNION ALL
     SELECT function_name, comment, parameters, 'question'
     FROM duckdb_functions() WHERE NOT internal AND function_type = 'table_macro' AND comment IS NOT NULL
     ORDER BY name`,
  );

/** The tables of the contract, which can be asked by name as well. */
export const tables = (store: Store): Promise<readonly Question[]> =>
  queryObjects<Question>(
    store,
    `SELECT table_name AS name, comment, []::VARCHAR[] AS parameters, 'table' AS kind
     FROM duckdb_tables() WHERE NOT internal ORDER BY name`,
  );

/** A column with what it holds; `relation` is its table or view. */
export interface ColumnNote {
  readonly relation: string;
  readonly relation_comment: string;
  readonly column: string;
  readonly type: string;
  readonly comment: string | null;
}

/** Every column of every table, as the files under `tables/` describe them. */
export const schemaNotes = (store: Store): Promise<readonly ColumnNote[]> =>
  queryObjects<ColumnNote>(
    store,
    `SELECT table_name AS relation, t.comment AS relation_comment, column_name AS "column", data_type AS type, c.comment
     FROM duckdb_columns() c JOIN duckdb_tables() t USING (table_name)
     WHERE NOT c.internal ORDER BY table_name, column_index`,
  );

/** The SQL that asks a question or table: a macro takes its parameters, other names filter columns. */
export function questionSql(question: Question, given: readonly string[]): string {
  const filters = given.filter((name) => !question.parameters.includes(name));
  const passed = given.filter((name) => question.parameters.includes(name));
  const call = question.parameters.length > 0 ? `(${passed.map((name) => `${name} := $${name}`).join(', ')})` : '';
  const where = filters.map((name) => `CAST(${quoted(name)} AS VARCHAR) = $${name}`).join(' AND ');
  return `FROM ${quoted(question.name)}${call}${where ? ` WHERE ${where}` : ''}`;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
