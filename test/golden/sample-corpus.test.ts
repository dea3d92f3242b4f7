import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Outlined } from '../../pipeline/model/layers.ts';
import { withoutBlanks } from '../structure.ts';
import { cutOtherwise, type Described, sampleGold, sampleReports } from './gold-reports.ts';

let reports: readonly Described[] = [];
beforeAll(async () => {
  reports = await sampleReports();
});

const outlinedOf = ({ structure, seq }: Described): Outlined => structure.reports[seq - 1]!.outlined;
const isCompiled = ({ structure }: Described): boolean => structure.reports.length > 1;
const masked = ({ header }: Described): boolean => header.get('title')!.includes('xx');
/** What each report says of itself against what is found, where they differ. */
const differing = (found: (each: Described) => unknown, said: (each: Described) => unknown): unknown[] =>
  reports.filter((each) => found(each) !== said(each)).map((each) => [each.id, found(each), said(each)]);

describe('the sample corpus', () => {
  it('has the reports that its authors wrote, one in each file but the compilation', () => {
    expect(reports.length).toBeGreaterThan(45);
    const counts = new Map<string, number>();
    for (const { header } of reports) counts.set(header.get('file')!, (counts.get(header.get('file')!) ?? 0) + 1);
    expect(
      reports.filter(({ header, structure }) => structure.reports.length !== counts.get(header.get('file')!)),
    ).toEqual([]);
  });

  it('titles', () => {
    const compiled = (each: Described) => `${each.header.get('compilation')}篇${'一二三四五六七八九十'[each.seq - 1]}`;
    const first = (each: Described) => reports.find(({ header }) => header.get('file') === each.header.get('file'))!;
    expect(
      differing(
        (each) => outlinedOf(each).report.title,
        (each) => (isCompiled(each) ? compiled({ ...first(each), seq: each.seq }) : each.header.get('title')),
      ),
    ).toEqual([]);
  });

  it('years', () => {
    const original = ({ header }: Described) => reports.find((each) => each.id === header.get('copy_of'))?.header;
    const said = (each: Described) => Number(each.header.get('year') ?? original(each)?.get('year'));
    expect(differing((each) => outlinedOf(each).report.year, said)).toEqual([]);
  });

  it('regions, where the title, the text or the file names them', () => {
    const named = reports.filter((each) => {
      const { report } = outlinedOf(each);
      const said = `${report.title} ${each.header.get('file')}`;
      return !isCompiled(each) && !masked(each) && said.includes(each.header.get('region')!);
    });
    expect(named.length).toBeGreaterThan(38);
    const wrong = named.filter((each) => outlinedOf(each).report.region !== each.header.get('region'));
    expect(wrong.map((each) => each.id)).toEqual([]);
  });

  it('no region where it is masked', () => {
    const hidden = reports.filter(masked);
    expect(hidden.map((each) => outlinedOf(each).report.region)).toEqual(hidden.map(() => null));
    expect(hidden.length).toBeGreaterThan(0);
  });

  it('issuers, where a report is signed', () => {
    const wrong = reports.filter((each) => {
      const { report } = outlinedOf(each);
      const issuer = each.header.get('issuer')!;
      const signed = withoutBlanks(report.text).slice(-60).includes(issuer);
      return report.issuer === null ? signed : !report.issuer.includes(issuer);
    });
    expect(wrong.map((each) => each.id)).toEqual([]);
  });

  it('takes out no sentence that is not noise', () => {
    const rows = new Map(sampleGold());
    const lost = reports.flatMap((each) => {
      const text = withoutBlanks(each.structure.clean.text);
      return (rows.get(each.id) ?? []).filter((row) => row.role !== 'noise' && !text.includes(withoutBlanks(row.text)));
    });
    expect(lost).toEqual([]);
  });

  it('every gold heading on a line of its own is a heading or the title', () => {
    const missing = sampleGold().flatMap(([id, rows]) => {
      const { structure } = reports.find((each) => each.id === id)!;
      const headings = structure.reports.flatMap(({ outlined }) => [
        withoutBlanks(outlined.report.title),
        ...outlined.sections.map(({ headingSpan: { start, end } }) =>
          withoutBlanks(outlined.report.text.slice(start, end)),
        ),
      ]);
      const lines = new Set(structure.clean.text.split('\n').map(withoutBlanks));
      return rows
        .filter((row) => row.role === 'heading' && lines.has(withoutBlanks(row.text)))
        .filter((row) => !headings.includes(withoutBlanks(row.text)))
        .map((row) => `${id}: ${row.text}`);
    });
    expect(missing).toEqual([]);
  });

  it('cuts the sentences of the gold, but for quotations that a speaker closes and lines without a stop', () => {
    const gold = sampleGold();
    const otherwise = gold.flatMap(([id, rows]) =>
      cutOtherwise(reports.find((each) => each.id === id)!.structure, rows),
    );
    const all = gold.reduce((sum, [, rows]) => sum + rows.length, 0);
    expect(all).toBeGreaterThan(3000);
    expect(otherwise.filter((text) => !/[。！？]”|：|等6人|^我们是/u.test(text))).toEqual([]);
    expect(otherwise.length / all).toBeLessThan(0.003);
  });

  it('says in a message when evidence of the year disagrees, and only then', () => {
    const messages = reports.flatMap((each) =>
      each.structure.reports[each.seq - 1]!.messages.map((message) => message.code),
    );
    expect(messages).toEqual([]);
  });
});

describe('an outline', () => {
  it('is what its author meant', () => {
    const source = readFileSync(resolve(import.meta.dirname, '../../corpus/annotated/r01.ann'), 'utf8');
    const meant = [
      ...source.matchAll(
        /^[A-Z](?:\+[A-Z])*(?:#[^|{]*)?(?:\{[^}]*\})?\|\s?([一二三四五六]、.*|（[一二三四五六七八]）.*?。?)$/gm,
      ),
    ].map((match) => match[1]!.replace(/⟦([^|⟧]*)[^⟧]*⟧/g, '$1').replace(/。$/u, ''));
    const { sections } = outlinedOf(reports.find((each) => each.id === 'r01')!);
    const found = sections
      .filter((section) => /^[一二三四五六]、|^（/u.test(section.number))
      .map((section) => section.number + section.heading);
    expect(found).toEqual(meant);
    expect(new Set(sections.map((section) => section.level))).toEqual(new Set([1, 2]));
  });
});
