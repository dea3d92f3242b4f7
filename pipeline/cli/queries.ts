import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { openStore } from '../store/open.ts';
import { questions } from '../store/questions.ts';
import type { Table } from '../store/reader.ts';
import { formatTable } from './format.ts';
import { type Context, colorsFor } from './io.ts';
import { withFormat } from './options.ts';

/** Adds `diaoyan queries`. */
export function addQueries(program: Command, { io }: Context): void {
  withFormat(program.command('queries'))
    .description('list the questions that have names')
    .action(async (options: object) => {
      const config = readConfig({ ...options });
      const display = { width: io.stdout.tty ? io.stdout.columns : null, colors: colorsFor(io.stdout, io.env) };
      io.stdout.write(formatTable(await listQuestions(), config.format, display));
      if (config.format === 'table')
        io.stderr.write(
          'Ask one: diaoyan query problems_by_year; with a parameter: diaoyan query problems_of report=…\n',
        );
    });
}

/** Every question of this version; it needs no database. */
async function listQuestions(): Promise<Table> {
  const store = await openStore(':memory:', { readOnly: false });
  try {
    const rows = (await questions(store)).map(({ name, parameters, comment }) => [
      [name, ...parameters.map((each) => `${each}=…`)].join(' '),
      comment,
    ]);
    return { columns: ['question', 'answer'].map((name) => ({ name, type: 'VARCHAR' })), rows };
  } finally {
    store.close();
  }
}
