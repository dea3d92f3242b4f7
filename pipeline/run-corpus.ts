import { findCopies } from './duplicates/copies.ts';
import { SKETCH_VERSION, sketchOf } from './duplicates/sketch.ts';
import { copiesAreCurrent, refreshSketches, reportText, storedSketches, writeCopies } from './store/copies.ts';
import type { Store } from './store/open.ts';

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
