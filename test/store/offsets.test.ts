import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codePointOffsets } from '../../pipeline/store/offsets.ts';

test.each([
  ['问题', 2, 2],
  ['𠮷县', 2, 1],
  ['𠮷县', 3, 2],
  ['a𠮷b𠮷', 6, 4],
  ['\ud842县', 2, 2],
  ['', 0, 0],
])('%j up to %i are %i code points', (text, offset, expected) => {
  expect(codePointOffsets(text)(offset)).toBe(expected);
});

test('an offset is the number of code points before it', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('水', '𠮷', 'a', '\ud842', '\udfb7', '😀')), (characters) => {
      const text = characters.join('');
      const at = codePointOffsets(text);
      let offset = 0;
      for (const [index, character] of [...text].entries()) {
        expect(at(offset)).toBe(index);
        offset += character.length;
      }
      expect(at(text.length)).toBe([...text].length);
    }),
  );
});
