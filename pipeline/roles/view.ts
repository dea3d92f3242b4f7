import type { Outlined } from '../model/layers.ts';
import type { Section } from '../model/section.ts';
import { NUMBERING_STYLES, numberingOf } from '../text/numbering.ts';
import { toHalfWidth } from '../text/numerals.ts';
import { headingRole } from './heading-role.ts';

/** How an item is numbered: the styles of `text/numbering.ts`, and a dash, a question or answer, or nothing. */
export const STYLES: readonly string[] = ['none', ...NUMBERING_STYLES.map((style) => style.id), 'dash', 'question'];

/** What the rules and the model see of one sentence. `path` holds the headings above it, outermost first, its own left out. */
export interface SentenceView {
  readonly index: number;
  readonly body: string;
  /** Index in `STYLES`. */
  readonly style: number;
  readonly heading: boolean;
  readonly kind: Section['kind'] | 'none';
  readonly path: readonly string[];
  readonly pathText: string;
  readonly section: number;
  readonly paragraph: number;
}

/** What the rules and the model see of one report. */
export interface ReportView {
  readonly title: string;
  readonly sentences: readonly SentenceView[];
}

const DASH = /^[—\-–●■◆▲○□]{1,4}\s?/u;
const QUESTION = /^[问答][：:]\s?/u;
/** What a number, a dash or a question can begin with: most sentences are known by it to have none. */
const STARTS = /^[第其一二三四五六七八九十百\d（(IVXⅠ-Ⅻ①-⑳⑴-⒇❶-❿—\-–●■◆▲○□问答]/u;

/** Splits an item number off the head of a sentence; the 要 of “三要加强” stays with the words. */
export function splitNumber(text: string): { readonly style: number; readonly body: string } {
  if (!STARTS.test(text)) return { style: 0, body: text };
  const numbering = numberingOf(text);
  if (numbering && numbering.length < text.length) {
    const length = numbering.number.endsWith('要') ? numbering.length - 1 : numbering.length;
    return { style: STYLES.indexOf(numbering.style.id), body: text.slice(length) };
  }
  for (const [style, pattern] of [
    ['dash', DASH],
    ['question', QUESTION],
  ] as const) {
    const match = pattern.exec(text);
    if (match && match[0].length < text.length)
      return { style: STYLES.indexOf(style), body: text.slice(match[0].length) };
  }
  return { style: 0, body: text };
}

const WIDTHS = new Map<string, string>([
  ...Array.from('０１２３４５６７８９％．', (wide): [string, string] => [wide, toHalfWidth(wide)]),
  ...Array.from({ length: 52 }, (_, at): [string, string] => {
    const letter = String.fromCharCode(0xff21 + at + (at > 25 ? 6 : 0));
    return [letter, toHalfWidth(letter)];
  }),
  [',', '，'],
  [';', '；'],
  [':', '：'],
  ['?', '？'],
  ['!', '！'],
  ['(', '（'],
  [')', '）'],
]);
const ODD_WIDTH = /[０-９％．Ａ-Ｚａ-ｚ;?!()]|(?<!\d)[,:]|[,:](?!\d)/g;

const MAY_BE_ODD = new Uint8Array(65536);
for (const character of WIDTHS.keys()) MAY_BE_ODD[character.charCodeAt(0)] = 1;

function hasOddWidth(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (MAY_BE_ODD[text.charCodeAt(at)] === 1) return true;
  return false;
}

/** The characters of a sentence as rules know them: digits and letters half-width, punctuation full-width, no bars of a table row around. */
function readable(text: string): string {
  const inner = text.startsWith('|') || text.endsWith('|') ? text.replace(/^[|\s]+|[|\s]+$/g, '') || text : text;
  return hasOddWidth(inner) ? inner.replace(ODD_WIDTH, (character) => WIDTHS.get(character) ?? character) : inner;
}

/** The headings above a sentence, outermost first, and the same as one text. */
type Path = Pick<SentenceView, 'path' | 'pathText'>;

const NO_PATH: Path = { path: [], pathText: '' };

/** A report as the rules and the model see it. */
export function viewReport({ report, sections, sentences }: Outlined): ReportView {
  const above = parents(sections);
  const paths = sectionPaths(sections, above);
  const headingAt = new Map(sections.map((section) => [section.headingSpan.start, section]));
  const bySeq = new Map(sections.map((section) => [section.seq, section]));
  return {
    title: report.title,
    sentences: sentences.map((sentence, index) => {
      const own = sentence.isHeading ? (headingAt.get(sentence.start) ?? ownSection(sentence, bySeq)) : undefined;
      const holder = own ? above.get(own.seq)! : sentence.section;
      const { path, pathText } = (holder === null ? undefined : paths.get(holder)) ?? NO_PATH;
      const { style, body } = splitNumber(readable(report.text.slice(sentence.start, sentence.end)));
      return {
        index,
        body,
        style,
        heading: sentence.isHeading,
        kind: own?.kind ?? 'none',
        path,
        pathText,
        section: sentence.section ?? -1,
        paragraph: sentence.paragraph,
      };
    }),
  };
}

const ownSection = (
  sentence: { readonly start: number; readonly section: number | null },
  bySeq: ReadonlyMap<number, Section>,
): Section | undefined => {
  const section = sentence.section === null ? undefined : bySeq.get(sentence.section);
  return section && section.start === sentence.start ? section : undefined;
};

/**
 * The section that each stands under. Where headings have no numbers all look alike: one that announces nothing stands
 * under the last one beside it that announces problems, causes, measures or practices.
 */
function parents(sections: readonly Section[]): ReadonlyMap<number, number | null> {
  const announcers = new Map<string, number>();
  return new Map(
    sections.map(({ seq, parent, level, number, heading }) => {
      if (number) return [seq, parent];
      const row = `${parent} ${level}`;
      const role = headingRole(heading);
      if (!role) return [seq, announcers.get(row) ?? parent];
      if (role === 'context') announcers.delete(row);
      else announcers.set(row, seq);
      return [seq, parent];
    }),
  );
}

function sectionPaths(
  sections: readonly Section[],
  above: ReadonlyMap<number, number | null>,
): ReadonlyMap<number, Path> {
  const paths = new Map<number, Path>();
  for (const { seq, heading } of sections) {
    const parent = above.get(seq) ?? null;
    const path = [...(parent === null ? [] : (paths.get(parent)?.path ?? [])), heading];
    paths.set(seq, { path, pathText: path.join(' / ') });
  }
  return paths;
}
