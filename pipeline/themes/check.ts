import { compileThemes } from './assign.ts';
import { compileMatcher } from './match.ts';
import type { Passage } from './point-text.ts';
import type { Taxonomy, Theme } from './taxonomy.ts';

/** What is doubtful in a taxonomy: `kind`, the themes and the term that it is about, and how many places show it. */
export interface ThemeFinding {
  readonly kind: 'example' | 'never' | 'shared' | 'inside_word' | 'overlap';
  readonly theme: string;
  readonly other: string | null;
  readonly term: string;
  readonly count: number;
}

/** Themes overlap too much where this share of the points of the smaller one, and so many, have the other as well. */
const OVERLAP = { share: 0.5, points: 5 };

/**
 * Checks a taxonomy against its examples and `texts`: examples that get the wrong theme, terms that never match, terms of two
 * themes, terms that stand inside longer words (which do not count), and themes that mostly come together.
 */
export function checkTaxonomy(
  taxonomy: Taxonomy,
  texts: readonly Passage[],
  cut: (text: string) => Passage,
): ThemeFinding[] {
  return [
    ...failingExamples(taxonomy, cut),
    ...sharedTerms(taxonomy),
    ...usage(taxonomy, texts),
    ...overlaps(taxonomy, texts),
  ];
}

/** Examples whose theme is not found where it should be, or is where it should not. */
export function failingExamples(taxonomy: Taxonomy, cut: (text: string) => Passage): ThemeFinding[] {
  const assign = compileThemes(taxonomy);
  const has = ({ id }: Theme, text: string): boolean =>
    assign([{ label: cut(text), sentences: [] }])[0]!.some(({ theme }) => theme === id);
  return taxonomy.flatMap((theme) =>
    (['yes', 'no'] as const).flatMap((side) =>
      theme.examples[side]
        .filter((text) => has(theme, text) !== (side === 'yes'))
        .map((term) => ({ kind: 'example' as const, theme: theme.label, other: side, term, count: 1 })),
    ),
  );
}

function sharedTerms(taxonomy: Taxonomy): ThemeFinding[] {
  const owners = new Map<string, string>();
  return taxonomy.flatMap(({ label, terms }) =>
    terms.flatMap((term): ThemeFinding[] => {
      const other = owners.get(term);
      if (other === undefined) owners.set(term, label);
      return other === undefined ? [] : [{ kind: 'shared', theme: label, other, term, count: 1 }];
    }),
  );
}

/** Terms without a match, and terms most of whose places lie inside longer words. */
function usage(taxonomy: Taxonomy, texts: readonly Passage[]): ThemeFinding[] {
  const match = compileMatcher(taxonomy);
  const matched = new Map<string, number>();
  const loose = new Map<string, number>();
  const terms = new Set(taxonomy.flatMap((theme) => theme.terms.filter((term) => !term.includes('…'))));
  for (const { text, words } of texts) {
    for (const { theme, term } of match(text, words)) {
      const key = `${theme} ${term}`;
      matched.set(key, (matched.get(key) ?? 0) + 1);
    }
    for (const { start, end } of words) {
      for (const term of termsInside(text.slice(start, end), terms)) loose.set(term, (loose.get(term) ?? 0) + 1);
    }
  }
  return taxonomy.flatMap((theme, index) =>
    theme.terms.flatMap((term): ThemeFinding[] => {
      const count = matched.get(`${index} ${term}`) ?? 0;
      const inside = loose.get(term) ?? 0;
      const finding = { theme: theme.label, other: null, term };
      if (inside > 0 && inside >= count) return [{ ...finding, kind: 'inside_word', count: inside }];
      return count === 0 && texts.length > 0 ? [{ ...finding, kind: 'never', count: 0 }] : [];
    }),
  );
}

/** The terms that are a part of one word but not all of it. */
function termsInside(word: string, terms: ReadonlySet<string>): string[] {
  const found: string[] = [];
  for (let start = 0; start < word.length; start++) {
    for (let end = start + 2; end <= word.length; end++) {
      const part = word.slice(start, end);
      if (part !== word && terms.has(part)) found.push(part);
    }
  }
  return found;
}

function overlaps(taxonomy: Taxonomy, texts: readonly Passage[]): ThemeFinding[] {
  const assign = compileThemes(taxonomy);
  const sizes = new Map<string, number>();
  const pairs = new Map<string, number>();
  for (const text of texts) {
    const themes = assign([{ label: text, sentences: [] }])[0]!
      .map(({ theme }) => theme)
      .sort();
    for (const theme of themes) sizes.set(theme, (sizes.get(theme) ?? 0) + 1);
    for (const [first, second] of pairsOf(themes)) {
      pairs.set(`${first} ${second}`, (pairs.get(`${first} ${second}`) ?? 0) + 1);
    }
  }
  const label = new Map(taxonomy.map((theme) => [theme.id, theme.label]));
  return Array.from(pairs).flatMap(([pair, count]): ThemeFinding[] => {
    const [first, second] = pair.split(' ') as [string, string];
    const smaller = sizes.get(first)! <= sizes.get(second)! ? first : second;
    if (count < OVERLAP.points || count < OVERLAP.share * sizes.get(smaller)!) return [];
    const larger = smaller === first ? second : first;
    return [{ kind: 'overlap', theme: label.get(smaller)!, other: label.get(larger)!, term: '', count }];
  });
}

const pairsOf = (items: readonly string[]): [string, string][] =>
  items.flatMap((first, index) => items.slice(index + 1).map((second): [string, string] => [first, second]));
