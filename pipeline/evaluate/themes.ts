import { Fault } from '../model/fault.ts';
import { type Score, scoreOf } from './roles.ts';

/** The themes of one point: what gold requires, what it allows besides, and what was found. */
export interface ThemePair {
  readonly gold: readonly string[];
  readonly allowed: readonly string[];
  readonly found: readonly string[];
}

/** Scores over all themes: `strict` counts an allowed theme as wrong, `lenient` as neither right nor wrong. */
export interface ThemeEvaluation {
  readonly points: number;
  readonly strict: Score;
  readonly lenient: Score;
  readonly themes: ReadonlyMap<string, Score>;
}

/**
 * Compares themes point by point, pooled over all themes (micro). Where gold requires none (its annotators gave a theme
 * each), any allowed one is right.
 */
export function evaluateThemes(pairs: readonly ThemePair[]): ThemeEvaluation {
  const counts = new Map<string, { right: number; wrong: number; missed: number }>();
  let allowed = 0;
  const count = (theme: string, key: 'right' | 'wrong' | 'missed'): void => {
    const row = counts.get(theme) ?? { right: 0, wrong: 0, missed: 0 };
    row[key]++;
    counts.set(theme, row);
  };
  for (const pair of pairs) {
    const gold = requiredOf(pair);
    for (const theme of new Set(gold)) if (!pair.found.includes(theme)) count(theme, 'missed');
    for (const theme of new Set(pair.found)) {
      count(theme, gold.includes(theme) ? 'right' : 'wrong');
      if (!gold.includes(theme) && pair.allowed.includes(theme)) allowed++;
    }
  }
  const sum = (key: 'right' | 'wrong' | 'missed'): number =>
    Array.from(counts.values()).reduce((total, row) => total + row[key], 0);
  return {
    points: pairs.length,
    strict: scoreOf(sum('right'), sum('wrong'), sum('missed')),
    lenient: scoreOf(sum('right'), sum('wrong') - allowed, sum('missed')),
    themes: new Map(
      Array.from(counts, ([theme, { right, wrong, missed }]) => [theme, scoreOf(right, wrong, missed)] as const).sort(
        ([a, one], [b, other]) => other.right + other.missed - one.right - one.missed || (a < b ? -1 : 1),
      ),
    ),
  };
}

/** The required themes; of a point that requires none, the allowed ones that were found, or else one of them. */
function requiredOf({ gold, allowed, found }: ThemePair): readonly string[] {
  if (gold.length > 0) return gold;
  const given = found.filter((theme) => allowed.includes(theme));
  return given.length > 0 ? given : allowed.slice(0, 1);
}

/** The themes of a point by several annotators: those that most give are required, all others that one gives are allowed. */
export interface ThemeGold {
  readonly required: readonly string[];
  readonly allowed: readonly string[];
  /** What each annotator gave, by itself. */
  readonly given: readonly (readonly string[])[];
}

/**
 * Reads gold themes: columns id, required, allowed, and those of each annotator.
 * @throws Fault where a line has fewer columns.
 */
export function parseThemeGold(text: string, path: string): ReadonlyMap<string, ThemeGold> {
  const cells = (cell: string): string[] => cell.split(' ').filter((id) => id !== '' && id !== '-');
  return new Map(
    text
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line, index) => {
        const [id, required, allowed, ...given] = line.split('\t');
        if (allowed === undefined || given.length === 0)
          throw new Fault(
            `${path}, line ${index + 1}: give id, required, allowed and the annotators' themes, with tabs`,
          );
        return [id!, { required: cells(required!), allowed: cells(allowed), given: given.map(cells) }];
      }),
  );
}

/** Micro F1 of every pair of annotators, under their numbers: “1 and 2”, “1 and 3”, “2 and 3”. */
export function themeAgreement(gold: Iterable<ThemeGold>): ReadonlyMap<string, number> {
  const all = [...gold];
  const annotators = Array.from(all[0]?.given ?? [], (_, index) => index);
  return new Map(
    annotators.flatMap((one) =>
      annotators.slice(one + 1).map((other) => {
        const pairs = all.map(({ given }) => ({ gold: given[one]!, allowed: [], found: given[other]! }));
        return [`${one + 1} and ${other + 1}`, evaluateThemes(pairs).strict.f1 ?? 0] as const;
      }),
    ),
  );
}
