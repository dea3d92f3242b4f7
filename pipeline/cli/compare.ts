import type { Command } from 'commander';
import { type FigurePair, pairFigures } from '../compare/figures.ts';
import { type MatchedPoints, matchPoints } from '../compare/match-points.ts';
import { compareMeaning } from '../compare/meaning.ts';
import { type Config, type Language, readConfig } from '../config.ts';
import { Fault } from '../model/fault.ts';
import { CORE_ROLES, type Role } from '../model/role.ts';
import { comparedPoints, figuresOf, type SharedPassage, type StoredFigure, sharedPassages } from '../store/compared.ts';
import type { ReportHead } from '../store/outline.ts';
import type { Table, Value } from '../store/reader.ts';
import { numberColumns, type PlacedPoint, placedPoint, rounded, textColumns } from './comparison.ts';
import type { Context, Io } from './io.ts';
import { roleLabel } from './labels.ts';
import { withDb, withFormat, withLang, withStore } from './options.ts';
import { oneReport } from './show.ts';
import { showTables, type TitledTable } from './show-tables.ts';

/** Adds `diaoyan compare`. */
export function addCompare(program: Command, { io }: Context): void {
  withLang(withFormat(withDb(program.command('compare'))))
    .description('set two reports side by side: points that both make, points of one, figures, copied passages')
    .argument('<reportA>', 'id, beginning of an id, or part of a title')
    .argument('<reportB>', 'the other report')
    .action((a: string, b: string, options: object) => compare(a, b, readConfig({ ...options }), io));
}

interface Comparison {
  readonly a: ReportHead;
  readonly b: ReportHead;
  readonly points: MatchedPoints;
  readonly figures: readonly FigurePair<StoredFigure>[];
  readonly passages: readonly SharedPassage[];
}

async function compare(nameA: string, nameB: string, config: Config, io: Io): Promise<void> {
  const comparison = await withStore(config, io, async (store): Promise<Comparison> => {
    const [a, b] = [await oneReport(store, nameA), await oneReport(store, nameB)];
    if (a.report_id === b.report_id) throw new Fault('both names mean the same report: name two', 'usage');
    const points = (await comparedPoints(store, [a.report_id, b.report_id])).map(placedPoint);
    const of = ({ report_id }: ReportHead): PlacedPoint[] =>
      points.filter(({ report, role }) => report === report_id && CORE_ROLES.some((core) => core === role));
    return {
      a,
      b,
      points: matchPoints(of(a), of(b), compareMeaning(points)),
      figures: pairFigures(await figuresOf(store, a.report_id), await figuresOf(store, b.report_id)),
      passages: await sharedPassages(store, a.report_id, b.report_id),
    };
  });
  const people = config.format === 'table' || config.format === 'markdown';
  showTables(people ? titled(comparison, config.lang) : [{ title: null, table: flatTable(comparison) }], config, io);
}

const headline = ({ title, year }: ReportHead): string => (year === null ? title : `${title}（${year}）`);

/** A point with its place in its report. */
const placed = (point: MatchedPoints['onlyA'][number]): string => {
  const { label, start, end } = point as PlacedPoint;
  return `${label}（${start}–${end}）`;
};

const ROLE_ORDER: readonly string[] = CORE_ROLES;

/** Problems first, then causes and countermeasures; each as they stand in the report. */
const inOrder = (x: MatchedPoints['onlyA'][number], y: MatchedPoints['onlyA'][number]): number =>
  ROLE_ORDER.indexOf(x.role) - ROLE_ORDER.indexOf(y.role) || (x as PlacedPoint).start - (y as PlacedPoint).start;

