import type { Config, Language } from '../config.ts';
import type { SkippedFile } from '../ingest/walk.ts';
import type { Role } from '../model/role.ts';
import type { Summary } from '../store/summary.ts';
import type { Colors } from './io.ts';
import { inRoleColor, roleLabel } from './labels.ts';
import type { MineResult } from './mine-files.ts';
import { count, grouped, tally } from './tally.ts';

/** What a run did, and what the store holds after it. */
export interface MineDone extends MineResult {
  readonly skipped: readonly SkippedFile[];
  readonly summary: Summary;
}

/** The lines that end a run: what was done with the files, what the store holds now, and what to try next. */
export function summaryLines({ outcomes, gone, skipped, summary }: MineDone, config: Config, colors: Colors): string[] {
  const unchanged = outcomes.every(({ action }) => action === 'unchanged') && !(config.prune && gone.length > 0);
  return [
    `${count(outcomes.length, 'file')}: ${tally(outcomes.map(({ action }) => action))}`,
    ...optional('  read', tally(outcomes.map(({ format }) => format).filter(Boolean))),
    ...optional('  without report', tally(outcomes.map(({ status }) => status).filter((each) => each !== 'ok'))),
    ...optional('  skipped', tally(skipped.map(({ reason }) => reason))),
    ...optional('  no longer there', goneText(gone.length, config)),
    ...(unchanged ? ['Nothing has changed since the last run, so no rows were written.'] : []),
    `${config.db} holds`,
    `  ${count(summary.reports, 'report')}${summary.copies > 0 ? ` (${summary.copies} copied from another)` : ''}`,
    `  ${count(summary.sentences, 'sentence')}: ${rolesText(summary, config.lang, colors)}`,
    `  ${count(summary.points, 'point')}`,
    `  ${count(summary.statistics, 'statistic')}`,
    `  ${count(summary.warnings, 'warning')}${summary.warnings > 0 ? ` (diaoyan query warnings${dbOption(config)})` : ''}`,
    `Next: ${colors.bold(nextCommand(summary, config))}`,
  ];
}

const goneText = (gone: number, { prune }: Config): string =>
  gone === 0 ? '' : `${count(gone, 'file')}, ${prune ? 'removed' : 'still stored; --prune removes them'}`;

const nextCommand = (summary: Summary, config: Config): string =>
  `diaoyan query ${summary.reports > 0 ? 'problems_by_year' : 'files_without_report'}${dbOption(config)}`;

const DEFAULT_DB = 'out/diaoyan.duckdb';

const dbOption = ({ db }: Config): string =>
  db === DEFAULT_DB ? '' : ` --db ${/^[\w./-]+$/.test(db) ? db : `'${db.replaceAll("'", "'\\''")}'`}`;

const rolesText = ({ roles }: Summary, lang: Language, colors: Colors): string =>
  roles
    .map(
      ({ role, sentences }) =>
        `${inRoleColor(roleLabel(role as Role, lang), role as Role, colors)} ${grouped(sentences)}`,
    )
    .join(', ');

const optional = (label: string, text: string): string[] => (text === '' ? [] : [`${label}: ${text}`]);
