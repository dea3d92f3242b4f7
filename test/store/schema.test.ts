import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore, type Store } from '../../pipeline/store/open.ts';
import { questionSql, questions, schemaNotes } from '../../pipeline/store/questions.ts';
import { query } from '../../pipeline/store/reader.ts';
import { checkSchema, columnsOf } from '../../pipeline/store/schema.ts';

/** The names that others query, in their order; columns of our own come after them. */
const CONTRACT: Readonly<Record<string, string>> = {
  sources: 'source_id path sha256 format encoding bytes text status message',
  reports:
    'report_id source_id seq title year year_basis region issuer text source_start source_end duplicate_of similarity',
  sections: 'section_id report_id parent_id seq level number heading role char_start char_end',
  points: 'point_id report_id section_id parent_id seq role label char_start char_end',
  sentences:
    'sentence_id report_id section_id point_id seq text role also confidence char_start char_end source_start source_end',
  votes: 'sentence_id rule role weight',
  causal_pairs: 'sentence_id seq cause effect cue',
  statistics:
    'statistic_id sentence_id seq surface value value_max unit kind qualifier subject direction year char_start char_end',
  citations: 'citation_id sentence_id title issuer issued',
  themes: 'theme_id label origin keywords',
  point_themes: 'point_id theme_id score',
  point_links: 'from_point to_point kind score',
  terms: 'report_id role term count',
  removed: 'source_id seq rule text source_start source_end',
  runs: 'run_id started_at finished_at version config',
  messages: 'source_id code message source_start source_end',
};

let store: Store;
beforeAll(async () => {
  store = await openStore(':memory:', { readOnly: false });
});
afterAll(() => store.close());

test.each(Object.entries(CONTRACT))('table %s begins with the columns of the contract', async (table, names) => {
  const columns = (await columnsOf(store.connection)).get(table) ?? [];
  expect(columns.map(({ name }) => name).slice(0, names.split(' ').length)).toEqual(names.split(' '));
});

test('every table and every column says what it holds', async () => {
  const notes = await schemaNotes(store);
  expect(notes.length).toBeGreaterThan(100);
  expect(notes.filter((note) => !note.comment || !note.relation_comment)).toEqual([]);
});

test('every question has a comment and runs on an empty database', async () => {
  const all = await questions(store);
  expect(all.length).toBeGreaterThan(30);
  for (const question of all) {
    const given = Object.fromEntries(question.parameters.map((name) => [name, '1']));
    const { rows } = await query(store, questionSql(question, question.parameters), given);
    expect({ name: question.name, rows: rows.length, comment: question.comment.length > 10 }).toEqual({
      name: question.name,
      rows: 0,
      comment: true,
    });
  }
});

test('a database that is opened again passes the check that its columns are all there', async () => {
  const columns = await columnsOf(store.connection);
  await checkSchema(store.connection, 'x');
  for (const [table, [first]] of columns) {
    await store.connection.run(`BEGIN; ALTER TABLE ${table} RENAME COLUMN ${first!.name} TO renamed`);
    await expect(checkSchema(store.connection, 'x')).rejects.toThrow(`x has no column ${table}.${first!.name}: `);
    await store.connection.run('ROLLBACK');
  }
});

test('columns can be chosen by value', () => {
  const question = { name: 'problems', comment: '', parameters: [], kind: 'question' } as const;
  expect(questionSql(question, ['year', 'region'])).toBe(
    'FROM "problems" WHERE CAST("year" AS VARCHAR) = $year AND CAST("region" AS VARCHAR) = $region',
  );
});
