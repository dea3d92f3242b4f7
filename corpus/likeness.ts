/** Learns pipeline/themes/likeness.json from the points of the reports r01 to r24: `node corpus/likeness.ts`. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { runsOf } from '../pipeline/themes/likeness.ts';
import { builtInTaxonomy } from '../pipeline/themes/taxonomy.ts';

const FOLDER = new URL('gold/', import.meta.url);
const LEARNED = /^r(?:0[1-9]|1\d|2[0-4])-/;
/** Points that have to share a run, and the heaviest runs that a theme keeps. */
const LEAST_POINTS = 2;
const MOST_RUNS = 250;

interface Row {
  readonly id: string;
  readonly text: string;
  readonly role: string;
  readonly point?: { readonly themes: readonly string[] };
}

interface Labelled {
  readonly label: { readonly text: string };
  readonly sentences: { readonly text: string }[];
  readonly themes: readonly string[];
}

function pointsOf(rows: readonly Row[]): Labelled[] {
  const points: Labelled[] = [];
  let open: Labelled | null = null;
  let report = '';
  for (const { id, text, role, point } of rows) {
    if (id.slice(0, 3) !== report || role === 'heading' || role === 'noise') open = null;
    report = id.slice(0, 3);
    if (!point) {
      open?.sentences.push({ text });
      continue;
    }
    open = { label: { text }, sentences: [], themes: point.themes };
    points.push(open);
  }
  return points;
}

const round = (weight: number): number => Math.round(weight * 1000) / 1000;
const normalized = (weights: ReadonlyMap<string, number>): [string, number][] => {
  const length = Math.hypot(...weights.values()) || 1;
  return Array.from(weights, ([run, weight]) => [run, weight / length]);
};

const rows = readdirSync(FOLDER)
  .sort()
  .flatMap((file) => readFileSync(new URL(file, FOLDER), 'utf8').split('\n').filter(Boolean))
  .map((line) => JSON.parse(line) as Row)
  .filter(({ id }) => LEARNED.test(id));
const points = pointsOf(rows);
const spread = new Map<string, number>();
for (const point of points) for (const run of runsOf(point).keys()) spread.set(run, (spread.get(run) ?? 0) + 1);
const idf = new Map(
  Array.from(spread)
    .filter(([, count]) => count >= LEAST_POINTS)
    .map(([run, count]) => [run, Math.log(points.length / count)]),
);
const sums = new Map<string, Map<string, number>>();
for (const point of points) {
  const weights = Array.from(runsOf(point), ([run, count]) => [run, count * (idf.get(run) ?? 0)] as const);
  for (const theme of point.themes) {
    const sum = sums.get(theme) ?? new Map<string, number>();
    for (const [run, weight] of normalized(new Map(weights))) sum.set(run, (sum.get(run) ?? 0) + weight);
    sums.set(theme, sum);
  }
}
const themes = builtInTaxonomy().flatMap(({ id, label }) => {
  const sum = sums.get(label);
  if (!sum) return [];
  const heaviest = normalized(sum)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_RUNS)
    .filter(([, weight]) => round(weight) > 0);
  return [[id, Object.fromEntries(heaviest.map(([run, weight]) => [run, round(weight)]))] as const];
});
const weights = {
  idf: Object.fromEntries(Array.from(idf, ([run, weight]) => [run, round(weight)] as const).sort()),
  themes: Object.fromEntries(themes),
};
writeFileSync(new URL('../pipeline/themes/likeness.json', import.meta.url), `${JSON.stringify(weights)}\n`);
