import type { EvaluatedFile } from '../evaluate/evaluation.ts';
import type { Score } from '../evaluate/roles.ts';
import { evaluateThemes, type ThemeGold, type ThemePair, themeAgreement } from '../evaluate/themes.ts';
import type { Store } from '../store/open.ts';
import { queryObjects, type Table, type Value } from '../store/reader.ts';
import type { TitledTable } from './show-tables.ts';

/** A gold point with the themes of the mined points that open where it does; `isFound` is false where none opens there. */
export interface ThemedPoint extends ThemePair {
  readonly isFound: boolean;
}

/** Pairs the gold themes of the points in evaluated files with the themes of the taxonomy that the store has for them. */
export async function themesOn(
  store: Store,
  files: readonly EvaluatedFile[],
  gold: ReadonlyMap<string, ThemeGold>,
): Promise<readonly ThemedPoint[]> {
  const stored = await queryObjects<{ readonly point: string; readonly theme: string }>(
    store,
    `SELECT point_id AS point, theme_id AS theme FROM point_themes JOIN themes USING (theme_id)
     WHERE origin = 'taxonomy' ORDER BY point_id, score DESC, theme_id`,
  );
  const themesOf = new Map<string, string[]>();
  for (const { point, theme } of stored) themesOf.set(point, [...(themesOf.get(point) ?? []), theme]);
  const found = new Map<string, string[]>();
  for (const [point, id] of files.flatMap(({ openings }) => [...(openings ?? [])])) {
    // Where several points open in a sentence, the first one makes its claim.
    if (!found.has(id)) found.set(id, themesOf.get(point) ?? []);
  }
  return files
    .flatMap(({ sentences }) => sentences.flatMap(({ gold: { id } }) => (gold.has(id) ? [id] : [])))
    .map((id) => {
      const { required, allowed } = gold.get(id)!;
      return { gold: required, allowed, found: found.get(id) ?? [], isFound: found.has(id) };
    });
}

const round = (value: number | null): number | null => (value === null ? null : Math.round(value * 1000) / 1000);
const cells = ({ precision, recall, f1, right, wrong, missed }: Score): Value[] => [
  round(precision),
  round(recall),
  round(f1),
  right,
  wrong,
  missed,
];

/** The tables of `diaoyan eval --themes`: micro scores, how far the annotators agree, every theme. */
export function themeTables(points: readonly ThemedPoint[], gold: ReadonlyMap<string, ThemeGold>): TitledTable[] {
  const all = evaluateThemes(points);
  const found = evaluateThemes(points.filter(({ isFound }) => isFound));
  const agreement = themeAgreement(gold.values());
  return [
    {
      title: `Themes of ${all.points} points, ${found.points} of them mined where gold has them`,
      table: scoreTable('all themes', [
        ['strict', all.strict],
        ['lenient', all.lenient],
        ['strict, mined points', found.strict],
        ['lenient, mined points', found.lenient],
      ]),
    },
    {
      title: 'Agreement of the annotators by twos (micro F1)',
      table: {
        columns: Array.from(agreement.keys(), (name) => ({ name, type: 'DOUBLE' })),
        rows: [Array.from(agreement.values(), round)],
      },
    },
    { title: 'Each theme, strict', table: scoreTable('theme', [...all.themes]) },
  ];
}

const scoreTable = (name: string, rows: readonly (readonly [string, Score])[]): Table => ({
  columns: [
    { name, type: 'VARCHAR' },
    ...['precision', 'recall', 'f1', 'right', 'wrong', 'missed'].map((column) => ({ name: column, type: 'DOUBLE' })),
  ],
  rows: rows.map(([label, score]) => [label, ...cells(score)]),
});
