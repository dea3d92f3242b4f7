import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../pipeline/clean/clean.ts';
import { cutSentences } from '../../pipeline/sentences/sentences.ts';
import { decoded, withoutBlanks } from '../structure.ts';

/** How an office breaks lines: at a count of characters or of columns, marks kept off line starts or not. */
interface Habit {
  readonly width: number;
  readonly columns: boolean;
  readonly tidy: boolean;
  readonly indent: string;
  readonly gap: string;
}

const widthOf = (text: string, columns: boolean): number =>
  [...text].reduce((sum, character) => sum + (columns && character < '\u1100' ? 0.5 : 1), 0);

function wrapped(paragraph: string, { width, columns, tidy, indent }: Habit): string {
  const units = tidy
    ? (paragraph.match(/[“‘（《]*(?:[A-Za-z0-9.%]+|[^A-Za-z0-9.%])[，。、；：！？”’）》]*/gu) ?? [])
    : [...paragraph];
  const lines = [''];
  let room = width - widthOf(indent, columns);
  for (const unit of units) {
    const size = widthOf(unit, columns);
    if (size > room && lines.at(-1) !== '') {
      lines.push('');
      room = width;
    }
    lines[lines.length - 1] += unit;
    room -= size;
  }
  return indent + lines.join('\n');
}

const sentencesOf = (text: string): string[] =>
  cutSentences(text).map((sentence) => withoutBlanks(text.slice(sentence.start, sentence.end)));

const folder = new URL('../../corpus/reports/', import.meta.url);
const REPORTS = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /^(?:2025|提案|柳溪|望川县\/|青禾县|东垣市|2018年\/[柳青云]).*\.(?:txt|md)$/u.test(name))
  .sort()
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .filter((text) => !text.includes('\uFFFD'))
  .map((text) => cleanText(decoded(text)).text);

/** The share of sentences that come back whole when the text is wrapped and cleaned again. */
function share(habit: Habit): number {
  let whole = 0;
  let all = 0;
  for (const text of REPORTS) {
    const lines = text.split('\n').map((paragraph) => wrapped(paragraph, habit));
    const found = new Set(sentencesOf(cleanText(decoded(lines.join(habit.gap))).text));
    const wanted = sentencesOf(text);
    whole += wanted.filter((sentence) => found.has(sentence)).length;
    all += wanted.length;
  }
  return whole / all;
}

describe('a report wrapped at one width gives its sentences back', () => {
  const shapes = [
    ['indented paragraphs', '　　', '\n'],
    ['paragraphs indented by four blanks', '    ', '\n'],
    ['paragraphs parted by empty lines', '', '\n\n'],
    ['paragraphs indented and parted', '　　', '\n\n'],
  ] as const;
  it.each(shapes)('%s: at least 99 of 100', (_, indent, gap) => {
    for (const width of [20, 33, 40, 60])
      for (const columns of [false, true])
        expect(share({ width, columns, tidy: columns, indent, gap }), `${width} ${columns}`).toBeGreaterThan(0.99);
  });
  it('paragraphs that nothing parts: at least 98 of 100', () => {
    for (const width of [24, 38, 52])
      expect(share({ width, columns: false, tidy: true, indent: '', gap: '\n' })).toBeGreaterThan(0.98);
  });
  it('reads a dozen reports', () => expect(REPORTS.length).toBeGreaterThan(11));
});

describe('any text of plain sentences, wrapped', () => {
  const sentence = fc
    .array(fc.constantFrom('人手', '经费', '不足', '村里', '道路', '修缮', '群众', '干部', '，'), {
      minLength: 8,
      maxLength: 30,
    })
    .map(
      (words) =>
        `${words
          .join('')
          .replace(/^，+|，+$/gu, '')
          .replace(/，+/gu, '，')}难。`,
    );
  const paragraphs = fc.array(
    fc.array(sentence, { minLength: 3, maxLength: 6 }).map((list) => list.join('')),
    {
      minLength: 4,
      maxLength: 8,
    },
  );

  it('comes back as it was', () => {
    fc.assert(
      fc.property(paragraphs, fc.integer({ min: 20, max: 50 }), (texts, width) => {
        const habit = { width, columns: false, tidy: false, indent: '　　', gap: '\n' };
        const cleaned = cleanText(decoded(texts.map((text) => wrapped(text, habit)).join('\n'))).text;
        expect(cleaned).toBe(texts.join('\n'));
      }),
      { numRuns: 60 },
    );
  });
});
