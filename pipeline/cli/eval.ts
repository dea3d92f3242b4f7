import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { type Config, readConfig } from '../config.ts';
import { alignGold, type MinedText } from '../evaluate/align.ts';
import { pointOpenings, scoreArgument } from '../evaluate/arguments.ts';
import { bareText } from '../evaluate/bare.ts';
import { type EvaluatedFile, evaluate } from '../evaluate/evaluation.ts';
import { findSource, type SourceText } from '../evaluate/find-source.ts';
import { type GoldSentence, parseGold } from '../evaluate/gold.ts';
import { parseRankedPairs, scoreRanking } from '../evaluate/substance.ts';
import { parseThemeGold } from '../evaluate/themes.ts';
import { Fault } from '../model/fault.ts';
import {
  argumentOfSource,
  removedOfSource,
  sentencesOfSource,
  sourceTexts,
  specificities,
  statisticsOfSource,
} from '../store/mined-texts.ts';
import type { Store } from '../store/open.ts';
import { rulesOn, ruleTable } from './eval-rules.ts';
import * as tables from './eval-tables.ts';
import { themesOn, themeTables } from './eval-themes.ts';
import type { Context, Io } from './io.ts';
import { withDb, withFormat, withLang, withStore } from './options.ts';
import { showTables } from './show-tables.ts';

/** Adds `diaoyan eval`. */
export function addEval(program: Command, { io }: Context): void {
  withLang(withFormat(withDb(program.command('eval'))))
    .description('measure what was mined against gold annotations: roles, statistics, confusions')
    .argument('<gold...>', 'gold annotations (.jsonl), or folders of them')
    .option('--errors', 'list what is wrong, the surest first')
    .option('--rules', 'list the labelling rules: coverage, overlap, conflict, precision')
    .option('--themes <gold>', 'measure the themes of points against those of annotators (.tsv)')
    .option('--substance <pairs>', 'measure the specificity of measures against pairs of gold sentences (.jsonl)')
    .action((paths: string[], { rules, substance, themes, ...options }: Flags) =>
      evalGold(
        paths,
        readConfig({ ...options }),
        {
          errors: options.errors === true,
          rules: rules === true,
          substance: substance ?? null,
          themes: themes ?? null,
        },
        io,
      ),
    );
}

interface Flags {
  readonly errors?: boolean;
  readonly rules?: boolean;
  readonly substance?: string;
  readonly themes?: string;
}

interface Shown {
  readonly errors: boolean;
  readonly rules: boolean;
  readonly substance: string | null;
  readonly themes: string | null;
}

async function evalGold(
  paths: readonly string[],
  config: Config,
  { errors, rules, substance, themes }: Shown,
  io: Io,
): Promise<void> {
  const gold = goldFiles(paths, io).map((path) => ({ path, sentences: parseGold(readGold(path, io), path) }));
  const pairs = substance === null ? null : parseRankedPairs(readGold(substance, io), substance);
  const themeGold = themes === null ? null : parseThemeGold(readGold(themes, io), themes);
  const { files, lost, ruled, themed, specificity } = await withStore(config, io, async (store) => {
    const evaluated = await evaluateFiles(store, gold);
    return {
      ...evaluated,
      ruled: rules ? await rulesOn(store, evaluated.files) : null,
      themed: themeGold ? await themesOn(store, evaluated.files, themeGold) : null,
      specificity: await specificities(store),
    };
  });
  for (const path of lost) io.stderr.write(`${path}: no source in the database holds this text\n`);
  if (files.length === 0) throw new Fault(`no gold sentence is in ${config.db}: mine the reports of the gold first`);
  if (ruled) showTables([{ title: null, table: ruleTable(ruled, config.lang) }], config, io);
  else if (themed && themeGold) showTables(themeTables(themed, themeGold), config, io);
  else if (pairs) {
    const sentences = files.flatMap((file) => file.sentences);
    showTables([{ title: null, table: tables.rankingTable(scoreRanking(pairs, sentences, specificity)) }], config, io);
  } else print(files, config, errors, io);
}

