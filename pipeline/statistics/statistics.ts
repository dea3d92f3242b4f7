import type { Outlined } from '../model/layers.ts';
import type { Statistic } from '../model/statistic.ts';
import { exclusionOf } from './exclusions.ts';
import { quantitiesIn } from './grammar.ts';
import type { Quantity } from './quantity.ts';
import { shadowOf } from './shadow.ts';

/** Every quantity that the report states of something, in the order of the text, each with its frame. */
export function extractStatistics({ report, sentences }: Outlined): Statistic[] {
  const shadow = shadowOf(report.text);
  const out: Statistic[] = [];
  for (const s of sentences) {
    for (const q of quantitiesIn(shadow, s.start, s.end)) {
      if (exclusionOf(shadow, q, s.start, s.end)) continue;
      out.push({ sentence: s.seq, seq: out.length, start: q.start, end: q.end, value: q.value, valueMax: q.valueMax, unit: q.unit, valueBase: null, unitBase: q.base, kind: q.kind, qualifier: q.qualifier, direction: null, subject: '', group: null, place: null, year: null, base: null, isTarget: false, whole: null });
    }
  }
  return out;
}
