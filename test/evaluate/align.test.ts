import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignGold, type MinedSentence, type MinedText } from '../../pipeline/evaluate/align.ts';
import type { GoldSentence } from '../../pipeline/evaluate/gold.ts';
import { matchCharacters } from '../../pipeline/evaluate/match-characters.ts';
import type { Role } from '../../pipeline/model/role.ts';

const gold = (text: string, role: Role = 'context', also: readonly Role[] = []): GoldSentence => ({
  id: text.slice(0, 4),
  report: 1,
  text,
  role,
  also,
  stats: [],
});

/** A mined text out of [sentence, role] pieces and plain strings, which are not in any sentence. */
function mined(pieces: readonly (readonly [string, Role] | string)[]): MinedText {
  let text = '';
  const sentences: MinedSentence[] = [];
  for (const piece of pieces) {
    const start = [...text].length;
    text += typeof piece === 'string' ? piece : piece[0];
    if (typeof piece === 'string') continue;
    const source = { start, end: [...text].length };
    sentences.push({ id: `s${sentences.length}`, text: piece[0], role: piece[1], confidence: 0.9, source });
  }
  return { path: 'a.txt', text, sentences, removed: [], statistics: [] };
}

describe('alignGold', () => {
  it('takes the role of the sentence that has the same characters, white space aside', () => {
    const source = mined([['村部  危房多。', 'problem'], '\n', ['要尽快\n修缮。', 'countermeasure']]);
    const aligned = alignGold([gold('村部危房多。'), gold('要尽快修缮。')], source);
    expect(aligned.map(({ role }) => role)).toEqual(['problem', 'countermeasure']);
  });

  it('gives a sentence that was cut the role that most of its characters got', () => {
    const source = mined([
      ['由于缺钱，', 'cause'],
      ['全镇十二座桥至今没有一座检修过。', 'problem'],
    ]);
    expect(alignGold([gold('由于缺钱，全镇十二座桥至今没有一座检修过。')], source)[0]!.role).toBe('problem');
  });

  it('counts removed text as predicted noise', () => {
    const source = mined([
      ['欢迎下载收藏本站。', 'context'],
      ['井水发黄。', 'problem'],
    ]);
    const aligned = alignGold([gold('欢迎下载收藏本站。', 'noise'), gold('井水发黄。', 'problem')], {
      ...source,
      removed: [{ start: 0, end: 9 }],
    });
    expect(aligned.map(({ role }) => role)).toEqual(['noise', 'problem']);
  });

  it('goes on after text that only one side has', () => {
    const source = mined([
      '第1页',
      ['水渠年久失修，渗漏严重。', 'problem'],
      '— 2 —',
      ['要列入明年计划，分段整修。', 'countermeasure'],
    ]);
    const texts = ['水渠年久失修，渗漏严重。', '这一句在文件里没有。', '要列入明年计划，分段整修。'];
    const aligned = alignGold(
      texts.map((text) => gold(text)),
      source,
    );
    expect(aligned.map(({ role }) => role)).toEqual(['problem', 'noise', 'countermeasure']);
    expect(aligned.map(({ found }) => found >= 0.5)).toEqual([true, false, true]);
  });

  it('finds gold of a part of the text', () => {
    const filler = Array.from({ length: 60 }, (_, index): [string, Role] => [
      `第${index}处渠段现状平稳，长${index * 7}米。`,
      'context',
    ]);
    const source = mined([...filler, ['闸门锈蚀，开启困难。', 'problem'], ...filler]);
    expect(alignGold([gold('闸门锈蚀，开启困难。')], source)[0]!.role).toBe('problem');
  });

  it('puts quantities at their place in the gold sentence, in code points', () => {
    const source = mined([
      ['𠀀村 缺水', 'problem'],
      ['户数达 30 余户。', 'problem'],
    ]);
    const statistic = {
      sentence: 's1',
      surface: '30 余户',
      value: 30,
      valueMax: null,
      unit: '户',
      qualifier: 'approx',
    };
    const aligned = alignGold([gold('𠀀村缺水户数达30余户。')], {
      ...source,
      statistics: [{ ...statistic, subject: '缺水户', direction: null, start: 4, end: 9 }],
    });
    expect(aligned[0]!.statistics.map(({ start, end }) => [start, end])).toEqual([[7, 11]]);
  });
});

describe('matchCharacters', () => {
  const text = fc.array(fc.constantFrom(...'甲乙丙丁戊己庚辛'), { maxLength: 200 });

  it('matches a text with itself everywhere', () => {
    fc.assert(
      fc.property(text, (a) => {
        expect(matchCharacters(a, a)).toEqual(a.map((_, index) => index));
      }),
    );
  });

  it('only matches equal characters, in rising order', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const places = matchCharacters(a, b);
        expect(places.every((place, index) => place < 0 || b[place] === a[index])).toBe(true);
        const found = places.filter((place) => place >= 0);
        expect(found).toEqual([...new Set(found)].sort((x, y) => x - y));
      }),
    );
  });

  it('matches what is left when a stretch was put in', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0x4e00, max: 0x9fa5 }), { minLength: 60, maxLength: 90 }),
        fc.nat(50),
        (codes, at) => {
          const a = codes.map((code) => String.fromCodePoint(code));
          const b = [...a.slice(0, at), ...'【广告】', ...a.slice(at)];
          expect(matchCharacters(a, b).filter((place) => place >= 0)).toHaveLength(a.length);
        },
      ),
    );
  });
});
