import { type Comparison, compareTexts, type Passage, type Shingled, shingle } from './align.ts';
import { type Candidate, overlappingPairs, resemblingPairs } from './candidates.ts';
import { neutralize } from './neutral.ts';
import { type Sketch, sketchOf } from './sketch.ts';

/** A report as the search for copies sees it; `seq` is its place in its `source`. */
export interface CopyInput {
  readonly reportId: string;
  readonly source: string;
  readonly seq: number;
  readonly year: number | null;
  readonly sketch: Sketch;
}

/** A report that copies another. The shares are of characters in common passages, `jaccard` is over shingles. */
export interface Copy {
  readonly reportId: string;
  readonly duplicateOf: string;
  readonly similarity: number;
  readonly originalShare: number;
  readonly jaccard: number;
}

/** A passage of `reportId` that stands in `otherId`, which is the earlier of the two. */
export interface CopiedPassage extends Passage {
  readonly reportId: string;
  readonly otherId: string;
}

/** `clusters` list the ids of a template's reports, the original first. */
export interface Copies {
  readonly copies: readonly Copy[];
  readonly clusters: readonly (readonly string[])[];
  readonly passages: readonly CopiedPassage[];
}

/** The shares of themselves that two reports have in common when one is a version of the other. */
const SAME = { more: 0.5, less: 0.4 };
/** The share of the shorter report that stands in a much longer one when it was taken from it. */
const CONTAINED = 0.7;
/** Sources of a report whose passages are looked for, those with most fingerprints in common first. */
const MOST_SOURCES = 8;
/** Characters of a passage between reports that are not copies: set phrases are shorter. */
const LEAST_PASSAGE = 40;
const CACHED_TEXTS = 512;

/**
 * Finds copied reports and passages. Every candidate is verified on the texts, which `load` gives by the index in
 * `reports`. The original of a cluster is its earliest report; within a year that of the source with the longest report,
 * then of the first source by name, and within a source the first. The order of `reports` plays no part.
 */
export async function findCopies(
  reports: readonly CopyInput[],
  load: (index: number) => string | Promise<string>,
): Promise<Copies> {
  const ordered = earliestFirst(reports);
  const sketches = ordered.map((index) => reports[index]!.sketch);
  const compare = comparer((number) => load(ordered[number]!));
  const overlapping = overlappingPairs(sketches);
  const roots = await rootsOf(
    sketches,
    mergePairs(resemblingPairs(sketches), containedPairs(sketches, overlapping)),
    compare,
  );
  const idOf = (number: number): string => reports[ordered[number]!]!.reportId;
  const copies: Copy[] = [];
  const passages: CopiedPassage[] = [];
  for (const [from, to] of sourcesOf(sketches, roots, overlapping)) {
    const comparison = await compare(from, to);
    const isCopy = roots[from] === to;
    if (isCopy) copies.push(copyOf(idOf(from), idOf(to), comparison));
    for (const passage of comparison.passages) {
      if (isCopy || passage.matched >= LEAST_PASSAGE)
        passages.push({ reportId: idOf(from), otherId: idOf(to), ...passage });
    }
  }
  return { copies, clusters: clustersOf(roots, idOf), passages };
}

/** Finds copies among texts that are all at hand. */
export const findCopiesInTexts = (
  texts: readonly (Omit<CopyInput, 'sketch'> & { readonly text: string })[],
): Promise<Copies> =>
  findCopies(
    texts.map(({ text, ...head }) => ({ ...head, sketch: sketchOf(text) })),
    (index) => texts[index]!.text,
  );

const copyOf = (reportId: string, duplicateOf: string, comparison: Comparison): Copy => ({
  reportId,
  duplicateOf,
  similarity: comparison.hereShare,
  originalShare: comparison.thereShare,
  jaccard: comparison.jaccard,
});

function earliestFirst(reports: readonly CopyInput[]): number[] {
  const longest = new Map<string, number>();
  for (const { source, sketch } of reports) longest.set(source, Math.max(longest.get(source) ?? 0, sketch.length));
  const year = (report: CopyInput): number => report.year ?? Number.MAX_SAFE_INTEGER;
  return Array.from(reports.keys()).sort((a, b) => {
    const [left, right] = [reports[a]!, reports[b]!];
    return (
      year(left) - year(right) ||
      longest.get(right.source)! - longest.get(left.source)! ||
      byCodeUnits(left.source, right.source) ||
      left.seq - right.seq
    );
  });
}

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type Compare = (here: number, there: number) => Promise<Comparison>;

/** Compares reports by number, with the texts used last kept at hand. */
function comparer(load: (number: number) => string | Promise<string>): Compare {
  const cache = new Map<number, Shingled>();
  const shingled = async (number: number): Promise<Shingled> => {
    const known = cache.get(number) ?? shingle(neutralize(await load(number)));
    cache.delete(number);
    cache.set(number, known);
    if (cache.size > CACHED_TEXTS) cache.delete(cache.keys().next().value!);
    return known;
  };
  return async (here, there) => compareTexts(await shingled(here), await shingled(there));
}

