import type { Labelled } from '../model/layers.ts';
import type { TermCount } from '../model/mined-source.ts';
import type { Role } from '../model/role.ts';
import { asset } from '../text/asset.ts';

let stopwords: ReadonlySet<string> | null = null;
const isStopword = (term: string): boolean => {
  stopwords ??= new Set(asset('words/stopwords.txt').split(/\s+/u).filter(Boolean));
  return stopwords.has(term);
};

/**
 * Counts the content words of a report by the role of their sentences: two or more Han characters, no stopwords.
 * Headings and noise do not count. Sorted by role and term.
 */
export function countTerms(labelled: Labelled): TermCount[] {
  const counts = new Map<string, number>();
  for (const [index, tokens] of labelled.tokens.entries()) {
    const role = labelled.roles[index]!.role;
    if (role === 'heading' || role === 'noise') continue;
    for (const token of tokens) {
      const term = labelled.report.text.slice(token.start, token.end);
      if (!isTerm(term)) continue;
      const key = `${role}\t${term}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, count]) => {
      const [role, term] = key.split('\t') as [Role, string];
      return { role, term, count };
    });
}

/** Whether a word counts as a term. */
export const isTerm = (term: string): boolean =>
  term.length >= 2 &&
  /^\p{Script=Han}+$/u.test(term) &&
  !/^[零〇一二三四五六七八九十百千万亿两几多第]+(?:个|名|项|年|月|日|次|家|户|元|人|点|条|批|种|类|处|万|亿)*$/u.test(
    term,
  ) &&
  !isStopword(term);
