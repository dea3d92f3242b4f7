import { expect, test } from 'vitest';
import { NO_OVERRIDES } from '../../pipeline/model/mined-source.ts';
import { mineSource } from '../../pipeline/run.ts';

async function problemsOf(text: string): Promise<readonly string[]> {
  const bytes = new TextEncoder().encode(text);
  const { reports } = await mineSource({ path: '2020/报告.txt', bytes, overrides: NO_OVERRIDES });
  const { report, points } = reports[0]!.mined;
  const problems = points.filter(({ role }) => role === 'problem');
  for (const { start, end, label } of problems) expect(report.text.slice(start, end)).toContain(label.slice(0, 4));
  return problems.map(({ label }) => label);
}

const WORK = `石桥区政府工作报告

一、去年工作回顾
一年来，全区新修道路12公里，改造老旧小区9个，新增就业3200人，财政收入增长6%。
同时，我们也清醒地看到，工作中还存在不少困难和问题，主要表现为：经济总量偏小，工业基础薄弱；教育、医疗资源供给不足；一些干部作风漂浮，服务意识不强。

二、今年工作安排
要加快园区建设，完成投资5亿元。
`;

test('problems that a work report names in a row are points, part by part', async () => {
  const labels = await problemsOf(WORK);
  expect(labels.length).toBeGreaterThanOrEqual(3);
  expect(labels.some((label) => label.includes('资源供给不足'))).toBe(true);
  expect(labels.some((label) => label.includes('清醒'))).toBe(false);
});

test('they are none where the report has points for its problems', async () => {
  const text = `${WORK}\n三、存在的问题\n（一）校舍破旧失修。全区有7所学校的围墙开裂，雨天漏水，家长意见很大。\n`;
  expect(await problemsOf(text)).toEqual(['校舍破旧失修']);
});