/** The files that the paths name: of a directory all its .jsonl. */
function goldFiles(paths: readonly string[], io: Io): string[] {
  return paths.flatMap((path) => {
    const full = resolve(io.cwd, path);
    const stat = statSync(full, { throwIfNoEntry: false });
    if (!stat) throw new Fault(`there is no ${path}: name gold annotations (.jsonl) or a directory of them`);
    if (!stat.isDirectory()) return [path];
    const inside = readdirSync(full).filter((name) => name.endsWith('.jsonl'));
    if (inside.length === 0) throw new Fault(`${path} has no .jsonl: name gold annotations or a directory of them`);
    return inside.sort().map((name) => join(path, name));
  });
}

const readGold = (path: string, io: Io): string => readFileSync(resolve(io.cwd, path), 'utf8');

interface GoldFile {
  readonly path: string;
  readonly sentences: readonly GoldSentence[];
}

async function evaluateFiles(
  store: Store,
  gold: readonly GoldFile[],
): Promise<{ files: EvaluatedFile[]; lost: string[] }> {
  const texts = new Map((await sourceTexts(store)).map(({ path, text }) => [path, text]));
  const sources: SourceText[] = [...texts].map(([path, text]) => ({ path, bare: bareText(text).characters.join('') }));
  const files: EvaluatedFile[] = [];
  const lost: string[] = [];
  for (const { path, sentences } of gold) {
    const found = findSource(sentences, sources);
    if (!found) lost.push(path);
    else {
      const mined = await minedText(store, found.path, texts.get(found.path)!);
      const argued = await argumentOfSource(store, found.path);
      const opened = pointOpenings(sentences, mined, argued);
      files.push({
        gold: path,
        source: found.path,
        sentences: alignGold(sentences, mined),
        argument: scoreArgument(sentences, mined, argued),
        openings: new Map([...opened].map(([id, index]) => [id, sentences[index]?.id ?? ''])),
      });
    }
  }
  return { files, lost };
}

const minedText = async (store: Store, path: string, text: string): Promise<MinedText> => ({
  path,
  text,
  sentences: await sentencesOfSource(store, path),
  removed: await removedOfSource(store, path),
  statistics: await statisticsOfSource(store, path),
});

function print(files: readonly EvaluatedFile[], config: Config, errors: boolean, io: Io): void {
  const { format, lang } = config;
  if (format !== 'table' && format !== 'markdown') {
    showTables(
      [{ title: null, table: errors ? tables.roleErrorTable(files, lang) : tables.scoreTable(files) }],
      config,
      io,
    );
    return;
  }
  const total = evaluate(files.flatMap(({ sentences }) => sentences));
  const macro = total.macroF1?.toFixed(3) ?? 'none';
  const count = `${total.sentences} sentences in ${files.length} ${files.length === 1 ? 'file' : 'files'}`;
  const argued = tables.argumentTable(files);
  const lacking = total.notFound === 0 ? '' : `, ${total.notFound} not in their source`;
  showTables(
    [
      {
        title: `Roles: macro F1 ${macro} over problem, cause, countermeasure (${count}${lacking})`,
        table: tables.roleTable(total, lang),
      },
      { title: 'Statistics', table: tables.quantityTable(total) },
      ...(argued.rows.length > 0 ? [{ title: 'Points, causal pairs, links between points', table: argued }] : []),
      { title: 'Gold role by line, mined role by column', table: tables.confusionTable(total, lang) },
      ...(files.length > 1 ? [{ title: 'Files', table: tables.fileTable(files) }] : []),
      ...(errors
        ? [
            { title: 'Wrong roles, the surest first', table: tables.roleErrorTable(files, lang) },
            { title: 'Wrong statistics', table: tables.quantityErrorTable(files) },
          ]
        : []),
    ],
    config,
    io,
  );
}
