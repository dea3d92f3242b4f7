/** The themes of one point: what gold says and what was found. */
export interface ThemePair {
  readonly gold: readonly string[];
  readonly found: readonly string[];
}

/** Precision, recall and F1, from 0 to 1; 0 where nothing was found or asked for. */
export interface ThemeFigures {
  readonly theme: string;
  readonly gold: number;
  readonly found: number;
  readonly right: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Figures over all themes (`micro`) and for each, the most frequent in gold first. */
export interface ThemeEvaluation {
  readonly points: number;
  readonly micro: ThemeFigures;
  readonly themes: readonly ThemeFigures[];
}

/**
 * Compares themes point by point. Themes that gold does not know (`known`) are left out on both sides: an annotator who
 * had no name for them could not have given them.
 */
export function evaluateThemes(pairs: readonly ThemePair[], known: ReadonlySet<string>): ThemeEvaluation {
  const counts = new Map<string, { gold: number; found: number; right: number }>();
  const count = (theme: string, key: 'gold' | 'found' | 'right'): void => {
    const row = counts.get(theme) ?? { gold: 0, found: 0, right: 0 };
    row[key]++;
    counts.set(theme, row);
  };
  for (const { gold, found } of pairs) {
    for (const theme of new Set(gold)) if (known.has(theme)) count(theme, 'gold');
    for (const theme of new Set(found)) {
      if (!known.has(theme)) continue;
      count(theme, 'found');
      if (gold.includes(theme)) count(theme, 'right');
    }
  }
  const rows = Array.from(counts, ([theme, row]) => figures(theme, row.gold, row.found, row.right));
  const sum = (key: 'gold' | 'found' | 'right'): number => rows.reduce((total, row) => total + row[key], 0);
  return {
    points: pairs.length,
    micro: figures('', sum('gold'), sum('found'), sum('right')),
    themes: rows.sort((a, b) => b.gold - a.gold || (a.theme < b.theme ? -1 : 1)),
  };
}

const figures = (theme: string, gold: number, found: number, right: number): ThemeFigures => ({
  theme,
  gold,
  found,
  right,
  precision: found === 0 ? 0 : right / found,
  recall: gold === 0 ? 0 : right / gold,
  f1: gold + found === 0 ? 0 : (2 * right) / (gold + found),
});
