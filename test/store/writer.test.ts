import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Mined } from '../../pipeline/model/layers.ts';
import type { MinedSource } from '../../pipeline/model/mined-source.ts';
import { sourceId } from '../../pipeline/store/ids.ts';
import { openStore, type Store } from '../../pipeline/store/open.ts';
import { query, queryObjects } from '../../pipeline/store/reader.ts';
import { columnsOf } from '../../pipeline/store/schema.ts';
import { type SourceWrite, writeRun, writeSources } from '../../pipeline/store/writer.ts';
import { minedReport, minedSource, spanOf } from './documents.ts';

let store: Store;
beforeEach(async () => {
  store = await openStore(':memory:', { readOnly: false });
});
afterEach(() => store.close());

const write = (mined: MinedSource, from: string | null = null): SourceWrite => ({
  sourceId: sourceId(mined.sha256),
  fingerprint: 'v1',
  from,
  mined,
});

/** A report with something in every layer, and characters outside the basic plane before and within the spans. */
function fullReport(): Mined {
  const lines = [
    ['𠮷田镇水利调研', 'heading'],
    ['一是渠道老化。由于𠮷投入少，导致渠道失修。', 'problem'],
    ['按《水利条例》，失修渠道约3.5公里。', 'context'],
    ['要增加𠮷投入。', 'countermeasure'],
  ] as const;
  const mined = minedReport(lines);
  const { text } = mined.report;
  const section = { ...spanOf(text, text.slice(text.indexOf('一是'))), headingSpan: spanOf(text, '一是渠道老化。') };
  const point = { ...spanOf(text, lines[1][0]), parent: null, section: 0, sentences: [1] };
  return {
    ...mined,
    sections: [
      {
        ...section,
        seq: 0,
        parent: null,
        level: 1,
        number: '一是',
        heading: '渠道老化',
        kind: 'inline',
        role: 'problem',
      },
    ],
    sentences: mined.sentences.map((each) => (each.seq === 1 ? { ...each, section: 0 } : each)),
    points: [
      { ...point, seq: 0, role: 'problem', label: '渠道老化' },
      {
        ...point,
        ...spanOf(text, lines[3][0]),
        seq: 1,
        parent: 0,
        role: 'countermeasure',
        label: '增加𠮷投入',
        sentences: [3],
      },
    ],
    pairs: [
      { sentence: 1, seq: 0, cause: spanOf(text, '𠮷投入少'), effect: spanOf(text, '渠道失修'), cue: '由于…导致…' },
    ],
    links: [{ from: 1, to: 0, kind: 'answers', score: 0.75 }],
    statistics: [
      {
        ...spanOf(text, '约3.5公里'),
        sentence: 2,
        seq: 0,
        value: 3.5,
        valueMax: null,
        unit: '公里',
        valueBase: 3500,
        unitBase: '米',
        kind: 'other',
        qualifier: 'approx',
        direction: null,
        subject: '失修渠道',
        group: null,
        place: null,
        year: null,
        base: null,
        isTarget: false,
        whole: null,
      },
    ],
    citations: [
      { ...spanOf(text, '《水利条例》'), sentence: 2, seq: 0, title: '水利条例', issuer: null, issued: null },
    ],
  };
}

const withFindings = (source: MinedSource): MinedSource => ({
  ...source,
  removed: [{ ...spanOf(source.text, '𠮷田镇'), rule: 'by-hand' }],
  messages: [
    { code: 'odd', message: `${source.path}: it is odd`, severity: 'warning', span: spanOf(source.text, '调研') },
    { code: 'plain', message: 'no place', severity: 'info', span: null },
  ],
});

const counts = async (): Promise<Record<string, number>> => {
  const tables = [...(await columnsOf(store.connection)).keys()];
  const entries = tables.map(async (table) => {
    const { rows } = await query(store, `SELECT count(*) FROM ${table}`);
    return [table, rows[0]![0] as number] as const;
  });
  return Object.fromEntries((await Promise.all(entries)).filter(([, rows]) => rows > 0));
};

test('offsets count code points: every stored piece of text is where its offsets say', async () => {
  await writeSources(store, [write(withFindings(minedSource('a.txt', fullReport())))]);
  const wrong = await query(
    store,
    `WITH pieces AS (
       SELECT r.text AS whole, s.text AS piece, s.char_start AS a, s.char_end AS b FROM sentences s JOIN reports r USING (report_id)
       UNION ALL SELECT r.text, q.surface, q.char_start, q.char_end
         FROM statistics q JOIN sentences s USING (sentence_id) JOIN reports r USING (report_id)
       UNION ALL SELECT r.text, '《' || c.title || '》', c.char_start, c.char_end
         FROM citations c JOIN sentences s USING (sentence_id) JOIN reports r USING (report_id)
       UNION ALL SELECT r.text, p.cause, p.cause_start, p.cause_end
         FROM causal_pairs p JOIN sentences s USING (sentence_id) JOIN reports r USING (report_id)
       UNION ALL SELECT r.text, p.effect, p.effect_start, p.effect_end
         FROM causal_pairs p JOIN sentences s USING (sentence_id) JOIN reports r USING (report_id)
       UNION ALL SELECT r.text, c.number || c.heading || '。', c.heading_start, c.heading_end
         FROM sections c JOIN reports r USING (report_id)
       UNION ALL SELECT f.text, x.text, x.source_start, x.source_end FROM removed x JOIN sources f USING (source_id)
       UNION ALL SELECT f.text, s.text, s.source_start, s.source_end
         FROM sentences s JOIN reports r USING (report_id) JOIN sources f USING (source_id))
     SELECT piece, substring(whole, a + 1, b - a) FROM pieces WHERE piece <> substring(whole, a + 1, b - a)
     UNION ALL SELECT 'pieces', count(*)::VARCHAR FROM pieces`,
  );
  expect(wrong.rows).toEqual([['pieces', '14']]);
});

