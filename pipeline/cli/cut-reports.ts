import type { TermDocument } from '../compare/term-counts.ts';
import type { Role } from '../model/role.ts';
import { type PlacedSentence, placedSentences, type ReportHead } from '../store/groups.ts';
import type { Store } from '../store/open.ts';
import { isTerm } from '../words/terms.ts';
import { cutWords, isPersonName } from '../words/words.ts';

/** The sentences of the reports, by report. */
export const sentencesByReport = async (
  store: Store,
  role: Role | null,
): Promise<ReadonlyMap<string, readonly PlacedSentence[]>> => byReport(await placedSentences(store, role));

/** Sentences by the report that they stand in. */
export function byReport(sentences: readonly PlacedSentence[]): ReadonlyMap<string, readonly PlacedSentence[]> {
  const reports = new Map<string, PlacedSentence[]>();
  for (const sentence of sentences) {
    const inside = reports.get(sentence.report);
    if (inside) inside.push(sentence);
    else reports.set(sentence.report, [sentence]);
  }
  return reports;
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

/** Whether a word can tell groups of reports apart: a term that is no person's name. */
export const namesMatter = (word: string): boolean => isTerm(word) && !isPersonName(word);
