import type { Mined } from '../model/layers.ts';
import type { TermCount } from '../model/mined-source.ts';
import { sourceSpan } from '../model/origin.ts';
import type { Point } from '../model/point.ts';
import type { Sentence } from '../model/sentence.ts';
import { textOf } from '../model/span.ts';
import { auditRows } from './audit.ts';
import { citationId, pointId, sectionId, sentenceId, statisticId } from './ids.ts';
import { missing, numbered, numbers } from './numbers.ts';
import { codePointOffsets } from './offsets.ts';
import { place, type Row, type Rows } from './row.ts';

type Offset = (offset: number) => number;

/** What the rows of one report share: its ids by seq, and how offsets are counted. */
interface Context {
  readonly report: string;
  readonly section: (seq: number | null) => string | null;
  readonly sentence: (seq: number) => string;
  readonly point: (seq: number | null) => string | null;
  readonly statistic: (seq: number) => string;
  readonly chars: Offset;
  readonly source: Offset;
}

/** The rows of one report in every table; `at` counts offsets into the text of its source. */
export function reportRows(
  mined: Mined,
  terms: readonly TermCount[],
  source: string,
  id: string,
  seq: number,
  at: Offset,
): Rows {
  const { report } = mined;
  const context = contextOf(mined, id, at);
  return {
    reports: [
      {
        report_id: id,
        source_id: source,
        seq,
        title: report.title,
        year: report.year,
        year_basis: report.yearBasis,
        region: report.region,
        issuer: report.issuer,
        text: report.text,
        ...place('source', sourceSpan(report.origin, { start: 0, end: report.text.length }), at),
        duplicate_of: null,
        similarity: null,
        province: report.place?.province ?? null,
        city: report.place?.city ?? null,
        county: report.place?.county ?? null,
      },
    ],
    sections: sectionRows(mined, context),
    points: pointRows(mined, context),
    sentences: sentenceRows(mined, context),
    votes: voteRows(mined, context),
    causal_pairs: pairRows(mined, context),
    statistics: statisticRows(mined, context),
    citations: citationRows(mined, context),
    audit_findings: auditRows(mined.findings ?? [], id, context),
    point_links: linkRows(mined, context),
    measures: measureRows(mined, context),
    terms: terms.map(({ role, term, count }) => ({ report_id: id, role, term, count })),
  };
}

function contextOf(mined: Mined, report: string, source: Offset): Context {
  const sections = numbers(mined.sections);
  const sentences = numbers(mined.sentences);
  const points = numbers(mined.points);
  const ids = new Map(
    numbered(mined.statistics).map(([each, number]) => [
      each.seq,
      statisticId(sentenceId(report, sentences(each.sentence)), number),
    ]),
  );
  return {
    report,
    section: (seq) => (seq === null ? null : sectionId(report, sections(seq))),
    sentence: (seq) => sentenceId(report, sentences(seq)),
    point: (seq) => (seq === null ? null : pointId(report, points(seq))),
    statistic: (seq) => ids.get(seq) ?? missing(seq),
    chars: codePointOffsets(mined.report.text),
    source,
  };
}

function sectionRows({ sections }: Mined, context: Context): Row[] {
  return sections.map((section, index) => ({
    section_id: context.section(section.seq),
    report_id: context.report,
    parent_id: context.section(section.parent),
    seq: index + 1,
    level: section.level,
    number: section.number,
    heading: section.heading,
    role: section.role,
    ...place('char', section, context.chars),
    kind: section.kind,
    ...place('heading', section.headingSpan, context.chars),
  }));
}

function pointRows({ points }: Mined, context: Context): Row[] {
  return points.map((point, index) => ({
    point_id: context.point(point.seq),
    report_id: context.report,
    section_id: context.section(point.section),
    parent_id: context.point(point.parent),
    seq: index + 1,
    role: point.role,
    label: point.label,
    ...place('char', point, context.chars),
  }));
}

