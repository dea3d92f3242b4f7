import { expect, test } from 'vitest';
import { wordVectors } from '../../corpus/train/word-vectors.ts';

const SENTENCES = ['老人', '长者'].flatMap((who) =>
  ['照料', '助餐', '陪护', '看望'].flatMap((what) => Array(3).fill(['社区', what, who]) as string[][]),
);
const OTHERS = ['水渠', '干渠'].flatMap((what) =>
  ['清淤', '衬砌', '放水', '堵漏'].flatMap((how) => Array(3).fill(['村里', how, what]) as string[][]),
);

test('words that stand in the same company have vectors near each other, the same every time', () => {
  const vectors = wordVectors([...SENTENCES, ...OTHERS]);
  const likeness = (one: string, other: string): number =>
    vectors.get(one)!.reduce((sum, value, at) => sum + value * vectors.get(other)![at]!, 0);
  expect(likeness('老人', '老人')).toBeCloseTo(1, 5);
  expect(likeness('老人', '长者')).toBeGreaterThan(likeness('老人', '水渠') + 0.3);
  expect(wordVectors([...SENTENCES, ...OTHERS])).toEqual(vectors);
});

test('rare words have none', () => {
  expect([...wordVectors([['独木桥', '社区'], ...SENTENCES]).keys()]).not.toContain('独木桥');
});
