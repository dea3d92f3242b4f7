import type { Command } from 'commander';
import { type Config, readConfig } from '../config.ts';
import { Fault } from '../model/fault.ts';
import type { Store } from '../store/open.ts';
import { type Question, questionSql, questions, tables } from '../store/questions.ts';
import { query, type Table } from '../store/reader.ts';
import { sqlFault } from '../store/sql-fault.ts';
import { formatTable } from './format.ts';
import { type Context, colorsFor, type Io } from './io.ts';
import { withDb, withFormat, withStore } from './options.ts';
import { didYouMean } from './suggest.ts';

/** As many rows as a terminal shows unless it is told otherwise. */
const ROWS_ON_TERMINAL = 100;

/** Adds `diaoyan query`. */
export function addQuery(program: Command, { io }: Context): void {
  withFormat(withDb(program.command('query')))
    .description('ask a named question (see “diaoyan queries”), a table, or SQL; the database is only read')
    .argument('<question>', 'a name, or SQL in quotes')
    .argument('[values...]', 'name=value: a parameter of the question, or what a column has to be')
    .option('--limit <rows>', `rows at most, 0 for all (default: ${ROWS_ON_TERMINAL} on a terminal, else all)`)
    .action((question: string, values: string[], options: object) =>
      ask(question, values, readConfig({ ...options }), io),
    );
}

async function ask(question: string, values: readonly string[], config: Config, io: Io): Promise<void> {
  const table = await withStore(config, io, (store) => answer(store, question.trim(), values));
  const limit = config.limit ?? (io.stdout.tty && config.format === 'table' ? ROWS_ON_TERMINAL : 0);
  const rows = limit === 0 ? table.rows : table.rows.slice(0, limit);
  const display = { width: io.stdout.tty ? io.stdout.columns : null, colors: colorsFor(io.stdout, io.env) };
  io.stdout.write(formatTable({ ...table, rows }, config.format, display));
  if (config.limit === null && rows.length < table.rows.length)
    io.stderr.write(`${rows.length} of ${table.rows.length} rows; --limit 0 shows all\n`);
}

async function answer(store: Store, text: string, values: readonly string[]): Promise<Table> {
  const isName = /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(text);
  const named = isName ? await questionNamed(store, text) : null;
  const parameters = named ? valuesFor(named, values) : pairs(values);
  try {
    return await query(store, named ? questionSql(named, Object.keys(parameters)) : text, parameters);
  } catch (error) {
    throw sqlFault(error);
  }
}

async function questionNamed(store: Store, name: string): Promise<Question> {
  const known = [...(await questions(store)), ...(await tables(store))];
  const question = known.find((each) => each.name === name.toLowerCase().replaceAll('-', '_'));
  if (question) return question;
  const names = known.map((each) => each.name);
  throw new Fault(`there is no question “${name}”${didYouMean(name, names) || '; “diaoyan queries” lists them'}`);
}

/** The values by name; those without name stand for the parameters in order. */
function valuesFor({ name, parameters }: Question, values: readonly string[]): Record<string, string> {
  const given: Record<string, string> = pairs(values.filter((value) => NAMED.test(value)));
  const free = parameters.filter((parameter) => !(parameter in given));
  for (const value of values.filter((each) => !NAMED.test(each))) {
    const parameter = free.shift();
    if (parameter === undefined)
      throw new Fault(`“${name}” has no use for “${value}”; write column=value to choose rows`, 'usage');
    given[parameter] = value;
  }
  if (free.length > 0) {
    throw new Fault(
      `“${name}” needs ${free.join(' and ')}: diaoyan query ${name} ${free.map((each) => `${each}=…`).join(' ')}`,
      'usage',
    );
  }
  return given;
}

const NAMED = /^([A-Za-z_]\w*)=(.*)$/s;

function pairs(values: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    values.map((value) => {
      const match = NAMED.exec(value);
      if (!match) throw new Fault(`“${value}” is not name=value; put SQL in quotes`, 'usage');
      return [match[1]!, match[2]!];
    }),
  );
}
