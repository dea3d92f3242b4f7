import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { Fault } from '../model/fault.ts';
import { CORE_ROLES } from '../model/role.ts';
import { GROUPINGS, hasThemes } from '../store/groups.ts';
import { choiceOf } from './choices.ts';
import type { DiffJob } from './diff-job.ts';
import { diffTerms } from './diff-terms.ts';
import { diffThemes } from './diff-themes.ts';
import type { Context } from './io.ts';
import { withDb, withFormat, withLang, withStore } from './options.ts';

const ROLE_CHOICES = [...CORE_ROLES, 'practice', 'all'] as const;
const LEVELS = ['theme', 'term'] as const;

interface DiffOptions {
  readonly from?: string;
  readonly to?: string;
  readonly by?: string;
  readonly role?: string;
  readonly level?: string;
  readonly countCopies?: boolean;
  readonly remedies?: boolean;
}

/** Adds `diaoyan diff`. */
export function addDiff(program: Command, { io }: Context): void {
  withLang(withFormat(withDb(program.command('diff'))))
    .description(
      'what changed between two groups of reports, or over all years: themes, or the words that tell them apart',
    )
    .option('--from <group>', 'reports to start from: 2019, 2018..2020, or a name with --by')
    .option('--to <group>', 'reports to compare them with')
    .option('--by <what>', `${GROUPINGS.join(' | ')} (default: year)`)
    .option('--role <role>', `${ROLE_CHOICES.join(' | ')} (default: all)`)
    .option('--level <level>', `${LEVELS.join(' | ')} (default: theme, where the database has themes)`)
    .option('--remedies', 'the same problem, other remedies: how reports that raise a problem answer it')
    .option('--count-copies', 'count reports that copy another one')
    .option('--limit <rows>', 'rows at most in each part, 0 for all (default: 20; all but in tables)')
    .action((options: DiffOptions) => diff(options, { io }));
}

async function diff(options: DiffOptions, { io }: Pick<Context, 'io'>): Promise<void> {
  const config = readConfig({ ...options });
  const role = choiceOf('role', options.role, ROLE_CHOICES, 'all');
  const job: Omit<DiffJob, 'store'> = {
    config,
    io,
    by: choiceOf('by', options.by, GROUPINGS, 'year'),
    role: role === 'all' ? null : role,
    from: options.from ?? null,
    to: options.to ?? null,
    copies: options.countCopies === true,
    remedies: options.remedies === true,
  };
  if (options.remedies && options.level === 'term')
    throw new Fault('--remedies compares themes: leave --level out, or write --level theme', 'usage');
  const level = options.level === undefined ? null : choiceOf('level', options.level, LEVELS, 'theme');
  await withStore(config, io, async (store) => {
    const chosen = level ?? (job.remedies || (await hasThemes(store)) ? 'theme' : 'term');
    await (chosen === 'theme' ? diffThemes : diffTerms)({ ...job, store });
  });
}
