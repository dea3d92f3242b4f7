import type { Outlined } from '../model/layers.ts';
import type { Report } from '../model/report.ts';
import type { Span } from '../model/span.ts';
import type { Citation } from '../model/statistic.ts';
import { ISSUING, OFFICE_ENDS } from './issuers.ts';

const TITLE = /《([^《》\n]{2,120}(?:《[^《》\n]{1,60}》[^《》\n]{0,40})?)》/g;
const NUMBER = /^ ?[（(]([^（）()\n]{1,16}[〔[［(（]?(\d{4})[〕\]］)）]?第?\d{1,5}号)[）)]/;
const ISSUED_AFTER = /^ ?[（(]((?:19|20)\d\d)(?:年(?:版|修订|修正|本)?)?[）)]/;
const DATE = /((?:19|20)\d\d) ?年(?: ?(\d{1,2}) ?月(?: ?(\d{1,2}) ?日)?)?[^《》。；\n]{0,40}$/;
const RELATIVE = /(今年|去年|前年)(?:(\d{1,2}) ?月(?:(\d{1,2}) ?日)?)?[^《》。；\n]{0,40}$/;
const ABBREVIATED = /(?:以下|下文|下)?(?:简称|称)(?:为)?[“"「《]?([^“”"「」《》（）()\n]{1,20})[”"」》]?/;
const NAME = `[\\p{Script=Han}]{0,16}?(?:${OFFICE_ENDS.join('|')})(?!办公|委员会)`;
const OFFICE = new RegExp(
  `((?:${NAME}(?:、|和|与|会同))*${NAME}(?:等[\\p{Script=Han}\\d]{0,6}?)?)(?:[^《》。；，,\\n]{0,8}(?:${ISSUING})了?|关于|的)?[^《》。；，,\\n]{0,6}$`,
  'u',
);
/** Words that are not of an office's name but may stand before it in one clause. */
const BEFORE_OFFICE =
  /^.*(?:学习|以及|对|国务院领导同志|根据|按照|依据|依照|落实|贯彻|执行|遵循|结合|由|经|受|据|对照|关于|日|月|年|后|来|，)(?=[\p{Script=Han}]{2})/u;

/**
 * Every document that a sentence names in 《》: its title without white space, who issued it and when, as far as the
 * same sentence says (`issued` is an ISO date, a month or a year). A short form in 《》 that an earlier citation
 * explained (“以下简称《条例》”) is cited under the full title.
 */
export function extractCitations({ report, sentences }: Outlined): Citation[] {
  const citations: Citation[] = [];
  const full = new Map<string, Citation>();
  for (const sentence of sentences) {
    const text = report.text.slice(sentence.start, sentence.end);
    for (const match of text.matchAll(TITLE)) {
      if (isExplanation(text, match.index)) continue;
      const citation = cite(report, sentence, text, match, citations.length, full);
      citations.push(citation);
      const short = ABBREVIATED.exec(
        text.slice(match.index + match[0].length, match.index + match[0].length + 30),
      )?.[1];
      if (short) full.set(normalTitle(short), citation);
    }
  }
  return citations;
}

/** “（以下简称《条例》）” names no further document. */
const isExplanation = (text: string, at: number): boolean => /(?:简称|下称)(?:为)?[“"]?$/.test(text.slice(0, at));

function cite(
  report: Report,
  sentence: Span & { readonly seq: number },
  text: string,
  match: RegExpExecArray,
  seq: number,
  full: ReadonlyMap<string, Citation>,
): Citation {
  const start = sentence.start + match.index;
  const title = normalTitle(match[1]!);
  const known = full.get(title);
  const before = text.slice(0, match.index);
  const after = text.slice(match.index + match[0].length);
  return {
    start,
    end: start + match[0].length,
    sentence: sentence.seq,
    seq,
    title: known?.title ?? title,
    issuer: known?.issuer ?? issuerOf(before),
    issued: known?.issued ?? issuedOf(before, after, report.year),
  };
}

/** A title without white space, with full-width brackets and without quotes around the whole. */
export const normalTitle = (title: string): string =>
  title
    .replace(/\s+/g, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
    .replace(/^[“"]|[”"]$/g, '');

/** Words that end as an office does and name none. */
const NO_OFFICE =
  /^(?:[该本各贵]|有关|相关|[一二三四五六七八九十几多\d]+个?(?:部门?|委|院|厅|局)|政府$|部门$|全部$|内部$)/;

function issuerOf(before: string): string | null {
  const clause = before.slice(-60);
  const listed = /》[、和及]?$/.test(clause) ? clause.slice(0, clause.lastIndexOf('《')) : clause;
  const found = OFFICE.exec(listed)?.[1];
  if (found === undefined) return null;
  const name = found
    .replace(BEFORE_OFFICE, '')
    .replace(/^.*[是由被]/, '')
    .replace(/^[、，]+/, '');
  return name.length >= 2 && !/[了不编着过无]|内部$/.test(name) && !NO_OFFICE.test(name) ? name : null;
}

function issuedOf(before: string, after: string, reportYear: number | null): string | null {
  const number = NUMBER.exec(after)?.[2] ?? ISSUED_AFTER.exec(after)?.[1];
  if (number) return number;
  const date = DATE.exec(before);
  if (date) return iso(date[1]!, date[2], date[3]);
  const relative = RELATIVE.exec(before);
  if (!relative || reportYear === null) return null;
  const year = reportYear - { 今年: 0, 去年: 1, 前年: 2 }[relative[1] as '今年' | '去年' | '前年'];
  return iso(String(year), relative[2], relative[3]);
}

const iso = (year: string, month: string | undefined, day: string | undefined): string =>
  [year, month, day]
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('-');
