import type { Language } from '../config.ts';
import type { ReportArgument } from '../store/arguments.ts';
import type { Colors } from './io.ts';
import { inRoleColor } from './labels.ts';
import type { OutlineStyle } from './show-outline.ts';

const WORDS: Readonly<
  Record<Language, Readonly<Record<'chains' | 'stated' | 'unanswered' | 'unprompted' | 'measures', string>>>
> = {
  zh: {
    chains: '问题 ← 原因 → 对策',
    stated: '句中',
    unanswered: '没有对策回应的问题',
    unprompted: '没有对应问题的对策',
    measures: '对策的实在程度（0 空 — 1 实）',
  },
  en: {
    chains: 'problem ← cause → countermeasure',
    stated: 'in a sentence',
    unanswered: 'problems that no countermeasure answers',
    unprompted: 'countermeasures without a problem',
    measures: 'countermeasures by substance (0 slogan, 1 checkable)',
  },
};

/** The lines that show how a report argues; none where it has neither chains nor measures. */
export function argumentLines(argument: ReportArgument, { lang, colors }: OutlineStyle): string[] {
  const words = WORDS[lang];
  const red = (label: string): string => inRoleColor(label, 'problem', colors);
  const green = (label: string): string => inRoleColor(label, 'countermeasure', colors);
  const chains = argument.chains.flatMap(({ problem, causes, stated, countermeasures }) => [
    `  ${red(problem)}`,
    ...causes.map((label) => `    ← ${inRoleColor(label, 'cause', colors)}`),
    ...stated.map((cause) => `    ← ${inRoleColor(cause, 'cause', colors)} ${colors.dim(`(${words.stated})`)}`),
    ...countermeasures.map((label) => `    → ${green(label)}`),
  ]);
  const measures = argument.measures.map(
    ({ countermeasure, specificity }) => `  ${specificity.toFixed(2)}  ${green(countermeasure)}`,
  );
  return [
    ...titled(words.chains, chains, colors),
    ...titled(
      words.unanswered,
      argument.unanswered.map((label) => `  ${red(label)}`),
      colors,
    ),
    ...titled(
      words.unprompted,
      argument.unprompted.map((label) => `  ${green(label)}`),
      colors,
    ),
    ...titled(words.measures, measures, colors),
  ];
}

const titled = (title: string, lines: readonly string[], colors: Colors): string[] =>
  lines.length === 0 ? [] : ['', colors.bold(title), ...lines];
