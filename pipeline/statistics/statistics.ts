import type { Tokenized } from '../model/layers.ts';
import type { Report } from '../model/report.ts';
import type { Sentence } from '../model/sentence.ts';
import { type Span, textOf } from '../model/span.ts';
import type { Statistic } from '../model/statistic.ts';
import { type Clauses, clausesOf } from './clauses.ts';
import { inMarkup, isBracket, isQuoted, isReference, isTitled, standsAlone, titlesIn } from './context.ts';
import { directionsOf } from './direction.ts';
import { exclusionOf } from './exclusions.ts';
import { baseOf, groupOf, isAim, placeOf, placesIn, targetStart, yearOf } from './frame.ts';
import { quantitiesIn } from './grammar.ts';
import { distributed } from './limits.ts';
import type { Quantity } from './quantity.ts';
import { followYears } from './review.ts';
import { readShadow, type Shadow } from './shadow.ts';
import { type Measure, measuresOf } from './subject.ts';
import { wholeIndex } from './whole.ts';

/**
 * Every quantity that the report states of something, in the order of the text, each with its frame. A year holds on
 * to the end of its paragraph, until another is named; where none is, what the report is telling of gives it.
 */
export function extractStatistics(document: Tokenized): Statistic[] {
  const { report, sentences, tokens } = document;
  const read = readShadow(report.text);
  const shadow = read.text;
  const titles = titlesIn(report.text);
  const isMarkup = report.text.includes('<td') || report.text.includes('</td');
  const statistics: Statistic[] = [];
  const toldOf = followYears(document);
  let paragraph = -1;
  let year: number | null = null;
  let told: number | null = null;
  for (let i = 0; i < sentences.length; i++) {
    const sentence = sentences[i]!;
    const now = toldOf(sentence);
    if (sentence.paragraph !== paragraph || now !== told) year = now;
    paragraph = sentence.paragraph;
    told = now;
    const stated = statedIn(report.text, read, sentence, titles, isMarkup);
    if (stated.length === 0) continue;
    const quantities = distributed(shadow, stated);
    const clauses = clausesOf(shadow, sentence, quantities);
    const measures = measuresOf(clauses, tokens[i] ?? []);
    const rows = framed(report, sentence, clauses, measures, statistics.length, year);
    statistics.push(...rows);
    year = rows.at(-1)?.isTarget ? told : (rows.at(-1)?.year ?? null);
  }
  return statistics;
}

/** The quantities of a sentence that are stated of something: no titles, slogans, brackets of groups or table cells. */
function statedIn(
  text: string,
  shadow: Shadow,
  sentence: Span,
  titles: readonly Span[],
  isMarkup: boolean,
): readonly Quantity[] {
  const read = quantitiesIn(shadow, sentence.start, sentence.end);
  if (read.length === 0 || isReference(text, sentence)) return [];
  const quantities: Quantity[] = [];
  for (const quantity of read) {
    const isStated =
      !exclusionOf(shadow.text, quantity, sentence.start, sentence.end) &&
      !isTitled(text, titles, quantity) &&
      !isQuoted(text, quantity) &&
      !(isMarkup && inMarkup(text, quantity)) &&
      !standsAlone(text, sentence, quantity);
    if (isStated) quantities.push(quantity);
  }
  return quantities.filter((quantity, i) => !isBracket(shadow.text, quantity, quantities[i + 1]));
}

/** The rows of one sentence; `first` is the seq of its first quantity, `carried` the year that the sentence before left. */
function framed(
  report: Report,
  sentence: Sentence,
  clauses: Clauses,
  measures: readonly Measure[],
  first: number,
  carried: number | null,
): Statistic[] {
  const directions = directionsOf(clauses);
  const aims = targetStart(clauses);
  const places = placesIn(clauses, report);
  let year = carried;
  return clauses.quantities.map((quantity, i) => {
    const subject = textOf(report.text, measures[i]!.subject);
    year = yearOf(clauses, i, report, year);
    return {
      start: quantity.start,
      end: quantity.end,
      sentence: sentence.seq,
      seq: first + i,
      value: quantity.value,
      valueMax: quantity.valueMax,
      unit: quantity.unit,
      valueBase: quantity.value === null ? null : tidy(quantity.value * quantity.factor),
      unitBase: quantity.base,
      kind: quantity.kind,
      qualifier: quantity.qualifier,
      direction: directions[i]!,
      subject,
      group: groupOf(clauses, i, subject),
      place: placeOf(clauses, i, places, report),
      year,
      base: baseOf(clauses, i),
      isTarget:
        quantity.start > aims || isAim(clauses, i) || (year !== null && report.year !== null && year > report.year),
      whole: wholeOf(report.text, clauses, i, first, measures[i]!),
    };
  });
}

function wholeOf(text: string, clauses: Clauses, i: number, first: number, measure: Measure): number | string | null {
  const index = wholeIndex(clauses, i);
  if (index !== null) return first + index;
  return measure.whole ? textOf(text, measure.whole) : null;
}

const tidy = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(12)));