/** Pairs whose shorter report has most of its fingerprints in the other. */
const containedPairs = (sketches: readonly Sketch[], pairs: readonly (Candidate & { readonly shared: number })[]) =>
  pairs.filter(({ a, b, shared }) => {
    const shorter = Math.min(sketches[a]!.fingerprints.length, sketches[b]!.fingerprints.length);
    return shared >= 0.25 * shorter;
  });

function mergePairs(...lists: readonly (readonly Candidate[])[]): readonly Candidate[] {
  const merged = new Map<string, Candidate>();
  for (const list of lists) for (const pair of list) merged.set(`${pair.a} ${pair.b}`, pair);
  return [...merged.values()].sort((x, y) => x.a - y.a || x.b - y.b);
}

/**
 * The original of every report, itself where it is none's copy. Versions of each other form a cluster, its earliest
 * report the original; then a report that stands within a longer one is a copy of that one's original. Pairs that hang
 * together already are not compared again, which changes nothing in what hangs together.
 */
async function rootsOf(
  sketches: readonly Sketch[],
  pairs: readonly Candidate[],
  compare: Compare,
): Promise<Int32Array> {
  const roots = Int32Array.from(sketches, (_, number) => number);
  const parts: { readonly part: number; readonly whole: number }[] = [];
  for (const { a, b } of pairs) {
    if (rootOf(roots, a) === rootOf(roots, b)) continue;
    const { hereShare, thereShare } = await compare(a, b);
    const [less, more] = [Math.min(hereShare, thereShare), Math.max(hereShare, thereShare)];
    if (more >= SAME.more && less >= SAME.less) link(roots, a, b);
    else if (more >= CONTAINED) {
      parts.push(hereShare >= thereShare ? { part: a, whole: b } : { part: b, whole: a });
    }
  }
  for (const number of roots.keys()) roots[number] = rootOf(roots, number);
  return attachParts(roots, parts, sketches);
}

function rootOf(roots: Int32Array, number: number): number {
  let root = number;
  while (roots[root] !== root) {
    roots[root] = roots[roots[root]!]!;
    root = roots[root]!;
  }
  return root;
}

function link(roots: Int32Array, a: number, b: number): void {
  const [left, right] = [rootOf(roots, a), rootOf(roots, b)];
  roots[Math.max(left, right)] = Math.min(left, right);
}

/** Gives the cluster of a part the original of the longest whole that it stands in, however long the way up is. */
function attachParts(
  roots: Int32Array,
  parts: readonly { readonly part: number; readonly whole: number }[],
  sketches: readonly Sketch[],
): Int32Array {
  const lengthOf = (number: number): number => sketches[roots[number]!]!.length;
  const wholes = new Map<number, number>();
  for (const { part, whole } of parts) {
    const [from, to] = [roots[part]!, roots[whole]!];
    const known = wholes.get(from);
    const better =
      known === undefined || lengthOf(to) > lengthOf(known) || (lengthOf(to) === lengthOf(known) && to < known);
    if (from !== to && lengthOf(to) > lengthOf(from) && better) wholes.set(from, to);
  }
  const top = (root: number): number => (wholes.has(root) ? top(wholes.get(root)!) : root);
  return roots.map((root) => top(root));
}

/** Which reports to compare passage by passage: a copy with its original, any other with the earlier ones it shares most with. */
function sourcesOf(
  sketches: readonly Sketch[],
  roots: Int32Array,
  overlapping: readonly (Candidate & { readonly shared: number })[],
): readonly (readonly [number, number])[] {
  const earlier = new Map<number, (Candidate & { readonly shared: number })[]>();
  for (const pair of overlapping) {
    if (roots[pair.a] === roots[pair.b]) continue;
    const known = earlier.get(pair.b);
    if (known) known.push(pair);
    else earlier.set(pair.b, [pair]);
  }
  return sketches.flatMap((_, number) => {
    const copied = roots[number] === number ? [] : [[number, roots[number]!] as const];
    const others = (earlier.get(number) ?? []).sort((x, y) => y.shared - x.shared || x.a - y.a).slice(0, MOST_SOURCES);
    return [...copied, ...others.map(({ a }) => [number, a] as const)];
  });
}

function clustersOf(roots: Int32Array, idOf: (number: number) => string): string[][] {
  const members = new Map<number, string[]>();
  for (const [number, root] of roots.entries()) {
    if (root === number) continue;
    const known = members.get(root);
    if (known) known.push(idOf(number));
    else members.set(root, [idOf(root), idOf(number)]);
  }
  return Array.from(members.values());
}
