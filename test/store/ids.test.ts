import { expect, test } from 'vitest';
import {
  citationId,
  copyOf,
  pointId,
  reportId,
  sectionId,
  sentenceId,
  sourceId,
  statisticId,
} from '../../pipeline/store/ids.ts';
import { sha256 } from '../../pipeline/text/hash.ts';

test('ids grow out of the digest of the bytes', () => {
  const source = sourceId(sha256('水'));
  expect(source).toBe('327b54d04f71');
  const report = reportId(source, 1);
  expect([report, sectionId(report, 1), sentenceId(report, 12), pointId(report, 3)]).toEqual([
    `${source}-1`,
    `${source}-1-s001`,
    `${source}-1-0012`,
    `${source}-1-p003`,
  ]);
  expect(statisticId(sentenceId(report, 1), 2)).toBe(`${source}-1-0001-q2`);
  expect(citationId(sentenceId(report, 1), 1)).toBe(`${source}-1-0001-c1`);
});

test('further paths with the same bytes have a suffix that can be read back', () => {
  for (const copy of [1, 2, 11]) expect(copyOf(sourceId(sha256('a'), copy))).toBe(copy);
  expect(sourceId(sha256('a'), 2)).toBe(`${sourceId(sha256('a'))}-2`);
});
