import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Mined } from '../../pipeline/model/layers.ts';
import { NO_OVERRIDES } from '../../pipeline/model/mined-source.ts';
import { mineSource } from '../../pipeline/run.ts';

const FORMATS = ['docx', 'doc', 'wps', 'odt', 'rtf', 'pdf', 'html', 'mht', 'ofd'];

async function mine(extension: string): Promise<Mined> {
  const bytes = readFileSync(join(import.meta.dirname, `../fixtures/report.${extension}`));
  const { reports } = await mineSource({ path: `2018年/柳溪县乡村教师.${extension}`, bytes, overrides: NO_OVERRIDES });
  expect(reports).toHaveLength(1);
  return reports[0]!.mined;
}

const sections = ({ sections: all }: Mined) =>
  all.map(({ level, number, heading, role }) => ({ level, number, heading, role }));
const sentences = ({ report, sentences: all, roles }: Mined) =>
  all.map(({ start, end }, at) => [report.text.slice(start, end), roles[at]!.role]);
const statistics = ({ statistics: all, report }: Mined) =>
  all.map(({ start, end, value, unit, kind, qualifier, subject, year }) => [
    report.text.slice(start, end),
    { value, unit, kind, qualifier, subject, year },
  ]);

describe('the same report in another format', () => {
  let plain: Mined;
  beforeAll(async () => {
    plain = await mine('txt');
    expect(plain.sections.length).toBeGreaterThan(4);
    expect(plain.statistics.length).toBeGreaterThan(20);
  });
  it.each(FORMATS)('gives the same sections, roles and statistics: .%s', async (format) => {
    const mined = await mine(format);
    expect(sections(mined)).toEqual(sections(plain));
    expect(sentences(mined)).toEqual(sentences(plain));
    expect(statistics(mined)).toEqual(statistics(plain));
    expect(mined.report.title).toBe(plain.report.title);
    expect(mined.report.year).toBe(plain.report.year);
  });
});
