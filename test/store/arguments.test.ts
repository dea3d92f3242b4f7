import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Mined } from '../../pipeline/model/layers.ts';
import type { Point, PointLink } from '../../pipeline/model/point.ts';
import type { Role } from '../../pipeline/model/role.ts';
import { argumentOf } from '../../pipeline/store/arguments.ts';
import { sourceId } from '../../pipeline/store/ids.ts';
import { openStore, type Store } from '../../pipeline/store/open.ts';
import { query } from '../../pipeline/store/reader.ts';
import { writeSources } from '../../pipeline/store/writer.ts';
import { minedReport, minedSource, spanOf } from './documents.ts';

/** The lines of a report: each a point, but the title and the line that carries out the point before it. */
const LINES: readonly (readonly [string, Role])[] = [
  ['云河县公交调研', 'heading'],
  ['一、司机不够。', 'problem'],
  ['由于夜班补贴低，司机不愿上夜班。', 'problem'],
  ['二、候车亭破旧。', 'problem'],
  ['三、班次信息不通。', 'problem'],
  ['一是收入偏低。', 'cause'],
  ['公司连年亏损。', 'cause'],
  ['一要提高夜班补贴到40元。', 'countermeasure'],
  ['二要高度重视公交。', 'countermeasure'],
];
const CARRIED_OUT = 2;
const LINKS: readonly PointLink[] = [
  { from: 3, to: 0, kind: 'cause_of', score: 0.8 },
  { from: 5, to: 0, kind: 'answers', score: 0.9 },
  { from: 5, to: 1, kind: 'answers', score: 0.4 },
];

function argued(year: number): Mined {
  const lines = LINES.map(([line, role], index) => [index === 0 ? `${line}（${year}年）` : line, role] as const);
  const mined = minedReport(lines);
  const opening = lines.flatMap((_, sentence) => (sentence === 0 || sentence === CARRIED_OUT ? [] : [sentence]));
  const points: Point[] = opening.map((sentence, seq) => ({
    ...spanOf(mined.report.text, lines[sentence]![0]),
    seq,
    parent: seq === 4 ? 3 : null,
    section: null,
    role: lines[sentence]![1],
    label: lines[sentence]![0].replace(/^.{2}|。$/gu, ''),
    sentences: sentence === 1 ? [1, CARRIED_OUT] : [sentence],
  }));
  const measure = { actor: null, action: '提高', instrument: null, deadline: null, amount: null };
  return {
    ...mined,
    report: { ...mined.report, year },
    points,
    links: LINKS,
    pairs: [
      {
        sentence: 2,
        seq: 0,
        cause: spanOf(mined.report.text, '夜班补贴低'),
        effect: spanOf(mined.report.text, '司机不愿上夜班'),
        cue: '由于',
      },
    ],
    substance: [
      { ...measure, sentence: 7, point: 5, amount: '40元', specificity: 0.5 },
      { ...measure, sentence: 8, point: 6, specificity: 0.05 },
    ],
  };
}

let store: Store;
beforeEach(async () => {
  store = await openStore(':memory:', { readOnly: false });
  for (const year of [2021, 2023]) {
    const mined = minedSource(`${year}.txt`, argued(year));
    await writeSources(store, [{ sourceId: sourceId(mined.sha256), fingerprint: 'v1', from: null, mined }]);
  }
});
afterEach(() => store.close());

const rowsOf = async (sql: string): Promise<readonly (readonly unknown[])[]> => (await query(store, sql)).rows;

test('chains tell problem, causes of every kind with their places, and measures', async () => {
  const rows = await rowsOf(
    `SELECT problem, cause, countermeasure, cause_told, cause_score, answer_score, substring(r.text, cause_start + 1,
       cause_end - cause_start) FROM chains JOIN reports r USING (report_id) WHERE chains.year = 2021`,
  );
  expect(rows).toEqual([
    ['司机不够', '收入偏低', '提高夜班补贴到40元', 'point', 0.8, 0.9, '一是收入偏低。'],
    ['司机不够', '连年亏损', '提高夜班补贴到40元', 'inside', 0.8, 0.9, '公司连年亏损。'],
    ['司机不够', '夜班补贴低', '提高夜班补贴到40元', 'sentence', null, 0.9, '夜班补贴低'],
    ['候车亭破旧', null, '提高夜班补贴到40元', null, null, 0.4, null],
  ]);
});

test('what no measure answers is unanswered, and a measure without a problem is unprompted', async () => {
  expect(await rowsOf('SELECT year, problem, measures_in_report FROM unanswered')).toEqual([
    [2021, '班次信息不通', 2],
    [2023, '班次信息不通', 2],
  ]);
  expect(await rowsOf('SELECT year, countermeasure, problems_in_report FROM unprompted')).toEqual([
    [2021, '高度重视公交', 3],
    [2023, '高度重视公交', 3],
  ]);
});

test('slogans are the measures of which no sentence commits to anything', async () => {
  expect(await rowsOf('SELECT year, countermeasure, specificity, sentences, best FROM slogans')).toEqual([
    [2021, '高度重视公交', 0.05, 1, '二要高度重视公交。'],
    [2023, '高度重视公交', 0.05, 1, '二要高度重视公交。'],
  ]);
});

test('year by year', async () => {
  expect(await rowsOf('FROM chains_by_year')).toEqual([
    [2021, 1, 3, 1, 2, 1, 0.667],
    [2023, 1, 3, 1, 2, 1, 0.667],
  ]);
  expect(await rowsOf('FROM unanswered_by_year')).toEqual([
    [2021, 1, 3, 1, 0.333],
    [2023, 1, 3, 1, 0.333],
  ]);
  expect(await rowsOf('FROM slogans_by_year')).toEqual([
    [2021, 1, 2, 1, 0.275, 0.5],
    [2023, 1, 2, 1, 0.275, 0.5],
  ]);
});

test('a report shows its chains with points and stated causes apart', async () => {
  const [[id]] = (await rowsOf('SELECT report_id FROM reports WHERE year = 2023')) as [[string]];
  const { chains, unanswered, unprompted, measures } = await argumentOf(store, id);
  expect(chains.map(({ point_id: _, ...chain }) => chain)).toEqual([
    {
      problem: '司机不够',
      causes: ['收入偏低', '连年亏损'],
      stated: ['夜班补贴低'],
      countermeasures: ['提高夜班补贴到40元'],
    },
    { problem: '候车亭破旧', causes: [], stated: [], countermeasures: ['提高夜班补贴到40元'] },
  ]);
  expect([unanswered, unprompted]).toEqual([['班次信息不通'], ['高度重视公交']]);
  expect(measures.map(({ specificity }) => specificity)).toEqual([0.5, 0.05]);
});
