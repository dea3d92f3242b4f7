import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldForMatching } from '../../pipeline/text/fold.ts';

it.each([
  ['２０１９年，增长１２．５％', '2019年，增长12．5%'],
  ['農村基層幹部待遇偏低，經費沒有保障。', '农村基层干部待遇偏低，经费没有保障。'],
  [
    '乾县的干部在岗位上默默工作，一干就是许多年，村里的老人说他们是最可靠的人，有了难处总是先去找他们商量，哪怕是半夜也会起身，从来没有一句怨言，大家都看在眼里记在心上。',
    null,
  ],
])('reads %s', (text, folded) => expect(foldForMatching(text)).toBe(folded ?? text));

it('keeps the length of any text', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => foldForMatching(text).length === text.length));
});
