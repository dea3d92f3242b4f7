/** A sequence of words that behaves like one word: how often, in how many reports, and by which measures. */
export interface NewWord {
  readonly word: string;
  readonly parts: readonly string[];
  readonly count: number;
  readonly reports: number;
  /** Pointwise mutual information of its parts, in bits (Church & Hanks 1990). */
  readonly pmi: number;
  /** Entropy of what stands before or after, the smaller one, in bits: a part of a longer phrase has little. */
  readonly freedom: number;
}

/** The words of a report, sentence by sentence. */
export interface ReportWords {
  readonly report: string;
  readonly sentences: readonly (readonly string[])[];
}

const LEAST = { count: 6, reports: 3, pmi: 4, freedom: 1.5 };
const LONGEST = 6;
const MOST_PARTS = 3;
/** What begins or ends no word: function words, numerals, verbs of state. */
const LOOSE =
  /[的了是在和与及或也都就还而但不没有这那其各等把被将对从为以于到之所着过要会能可应更最很较已又再并且若一二三四五六七八九十百千万亿两几个年月日]/u;

interface Counted {
  readonly parts: readonly string[];
  count: number;
  readonly reports: Set<string>;
  readonly before: Map<string, number>;
  readonly after: Map<string, number>;
}

/**
 * Words that the lexicon lacks: neighbours that come together far more often than by chance (PMI) and stand free on both
 * sides (branching entropy), the most useful first. The order of reports plays no part.
 */
export function findNewWords(reports: readonly ReportWords[], isKnown: (word: string) => boolean): NewWord[] {
  const single = new Map<string, number>();
  const runs = new Map<string, Counted>();
  for (const { report, sentences } of reports) {
    for (const words of sentences) {
      for (const word of words) single.set(word, (single.get(word) ?? 0) + 1);
      for (let start = 0; start < words.length; start++) countRuns(runs, words, start, report);
    }
  }
  const total = Array.from(single.values()).reduce((sum, count) => sum + count, 0);
  return Array.from(runs.values())
    .filter(({ count, reports: { size } }) => count >= LEAST.count && size >= LEAST.reports)
    .map((run): NewWord => {
      const chance = run.parts.reduce((product, part) => (product * single.get(part)!) / total, 1);
      return {
        word: run.parts.join(''),
        parts: run.parts,
        count: run.count,
        reports: run.reports.size,
        pmi: Math.log2(run.count / total / chance) / (run.parts.length - 1),
        freedom: Math.min(entropy(run.before), entropy(run.after)),
      };
    })
    .filter(({ word, pmi, freedom }) => pmi >= LEAST.pmi && freedom >= LEAST.freedom && !isKnown(word))
    .sort((a, b) => b.reports * b.pmi - a.reports * a.pmi || (a.word < b.word ? -1 : 1));
}

function countRuns(runs: Map<string, Counted>, words: readonly string[], start: number, report: string): void {
  for (let end = start + 2; end <= Math.min(words.length, start + MOST_PARTS); end++) {
    const parts = words.slice(start, end);
    const word = parts.join('');
    if (word.length > LONGEST || !parts.every((part) => /^\p{Script=Han}+$/u.test(part) && !LOOSE.test(part))) return;
    const key = parts.join(' ');
    const run = runs.get(key) ?? { parts, count: 0, reports: new Set(), before: new Map(), after: new Map() };
    run.count++;
    run.reports.add(report);
    const [before, after] = [words[start - 1] ?? '', words[end] ?? ''];
    run.before.set(before, (run.before.get(before) ?? 0) + 1);
    run.after.set(after, (run.after.get(after) ?? 0) + 1);
    runs.set(key, run);
  }
}

/** Shannon's entropy in bits; a sentence's beginning or end is a neighbour like any other. */
function entropy(counts: ReadonlyMap<string, number>): number {
  const total = Array.from(counts.values()).reduce((sum, count) => sum + count, 0);
  return Array.from(counts.values()).reduce((sum, count) => sum - (count / total) * Math.log2(count / total), 0);
}
