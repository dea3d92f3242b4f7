import type { Span } from '../model/span.ts';
import type { Taxonomy } from './taxonomy.ts';

/** A term of a theme as it stands in a text; `theme` is the index in the taxonomy. */
export interface TermMatch extends Span {
  readonly theme: number;
  readonly term: string;
  readonly isHint: boolean;
}

/** Finds the terms of a taxonomy. `words` are the spans of the words of the text, in order. */
export type Matcher = (text: string, words: readonly Span[]) => readonly TermMatch[];

interface Entry {
  readonly theme: number;
  readonly term: string;
  readonly kind: 'term' | 'hint' | 'not';
}

/** What may stand between the parts of a term that is written with “…”. */
const GAP = '[^。；！？!?;\\n]{0,12}?';

/**
 * Compiles the terms of a taxonomy. A match stands where words begin and end, as far as it is short enough for chance
 * (印度 is not in 印度尼西亚); inside a longer match it does not count (养老 in 养老保险), nor inside what its theme rules out.
 */
export function compileMatcher(taxonomy: Taxonomy): Matcher {
  const entries = taxonomy.flatMap((each, theme): Entry[] => [
    ...each.terms.map((term) => ({ theme, term, kind: 'term' as const })),
    ...each.hints.map((term) => ({ theme, term, kind: 'hint' as const })),
    ...each.not.map((term) => ({ theme, term, kind: 'not' as const })),
  ]);
  const literal = byStart(entries.filter(({ term }) => !term.includes('…')));
  const gapped = entries
    .filter(({ term }) => term.includes('…'))
    .map((entry) => {
      const parts = entry.term.split('…').map((part) => part.split('/'));
      return { entry, parts, pattern: new RegExp(parts.map(anyOf).join(GAP), 'g') };
    });
  return (text, words) => {
    const inWords = wordBounds(text.length, words);
    const found = [...literalMatches(text, literal), ...gappedMatches(text, gapped)];
    const standing = found.filter(({ entry, start, end }) => entry.kind === 'not' || inWords(start, end));
    return longest(standing.filter((match) => !isRuledOut(match, standing)));
  };
}

interface Found extends Span {
  readonly entry: Entry;
}

/** “甲/乙” in a term with a gap stands for either. */
const anyOf = (words: readonly string[]): string => `(?:${words.map(escaped).join('|')})`;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Entries by their first character. */
function byStart(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const starts = new Map<string, Entry[]>();
  for (const entry of entries) {
    const known = starts.get(entry.term[0]!);
    if (known) known.push(entry);
    else starts.set(entry.term[0]!, [entry]);
  }
  return starts;
}

function literalMatches(text: string, starts: ReadonlyMap<string, readonly Entry[]>): Found[] {
  const found: Found[] = [];
  for (let start = 0; start < text.length; start++) {
    for (const entry of starts.get(text[start]!) ?? []) {
      if (text.startsWith(entry.term, start)) found.push({ entry, start, end: start + entry.term.length });
    }
  }
  return found;
}

interface Gapped {
  readonly entry: Entry;
  readonly parts: readonly (readonly string[])[];
  readonly pattern: RegExp;
}

/** Most texts lack a part of most gapped terms, and to look for a part is far cheaper than to try the pattern. */
const gappedMatches = (text: string, gapped: readonly Gapped[]): Found[] =>
  gapped
    .filter(({ parts }) => parts.every((part) => part.some((word) => text.includes(word))))
    .flatMap(({ entry, pattern }) =>
      Array.from(text.matchAll(pattern), ({ index, 0: match }) => ({ entry, start: index, end: index + match.length })),
    );

/** Characters of a match from which on the segmenter's word bounds do not matter, unless one word holds it all. */
const LONG = 3;
/** Characters that a word may have after the match: 护理 is in 护理员, 撂荒 in 撂荒地. */
const SUFFIX = 1;

/** Tells whether a match at `[start, end)` is words of its own, not a part of one. */
function wordBounds(length: number, words: readonly Span[]): (start: number, end: number) => boolean {
  const wordEnd = new Int32Array(length + 1);
  const isStart = new Uint8Array(length + 1);
  for (const { start, end } of words) {
    isStart[start] = 1;
    wordEnd.fill(end, start, end);
  }
  isStart[length] = 1;
  return (start, end) => {
    const starts = isStart[start] === 1;
    const ends = isStart[end] === 1;
    if (starts && ends) return true;
    if (starts && wordEnd[start]! > end) return wordEnd[start]! - end <= SUFFIX;
    return end - start >= LONG && wordEnd[start]! < end;
  };
}

const isRuledOut = ({ entry, start, end }: Found, all: readonly Found[]): boolean =>
  entry.kind !== 'not' &&
  all.some(
    (other) =>
      other.entry.kind === 'not' && other.entry.theme === entry.theme && other.start <= start && end <= other.end,
  );

/** The matches that do not lie inside a longer one; of equal ones in one theme the term comes before the hint. */
function longest(found: readonly Found[]): TermMatch[] {
  const sorted = found
    .filter(({ entry }) => entry.kind !== 'not')
    .sort(
      (a, b) =>
        a.start - b.start || b.end - a.end || a.entry.theme - b.entry.theme || (a.entry.kind === 'term' ? -1 : 1),
    );
  const kept: Found[] = [];
  for (const match of sorted) {
    const covers = kept.some(({ entry, start, end }) => {
      const inside = start <= match.start && match.end <= end;
      const longer = end - start > match.end - match.start;
      // A term with a gap covers the words between its parts only for its own theme.
      return (
        inside &&
        (longer ? !entry.term.includes('…') || entry.theme === match.entry.theme : entry.theme === match.entry.theme)
      );
    });
    if (!covers) kept.push(match);
  }
  return kept.map(({ entry, start, end }) => ({
    theme: entry.theme,
    term: entry.term,
    isHint: entry.kind === 'hint',
    start,
    end,
  }));
}
