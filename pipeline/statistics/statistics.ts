import type { Outlined } from '../model/layers.ts';
import type { Span } from '../model/span.ts';
import { contains } from '../model/span.ts';
import type { Statistic } from '../model/statistic.ts';
import { inMarkup, isBracket, isQuoted, standsAlone, titlesIn } from './context.ts';
import { exclusionOf } from './exclusions.ts';
import { quantitiesIn } from './grammar.ts';
import type { Quantity } from './quantity.ts';
import { shadowOf } from './shadow.ts';

/** Every quantity that the report states of something, in the order of the text, each with its frame. */
export function extractStatistics({ report, sentences }: Outlined): Statistic[] {
  const shadow = shadowOf(report.text);
  const titles = titlesIn(report.text);
  const out: Statistic[] = [];
  for (const s of sentences) {
    for (const q of statedIn(report.text, shadow, s, titles)) {
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
        direction: null,
        subject: '',
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
