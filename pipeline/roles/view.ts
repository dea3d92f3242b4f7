import type { Outlined } from '../model/layers.ts';
import type { Section } from '../model/section.ts';
import { NUMBERING_STYLES, numberingOf } from '../text/numbering.ts';
import { isDigit } from '../text/numerals.ts';
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
/** 1 for what a number, a dash or a question can begin with: most sentences are known by it to have none. */
const STARTS = new Uint8Array(65536);
for (const character of '第其一二三四五六七八九十百0123456789（(IVX—-–●■◆▲○□问答') STARTS[character.charCodeAt(0)] = 1;
for (const [from, , to] of ['Ⅰ-Ⅻ', '①-⑳', '⑴-⒇', '❶-❿']) STARTS.fill(1, from!.charCodeAt(0), to!.charCodeAt(0) + 1);

/** Splits an item number off the head of a sentence; the 要 of “三要加强” stays with the words. */
export function splitNumber(text: string): { readonly style: number; readonly body: string } {
  if (STARTS[text.charCodeAt(0)] !== 1) return { style: 0, body: text };
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

const WIDE = new Map<string, string>([
  [',', '，'],
  [';', '；'],
  [':', '：'],
  ['?', '？'],
  ['!', '！'],
  ['(', '（'],
  [')', '）'],
  ['．', '.'],
]);

/** A text, its digits half-width, as rules know it: its punctuation full-width but for the comma, colon and point of a number. */
const readable = (text: string): string =>
  text.replace(/[,;:?!()．]/g, (character, at: number) =>
    (character === ',' || character === ':') && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1))
      ? character
      : WIDE.get(character)!,
  );

/** A row of a table without the bars around it. */
const withoutBars = (text: string): string =>
  text.startsWith('|') || text.endsWith('|') ? text.replace(/^[|\s]+|[|\s]+$/g, '') || text : text;

/** The headings above a sentence, outermost first, and the same as one text. */
type Path = Pick<SentenceView, 'path' | 'pathText'>;

const NO_PATH: Path = { path: [], pathText: '' };

/** A report as the rules and the model see it. */
export function viewReport({ report, sections, sentences }: Outlined): ReportView {
  const above = parents(sections);
  const paths = sectionPaths(sections, above);
  const headingAt = new Map(sections.map((section) => [section.headingSpan.start, section]));
  const text = readable(report.text);
  const bySeq = new Map(sections.map((section) => [section.seq, section]));
  return {
    title: report.title,
    sentences: sentences.map((sentence, index) => {
      const own = sentence.isHeading ? (headingAt.get(sentence.start) ?? ownSection(sentence, bySeq)) : undefined;
      const holder = own ? above.get(own.seq)! : sentence.section;
      const { path, pathText } = (holder === null ? undefined : paths.get(holder)) ?? NO_PATH;
      const { style, body } = splitNumber(withoutBars(text.slice(sentence.start, sentence.end)));
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
