import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { structureOfFile } from '../structure.ts';
import { cutOtherwise, filesBelow, goldRows, REAL, realGold } from './gold-reports.ts';

describe.skipIf(!existsSync(REAL))('real reports', () => {
  const read = (path: string) => structureOfFile(path, readFileSync(path));

  it('the years of annual reports are those of their names', async () => {
    const wrong: string[] = [];
    for (const path of filesBelow(join(REAL, 'reports/government-work-reports'))) {
      const { reports } = await read(path);
      const years = reports.map((each) => each.outlined.report.year);
      if (years.join() !== basename(path, '.txt')) wrong.push(`${path}: ${years}`);
    }
    expect(wrong).toEqual([]);
  });

  it('a hard-wrapped compilation gives its reports and the sentences of its gold', async () => {
    const [path] = filesBelow(join(REAL, 'seed'));
    const structure = await read(path!);
    expect(structure.reports.map((each) => each.outlined.report.title.slice(-2))).toEqual([
      '篇一',
      '篇二',
      '篇三',
      '篇四',
      '篇五',
    ]);
    const rows = goldRows(join(REAL, 'gold/seed.jsonl'));
    expect(cutOtherwise(structure, rows).length / rows.length).toBeLessThan(0.005);
  });

  it('the sentences of labelled documents agree in 98 of 100', async () => {
    let otherwise = 0;
    let all = 0;
    for (const { path, rows } of realGold()) {
      otherwise += cutOtherwise(await read(path), rows).length;
      all += rows.length;
    }
    expect(all).toBeGreaterThan(3000);
    expect(otherwise / all).toBeLessThan(0.02);
  });

  it('every file is one report or the compilation that it is', async () => {
    for (const path of filesBelow(join(REAL, 'reports'))) expect((await read(path)).reports.length, path).toBe(1);
  });
});
