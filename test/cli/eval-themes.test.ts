import { afterAll, expect, it } from 'vitest';
import { workplace } from './command.ts';

const place = workplace();
const { run } = place;
afterAll(() => place.remove());

const SENTENCES = [
  { id: 't1', text: '白河县乡镇工作调研报告', role: 'heading' },
  { id: 't2', text: '一、存在的主要问题', role: 'heading' },
  { id: 't3', text: '（一）经费缺口大，运转困难。', role: 'problem', point: { name: 'p1', targets: [] } },
  { id: 't4', text: '办公开支只能东挪西借。', role: 'problem' },
  { id: 't5', text: '（二）编制空缺多，一人身兼数职。', role: 'problem', point: { name: 'p2', targets: [] } },
  { id: 't6', text: '全乡空编十一名。', role: 'problem' },
];

it('eval --themes scores the themes of mined points against those of annotators', async () => {
  place.write('reports/乡镇.txt', SENTENCES.map(({ text }) => text).join('\n'));
  place.write(
    'gold.jsonl',
    SENTENCES.map((each) => JSON.stringify({ ...each, report: 1, also: [], stats: [] })).join('\n'),
  );
  place.write(
    'themes.tsv',
    't3\tfunding\t-\tfunding\tfunding\tpay\nt5\tstaff-structure\tstaffing\tstaffing\tpay\tpay\n',
  );
  expect((await run('mine', 'reports')).code).toBe(0);
  const { out, code } = await run('eval', 'gold.jsonl', '--themes', 'themes.tsv', '--lang', 'en');
  expect(code).toBe(0);
  expect(out).toContain('Themes of 2 points, 2 of them mined where gold has them');
  // 经费投入 is right; 人员编制 is wrong strictly and does not count leniently; 队伍结构 is missed.
  expect(out).toMatch(/^strict +0\.5 +0\.5 +0\.5 +1 +1 +1$/m);
  expect(out).toMatch(/^lenient +1 +0\.5 +0\.667 +1 +0 +1$/m);
  expect(out).toMatch(/^ *0\.5 +0 +0\.5$/m);
});

it('says what gold themes look like where they do not', async () => {
  place.write('broken.tsv', 't3\tfunding\n');
  const { code, err } = await run('eval', 'gold.jsonl', '--themes', 'broken.tsv');
  expect(code).toBe(1);
  expect(err).toContain('broken.tsv, line 1');
});
