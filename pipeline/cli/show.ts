import type { Command } from 'commander';
import { type Config, readConfig } from '../config.ts';
import { Fault } from '../model/fault.ts';
import { argumentOf, type ReportArgument } from '../store/arguments.ts';
import type { Store } from '../store/open.ts';
import { findReports, outlineOf, type ReportHead, type ReportOutline, reportTitles } from '../store/outline.ts';
import type { Table } from '../store/reader.ts';
import { formatTable } from './format.ts';
import { type Context, colorsFor, type Io } from './io.ts';
import { withDb, withFormat, withLang, withStore } from './options.ts';
import { type OutlineNode, outlineTree } from './outline-tree.ts';
import { argumentLines } from './show-argument.ts';
import { outlineLines } from './show-outline.ts';

/** Adds `diaoyan show`. */
export function addShow(program: Command, { io }: Context): void {
  withLang(withFormat(withDb(program.command('show'))))
    .description('show the outline of a report with roles, points and figures, and how it argues')
    .argument('<report>', 'its id, the beginning of its id, or a part of its title')
    .action((name: string, options: object) => show(name, readConfig({ ...options }), io));
}

async function show(name: string, config: Config, io: Io): Promise<void> {
  const { outline, argument } = await withStore(config, io, async (store) => {
    const report = await oneReport(store, name);
    return { outline: await outlineOf(store, report), argument: await argumentOf(store, report.report_id) };
  });
  const tree = outlineTree(outline);
  const colors = colorsFor(io.stdout, io.env);
  const width = io.stdout.tty ? io.stdout.columns : null;
  const style = { lang: config.lang, width, colors };
  if (config.format === 'table')
    io.stdout.write(
      `${[...outlineLines(outline.report, tree, style), ...argumentLines(argument, style)].join('\n')}\n`,
    );
  else if (config.format === 'json') io.stdout.write(`${JSON.stringify(asJson(outline, tree, argument), null, 2)}\n`);
  else io.stdout.write(formatTable(asTable(tree), config.format, { width, colors }));
}

/** The one report that `name` means. @throws Fault when it means none or several. */
export async function oneReport(store: Store, name: string): Promise<ReportHead> {
  const found = await findReports(store, name);
  const exact = found.filter(({ report_id, title }) => report_id === name || title === name);
  const reports = exact.length > 0 ? exact : found;
  if (reports.length === 1) return reports[0]!;
  if (reports.length > 1) {
    const some = reports
      .slice(0, 5)
      .map(({ report_id, title, year }) => `${report_id} ${title}${year ? ` (${year})` : ''}`);
    const more = reports.length > 5 ? ' ...' : '';
    throw new Fault(`“${name}” fits ${reports.length} reports, so give one's id: ${some.join('; ')}${more}`);
  }
  const like = likeTitles(name, await reportTitles(store));
  const advice = like.length > 0 ? `did you mean ${like.join(' or ')}?` : '“diaoyan query report_overview” lists them';
  throw new Fault(`there is no report “${name}”; ${advice}`);
}

/** The titles that hold most of the characters of `name`, at least half of them; at most three. */
function likeTitles(
  name: string,
  reports: readonly { readonly report_id: string; readonly title: string }[],
): string[] {
  const characters = [...new Set(name)];
  return reports
    .map(({ report_id, title }) => ({
      text: `${title} (${report_id})`,
      share: characters.filter((character) => title.includes(character)).length / characters.length,
    }))
    .filter(({ share }) => share >= 0.5)
    .sort((a, b) => b.share - a.share)
    .slice(0, 3)
    .map(({ text }) => text);
}

const asJson = ({ report }: ReportOutline, outline: readonly OutlineNode[], argument: ReportArgument): object => ({
  ...report,
  outline,
  argument,
});

/** The outline with a row for each node. */
function asTable(tree: readonly OutlineNode[]): Table {
  const rows = (nodes: readonly OutlineNode[], level: number): Table['rows'] =>
    nodes.flatMap((node) => [
      [
        level,
        node.kind,
        node.number,
        node.label,
        node.role,
        ...(['problem', 'cause', 'countermeasure', 'practice', 'context'] as const).map(
          (role) => node.sentences[role] ?? 0,
        ),
        node.figures.map(({ subject, surface }) => `${subject} ${surface}`.trim()),
        node.id,
      ],
      ...rows(node.children, level + 1),
    ]);
  const text = (name: string) => ({ name, type: 'VARCHAR' });
  const number = (name: string) => ({ name, type: 'INTEGER' });
  return {
    columns: [
      number('level'),
      ...['kind', 'number', 'label', 'role'].map(text),
      ...['problem', 'cause', 'countermeasure', 'practice', 'context'].map(number),
      text('figures'),
      text('id'),
    ],
    rows: rows(tree, 1),
  };
}
