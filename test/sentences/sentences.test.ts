import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutSentences } from '../../pipeline/sentences/sentences.ts';
import { anyText } from '../texts.ts';

const cut = (text: string): string[] => cutSentences(text).map(({ start, end }) => text.slice(start, end));

describe('cutSentences', () => {
  it.each([
    ['at stops', '人少。钱少！怎么办？', ['人少。', '钱少！', '怎么办？']],
    ['at the ends of lines', '一、情况\n人少；事多\n', ['一、情况', '人少；事多']],
    ['not at semicolons and colons', '问题有：人少；事多。', ['问题有：人少；事多。']],
    ['with the quotes that close', '他说：“没人。”大家笑了。', ['他说：“没人。”', '大家笑了。']],
    [
      'with brackets and both quotes',
      '（见附件。）他答：“说过‘不行。’”完了。',
      ['（见附件。）', '他答：“说过‘不行。’”', '完了。'],
    ],
    ['with several stops', '真的吗？！真的。。', ['真的吗？！', '真的。。']],
    ['not at half-width marks among Chinese ones', '怎么样?好不好!都好。', ['怎么样?好不好!都好。']],
    ['not in figures', '增长3.5%，共12.5亿元。', ['增长3.5%，共12.5亿元。']],
    ['in Latin text', 'The work is done. Nobody saw Fig. 2 of it.', ['The work is done.', 'Nobody saw Fig. 2 of it.']],
    ['without blanks at the ends', ' 人少。 　钱少。 ', ['人少。', '钱少。']],
    ['beside emoji and rare characters', '𠮷某说😀。好。', ['𠮷某说😀。', '好。']],
    ['not at ellipses', '人少……钱少。', ['人少……钱少。']],
  ])('%s', (_, text, sentences) => expect(cut(text)).toEqual(sentences));

  it('counts lines as paragraphs', () => {
    expect(cutSentences('甲。乙。\n丙。').map((sentence) => sentence.paragraph)).toEqual([0, 0, 1]);
  });

  it('takes typed stops where the text has no 。', () => {
    const line = '一.现状\n人手不足. 经费不足．增长3.5个百分点.';
    expect(cut(Array(3).fill(line).join('\n')).slice(0, 4)).toEqual([
      '一.现状',
      '人手不足.',
      '经费不足．',
      '增长3.5个百分点.',
    ]);
  });

  it('puts every character that is not white space into exactly one sentence', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const held = new Uint8Array(text.length);
        const sentences = cutSentences(text);
        for (const { start, end } of sentences) for (let at = start; at < end; at++) held[at]!++;
        expect(
          text.split('').filter((character, at) => (character.trim() === '' ? held[at]! > 1 : held[at] !== 1)),
        ).toEqual([]);
        expect(sentences.filter(({ start, end }) => text.slice(start, end) !== text.slice(start, end).trim())).toEqual(
          [],
        );
        expect(sentences.filter(({ start, end }, i) => end <= start || start < (sentences[i - 1]?.end ?? 0))).toEqual(
          [],
        );
      }),
      { numRuns: 300 },
    );
  });

  it('never cuts a character in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('𠮷', '😀', '。', '！', '\n', '干') }), (text) => {
        for (const sentence of cut(text)) expect(sentence).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
      }),
    );
  });
});
