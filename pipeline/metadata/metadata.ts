import { type Message, warning } from '../model/message.ts';
import type { Overrides } from '../model/mined-source.ts';
import type { OriginMap } from '../model/origin.ts';
import type { Report } from '../model/report.ts';
import type { Block, Properties } from '../model/source.ts';
import type { Span } from '../model/span.ts';
import { foldForMatching, foldWidth } from '../text/fold.ts';
import { findIssuer } from './issuer.ts';
import { findPlace } from './place.ts';
import { findTitle } from './title.ts';
import { type Year, yearEvidence, yearsIn } from './year.ts';

/** One part of a file and what is around it. */
export interface PartInFile {
  readonly seq: number;
  readonly span: Span;
  readonly text: string;
  readonly origin: OriginMap;
  readonly label: Span | null;
  readonly compilation: string | null;
  readonly blocks: readonly Block[];
  readonly path: string;
  readonly properties: Properties;
}

/**
 * The report that a part of a file is, with its title, year, region and issuer. Years that disagree are a message:
 * the one that counts and the ones that lost.
 */
export function describeReport(part: PartInFile, overrides: Overrides): { report: Report; messages: Message[] } {
  const fallbacks = [part.properties.title ?? '', part.compilation ?? '', fileTitle(part.path)];
  const found = findTitle(part.text, part.label, part.blocks, fallbacks);
  const issuer = overrides.issuer ?? findIssuer(part.text, found.span?.end ?? 0, found.title);
  const title = overrides.title ?? found.title;
  const read = foldForMatching(part.text);
  const years = yearEvidence({
    title: foldWidth(`${found.span ? found.title : ''} ${part.compilation ?? ''}`),
    text: read,
    path: foldWidth(part.path),
    created: part.properties.created ?? null,
  });
  const year = chooseYear(years, overrides);
  const place = findPlace(overrides.region ?? title, issuer, read, part.path);
  const report: Report = {
    seq: part.seq,
    text: part.text,
    span: part.span,
    origin: part.origin,
    title,
    titleSpan: found.span,
    year: year?.year ?? null,
    yearBasis: year?.basis ?? 'unknown',
    region: overrides.region ?? place?.region ?? null,
    place,
    issuer,
    blocks: part.blocks,
  };
  return { report, messages: yearMessages(report, years) };
}

function chooseYear(years: readonly Year[], overrides: Overrides): Year | null {
  if (overrides.year !== null) return { year: overrides.year, basis: overrides.yearBasis ?? 'option' };
  return years[0] ?? null;
}

function yearMessages(report: Report, years: readonly Year[]): Message[] {
  if (report.year === null)
    return [warning('year-unknown', `no year found for “${report.title}”: give it with --year or in a manifest`)];
  const others = years.filter(
    (each) => each.year !== report.year && each.basis !== 'text' && each.basis !== 'property',
  );
  if (others.length === 0) return [];
  const said = others.map((each) => `${each.year} by ${each.basis}`).join(', ');
  return [warning('year-conflict', `“${report.title}”: year ${report.year} by ${report.yearBasis}, but ${said}`)];
}

/** The name of a file without its ending and without a leading date. */
const fileTitle = (path: string): string => {
  const name = (path.split('/').at(-1) ?? '').replace(/\.[a-z0-9]{1,5}$/iu, '');
  return yearsIn(name).length > 0 && name.length > 8
    ? name.replace(/^[（(]?(?:19|20)\d\d(?:年|[-_.\d]*)[）)]?[-_\s]*/u, '')
    : name;
};