test('rows refer to each other by the ids of the contract', async () => {
  const source = withFindings(minedSource('a.txt', fullReport()));
  await writeSources(store, [write(source)]);
  const id = sourceId(source.sha256);
  expect(await queryObjects(store, 'FROM point_links')).toEqual([
    { from_point: `${id}-1-p002`, to_point: `${id}-1-p001`, kind: 'answers', score: 0.75 },
  ]);
  expect(
    await queryObjects(store, 'SELECT sentence_id, section_id, point_id, also FROM sentences ORDER BY seq'),
  ).toEqual([
    { sentence_id: `${id}-1-0001`, section_id: null, point_id: null, also: [] },
    { sentence_id: `${id}-1-0002`, section_id: `${id}-1-s001`, point_id: `${id}-1-p001`, also: [] },
    { sentence_id: `${id}-1-0003`, section_id: null, point_id: null, also: [] },
    { sentence_id: `${id}-1-0004`, section_id: null, point_id: `${id}-1-p002`, also: [] },
  ]);
  expect(await queryObjects(store, 'SELECT statistic_id, value, value_base, unit_base FROM statistics')).toEqual([
    { statistic_id: `${id}-1-0003-q1`, value: 3.5, value_base: 3500, unit_base: '米' },
  ]);
  expect(await queryObjects(store, 'SELECT code, message, source_start FROM messages ORDER BY code')).toEqual([
    { code: 'odd', message: 'it is odd', source_start: 5 },
    { code: 'plain', message: 'no place', source_start: null },
  ]);
});

test('a source that is written again, or changed, or moved leaves no row of its past', async () => {
  const full = withFindings(minedSource('a.txt', fullReport()));
  await writeSources(store, [write(full)]);
  const before = await counts();
  await writeSources(store, [write(full)]);
  expect(await counts()).toEqual(before);
  await writeSources(store, [write({ ...full, path: 'b.txt' }, 'a.txt')]);
  expect(await counts()).toEqual(before);
  const small = minedSource('b.txt', minedReport([['水', 'context']]));
  await writeSources(store, [write(small)]);
  expect(await counts()).toEqual({ sources: 1, reports: 1, sentences: 1, votes: 1, terms: 1 });
});

test('two sources that swap their bytes over two transactions are both there', async () => {
  const a = minedSource('a.txt', minedReport([['水', 'context']]));
  const b = minedSource('b.txt', minedReport([['田', 'context']]));
  await writeSources(store, [write(a), write(b)]);
  await writeSources(store, [write({ ...b, path: 'a.txt' })]);
  await writeSources(store, [write({ ...a, path: 'b.txt' })]);
  expect(await queryObjects(store, 'SELECT path, text FROM sources ORDER BY path')).toEqual([
    { path: 'a.txt', text: '田' },
    { path: 'b.txt', text: '水' },
  ]);
});

test('a duplicate is a row of its own, and its going leaves the source alone', async () => {
  const source = minedSource('a.txt', minedReport([['水', 'context']]));
  const { path: _, ...file } = source;
  const duplicate = { ...file, path: 'b.txt', message: 'the same bytes' };
  await writeSources(store, [
    write(source),
    { sourceId: sourceId(source.sha256, 2), fingerprint: 'v1', from: null, duplicate },
  ]);
  expect(await queryObjects(store, 'SELECT source_id, status, text FROM sources ORDER BY path')).toEqual([
    { source_id: sourceId(source.sha256), status: 'ok', text: '水' },
    { source_id: `${sourceId(source.sha256)}-2`, status: 'duplicate', text: '' },
  ]);
  await writeSources(store, [write(minedSource('b.txt', minedReport([['田', 'context']])))]);
  expect(await queryObjects(store, 'SELECT status, reports FROM files ORDER BY path')).toEqual([
    { status: 'ok', reports: 1 },
    { status: 'ok', reports: 1 },
  ]);
});

test('when a source cannot be written nothing of its batch is', async () => {
  const good = minedSource('a.txt', minedReport([['水', 'context']]));
  const mined = minedReport([['田', 'context']]);
  const bad = minedSource('b.txt', {
    ...mined,
    points: [{ ...mined.sentences[0]!, parent: 7, section: null, role: 'problem', label: '', sentences: [] }],
  });
  await expect(writeSources(store, [write(good), write(bad)])).rejects.toThrow('names the item 7');
  expect(await counts()).toEqual({});
});

test('runs are numbered and keep their options', async () => {
  const run = { startedAt: new Date(0), finishedAt: new Date(1500), version: '1.2.3', config: { db: 'x' } };
  await writeRun(store, run);
  await writeRun(store, run);
  expect(await queryObjects(store, 'SELECT run_id, finished_at, config FROM runs ORDER BY run_id')).toEqual([
    { run_id: 1, finished_at: '1970-01-01 00:00:01.5', config: '{"db":"x"}' },
    { run_id: 2, finished_at: '1970-01-01 00:00:01.5', config: '{"db":"x"}' },
  ]);
});
