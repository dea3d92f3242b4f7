import type { Span } from '../model/span.ts';
import type { Taxonomy } from './taxonomy.ts';
import { createTrie } from './trie.ts';

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

/** The most characters that may stand between the parts of a term that is written with “…”, and what may not. */
const GAP = 12;
const NO_GAP = new Set('。；！？!?;\n');

/** What begins at a string of the trie: terms that are the string, and terms with gaps of which it is a first part. */
interface Beginning {
  readonly literal: Entry[];
  readonly gapped: Gapped[];
}

interface Gapped {
  readonly entry: Entry;
  readonly rest: readonly (readonly string[])[];
}

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
  const find = compileSearch(entries);
  return (text, words) => {
    const found = find(text);
    if (found.length === 0) return [];
    const inWords = wordBounds(text.length, words);
    const standing = found.filter(({ entry, start, end }) => entry.kind === 'not' || inWords(start, end));
    return longest(standing.filter((match) => !isRuledOut(match, standing)));
  };
}

interface Found extends Span {
  readonly entry: Entry;
}

/** Finds the places of all entries in one pass over a text. “甲/乙” in a term with a gap stands for either. */
function compileSearch(entries: readonly Entry[]): (text: string) => Found[] {
  const trie = createTrie();
  const beginnings: Beginning[] = [];
  const beginningAt = (text: string): Beginning => {
    const number = trie.add(text);
    beginnings[number] ??= { literal: [], gapped: [] };
    return beginnings[number];
  };
  for (const entry of entries) {
    const [first, ...rest] = entry.term.split('…').map((part) => part.split('/'));
    if (rest.length === 0) beginningAt(entry.term).literal.push(entry);
    else for (const part of first!) beginningAt(part).gapped.push({ entry, rest });
  }
  return (text) => {
    const found: Found[] = [];
    for (let start = 0; start < text.length; start++) {
      trie.at(text, start, (number, after) => {
        const { literal, gapped } = beginnings[number]!;
        for (const entry of literal) found.push({ entry, start, end: after });
        for (const { entry, rest } of gapped) {
          const end = endOfParts(text, after, rest);
          if (end !== null) found.push({ entry, start, end });
        }
      });
    }
    return found;
  };
}

/** Where the last of `parts` ends that follow `from` one after the other, each within a gap of the one before. */
function endOfParts(text: string, from: number, parts: readonly (readonly string[])[]): number | null {
  let end = from;
  for (const part of parts) {
    const next = nextOf(text, end, part);
    if (next === null) return null;
    end = next;
  }
  return end;
}

function nextOf(text: string, from: number, part: readonly string[]): number | null {
  for (let at = from; at <= from + GAP && at < text.length; at++) {
    for (const word of part) if (text.startsWith(word, at)) return at + word.length;
    if (NO_GAP.has(text[at]!)) return null;
  }
  return null;
}

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
