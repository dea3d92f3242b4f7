import type { Mined } from '../../pipeline/model/layers.ts';
import type { MinedSource } from '../../pipeline/model/mined-source.ts';
import type { OriginMap } from '../../pipeline/model/origin.ts';
import type { Role } from '../../pipeline/model/role.ts';
import type { Span } from '../../pipeline/model/span.ts';
import { sha256 } from '../../pipeline/text/hash.ts';

/** The first place of `part` in `text`. */
export const spanOf = (text: string, part: string): Span => {
  const start = text.indexOf(part);
  if (start < 0) throw new Error(`“${part}” is not in the text`);
  return { start, end: start + part.length };
};

/** A report whose lines are sentences with the given roles; the first line is the title, other layers are empty. */
export function minedReport(lines: readonly (readonly [string, Role])[], origin?: OriginMap): Mined {
  const text = lines.map(([line]) => line).join('\n');
  let start = 0;
  const sentences = lines.map(([line], seq) => {
    const span = { start, end: start + line.length };
    start = span.end + 1;
    return { ...span, seq, section: null, paragraph: seq, isHeading: seq === 0 };
  });
  return {
    report: {
      seq: 0,
      text,
      span: { start: 0, end: text.length },
      origin: origin ?? [{ clean: 0, source: 0, length: text.length }],
      title: lines[0]?.[0] ?? '',
      titleSpan: null,
      year: 2021,
      yearBasis: 'text',
      region: '云河县',
      place: { region: '云河县', province: null, city: null, county: '云河县' },
      issuer: null,
      blocks: [],
    },
    sections: [],
    sentences,
    tokens: sentences.map((each) => [each]),
    roles: lines.map(([, role]) => ({
      role,
      also: [],
      confidence: 0.9,
      votes: [{ rule: 'by-hand', role, weight: 1.5 }],
    })),
    points: [],
    pairs: [],
    links: [],
    statistics: [],
    citations: [],
  };
}

/** A source of one report that is its whole text. */
export function minedSource(path: string, mined: Mined, text: string = mined.report.text): MinedSource {
  const bytes = new TextEncoder().encode(text);
  return {
    path,
    sha256: sha256(bytes),
    bytes: bytes.length,
    format: 'txt',
    encoding: 'utf-8',
    text,
    status: 'ok',
    message: null,
    removed: [],
    messages: [],
    reports: [{ mined, terms: [{ role: 'problem', term: '水利', count: 1 }] }],
  };
}
