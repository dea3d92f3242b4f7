import { type Period, periodsOf } from '../compare/periods.ts';
import { countWordsAndPhrases, type TermCounts } from '../compare/term-counts.ts';
import { compareTerms } from '../compare/terms.ts';
import { Fault } from '../model/fault.ts';
import { type ReportHead, reportHeads } from '../store/groups.ts';
import type { Table } from '../store/reader.ts';
import { cutReports, namesMatter, sentencesByReport } from './cut-reports.ts';
import type { DiffJob } from './diff-job.ts';
import { showTables } from './show-tables.ts';

const TERMS_PER_PERIOD = 12;

/** Prints for every year, or span of years, the terms that its reports have more of than all others. */
export async function termsOverYears({ store, config, io, by, role, copies }: DiffJob): Promise<void> {
  if (by !== 'year') throw new Fault(`name the ${by}s to compare with --from and --to`, 'usage');
  const reports = (await reportHeads(store, copies)).filter(({ year }) => year !== null);
  const periods = periodsOf(reports.map(({ year }) => year!));
  if (periods.length < 2)
    throw new Fault('the reports are not of different years: mine more, or say their years with --manifest');
  const counts = countWordsAndPhrases(cutReports(reports, await sentencesByReport(store, role)), namesMatter);
  const limit = config.limit ?? TERMS_PER_PERIOD;
  const rows = periods.flatMap((period) => termsOf(period, reports, counts, limit));
  const people = config.format === 'table' || config.format === 'markdown';
  showTables([{ title: null, table: people ? readable(periods, rows, config.lang === 'zh') : flat(rows) }], config, io);
}

interface PeriodTerm {
  readonly period: string;
  readonly reports: number;
  readonly term: string;
  readonly z: number;
  readonly inside: number;
  readonly outside: number;
  readonly p: number | null;
  readonly q: number;
}

/** The terms of one period against all other years. */
function termsOf(period: Period, reports: readonly ReportHead[], counts: TermCounts, limit: number): PeriodTerm[] {
  const inside = Uint8Array.from(reports, ({ year }) => (year! >= period.first && year! <= period.last ? 1 : 0));
  const others = inside.filter((report) => report === 0).length;
  const typical = compareTerms(counts, inside, 'second').filter(({ z }) => z > 0);
  return (limit === 0 ? typical : typical.slice(0, limit)).map(({ term, z, count, p, q }) => ({
    period: period.label,
    reports: reports.length - others,
    term,
    z: Number(z.toFixed(3)),
    inside: count[1],
    outside: count[0],
    p,
    q,
  }));
}

const readable = (periods: readonly Period[], rows: readonly PeriodTerm[], zh: boolean): Table => ({
  columns: (zh
    ? ['年份', '报告', '比其他年份用得多的词语']
    : ['years', 'reports', 'terms used more than in other years']
  ).map((name, index) => ({ name, type: index === 1 ? 'INTEGER' : 'VARCHAR' })),
  rows: periods.map(({ label }) => {
    const own = rows.filter(({ period }) => period === label);
    return [label, own[0]?.reports ?? 0, own.map(({ term }) => term).join('、')];
  }),
});

const flat = (rows: readonly PeriodTerm[]): Table => ({
  columns: ['period', 'reports', 'term', 'z', 'count', 'count_elsewhere', 'p', 'q'].map((name) => ({
    name,
    type: name === 'period' || name === 'term' ? 'VARCHAR' : 'DOUBLE',
  })),
  rows: rows.map(({ period, reports, term, z, inside, outside, p, q }) => [
    period,
    reports,
    term,
    z,
    inside,
    outside,
    p,
    q,
  ]),
});
