import type { Command } from 'commander';
import { type Config, readConfig } from '../config.ts';
import { Fault } from '../model/fault.ts';
import type { Store } from '../store/open.ts';
import { query, queryObjects, type Table } from '../store/reader.ts';
import { formatTable } from './format.ts';
import { type Context, colorsFor, type Io } from './io.ts';
import { withDb, withFormat, withLang, withStore } from './options.ts';
import { didYouMean } from './suggest.ts';
import { taxonomyFor } from './taxonomy.ts';
import { inLanguage } from './theme-labels.ts';

/** Adds `diaoyan themes` with `show`, `check` and `words`. */
export function addThemes(program: Command, { io, exit }: Context): void {
  const themes = withLang(withFormat(withDb(program.command('themes'))))
    .description('list the themes of points with their counts by role and year')
    .option('--count-copies', 'count copied reports as often as they stand there')
    .action((options: Options) => list(readConfig({ ...options }), options.countCopies === true, io));
  withLang(withFormat(withDb(themes.command('show'))))
    .description('show the points of a theme with their places')
    .argument('<theme>', 'its name or id')
    .option('--count-copies', 'show the points of copied reports as well')
    .action((name: string, _: object, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      return show(name, readConfig({ ...options }), options.countCopies === true, io);
    });
  withFormat(withDb(themes.command('check')))
    .description('find what is doubtful in a taxonomy: terms that never match, overlap, or match inside longer words')
    .option('--themes <file>', 'taxonomy to check (.yaml; default: the one that comes with diaoyan)')
    .action(async (_: object, command: Command) => {
      if (await check(readConfig({ ...command.optsWithGlobals<Options>() }), io)) exit(1);
    });
  withFormat(withDb(themes.command('words')))
    .description('suggest words for the lexicon: phrases of the reports that behave like one word')
    .action((_: object, command: Command) => words(readConfig({ ...command.optsWithGlobals<Options>() }), io));
}

interface Options {
  readonly countCopies?: boolean;
}

async function list(config: Config, countCopies: boolean, io: Io): Promise<void> {
  const table = await withStore(config, io, (store) =>
    query(
      store,
      `WITH years AS (
         SELECT theme_id, string_agg(year || ': ' || n, '; ' ORDER BY year) AS years FROM (
           SELECT theme_id, year, count(DISTINCT point_id) AS n FROM points_with_themes
           WHERE year IS NOT NULL AND ($copies OR duplicate_of IS NULL) GROUP BY ALL
         ) GROUP BY theme_id
       ), counted AS (
         SELECT t.theme_id, count(DISTINCT p.point_id) AS points, count(DISTINCT p.report_id) AS reports,
           count(DISTINCT p.point_id) FILTER (role = 'problem') AS problem,
           count(DISTINCT p.point_id) FILTER (role = 'cause') AS cause,
           count(DISTINCT p.point_id) FILTER (role = 'countermeasure') AS countermeasure,
           count(DISTINCT p.point_id) FILTER (role = 'practice') AS practice
         FROM themes t JOIN points_with_themes p USING (theme_id) WHERE $copies OR p.duplicate_of IS NULL GROUP BY ALL
       )
       SELECT c.theme AS theme_zh, c.label_en AS theme_en, c.origin, n.points,
         CASE WHEN c.points = c.points_with_copies THEN NULL WHEN $copies THEN c.points ELSE c.points_with_copies END AS other_count,
         n.reports, n.problem, n.cause, n.countermeasure, n.practice, y.years, c.theme_id
       FROM theme_counts c JOIN counted n USING (theme_id) LEFT JOIN years y USING (theme_id)
       ORDER BY n.points DESC, c.theme_id`,
      { copies: countCopies },
    ),
  );
  if (table.rows.length === 0) throw new Fault('no point has a theme: mine reports first, with “diaoyan mine <paths>”');
  print(inLanguage(table, config.lang, { other_count: countCopies ? 'without_copies' : 'with_copies' }), config, io);
}