function sentenceRows({ report, sentences, roles, points }: Mined, context: Context): Row[] {
  const pointOf = innermost(points);
  return sentences.map((sentence, index) => {
    const { role, also, confidence } = roles[index]!;
    return {
      sentence_id: context.sentence(sentence.seq),
      report_id: context.report,
      section_id: context.section(sentence.section),
      point_id: context.point(pointOf(sentence)),
      seq: index + 1,
      text: textOf(report.text, sentence),
      role,
      also,
      confidence,
      ...place('char', sentence, context.chars),
      ...place('source', sourceSpan(report.origin, sentence), context.source),
      paragraph: sentence.paragraph,
      is_heading: sentence.isHeading,
    };
  });
}

/** The seq of the shortest point that lists a sentence. */
function innermost(points: readonly Point[]): (sentence: Sentence) => number | null {
  const owners = new Map<number, number>();
  for (const point of [...points].sort((a, b) => b.end - b.start - (a.end - a.start) || a.seq - b.seq)) {
    for (const sentence of point.sentences) owners.set(sentence, point.seq);
  }
  return (sentence) => owners.get(sentence.seq) ?? null;
}

function voteRows({ sentences, roles }: Mined, context: Context): Row[] {
  return sentences.flatMap((sentence, index) =>
    roles[index]!.votes.map(({ rule, role, weight }) => ({
      sentence_id: context.sentence(sentence.seq),
      rule,
      role,
      weight,
    })),
  );
}

function pairRows({ report, pairs }: Mined, context: Context): Row[] {
  return numbered(pairs).map(([pair, number]) => ({
    sentence_id: context.sentence(pair.sentence),
    seq: number,
    cause: textOf(report.text, pair.cause),
    effect: textOf(report.text, pair.effect),
    cue: pair.cue,
    ...place('cause', pair.cause, context.chars),
    ...place('effect', pair.effect, context.chars),
  }));
}

function statisticRows({ report, statistics }: Mined, context: Context): Row[] {
  const bySeq = new Map(statistics.map((each) => [each.seq, each]));
  const wholeId = (seq: number): string | null => (bySeq.has(seq) ? context.statistic(seq) : null);
  const surface = (seq: number): string | null => (bySeq.has(seq) ? textOf(report.text, bySeq.get(seq)!) : null);
  return numbered(statistics).map(([statistic, number]) => ({
    statistic_id: context.statistic(statistic.seq),
    sentence_id: context.sentence(statistic.sentence),
    seq: number,
    surface: textOf(report.text, statistic),
    value: statistic.value,
    value_max: statistic.valueMax,
    unit: statistic.unit,
    kind: statistic.kind,
    qualifier: statistic.qualifier,
    subject: statistic.subject,
    direction: statistic.direction,
    year: statistic.year,
    ...place('char', statistic, context.chars),
    value_base: statistic.valueBase,
    unit_base: statistic.unitBase,
    group_label: statistic.group,
    place: statistic.place,
    base: statistic.base,
    is_target: statistic.isTarget,
    whole_id: typeof statistic.whole === 'number' ? wholeId(statistic.whole) : null,
    whole: typeof statistic.whole === 'number' ? surface(statistic.whole) : statistic.whole,
  }));
}

function citationRows({ citations }: Mined, context: Context): Row[] {
  return numbered(citations).map(([citation, number]) => ({
    citation_id: citationId(context.sentence(citation.sentence), number),
    sentence_id: context.sentence(citation.sentence),
    title: citation.title,
    issuer: citation.issuer,
    issued: citation.issued,
    ...place('char', citation, context.chars),
  }));
}

function linkRows({ links }: Mined, context: Context): Row[] {
  return links.map(({ from, to, kind, score }) => ({
    from_point: context.point(from),
    to_point: context.point(to),
    kind,
    score,
  }));
}

function measureRows({ substance = [] }: Mined, context: Context): Row[] {
  return substance.map(({ sentence, point, actor, action, instrument, deadline, amount, specificity }) => ({
    sentence_id: context.sentence(sentence),
    point_id: context.point(point),
    actor,
    action,
    instrument,
    deadline,
    amount,
    specificity,
  }));
}
