#!/usr/bin/env node
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError } from 'commander';
import { addAudit } from './cli/audit.ts';
import { addCompare } from './cli/compare.ts';
import { addCopies } from './cli/copies.ts';
import { addDiff } from './cli/diff.ts';
import { addEval } from './cli/eval.ts';
import { addExplain } from './cli/explain.ts';
import { type Context, type Io, processIo } from './cli/io.ts';
import { addMine } from './cli/mine.ts';
import { addPhrase } from './cli/phrase.ts';
import { addQueries } from './cli/queries.ts';
import { addQuery } from './cli/query.ts';
import { addSchema } from './cli/schema.ts';
import { addSeries } from './cli/series.ts';
import { addShow } from './cli/show.ts';
import { addThemes } from './cli/themes.ts';
import { addTrack } from './cli/track.ts';
import { VERSION } from './config.ts';
import { Fault, messageOf } from './model/fault.ts';

/** All commands, in the order that the help shows them. */
const COMMANDS: readonly ((program: Command, context: Context) => void)[] = [
  addMine,
  addQuery,
  addQueries,
  addShow,
  addSchema,
  addDiff,
  addAudit,
  addSeries,
  addCompare,
  addTrack,
  addPhrase,
  addThemes,
  addCopies,
  addEval,
  addExplain,
];

/** Runs the command that `argv` (without node and script) names, and gives its exit code: 0, 1 for faults, 2 for usage. */
export async function main(argv: readonly string[], io: Io = processIo()): Promise<number> {
  let code = 0;
  const context: Context = { io, exit: (given) => (code = Math.max(code, given)) };
  try {
    await programOf(context).parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    return Math.max(code, faultCode(error, io));
  }
}

function programOf(context: Context): Command {
  const { io } = context;
  const program = new Command('diaoyan')
    .description(
      '调研: reads Chinese public-sector reports into rows of problems, causes, countermeasures and statistics',
    )
    .version(VERSION)
    .configureOutput({ writeOut: io.stdout.write, writeErr: io.stderr.write })
    .exitOverride();
  for (const add of COMMANDS) add(program, context);
  for (const command of program.commands) command.copyInheritedSettings(program);
  return program;
}

/** Tells the user what is wrong; the exit code that goes with it. */
function faultCode(error: unknown, io: Io): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const known = error instanceof Fault;
  io.stderr.write(
    `diaoyan: ${known ? error.message : `unexpected fault: ${messageOf(error)} (DIAOYAN_DEBUG=1 shows where)`}\n`,
  );
  if (io.env.DIAOYAN_DEBUG && error instanceof Error) io.stderr.write(`${error.stack}\n`);
  return known && error.kind === 'usage' ? 2 : 1;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  process.exitCode = await main(process.argv.slice(2));
}
