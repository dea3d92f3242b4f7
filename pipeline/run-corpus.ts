import { findCopies } from './duplicates/copies.ts';
import { SKETCH_VERSION, sketchOf } from './duplicates/sketch.ts';
import { auditCorpus } from './statistics/audit-indicators.ts';
import { storedLevels, writeAcrossReports } from './store/audit.ts';
import { copiesAreCurrent, refreshSketches, reportText, storedSketches, writeCopies } from './store/copies.ts';
import type { Store } from './store/open.ts';
import {
  discoveredThemes,
  dropDiscovered,
  dropLostThemes,
  type OpenPoint,
  openPoints,
  type PointTheme,
  pointsOf,
  reportsWithoutThemes,
  type StoredPoint,
  writeDiscovery,
  writeReportThemes,
  writeTaxonomy,
} from './store/themes.ts';
import { assetHash } from './text/asset.ts';
import { shortHash } from './text/hash.ts';
import { compileThemes, type ThemeAssigner, type ThemeScore } from './themes/assign.ts';
import { discoverThemes } from './themes/discover.ts';
import { type Passage, type PointText, sentencesBelow } from './themes/point-text.ts';
import type { Taxonomy } from './themes/taxonomy.ts';
import type { PointWords } from './themes/vectors.ts';
import { isTerm } from './words/terms.ts';
import { cutWords } from './words/words.ts';

/**
 * Brings what needs all reports of the store up to date: which report copies which (`reports.duplicate_of`,
 * `copied_passages`). The result depends on the reports alone, not on the runs that brought them.
 */
export async function updateCopies(store: Store): Promise<void> {
  if (await copiesAreCurrent(store, SKETCH_VERSION)) return;
  await refreshSketches(store, SKETCH_VERSION, sketchOf);
  const sketches = await storedSketches(store);
  const inputs = sketches.map(({ reportId, source, seq, year, ...sketch }) => ({
    reportId,
    source,
    seq,
    year,
    sketch,
  }));
  await writeCopies(store, await findCopies(inputs, (index) => reportText(store, inputs[index]!.reportId)));
}

/** Brings up to date what figures of one report contradict those of another; copies, found before, speak once. */
export async function updateAudit(store: Store): Promise<void> {
  const levels = await storedLevels(store);
  await writeAcrossReports(store, auditCorpus(levels), levels);
}

/** Changes whenever the code gives a point other themes by the same taxonomy and weights. */
const THEMES_VERSION = '4';
const REPORTS_AT_A_TIME = 64;

/**
 * Gives the points of every report that is new, changed, or had its themes by another taxonomy the themes of this one,
 * and looks for further themes, which it does not have. Themes discovered before keep their ids and
 * their points, unless `refit` starts them anew. The taxonomy's themes of a report depend on the two of them alone.
 */
export async function updateThemes(store: Store, taxonomy: Taxonomy, refit = false): Promise<void> {
  await dropLostThemes(store);
  const assigned = await assignTaxonomy(store, taxonomy);
  if (refit) await dropDiscovered(store);
  if (assigned || refit) await updateDiscovered(store);
}

/** Whether any report got themes. */
async function assignTaxonomy(store: Store, taxonomy: Taxonomy): Promise<boolean> {
  const by = shortHash(THEMES_VERSION + assetHash('themes/weights.json') + JSON.stringify(taxonomy));
  const missing = await reportsWithoutThemes(store, by);
  if (missing.length === 0) return false;
  await writeTaxonomy(
    store,
    taxonomy.map((theme) => ({ ...theme, keywords: theme.terms })),
  );
  const assign = compileThemes(taxonomy);
  for (let start = 0; start < missing.length; start += REPORTS_AT_A_TIME) {
    const batch = missing.slice(start, start + REPORTS_AT_A_TIME);
    const themed = [];
    for (const each of batch) themed.push({ ...each, themes: await themesOf(store, each.reportId, assign) });
    await writeReportThemes(store, themed);
  }
  return true;
}

async function updateDiscovered(store: Store): Promise<void> {
  const points = await openPoints(store);
  const words = points.map(wordsOf);
  const open = points.flatMap(({ isOpen }, index) => (isOpen ? [index] : []));
  const { themes, assignments } = discoverThemes(words, open, await discoveredThemes(store));
  await writeDiscovery(
    store,
    themes,
    assignments.map(({ point, ...each }) => ({ pointId: points[point]!.pointId, ...each })),
  );
}

const wordsOf = ({ reportId, label, sentences, theme }: OpenPoint): PointWords => ({
  report: reportId,
  claim: runsOf(label),
  body: sentences.flatMap(runsOf),
  theme,
});

/** The terms of a text, in runs of such as stand side by side. */
function runsOf(text: string): string[][] {
  const runs: string[][] = [[]];
  for (const { start, end } of cutWords(text)) {
    const word = text.slice(start, end);
    if (isTerm(word)) runs.at(-1)!.push(word);
    else if (runs.at(-1)!.length > 0) runs.push([]);
  }
  return runs;
}

async function themesOf(store: Store, reportId: string, assign: ThemeAssigner): Promise<PointTheme[]> {
  const points = await pointsOf(store, reportId);
  const texts = points.map(textOf);
  const whole = assign(texts);
  const parts = points.map(partsOf);
  const ofParts = parts.some((own) => own.length > 0) ? assign([...texts, ...parts.flat()]).slice(texts.length) : [];
  let next = 0;
  return points.flatMap(({ pointId }, index) => {
    const own = ofParts
      .slice(next, next + parts[index]!.length)
      .map(([best]) => best)
      .filter((best) => best !== undefined);
    next += parts[index]!.length;
    return strongestOf([...whole[index]!, ...own.filter(({ score }) => score >= SURE)]).map((theme) => ({
      pointId,
      ...theme,
    }));
  });
}

const textOf = ({ label, sentences, role }: Pick<StoredPoint, 'label' | 'sentences' | 'role'>): PointText => ({
  label: passage(label),
  sentences: sentencesBelow(label, sentences).map(passage),
  role,
});

/** A point of more sentences is read in parts as well: it speaks of more things than its claim and one theme hold. */
const LONG = 10;
/** A part is a paragraph, and no longer than so many sentences. */
const PART = 6;
/** A part adds its best theme where that scores as much. */
const SURE = 0.6;

/** The parts of a long point, each with its first sentence as the claim; none of a short one. */
function partsOf({ sentences, paragraphs = [], role }: StoredPoint): PointText[] {
  if (sentences.length <= LONG + 1) return [];
  const parts: string[][] = [];
  for (const [index, sentence] of sentences.entries()) {
    if (index === 0) continue;
    const last = parts.at(-1);
    if (last && last.length < PART && paragraphs[index] === paragraphs[index - 1]) last.push(sentence);
    else parts.push([sentence]);
  }
  return parts.map((part) => textOf({ label: part[0]!, sentences: part, role }));
}

/** Every theme once, with its best score. */
function strongestOf(themes: readonly ThemeScore[]): ThemeScore[] {
  const best = new Map<string, ThemeScore>();
  for (const theme of themes) if (theme.score > (best.get(theme.theme)?.score ?? 0)) best.set(theme.theme, theme);
  return [...best.values()];
}

const passage = (text: string): Passage => ({ text, words: cutWords(text) });
