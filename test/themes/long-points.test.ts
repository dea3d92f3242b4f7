import { expect, test } from 'vitest';
import { NO_OVERRIDES } from '../../pipeline/model/mined-source.ts';
import { mineSource } from '../../pipeline/run.ts';
import { updateThemes } from '../../pipeline/run-corpus.ts';
import { sourceId } from '../../pipeline/store/ids.ts';
import { openStore } from '../../pipeline/store/open.ts';
import { queryObjects } from '../../pipeline/store/reader.ts';
import { writeSources } from '../../pipeline/store/writer.ts';
import { builtInTaxonomy } from '../../pipeline/themes/taxonomy.ts';

const PARAGRAPHS = [
  '要改善乡村医疗条件。补齐村卫生室的药品和设备。让医生定期到村坐诊。把慢性病用药送到家门口。',
  '要办好农村学校。配齐音乐和美术教师。改善教室和操场。让孩子就近上学。',
  '要做好养老服务。建好村里的老年食堂。为独居老人上门送餐。培训护理员。',
  '要抓好污水和垃圾治理。清理河道里的垃圾。建好污水处理站。严查直排河道的小作坊。',
];
const text = (paragraphs: readonly string[]): string =>
  `白河镇民生工作调研报告\n\n一、对策建议\n（一）切实保障和改善民生。\n${paragraphs.join('\n')}\n（二）加强道路建设。要修好通村道路。\n`;

async function themesOf(paragraphs: readonly string[]): Promise<readonly string[]> {
  const store = await openStore(':memory:', { readOnly: false });
  try {
    const bytes = new TextEncoder().encode(text(paragraphs));
    const mined = await mineSource({ path: '2020/报告.txt', bytes, overrides: NO_OVERRIDES });
    await writeSources(store, [{ sourceId: sourceId(mined.sha256), fingerprint: 'x', from: null, mined }]);
    await updateThemes(store, builtInTaxonomy());
    const rows = await queryObjects<{ label: string }>(
      store,
      `SELECT DISTINCT t.label FROM point_themes JOIN points p USING (point_id) JOIN themes t USING (theme_id)
       WHERE p.label LIKE '%民生%' ORDER BY 1`,
    );
    return rows.map(({ label }) => label);
  } finally {
    store.close();
  }
}

test('a long point has the themes of its paragraphs', async () => {
  expect(await themesOf(PARAGRAPHS)).toEqual(expect.arrayContaining(['医疗卫生', '养老服务', '生态环境']));
});

test('a short point has few', async () => {
  expect((await themesOf(PARAGRAPHS.slice(0, 1))).length).toBeLessThanOrEqual(3);
});