async function show(name: string, config: Config, countCopies: boolean, io: Io): Promise<void> {
  const table = await withStore(config, io, async (store) => {
    const theme = await themeNamed(store, name);
    return query(
      store,
      `SELECT role, label, round(score, 2) AS score, array_to_string(terms, ' ') AS terms, year, region, title, section_path, path,
         char_start, char_end, point_id
       FROM points_with_themes WHERE theme_id = $theme AND ($copies OR duplicate_of IS NULL)
       ORDER BY year, report_id, char_start`,
      { theme, copies: countCopies },
    );
  });
  print(inLanguage(table, config.lang), config, io);
}

/** The id of the theme that `name` means. @throws Fault when there is none. */
async function themeNamed(store: Store, name: string): Promise<string> {
  const themes = await queryObjects<{ id: string; label: string; en: string }>(
    store,
    'SELECT theme_id AS id, label, label_en AS en FROM themes ORDER BY theme_id',
  );
  const found = themes.find(({ id, label, en }) => [id, label, en].includes(name));
  if (found) return found.id;
  const near =
    didYouMean(
      name,
      themes.flatMap(({ id, label }) => [label, id]),
    ) || '; “diaoyan themes” lists them';
  throw new Fault(`there is no theme “${name}”${near}`);
}

/** Whether an example of the taxonomy fails. */
async function check(config: Config, io: Io): Promise<boolean> {
  const taxonomy = await taxonomyFor(config, io);
  const labels = await withStore(config, io, (store) =>
    queryObjects<{ text: string }>(
      store,
      'SELECT s.text FROM sentences s JOIN reports r USING (report_id) WHERE r.duplicate_of IS NULL ORDER BY s.sentence_id',
    ),
  );
  const { checkTaxonomy } = await import('../themes/check.ts');
  const { cutWords } = await import('../words/words.ts');
  const cut = (text: string) => ({ text, words: cutWords(text) });
  const findings = checkTaxonomy(
    taxonomy,
    labels.map(({ text }) => cut(text)),
    cut,
  );
  const columns = ['kind', 'theme', 'other', 'term', 'count'].map((name) => ({
    name,
    type: name === 'count' ? 'INTEGER' : 'VARCHAR',
  }));
  print(
    { columns, rows: findings.map(({ kind, theme, other, term, count }) => [kind, theme, other, term, count]) },
    config,
    io,
  );
  if (config.format === 'table') io.stderr.write(CHECK_NOTE);
  return findings.some(({ kind }) => kind === 'example');
}

async function words(config: Config, io: Io): Promise<void> {
  const sentences = await withStore(config, io, (store) =>
    queryObjects<{ report: string; text: string }>(
      store,
      `SELECT s.report_id AS report, s.text FROM sentences s JOIN reports r USING (report_id)
       WHERE r.duplicate_of IS NULL ORDER BY s.sentence_id`,
    ),
  );
  const { findNewWords } = await import('../themes/new-words.ts');
  const { cutWords } = await import('../words/words.ts');
  const cut = (text: string): string[] => cutWords(text).map(({ start, end }) => text.slice(start, end));
  const reports = sentences.map(({ report, text }) => ({ report, sentences: [cut(text)] }));
  const found = findNewWords(reports, (word) => cut(word).length === 1);
  const columns = ['word', 'parts', 'count', 'reports', 'pmi', 'freedom'].map((name) => ({
    name,
    type: name === 'word' || name === 'parts' ? 'VARCHAR' : 'DOUBLE',
  }));
  const rows = found.map(({ word, parts, count, reports: inReports, pmi, freedom }) => [
    word,
    parts.join(' '),
    count,
    inReports,
    Number(pmi.toFixed(2)),
    Number(freedom.toFixed(2)),
  ]);
  print({ columns, rows }, config, io);
}

const CHECK_NOTE = `example: gets (no) or lacks (yes) its theme; never: the term is in no sentence; shared: two themes have it;
inside_word: mostly a part of longer words, where it does not count; overlap: most points of the theme have the other too
`;

function print(table: Table, config: Config, io: Io): void {
  const display = { width: io.stdout.tty ? io.stdout.columns : null, colors: colorsFor(io.stdout, io.env) };
  io.stdout.write(formatTable(table, config.format, display));
}
