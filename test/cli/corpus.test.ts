import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openStore, type Store } from '../../pipeline/store/open.ts';
import { query, queryObjects } from '../../pipeline/store/reader.ts';
import { type Workplace, workplace } from './command.ts';

const hasFiles = (folder: string): boolean => existsSync(folder) && readdirSync(folder).length > 0;
const FOLDERS = [resolve('corpus/reports'), resolve('..', 'shared', 'seed'), process.env.DIAOYAN_REAL ?? ''];

/** Every place in a report: the piece that a row holds, and where it should stand in reports.text. */
const PIECES = `
  SELECT r.text AS whole, s.text AS piece, s.char_start AS a, s.char_end AS b, s.sentence_id AS id
    FROM sentences s JOIN reports r USING (report_id)
  UNION ALL SELECT r.text, q.surface, q.char_start, q.char_end, q.statistic_id
    FROM statistics q JOIN sentences s USING (sentence_id) JOIN reports r USING (report_id)
  UNION ALL SELECT r.text, p.cause, p.cause_start, p.cause_end, p.sentence_id
    FROM causal_pairs p JOIN sentences s USING (sentence_id) JOIN reports r USING (report_id)
  UNION ALL SELECT r.text, p.effect, p.effect_start, p.effect_end, p.sentence_id
    FROM causal_pairs p JOIN sentences s USING (sentence_id) JOIN reports r USING (report_id)
  UNION ALL SELECT f.text, x.text, x.source_start, x.source_end, x.source_id
    FROM removed x JOIN sources f USING (source_id)`;

interface Framed {
  readonly path: string;
  readonly id: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const bare = (text: string): string => text.replaceAll(/[\s\u200b\ufeff]/gu, '');

/** Sentences whose frame in the source holds other characters than their own, white space and removed text left out. */
async function misplaced(store: Store): Promise<string[]> {
  const sources = await queryObjects<{ path: string; text: string }>(store, 'SELECT path, text FROM sources');
  const characters = new Map(sources.map(({ path, text }) => [path, [...text]]));
  const removed = await queryObjects<{ path: string; start: number; end: number }>(
    store,
    'SELECT path, x.source_start AS "start", x.source_end AS "end" FROM removed x JOIN sources USING (source_id)',
  );
  for (const { path, start, end } of removed) characters.get(path)!.fill('', start, end);
  const sentences = await queryObjects<Framed>(
    store,
    `SELECT f.path, s.sentence_id AS id, s.text, s.source_start AS "start", s.source_end AS "end"
     FROM sentences s JOIN reports r USING (report_id) JOIN sources f USING (source_id)`,
  );
  return sentences
    .filter(({ path, text, start, end }) => bare(characters.get(path)!.slice(start, end).join('')) !== bare(text))
    .map(({ id, text }) => `${id} ${text}`);
}

describe.each(FOLDERS.filter(hasFiles))('%s', (folder) => {
  const at: Workplace = workplace();
  afterAll(() => at.remove());

  test('every row stands where its offsets say, in the report and in the file', { timeout: 600_000 }, async () => {
    const { err } = await at.run('mine', folder, '--quiet');
    expect(err).not.toContain('diaoyan failed');
    const store = await openStore(join(at.folder, 'out/diaoyan.duckdb'), { readOnly: true });
    try {
      const wrong = await query(
        store,
        `SELECT id, piece, substring(whole, a + 1, b - a) FROM (${PIECES}) WHERE piece IS DISTINCT FROM substring(whole, a + 1, b - a)`,
      );
      expect(wrong.rows).toEqual([]);
      expect(await misplaced(store)).toEqual([]);
    } finally {
      store.close();
    }
  });

  test('a second run writes nothing', { timeout: 600_000 }, async () => {
    expect((await at.run('mine', folder, '--quiet')).out).toContain('Nothing has changed since the last run');
  });
});
