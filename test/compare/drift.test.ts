import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAnnotated } from '../../corpus/annotation.ts';
import type { Raised } from '../../pipeline/compare/raised.ts';
import { type Answered, compareRemedies, followRemedies } from '../../pipeline/compare/remedies.ts';
import { type DatedReport, followThemes } from '../../pipeline/compare/theme-years.ts';
import { compareThemes } from '../../pipeline/compare/themes.ts';
import { PLAN } from './plan.ts';

/** What the annotations say that each report raises; derived copies count once, as everywhere. */
function annotated(): { reports: DatedReport[]; raised: Raised[]; answered: Answered[] } {
  const folder = resolve(import.meta.dirname, '../../corpus/annotated');
  const reports: DatedReport[] = [];
  const raised: Raised[] = [];
  const answered: Answered[] = [];
  for (const file of readdirSync(folder)) {
    const { header, paragraphs } = parseAnnotated(readFileSync(resolve(folder, file), 'utf8'));
    if (header.has('copy_of')) continue;
    const report = header.get('id')!;
    reports.push({ id: report, year: Number(header.get('year')) });
    const sentences = paragraphs.flat();
    for (const { point, role } of sentences)
      for (const theme of point?.themes ?? []) raised.push({ theme, role, report });
    for (const { point: measure } of sentences.filter(({ role }) => role === 'countermeasure'))
      for (const { point: problem, role } of sentences)
        if (role === 'problem' && problem && measure?.targets.includes(problem.name))
          for (const theme of problem.themes)
            for (const remedy of measure.themes) answered.push({ problem: theme, remedy, report });
  }
  return { reports, raised, answered };
}

describe('the planned drift of the sample corpus, by its annotations', () => {
  const { reports, raised, answered } = annotated();
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

  const remedies = compareRemedies(raised, answered, idsOf(2018, 2019), idsOf(2023, 2025));
  const clear = remedies.filter(({ q }) => q !== null && q <= 0.05);

  // Planned are supervision before, relief and incentives after; incentives are planned to rise as a measure anyway.
  it('answers the formalism that returned with other remedies than before', () => {
    expect(clear.map(({ problem, remedy, status }) => `${problem} ${remedy} ${status}`).sort()).toEqual([
      '形式主义负担 形式主义负担 rising',
      '形式主义负担 监督问责 gone',
      '形式主义负担 考核激励 new',
      '考核激励 考核激励 new',
    ]);
  });

  it('sees the same over all years', () => {
    const courses = followRemedies(raised, answered, reports).filter(({ q }) => q !== null && q <= 0.05);
    expect(courses.map(({ problem, remedy }) => `${problem} ${remedy}`).sort()).toEqual([
      '形式主义负担 形式主义负担',
      '形式主义负担 监督问责',
      '形式主义负担 考核激励',
      '考核激励 考核激励',
    ]);
  });
});