function titled({ a, b, points, figures, passages }: Comparison, lang: Language): TitledTable[] {
  const zh = lang === 'zh';
  const [nameA, nameB] = [`A ${headline(a)}`, `B ${headline(b)}`];
  const roleName = (role: string): string => roleLabel(role as Role, lang);
  const [role, score] = zh ? ['类别', '相似度'] : ['role', 'score'];
  const both = (reworded: boolean): Table => ({
    columns: [...textColumns(role!, 'A', 'B'), ...numberColumns(score!)],
    rows: points.matches
      .filter((match) => match.reworded === reworded)
      .sort((x, y) => inOrder(x.a, y.a))
      .map((match) => [roleName(match.a.role), placed(match.a), placed(match.b), rounded(match.score, 2)]),
  });
  const only = (side: MatchedPoints['onlyA']): Table => ({
    columns: textColumns(role!, zh ? '要点' : 'point'),
    rows: [...side].sort(inOrder).map((point) => [roleName(point.role), placed(point)]),
  });
  const parts: TitledTable[] = [
    { title: zh ? '相同的要点' : 'Points of both', table: both(false) },
    { title: zh ? '换了说法的要点' : 'Points of both in other words', table: both(true) },
    { title: zh ? '只有A' : 'Only A', table: only(points.onlyA) },
    { title: zh ? '只有B' : 'Only B', table: only(points.onlyB) },
    {
      title: zh ? '同一指标的数字' : 'Figures of the same indicator',
      table: {
        columns: [...textColumns(zh ? '指标' : 'indicator', 'A', 'B'), ...numberColumns('B/A')],
        rows: figures.map((pair) => [pair.a.subject, pair.a.surface, pair.b.surface, rounded(pair.ratio, 2)]),
      },
    },
    {
      title: zh ? '雷同的段落' : 'Copied passages',
      table: {
        columns: [...textColumns(zh ? '段落' : 'passage', 'A', 'B'), ...numberColumns(zh ? '相同字数' : 'same')],
        rows: passages.map(({ text, matched, startA, endA, startB, endB }) => [
          text,
          `${startA}–${endA}`,
          `${startB}–${endB}`,
          matched,
        ]),
      },
    },
  ];
  return [overview([nameA, nameB], parts, zh), ...parts.filter(({ table }) => table.rows.length > 0)];
}

/** Which reports these are, and how much there is in each part. */
const overview = (names: readonly string[], parts: readonly TitledTable[], zh: boolean): TitledTable => ({
  title: names.join('\n'),
  table: {
    columns: [...textColumns(zh ? '内容' : 'what'), ...numberColumns(zh ? '数量' : 'how many')],
    rows: parts.map(({ title, table }) => [title, table.rows.length]),
  },
});

/** Everything a row each: `kind` says what the row is; offsets lead into the texts of the two reports. */
function flatTable({ a, b, points, figures, passages }: Comparison): Table {
  const side = (point: { label: string; start?: number; end?: number } | null): Value[] =>
    point ? [point.label, point.start ?? null, point.end ?? null] : [null, null, null];
  const figure = ({ surface, start, end }: StoredFigure): Value[] => [surface, start, end];
  const rows: Value[][] = [
    ...points.matches.map((match): Value[] => [
      match.reworded ? 'reworded' : 'matched',
      match.a.role,
      null,
      ...side(match.a),
      ...side(match.b),
      rounded(match.score, 4),
    ]),
    ...points.onlyA.map((point): Value[] => ['only_a', point.role, null, ...side(point), ...side(null), null]),
    ...points.onlyB.map((point): Value[] => ['only_b', point.role, null, ...side(null), ...side(point), null]),
    ...figures.map((pair): Value[] => [
      'figure',
      null,
      pair.a.subject,
      ...figure(pair.a),
      ...figure(pair.b),
      rounded(pair.ratio, 4),
    ]),
    ...passages.map((each): Value[] => [
      'copied',
      null,
      null,
      each.text,
      each.startA,
      each.endA,
      null,
      each.startB,
      each.endB,
      each.matched,
    ]),
  ].map((row) => [...row, a.report_id, b.report_id]);
  return {
    columns: [
      ...textColumns('kind', 'role', 'indicator', 'a'),
      ...numberColumns('a_start', 'a_end'),
      ...textColumns('b'),
      ...numberColumns('b_start', 'b_end', 'score'),
      ...textColumns('report_a', 'report_b'),
    ],
    rows,
  };
}
