import type { Language } from '../config.ts';
import type { MinedStatistic } from '../evaluate/align.ts';
import { sumArguments } from '../evaluate/arguments.ts';
import { type EvaluatedFile, type Evaluation, evaluate, quantityErrors, roleErrors } from '../evaluate/evaluation.ts';
import type { GoldStatistic } from '../evaluate/gold.ts';
import type { Score } from '../evaluate/roles.ts';
import { ROLES } from '../model/role.ts';
import type { Column, Table, Value } from '../store/reader.ts';
import { roleLabel } from './labels.ts';

const text = (...names: readonly string[]): Column[] => names.map((name) => ({ name, type: 'VARCHAR' }));
const numbers = (...names: readonly string[]): Column[] => names.map((name) => ({ name, type: 'DOUBLE' }));

const round = (value: number | null): number | null => (value === null ? null : Math.round(value * 1000) / 1000);

const scoreCells = (score: Score): Value[] => [
  round(score.precision),
  round(score.recall),
  round(score.f1),
  score.right,
  score.wrong,
  score.missed,
];

const SCORE_COLUMNS = numbers('precision', 'recall', 'f1', 'right', 'wrong', 'missed');

/** Every figure of every file and of all together, a row each: for programs. */
export function scoreTable(files: readonly EvaluatedFile[]): Table {
  const all = { gold: 'all', sentences: files.flatMap(({ sentences }) => sentences) };
  const rows = [all, ...(files.length > 1 ? files : [])].flatMap(({ gold, sentences }) => {
    const evaluation = evaluate(sentences);
    return [
      [gold, 'roles', 'macro', null, null, round(evaluation.macroF1), null, null, null],
      ...[...evaluation.roles].map(([role, score]) => [gold, 'roles', role, ...scoreCells(score)]),
      ...[...evaluation.quantities].map(([level, score]) => [gold, 'statistics', level, ...scoreCells(score)]),
    ];
  });
  const argued = argumentScores(files).map(([part, score]) => ['all', 'argument', part, ...scoreCells(score)]);
  return { columns: [...text('file', 'of', 'name'), ...SCORE_COLUMNS], rows: [...rows, ...argued] };
}

const argumentScores = (files: readonly EvaluatedFile[]): [string, Score][] => [
  ...sumArguments(files.flatMap(({ argument }) => argument ?? [])),
];

/** Points, causal pairs and links; no rows where the gold tells none. */
export const argumentTable = (files: readonly EvaluatedFile[]): Table => ({
  columns: [...text('argument'), ...SCORE_COLUMNS],
  rows: argumentScores(files).map(([part, score]) => [part, ...scoreCells(score)]),
});

/** How many pairs of measures the specificity ranks as their reader did. */
export const rankingTable = ({ right, pairs }: { readonly right: number; readonly pairs: number }): Table => ({
  columns: numbers('pairs', 'ranked right', 'share'),
  rows: [[pairs, right, pairs === 0 ? null : round(right / pairs)]],
});

export const roleTable = ({ roles }: Evaluation, lang: Language): Table => ({
  columns: [...text('role'), ...SCORE_COLUMNS],
  rows: [...roles].map(([role, score]) => [roleLabel(role, lang), ...scoreCells(score)]),
});

export const quantityTable = ({ quantities }: Evaluation): Table => ({
  columns: [...text('statistics'), ...SCORE_COLUMNS],
  rows: [...quantities].map(([level, score]) => [level, ...scoreCells(score)]),
});

export const confusionTable = ({ confusion }: Evaluation, lang: Language): Table => ({
  columns: [...text('gold'), ...numbers(...ROLES.map((role) => roleLabel(role, lang)))],
  rows: ROLES.map((role, index) => [roleLabel(role, lang), ...confusion[index]!]),
});

/** One line a file: how well its roles and quantities were found. */
export function fileTable(files: readonly EvaluatedFile[]): Table {
  const rows = files.map(({ gold, source, sentences }) => {
    const evaluation = evaluate(sentences);
    const f1 = (name: 'problem' | 'cause' | 'countermeasure'): number | null => round(evaluation.roles.get(name)!.f1);
    return [
      gold,
      source,
      evaluation.sentences,
      evaluation.notFound,
      round(evaluation.accuracy),
      round(evaluation.macroF1),
      f1('problem'),
      f1('cause'),
      f1('countermeasure'),
      round(evaluation.quantities.get('value')!.f1),
    ];
  });
  const figures = ['sentences', 'not found', 'accuracy', 'macro F1', 'problem', 'cause', 'countermeasure', 'value F1'];
  return { columns: [...text('file', 'source'), ...numbers(...figures)], rows };
}

/** The sentences with a wrong role, the surest first. */
export const roleErrorTable = (files: readonly EvaluatedFile[], lang: Language): Table => ({
  columns: [...numbers('confidence'), ...text('gold', 'got', 'text', 'id', 'file')],
  rows: roleErrors(files).map(({ confidence, gold, role, file }) => [
    round(confidence),
    roleLabel(gold.role, lang),
    roleLabel(role, lang),
    gold.text,
    gold.id,
    file,
  ]),
});

export const quantityErrorTable = (files: readonly EvaluatedFile[]): Table => ({
  columns: text('gold', 'got', 'sentence', 'file'),
  rows: quantityErrors(files).map(({ gold, mined, sentence, file }) => [
    gold ? shown({ ...gold, valueMax: gold.value_max }) : null,
    mined ? shown(mined) : null,
    sentence,
    file,
  ]),
});

type Shown = Omit<GoldStatistic, 'kind' | 'value_max'> & Pick<MinedStatistic, 'valueMax'>;

/** A quantity as one reads it: 近50%: ≈50 % 到会人员 ↑. */
function shown({ surface, value, valueMax, unit, qualifier, subject, direction }: Shown): string {
  const range = valueMax === null ? `${value ?? '?'}` : `${value}–${valueMax}`;
  return [`${surface}:`, range, unit, qualifier, subject, direction].filter(Boolean).join(' ');
}
