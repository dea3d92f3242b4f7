import type { Outlined } from '../model/layers.ts';
import type { Section } from '../model/section.ts';
import { toHalfWidth } from '../text/numerals.ts';

/** How an item is numbered: 第一章, 一、, （一）, 1., （1）, ①, 1.2, 一是/第一/首先, a dash, a question, or not at all. */
export const NUMBER_STYLES = [
  'none',
  'chapter',
  'han',
  'han-paren',
  'arabic',
  'arabic-paren',
  'circled',
  'decimal',
  'ordinal',
  'dash',
  'question',
] as const;
export type NumberStyle = (typeof NUMBER_STYLES)[number];

/** What the rules and the model see of one sentence. `path` holds the headings above it, outermost first, its own left out. */
export interface SentenceView {
  readonly index: number;
  readonly body: string;
  readonly style: NumberStyle;
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

const HAN = '[零〇一二三四五六七八九十百]';
const NUMBERS: readonly (readonly [NumberStyle, RegExp])[] = [
  ['chapter', new RegExp(`^第${HAN}{1,4}[章节篇部编][、\\s:：]?`)],
  [
    'ordinal',
    new RegExp(
      `^(?:${HAN}{1,2}(?:是|要|则)|第${HAN}{1,2}[，,、：: ]|首先[，,]|其次[，,]|再次[，,]|最后[，,]|其${HAN}[，,、])`,
    ),
  ],
  ['han', new RegExp(`^${HAN}{1,4}[、．.]\\s?`)],
  ['han-paren', new RegExp(`^[（(]${HAN}{1,4}[）)][、.]?\\s?`)],
  ['decimal', /^\d{1,2}(?:[.．]\d{1,2}){1,3}(?![\d%]|[年月日个万亿元])[、.\s]?\s?/],
  ['arabic', /^\d{1,2}(?:[、．.](?!\d)\s?|(?=[\u4e00-\u9fff“])(?![年月日个名万亿元人岁家项倍]))/],
  ['arabic-paren', /^[（(]\d{1,2}[）)][、.]?\s?|^\d{1,2}[）)]\s?/],
  ['circled', /^[①-⑳❶-❿]\s?/],
  ['dash', /^[—\-–]{1,4}\s?/],
  ['question', /^[问答][：:]\s?/],
];

/** Splits an item number off the head of a sentence. “一是” and its like stay known by their style alone. */
export function splitNumber(text: string): { readonly style: NumberStyle; readonly body: string } {
  for (const [style, pattern] of NUMBERS) {
    const match = pattern.exec(text);
    if (match && match[0].length < text.length) return { style, body: text.slice(match[0].length) };
  }
  return { style: 'none', body: text };
}

/** A report as the rules and the model see it. */
export function viewReport({ report, sections, sentences }: Outlined): ReportView {
  const paths = sectionPaths(sections);
  const headingAt = new Map(sections.map((section) => [section.headingSpan.start, section]));
  const bySeq = new Map(sections.map((section) => [section.seq, section]));
  return {
    title: report.title,
    sentences: sentences.map((sentence, index) => {
      const own = sentence.isHeading ? (headingAt.get(sentence.start) ?? ownSection(sentence, bySeq)) : undefined;
      const holder = own ? own.parent : sentence.section;
      const path = holder === null ? [] : (paths.get(holder) ?? []);
      const { style, body } = splitNumber(toHalfWidth(report.text.slice(sentence.start, sentence.end)));
      return {
        index,
        body,
        style,
        heading: sentence.isHeading,
        kind: own?.kind ?? 'none',
        path,
        pathText: path.join(' / '),
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

function sectionPaths(sections: readonly Section[]): ReadonlyMap<number, readonly string[]> {
  const paths = new Map<number, readonly string[]>();
  for (const section of sections) {
    const above = section.parent === null ? [] : (paths.get(section.parent) ?? []);
    paths.set(section.seq, [...above, section.heading]);
  }
  return paths;
}
