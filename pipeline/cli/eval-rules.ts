import type { Language } from '../config.ts';
import type { EvaluatedFile } from '../evaluate/evaluation.ts';
import type { Role } from '../model/role.ts';
import { type RuleRow, ruleReport } from '../roles/rule-report.ts';
import type { Store } from '../store/open.ts';
import { queryObjects, type Table } from '../store/reader.ts';
import { roleLabel } from './labels.ts';

/** How every labelling rule did on the sentences of evaluated files, by the votes that the store keeps. */
export async function rulesOn(store: Store, files: readonly EvaluatedFile[]): Promise<readonly RuleRow[]> {
  const stored = await queryObjects<{ readonly id: string; readonly rule: string; readonly role: Role }>(
    store,
    'SELECT sentence_id AS id, rule, role FROM votes ORDER BY sentence_id, rule',
  );
  const votes = new Map<string, { rule: string; role: Role }[]>();
  for (const { id, rule, role } of stored) votes.set(id, [...(votes.get(id) ?? []), { rule, role }]);
  return ruleReport(
    files.flatMap(({ sentences }) =>
      sentences.flatMap(({ gold, sentence }) => (sentence ? [{ votes: votes.get(sentence.id) ?? [], gold }] : [])),
    ),
  );
}

/** The table that `diaoyan eval --rules` shows. */
export function ruleTable(rows: readonly RuleRow[], lang: Language): Table {
  const names = ['votes', 'coverage', 'overlap', 'conflict', 'right', 'wrong', 'precision'] as const;
  const round = (value: number | null): number | null => (value === null ? null : Math.round(value * 1000) / 1000);
  return {
    columns: [
      ...['rule', 'role'].map((name) => ({ name, type: 'VARCHAR' })),
      ...names.map((name) => ({ name, type: 'DOUBLE' })),
    ],
    rows: rows.map((row) => [row.rule, roleLabel(row.role, lang), ...names.map((name) => round(row[name]))]),
  };
}
