import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../pipeline/clean/clean.ts';
import { sourceOffset, sourceSpan } from '../../pipeline/model/origin.ts';
import { decoded } from '../structure.ts';
import { anyText } from '../texts.ts';

const isBlank = (character: string): boolean => character.trim() === '';

describe('cleanText of any text', () => {
  it('keeps every character that is not white space, in the text or among the removed', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const clean = cleanText(decoded(text));
        const kept = new Uint8Array(text.length);
        for (const run of clean.origin) kept.fill(1, run.source, run.source + run.length);
        for (const { start, end } of clean.removed) kept.fill(1, start, end);
        const lost = [...text.split('')].filter((character, at) => !isBlank(character) && !kept[at]);
        expect(lost).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('leads every clean character back to itself; a line break or blank may stand for another', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const clean = cleanText(decoded(text));
        const wrong = clean.text
          .split('')
          .filter((character, at) => !isBlank(character) && text[sourceOffset(clean.origin, at)] !== character);
        expect(wrong).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('has an origin that rises on both sides, without gaps on the clean one', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const { origin, text: cleaned } = cleanText(decoded(text));
        const wrong = origin.filter((run, i) => {
          const before = origin[i - 1] ?? { clean: 0, source: 0, length: 0 };
          return (
            run.clean !== before.clean + before.length || run.source < before.source + before.length || run.length < 1
          );
        });
        expect(wrong).toEqual([]);
        expect(origin.reduce((sum, run) => sum + run.length, 0)).toBe(cleaned.length);
      }),
      { numRuns: 200 },
    );
  });

  it('frames a clean span in the source: the same characters once removed ones and white space are left out', () => {
    fc.assert(
      fc.property(anyText(), fc.nat(), fc.nat(), (text, from, length) => {
        const clean = cleanText(decoded(text));
        if (clean.text === '') return;
        const start = from % clean.text.length;
        const end = Math.min(clean.text.length, start + 1 + (length % 20));
        const framed = sourceSpan(clean.origin, { start, end });
        const removed = new Set(
          clean.removed.flatMap((span) => Array.from({ length: span.end - span.start }, (_, i) => span.start + i)),
        );
        const source = text
          .slice(framed.start, framed.end)
          .split('')
          .filter((character, at) => !isBlank(character) && !removed.has(framed.start + at));
        expect(source.join('')).toBe(
          clean.text
            .slice(start, end)
            .split('')
            .filter((character) => !isBlank(character))
            .join(''),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('leaves no empty line, no white space at the ends of lines and no carriage return', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const cleaned = cleanText(decoded(text)).text;
        expect(cleaned).not.toMatch(/\r|\uFEFF/u);
        if (cleaned !== '')
          for (const line of cleaned.split('\n')) expect(line).toBe(line.trim() || 'a line with text');
      }),
      { numRuns: 200 },
    );
  });

  it('gives the same text for the text it gave', () => {
    const text = '关于某县工作的调研报告\n\n一、情况\n\n全县有干部12名。\n\n二、问题\n\n经费不足，人手也不足。\n';
    const once = cleanText(decoded(text)).text;
    expect(cleanText(decoded(once)).text).toBe(once);
  });
});
