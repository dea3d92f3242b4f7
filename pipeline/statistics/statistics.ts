import type { Outlined } from '../model/layers.ts';
import { contains, type Span } from '../model/span.ts';
import type { Statistic } from '../model/statistic.ts';
import { inMarkup, isBracket, isQuoted, standsAlone, titlesIn } from './context.ts';
import { directionsOf } from './direction.ts';
import { exclusionOf } from './exclusions.ts';
import { quantitiesIn } from './grammar.ts';
import type { Quantity } from './quantity.ts';
import { shadowOf } from './shadow.ts';
import { measuresOf } from './subject.ts';

/** Every quantity that the report states of something, in the order of the text, each with its frame. */
export function extractStatistics({ report, sentences }: Outlined): Statistic[] {
  const shadow = shadowOf(report.text);
  const titles = titlesIn(report.text);
  const out: Statistic[] = [];
  for (const s of sentences) {
    const quantities = statedIn(report.text, shadow, s, titles);
    if (quantities.length === 0) continue;
    const clauses = { shadow, sentence: s, quantities };
    const measures = measuresOf(clauses);
    const directions = directionsOf(clauses);
    for (const [i, q] of quantities.entries()) {
      const m = measures[i]!;
      out.push({
        sentence: s.seq,
        seq: out.length,
        start: q.start,
        end: q.end,
        value: q.value,
        valueMax: q.valueMax,
        unit: q.unit,
        valueBase: null,
        unitBase: q.base,
        kind: q.kind,
        qualifier: q.qualifier,
        direction: directions[i]!,
        subject: report.text.slice(m.subject.start, m.subject.end),
        group: null,
        place: null,
        year: null,
        base: null,
        isTarget: false,
        whole: null,
      });
    }
  }
  return out;
}

/** The quantities of a sentence that are stated of something: no titles, slogans, brackets of groups or table cells. */
function statedIn(text: string, shadow: string, sentence: Span, titles: readonly Span[]): Quantity[] {
  const quantities = quantitiesIn(shadow, sentence.start, sentence.end).filter(
    (quantity) =>
      !exclusionOf(shadow, quantity, sentence.start, sentence.end) &&
      !titles.some((title) => contains(title, quantity)) &&
      !isQuoted(text, quantity) &&
      !inMarkup(text, quantity) &&
      !standsAlone(text, sentence, quantity),
  );
  return quantities.filter((quantity, i) => !isBracket(shadow, quantity, quantities[i + 1]));
}
