import { extractCitations } from './citations/citations.ts';
import { cleanText } from './clean/clean.ts';
import { outlineReport } from './headings/headings.ts';
import { readSource } from './ingest/read.ts';
import { linkPoints } from './links/links.ts';
import { describeReport } from './metadata/metadata.ts';
import type { Mined } from './model/layers.ts';
import type { Message } from './model/message.ts';
import type { MinedSource, SourceInput, TermCount } from './model/mined-source.ts';
import { cleanOffset } from './model/origin.ts';
import type { Report } from './model/report.ts';
import type { Section } from './model/section.ts';
import type { Block, DecodedText } from './model/source.ts';
import { findPairs } from './pairs/pairs.ts';
import { groupPoints } from './points/points.ts';
import { assignRoles } from './roles/roles.ts';
import { cutSentences } from './sentences/sentences.ts';
import { type Part, splitReports } from './split/split.ts';
import { auditReport } from './statistics/audit.ts';
import { extractStatistics } from './statistics/statistics.ts';
import { measureSubstance } from './substance/substance.ts';
import { foldForMatching } from './text/fold.ts';
import { sha256 } from './text/hash.ts';
import { countTerms } from './words/terms.ts';
import { tokenizeReport } from './words/words.ts';

/**
 * Everything that one file gives by itself: the pipeline, as a list. Bad input does not throw; it comes back with a
 * status and a message. The same bytes, path and overrides give the same result.
 */
export async function mineSource(input: SourceInput): Promise<MinedSource> {
  const { encoding } = input.overrides;
  const reading = await readSource(input.path, input.bytes, encoding === null ? {} : { encoding });
  const decoded = reading.decoded;
  if (reading.status !== 'ok' || !decoded)
    return unread(input, reading.status === 'ok' ? 'empty' : reading.status, reading);
  const clean = cleanText(decoded);
  if (clean.text === '') return unread(input, 'empty', reading);
  const split = splitReports(clean);
  const described = split.parts.map((part) =>
    describeReport(inFile(part, split.compilation, decoded, input), input.overrides),
  );
  return {
    path: input.path,
    sha256: sha256(input.bytes),
    bytes: input.bytes.length,
    format: decoded.format,
    encoding: decoded.encoding,
    text: decoded.text,
    status: 'ok',
    message: null,
    removed: [...clean.removed, ...split.removed].sort((a, b) => a.start - b.start || a.end - b.end),
    messages: [...reading.messages, ...described.flatMap((each) => each.messages)],
    reports: described.map((each) => mineReport(each.report)),
  };
}

/** The layers of one report, each from the ones before it. Stages read the folded text; spans hold for the text as written. */
export function mineReport(report: Report): { mined: Mined; terms: TermCount[] } {
  const read = { ...report, text: foldForMatching(report.text) };
  const outlined = outlineReport(read, cutSentences(read.text));
  const tokenized = tokenizeReport(outlined);
  const labelled = { ...tokenized, roles: assignRoles(tokenized) };
  const points = groupPoints(labelled);
  const pairs = findPairs(labelled);
  const links = linkPoints(labelled, points, pairs);
  const statistics = extractStatistics(tokenized);
  const findings = auditReport(read, statistics);
  const citations = extractCitations(outlined);
  const substance = measureSubstance(labelled, points, statistics);
  return {
    mined: {
      ...labelled,
      report,
      sections: asWritten(labelled.sections, read.text, report.text),
      points,
      pairs,
      links,
      statistics,
      citations,
      substance,
      findings,
    },
    terms: countTerms(labelled),
  };
}

/** Headings with the characters of the report rather than the folded ones that stages read. */
function asWritten(sections: readonly Section[], read: string, written: string): readonly Section[] {
  if (read === written) return sections;
  return sections.map((section) => {
    const { start } = section.headingSpan;
    const words = read.indexOf(section.heading, start);
    return {
      ...section,
      number: written.slice(start, start + section.number.length),
      heading: written.slice(words, words + section.heading.length),
    };
  });
}

const inFile = (part: Part, compilation: string | null, decoded: DecodedText, input: SourceInput) => ({
  ...part,
  compilation,
  blocks: blocksOf(part, decoded.blocks),
  path: input.path,
  properties: decoded.properties,
});

/** The blocks of the source that lie in a part, as spans of its text. */
function blocksOf(part: Part, blocks: readonly Block[]): Block[] {
  const first = part.origin[0]?.source ?? 0;
  const last = part.origin.at(-1);
  const end = last ? last.source + last.length : 0;
  return blocks
    .filter((block) => block.start < end && block.end > first)
    .map((block) => ({
      ...block,
      start: cleanOffset(part.origin, block.start),
      end: cleanOffset(part.origin, block.end),
    }))
    .filter((block) => block.end > block.start);
}

const unread = (
  input: SourceInput,
  status: 'empty' | 'unreadable',
  reading: { decoded: DecodedText | null; messages: readonly Message[] },
): MinedSource => ({
  path: input.path,
  sha256: sha256(input.bytes),
  bytes: input.bytes.length,
  format: reading.decoded?.format ?? '',
  encoding: reading.decoded?.encoding ?? '',
  text: reading.decoded?.text ?? '',
  status,
  message:
    reading.messages.find((each) => each.severity === 'error')?.message ??
    reading.messages[0]?.message ??
    `${input.path} has no text`,
  removed: [],
  messages: reading.messages,
  reports: [],
});
