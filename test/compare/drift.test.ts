import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAnnotated } from '../../corpus/annotation.ts';
import type { Raised } from '../../pipeline/compare/raised.ts';
import { type DatedReport, followThemes } from '../../pipeline/compare/theme-years.ts';
import { compareThemes } from '../../pipeline/compare/themes.ts';
import { PLAN } from './plan.ts';

/** What the annotations say that each report raises; derived copies count once, as everywhere. */
function annotated(): { reports: DatedReport[]; raised: Raised[] } {
  const folder = resolve(import.meta.dirname, '../../corpus/annotated');
  const reports: DatedReport[] = [];
  const raised: Raised[] = [];
  for (const file of readdirSync(folder)) {
    const { header, paragraphs } = parseAnnotated(readFileSync(resolve(folder, file), 'utf8'));
    if (header.has('copy_of')) continue;
    const report = header.get('id')!;
    reports.push({ id: report, year: Number(header.get('year')) });
    for (const { point, role } of paragraphs.flat())
      for (const theme of point?.themes ?? []) raised.push({ theme, role, report });
  }
  return { reports, raised };
}

describe('the planned drift of the sample corpus, by its annotations', () => {
  const { reports, raised } = annotated();
  const courses = followThemes(raised, reports);

  it.each(PLAN)('%s %s is %s', (role, theme, status) => {
    expect(courses.find((course) => course.role === role && course.theme === theme)?.status).toBe(status);
  });

  const idsOf = (from: number, to: number): string[] =>
    reports.filter(({ year }) => year >= from && year <= to).map(({ id }) => id);
  const differences = compareThemes(raised, idsOf(2018, 2020), idsOf(2023, 2025));

  it.each(PLAN.filter(([, , status]) => status !== 'returned'))(
    '%s %s between 2018–2020 and 2023–2025',
    (role, theme, _, sign) => {
      const { q, difference } = differences.find((each) => each.role === role && each.theme === theme)!;
      expect((q ?? 1) <= 0.05 ? Math.sign(difference.estimate) : 0).toBe(sign);
    },
  );
});
