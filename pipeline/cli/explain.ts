import type { Command } from 'commander';
import { type Config, readConfig } from '../config.ts';
import { type Explanation, explainSentence } from '../roles/explain.ts';
import type { Context, Io } from './io.ts';
import { roleLabel } from './labels.ts';
import { withFormat, withLang } from './options.ts';
import { showTables } from './show-tables.ts';

const FEATURES_SHOWN = 12;

/** Adds `diaoyan explain`. */
export function addExplain(program: Command, { io }: Context): void {
  withLang(withFormat(program.command('explain')))
    .description('tell why a sentence has its role: votes of the rules, features with their weights, the runner-up')
    .argument('<sentence>', 'one sentence of a report')
    .option('--under <heading...>', 'the headings above it, from the outermost to the innermost')
    .action((sentence: string, options: { under?: string[] }) =>
      explain(explainSentence(sentence, options.under ?? []), readConfig({ ...options, under: undefined }), io),
    );
}

function explain(explanation: Explanation, config: Config, io: Io): void {
  const { lang, format } = config;
  if (format === 'json' || format === 'jsonl') {
    io.stdout.write(`${JSON.stringify(explanation, null, format === 'json' ? 2 : 0)}\n`);
    return;
  }
  const zh = lang === 'zh';
  const text = (name: string) => ({ name, type: 'VARCHAR' });
  const number = (name: string) => ({ name, type: 'DOUBLE' });
  const round = (value: number): number => Number(value.toFixed(3));
  const { role, runnerUp, confidence, margin } = explanation;
  const title = zh
    ? `${roleLabel(role, lang)}（置信度 ${round(confidence)}），其次 ${roleLabel(runnerUp, lang)}，相差 ${round(margin)}`
    : `${role} (confidence ${round(confidence)}), runner-up ${runnerUp}, margin ${round(margin)}`;
  showTables(
    [
      {
        title,
        table: {
          columns: [text(zh ? '类别' : 'role'), number(zh ? '概率' : 'probability')],
          rows: explanation.probabilities.map((each) => [roleLabel(each.role, lang), round(each.probability)]),
        },
      },
      {
        title: zh ? '规则表决' : 'Votes of rules',
        table: {
          columns: [text(zh ? '规则' : 'rule'), text(zh ? '类别' : 'role'), number(zh ? '对数几率' : 'log-odds')],
          rows: explanation.votes.map((vote) => [vote.rule, roleLabel(vote.role, lang), vote.weight]),
        },
      },
      {
        title: zh
          ? `特征（正者支持${roleLabel(role, lang)}，负者支持${roleLabel(runnerUp, lang)}）`
          : `Features (above 0 for ${role}, below 0 for ${runnerUp})`,
        table: {
          columns: [text(zh ? '特征' : 'feature'), number(zh ? '权重' : 'weight')],
          rows: explanation.features.slice(0, FEATURES_SHOWN).map((each) => [each.feature, round(each.weight)]),
        },
      },
    ],
    config,
    io,
  );
}
