import { expect, test } from 'vitest';
import { NO_OVERRIDES } from '../../pipeline/model/mined-source.ts';
import { mineSource } from '../../pipeline/run.ts';
import { updateCopies, updateThemes } from '../../pipeline/run-corpus.ts';
import { sourceId } from '../../pipeline/store/ids.ts';
import { openStore, type Store } from '../../pipeline/store/open.ts';
import { query } from '../../pipeline/store/reader.ts';
import { writeDiscovery } from '../../pipeline/store/themes.ts';
import { writeSources } from '../../pipeline/store/writer.ts';
import { builtInTaxonomy } from '../../pipeline/themes/taxonomy.ts';

const PLACES = ['云桥县', '石泉县', '白河县', '青杨县', '双溪县', '龙泉县'];

/** A report of one year; those of odd number copy the one before with another place and other figures. */
function reportText(number: number): string {
  const original = number - (number % 2);
  const place = PLACES[number % PLACES.length]!;
  const rare = Array.from({ length: 400 }, (_, index) =>
    String.fromCharCode(0x6000 + ((original * 997 + index * 131) % 6000)),
  ).join('');
  return `${place}基层工作调研报告

一、存在的主要问题
（一）编制空缺多，人手紧张。全县空编${number + 11}名，${rare.slice(0, 100)}，有的同志一人多岗，忙得脚不沾地。
（二）经费缺口大，运转困难。全年经费缺口${number + 30}万元，${rare.slice(100, 200)}，办公开支只能东挪西借。
二、对策建议
（一）加强业务培训，提升干部本领。每年轮训${number + 2}次，${rare.slice(200, 300)}，让年轻干部跟着老同志学。
（二）推进数据共享，让群众少跑腿。打通${number + 5}个系统，${rare.slice(300)}，凡是网上能查到的不再让群众开证明。
`;
}

async function add(store: Store, numbers: readonly number[]): Promise<void> {
  for (const number of numbers) {
    const bytes = new TextEncoder().encode(reportText(number));
    const mined = await mineSource({ path: `${2018 + number}/报告${number}.txt`, bytes, overrides: NO_OVERRIDES });
    await writeSources(store, [{ sourceId: sourceId(mined.sha256), fingerprint: 'x', from: null, mined }]);
  }
  await updateCopies(store);
  await updateThemes(store, builtInTaxonomy());
}

const inStore = async <T>(work: (store: Store) => Promise<T>): Promise<T> => {
  const store = await openStore(':memory:', { readOnly: false });
  try {
    return await work(store);
  } finally {
    store.close();
  }
};

const rows = async (store: Store, sql: string): Promise<unknown> => (await query(store, sql)).rows;
const COPIES = 'SELECT report_id, duplicate_of, similarity FROM reports ORDER BY 1';
const PASSAGES = 'SELECT * FROM copied_passages ORDER BY ALL';
const THEMES = 'SELECT point_id, theme_id, score, terms FROM point_themes ORDER BY ALL';

test('reports that come one by one give the same copies and themes as all at once', async () => {
  const read = async (store: Store) => [
    await rows(store, COPIES),
    await rows(store, PASSAGES),
    await rows(store, THEMES),
  ];
  const atOnce = await inStore(async (store) => {
    await add(store, [0, 1, 2, 3, 4]);
    return read(store);
  });
  const oneByOne = await inStore(async (store) => {
    for (const number of [3, 1, 4, 0, 2]) await add(store, [number]);
    return read(store);
  });
  expect(oneByOne).toEqual(atOnce);
  expect((atOnce[0] as unknown[][]).filter(([, original]) => original !== null)).toHaveLength(2);
});

test('a further year leaves earlier themes as they were, and a second run changes nothing', async () => {
  await inStore(async (store) => {
    await add(store, [0, 2]);
    const before = (await rows(store, THEMES)) as unknown[][];
    expect(before.length).toBeGreaterThanOrEqual(8);
    await add(store, [4]);
    expect(await rows(store, THEMES)).toEqual(expect.arrayContaining(before));
    const all = [
      await rows(store, COPIES),
      await rows(store, THEMES),
      await rows(store, 'FROM themed_reports ORDER BY ALL'),
    ];
    await add(store, []);
    expect([
      await rows(store, COPIES),
      await rows(store, THEMES),
      await rows(store, 'FROM themed_reports ORDER BY ALL'),
    ]).toEqual(all);
  });
});

test('copied passages frame the text in reports.text, and copies are left out of the counts', async () => {
  await inStore(async (store) => {
    await add(store, [0, 1]);
    const [passage] = (await rows(store, 'SELECT passage, other_passage FROM copied_text')) as [string, string][];
    expect(passage![0].slice(3, 12)).toBe(passage![1].slice(3, 12));
    const [counts] = (await rows(
      store,
      `SELECT points, points_with_copies FROM theme_counts WHERE theme_id = 'funding'`,
    )) as number[][];
    expect(counts![1]).toBe(2 * counts![0]!);
    const shares = (await rows(store, 'SELECT originality FROM report_originality ORDER BY 1')) as number[][];
    expect(shares[0]![0]).toBeLessThan(0.2);
    expect(shares[1]![0]).toBe(1);
  });
});

test('discovered themes keep their ids and points when a year is added, and go with a refit', async () => {
  await inStore(async (store) => {
    await add(store, [0, 2]);
    const [[pointId]] = (await rows(store, 'SELECT point_id FROM points ORDER BY 1 LIMIT 1')) as [[string]];
    const theme = { id: 'found-0', label: '陈年旧账', keywords: ['旧账'] };
    await writeDiscovery(store, [theme], [{ pointId, theme: theme.id, score: 0.5, terms: ['旧账'] }]);
    const found = () => rows(store, `SELECT theme_id, point_id FROM point_themes WHERE theme_id = 'found-0'`);
    await add(store, [4]);
    expect(await found()).toEqual([['found-0', pointId]]);
    await updateThemes(store, builtInTaxonomy(), true);
    expect(await found()).toEqual([]);
    expect(await rows(store, `SELECT * FROM themes WHERE theme_id = 'found-0'`)).toEqual([]);
  });
});
