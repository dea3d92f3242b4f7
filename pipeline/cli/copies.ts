import type { Command } from 'commander';
import { type Config, readConfig } from '../config.ts';
import type { Store } from '../store/open.ts';
import { query, queryObjects, type Table } from '../store/reader.ts';
import { formatTable } from './format.ts';
import { type Colors, type Context, colorsFor, type Io } from './io.ts';
import { withDb, withFormat, withStore } from './options.ts';
import { oneReport } from './show.ts';
import { pad as padTo, wrap } from './width.ts';

/** Adds `diaoyan copies`. */
export function addCopies(program: Command, { io }: Context): void {
  withFormat(withDb(program.command('copies')))
    .description('list copied reports and their originals, or the copied passages of one report side by side')
    .argument('[report]', 'its id, the beginning of its id, or a part of its title')
    .option('--template', 'show the text that the copies of a report share with it')
    .action((name: string | undefined, options: { readonly template?: boolean }) => {
      const config = readConfig({ ...options });
      if (name === undefined) return list(config, io);
      return options.template ? template(name, config, io) : show(name, config, io);
    });
}

async function list(config: Config, io: Io): Promise<void> {
  const table = await withStore(config, io, (store) =>
    query(
      store,
      `SELECT r.title, r.year, r.region, round(r.similarity, 3) AS copied_share, o.title AS original, o.year AS original_year,
         o.region AS original_region, x.originality, r.report_id, r.duplicate_of
       FROM reports r JOIN reports o ON o.report_id = r.duplicate_of JOIN report_originality x ON x.report_id = r.report_id
       ORDER BY r.duplicate_of, r.year, r.report_id`,
    ),
  );
  if (table.rows.length === 0 && config.format === 'table') io.stdout.write('No report is a copy of another.\n');
  else print(table, config, io);
}

interface Side {
  readonly report_id: string;
  readonly other_id: string;
  readonly other_title: string;
  readonly other_year: number | null;
  readonly passage: string;
  readonly other_passage: string;
  readonly section: string | null;
  readonly share: number;
}

async function show(name: string, config: Config, io: Io): Promise<void> {
  const { title, originality, sides } = await withStore(config, io, (store) => passagesOf(store, name));
  if (config.format !== 'table') {
    print(sides, config, io);
    return;
  }
  const colors = colorsFor(io.stdout, io.env);
  io.stdout.write(`${colors.bold(title)}\n${percent(originality)} of its text stands in no earlier report\n`);
  const width = Math.max(40, Math.min(io.stdout.tty ? io.stdout.columns : 100, 160));
  const rows = sides.rows.map((row) =>
    Object.fromEntries(sides.columns.map((column, index) => [column.name, row[index]])),
  );
  for (const side of rows as unknown as Side[]) io.stdout.write(`\n${sideBySide(side, width, colors).join('\n')}\n`);
}

/** The passages that a report shares with earlier ones, and with those that copied it. */
async function passagesOf(store: Store, name: string): Promise<{ title: string; originality: number; sides: Table }> {
  const { report_id: report, title } = await oneReport(store, name);
  const [row] = await queryObjects<{ originality: number }>(
    store,
    'SELECT originality FROM report_originality WHERE report_id = $report',
    { report },
  );
  const sides = await query(
    store,
    `WITH sides AS (
       SELECT report_id, char_start, char_end, passage, other_id, other_title, other_year, other_start, other_end, other_passage FROM copied_text
       UNION ALL
       SELECT other_id, other_start, other_end, other_passage, report_id, title, year, char_start, char_end, passage FROM copied_text
     )
     SELECT s.passage, s.other_passage, s.other_title, s.other_year,
       round(length(s.passage) / greatest(1, length(r.text)), 3) AS share,
       (SELECT last(p.section_path ORDER BY x.level) FROM sections x JOIN section_paths p USING (section_id)
        WHERE x.report_id = s.report_id AND x.char_start <= s.char_start AND s.char_start < x.char_end) AS section,
       s.char_start, s.char_end, s.other_start, s.other_end, s.report_id, s.other_id
     FROM sides s JOIN reports r ON r.report_id = s.report_id
     WHERE s.report_id = $report ORDER BY s.char_start, s.other_id, s.other_start`,
    { report },
  );
  return { title, originality: row!.originality, sides };
}

function sideBySide(side: Side, width: number, colors: Colors): string[] {
  const column = Math.floor((width - 3) / 2);
  const left = side.passage.split('\n').flatMap((line) => wrap(line, column));
  const right = side.other_passage.split('\n').flatMap((line) => wrap(line, column));
  const lines = Array.from({ length: Math.max(left.length, right.length) }, (_, index) =>
    `${padTo(left[index] ?? '', column)} │ ${right[index] ?? ''}`.trimEnd(),
  );
  const place = side.section ? ` in ${side.section}` : '';
  const year = side.other_year ? ` (${side.other_year})` : '';
  return [colors.dim(`── ${percent(side.share)}${place} │ ${side.other_title}${year} ${side.other_id}`), ...lines];
}

const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;

async function template(name: string, config: Config, io: Io): Promise<void> {
  const table = await withStore(config, io, async (store) => {
    const { report_id: named } = await oneReport(store, name);
    return query(
      store,
      `SELECT text, used, copies FROM template_text
       WHERE report_id = (SELECT coalesce(duplicate_of, report_id) FROM reports WHERE report_id = $named)`,
      { named },
    );
  });
  if (table.rows.length === 0 && config.format === 'table') io.stdout.write('No report shares a template with it.\n');
  else print(table, config, io);
}

function print(table: Table, config: Config, io: Io): void {
  const display = { width: io.stdout.tty ? io.stdout.columns : null, colors: colorsFor(io.stdout, io.env) };
  io.stdout.write(formatTable(table, config.format, display));
}
