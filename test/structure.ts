/** A file through the stages that find its structure: reading to the outline, without roles and what follows them. */
import { cleanText } from '../pipeline/clean/clean.ts';
import { outlineReport } from '../pipeline/headings/headings.ts';
import { readSource } from '../pipeline/ingest/read.ts';
import { describeReport } from '../pipeline/metadata/metadata.ts';
import type { Outlined } from '../pipeline/model/layers.ts';
import type { Message } from '../pipeline/model/message.ts';
import { NO_OVERRIDES, type Overrides } from '../pipeline/model/mined-source.ts';
import { cleanOffset } from '../pipeline/model/origin.ts';
import type { Report } from '../pipeline/model/report.ts';
import type { CleanText, DecodedText } from '../pipeline/model/source.ts';
import { cutSentences } from '../pipeline/sentences/sentences.ts';
import { type Split, splitReports } from '../pipeline/split/split.ts';

/** A plain text as the reader hands it on. */
export const decoded = (text: string, known: Partial<DecodedText> = {}): DecodedText => ({
  text,
  format: 'txt',
  encoding: 'utf-8',
  blocks: [],
  properties: {},
  removed: [],
  hardWrapped: null,
  messages: [],
  ...known,
});

export interface Structure {
  readonly source: DecodedText;
  readonly clean: CleanText;
  readonly split: Split;
  readonly reports: readonly { readonly outlined: Outlined; readonly messages: readonly Message[] }[];
}

export function structureOf(
  source: DecodedText,
  path = 'reports/report.txt',
  overrides: Overrides = NO_OVERRIDES,
): Structure {
  const clean = cleanText(source);
  const split = splitReports(clean);
  const reports = split.parts.map((part) => {
    const blocks = source.blocks
      .map((block) => ({
        ...block,
        start: cleanOffset(part.origin, block.start),
        end: cleanOffset(part.origin, block.end),
      }))
      .filter((block) => block.end > block.start);
    const { report, messages } = describeReport(
      { ...part, compilation: split.compilation, blocks, path, properties: source.properties },
      overrides,
    );
    return { outlined: outlineReport(report, cutSentences(report.text)), messages };
  });
  return { source, clean, split, reports };
}

/** The structure of a file's bytes; throws where the file cannot be read. */
export async function structureOfFile(path: string, bytes: Uint8Array): Promise<Structure> {
  const { decoded: source, messages } = await readSource(path, bytes);
  if (!source) throw new Error(`${path}: ${messages[0]?.message}`);
  return structureOf(source, path);
}

/** The only report of a text, outlined. */
export const outlineOf = (text: string, path?: string): Outlined =>
  structureOf(decoded(text), path).reports[0]!.outlined;

/** A report of a text that is clean already. */
export const reportOf = (text: string, known: Partial<Report> = {}): Report => ({
  seq: 1,
  text,
  span: { start: 0, end: text.length },
  origin: [{ clean: 0, source: 0, length: text.length }],
  title: '',
  titleSpan: null,
  year: null,
  yearBasis: 'unknown',
  region: null,
  place: null,
  issuer: null,
  blocks: [],
  ...known,
});

export const withoutBlanks = (text: string): string => text.replace(/\s/gu, '');
