import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Workplace, workplace } from './command.ts';

const report = (place: string, count: number): string => `${place}基层工作调研报告

一、存在的主要问题
（一）编制空缺多，人手紧张。全县空编${count}名，有的同志一人多岗，忙得脚不沾地，周末也难得歇上半天。
（二）经费缺口大，运转困难。全年经费缺口${count + 20}万元，办公开支只能东挪西借，欠着几家店铺的账没有还清。
二、对策建议
（一）加强业务培训，提升干部本领。每年轮训两次，让年轻干部跟着老同志学，把课堂搬到村头巷尾去。
`;

let place: Workplace;

beforeAll(async () => {
  place = workplace();
  place.write('2020/云桥.txt', report('云桥县', 11));
  place.write('2021/石泉.txt', report('石泉县', 17));
  const { code, err } = await place.run('mine', '2020', '2021');
  if (code !== 0) throw new Error(err);
}, 60_000);
afterAll(() => place.remove());

test('themes counts a copied report once, and twice when asked to', async () => {
  const count = async (...more: string[]): Promise<unknown> => {
    const { out } = await place.run('themes', '--format', 'json', ...more);
    return (JSON.parse(out) as Record<string, unknown>[]).find(({ theme_id }) => theme_id === 'funding')?.points;
  };
  expect(await count()).toBe(1);
  expect(await count('--count-copies')).toBe(2);
});

test('themes show lists the points of a theme by its name, and refuses a name that is none', async () => {
  expect((await place.run('themes', 'show', '经费投入')).out).toContain('经费缺口大');
  const { code, err } = await place.run('themes', 'show', '经费投人');
  expect(code).not.toBe(0);
  expect(err).toContain('经费投人');
});

test('copies names the original and shows the passages', async () => {
  const { out } = await place.run('copies', '--format', 'json');
  expect(JSON.parse(out)).toMatchObject([{ year: 2021, original_year: 2020 }]);
  expect((await place.run('copies', '石泉')).out).toContain('一人多岗');
});
