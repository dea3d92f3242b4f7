import type { TermDocument } from '../compare/term-counts.ts';
import type { Role } from '../model/role.ts';
import { type PlacedSentence, placedSentences, type ReportHead } from '../store/groups.ts';
import type { Store } from '../store/open.ts';
import { cutWords } from '../words/words.ts';

/** The sentences of the reports, by report. */
export async function sentencesByReport(
  store: Store,
  role: Role | null,
): Promise<ReadonlyMap<string, readonly PlacedSentence[]>> {
  const byReport = new Map<string, PlacedSentence[]>();
  for (const sentence of await placedSentences(store, role)) {
    const inside = byReport.get(sentence.report);
    if (inside) inside.push(sentence);
    else byReport.set(sentence.report, [sentence]);
  }
  return byReport;
}

/** The reports in their order, cut into words; those without sentences of the role are empty. */
export const cutReports = (
  reports: readonly ReportHead[],
  sentences: ReadonlyMap<string, readonly PlacedSentence[]>,
): TermDocument[] =>
  reports.map(({ id }) => ({
    report: id,
    sentences: (sentences.get(id) ?? []).map(({ text }) =>
      cutWords(text).map((word) => text.slice(word.start, word.end)),
    ),
  }));
