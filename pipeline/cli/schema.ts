import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { Fault } from '../model/fault.ts';
import { openStore } from '../store/open.ts';
import { type ColumnNote, schemaNotes } from '../store/questions.ts';
import { formatTable } from './format.ts';
import { type Colors, type Context, colorsFor } from './io.ts';
import { withFormat } from './options.ts';
import { didYouMean } from './suggest.ts';
import { pad, widthOf } from './width.ts';

/** Adds `diaoyan schema`. */
export function addSchema(program: Command, { io }: Context): void {
  withFormat(program.command('schema'))
    .description('describe the tables and their columns')
    .argument('[table]', 'one table only')
    .action(async (table: string | undefined, options: object) => {
      const config = readConfig({ ...options });
      const notes = await notesOf(table);
      const colors = colorsFor(io.stdout, io.env);
      const columns = ['table', 'column', 'type', 'comment'].map((name) => ({ name, type: 'VARCHAR' }));
      const rows = notes.map((note) => [note.relation, note.column, note.type, note.comment]);
      const width = io.stdout.tty ? io.stdout.columns : null;
      io.stdout.write(
        config.format === 'table'
          ? describe(notes, colors)
          : formatTable({ columns, rows }, config.format, { width, colors }),
      );
    });
}

async function notesOf(table: string | undefined): Promise<readonly ColumnNote[]> {
  const store = await openStore(':memory:', { readOnly: false });
  try {
    const all = await schemaNotes(store);
    const notes = table === undefined ? all : all.filter(({ relation }) => relation === table);
    if (notes.length > 0) return notes;
    const names = [...new Set(all.map(({ relation }) => relation))];
    throw new Fault(
      `there is no table “${table}”${didYouMean(table ?? '', names) || `; there are ${names.join(', ')}`}`,
    );
  } finally {
    store.close();
  }
}

function describe(notes: readonly ColumnNote[], colors: Colors): string {
  const width = Math.max(...notes.map(({ column }) => widthOf(column)));
  return notes
    .map((note, index) => {
      const opens = note.relation !== notes[index - 1]?.relation;
      const head = opens ? `${index > 0 ? '\n' : ''}${colors.bold(note.relation)}  ${note.relation_comment}\n` : '';
      return `${head}  ${pad(note.column, width)}  ${colors.dim(pad(note.type, 9))}  ${note.comment ?? ''}\n`;
    })
    .join('');
}
