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

const NUMERAL = '[零〇一二三四五六七八九十百千万亿两几多半]';
/** Numbers with what they count (三个, 两万亩, 第三次, 百分之三十, 三分之一) and the numbers of items (二是, 四要). */
const QUANTITY = new RegExp(
  `^(?:第?${NUMERAL}+(?:[个名项年月日次家户元人点条批种类处岁倍件支场届期级套份所座台辆口只头章节款亩吨斤里米成]|公里|公斤|公顷|平方米|平方公里|立方米|千瓦|千瓦时|美元|人次|学时|年来|余)*|.*分之.*|[一二三四五六七八九十]+[是要则])$`,
  'u',
);

/** Whether a word counts as a term: two or more Han characters, neither a stopword nor a quantity. */
export const isTerm = (term: string): boolean =>
  term.length >= 2 && /^\p{Script=Han}+$/u.test(term) && !QUANTITY.test(term) && !isStopword(term);
