import type { Command } from 'commander';
import { type Config, readConfig } from '../config.ts';
import type { AuditSeverity } from '../model/audit.ts';
import { type StoredFinding, storedFindings } from '../store/audit.ts';
import type { Column, Table, Value } from '../store/reader.ts';
import { summaryLine } from './audit-summary.ts';
import { findingLines } from './audit-text.ts';
import { formatTable } from './format.ts';
import { type Context, colorsFor, type Io } from './io.ts';
import { withDb, withFormat, withLang, withStore } from './options.ts';
import { oneReport } from './show.ts';

interface AuditOptions {
  readonly confirmed?: boolean;
  readonly doubtful?: boolean;
}

/** Adds `diaoyan audit`. */
export function addAudit(program: Command, { io }: Context): void {
  withLang(withFormat(withDb(program.command('audit'))))
    .description('list figures that contradict each other, in one report or in all, with the sum spelled out')
    .argument('[report]', 'its id, the beginning of its id, or a part of its title')
    .option('--doubtful', 'list findings that often have an explanation as well')
    .option('--confirmed', 'list sums, shares and changes that were checked and agree as well')
    .action((name: string | undefined, options: AuditOptions) => audit(name, options, readConfig({ ...options }), io));
}

async function audit(name: string | undefined, options: AuditOptions, config: Config, io: Io): Promise<void> {
  const all = await withStore(config, io, async (store) =>
    storedFindings(store, name === undefined ? null : (await oneReport(store, name)).report_id),
  );
  const severities = severitiesOf(options);
  const shown = all.filter(({ severity }) => severities.has(severity));
  const display = { width: io.stdout.tty ? io.stdout.columns : null, colors: colorsFor(io.stdout, io.env) };
  if (config.format === 'table') {
    const lines = findingLines(shown, { ...display, lang: config.lang });
    io.stdout.write(`${[...lines, summaryLine(all, severities)].join('\n')}\n`);
  } else io.stdout.write(formatTable(asTable(shown, config.format.startsWith('json')), config.format, display));
}

const severitiesOf = ({ confirmed, doubtful }: AuditOptions): ReadonlySet<AuditSeverity> =>
  new Set([
    'error',
    'warning',
    ...(doubtful ? ['doubtful' as const] : []),
    ...(confirmed ? ['confirmed' as const] : []),
  ]);

const text = (name: string): Column => ({ name, type: 'VARCHAR' });
const number = (name: string): Column => ({ name, type: 'DOUBLE' });

/** A row a finding; its figures as objects where the format can hold them, else as text beside their sentences. */
function asTable(findings: readonly StoredFinding[], nested: boolean): Table {
  return {
    columns: [
      ...['severity', 'kind', 'arithmetic'].map(text),
      ...['stated', 'expected'].map(number),
      ...(nested ? ['figures'] : ['figures', 'sentences', 'places']).map(text),
      text('title'),
      number('year'),
      ...['region', 'report_id', 'finding_id'].map(text),
    ],
    rows: findings.map((finding) => [
      finding.severity,
      finding.kind,
      finding.arithmetic,
      finding.stated,
      finding.expected,
      ...(nested ? [finding.figures as unknown as Value] : flatFigures(finding)),
      finding.title,
      finding.year,
      finding.region,
      finding.report_id,
      finding.finding_id,
    ]),
  };
}

const flatFigures = ({ figures }: StoredFinding): Value[] => [
  figures.map(({ subject, surface }) => `${subject} ${surface}`.trim()),
  [...new Set(figures.map((figure) => figure.text))],
  figures.map(({ path, char_start, char_end }) => `${path}:${char_start}-${char_end}`),
];
