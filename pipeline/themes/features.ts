import type { Passage, PointText } from './point-text.ts';

/** The kinds of evidence in a point's words; the order is part of the weights file. */
export const BLOCKS = ['claim-gram', 'claim-word', 'body-gram', 'body-word', 'role'] as const;
export type BlockName = (typeof BLOCKS)[number];

/** What a point has of one kind of evidence: its keys, each once. */
export type Block = ReadonlySet<number>;

/** Characters of the sentences below a claim that are read: what a point is about shows at its beginning. */
const BODY = 220;
const LENGTHS = [1, 2, 3];

/** The keys of a point, block by block, in the order of `BLOCKS`. */
export function blocksOf(point: PointText): readonly Block[] {
  const claim = [point.label];
  const body = beginningOf(point.sentences);
  const keys = (name: BlockName, texts: readonly string[]): Block => new Set(texts.map((text) => keyOf(name, text)));
  return [
    keys('claim-gram', runsOf(claim)),
    keys('claim-word', wordsIn(claim)),
    keys('body-gram', runsOf(body)),
    keys('body-word', wordsIn(body)),
    keys('role', point.role ? [point.role] : []),
  ];
}

/** The first sentences, `BODY` characters of them or a little more. */
export function beginningOf(sentences: readonly Passage[]): readonly Passage[] {
  let read = 0;
  return sentences.filter(({ text }) => {
    const within = read < BODY;
    read += text.length;
    return within;
  });
}

const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

/** Runs of one to three Chinese characters, in their order. */
export function runsOf(passages: readonly Passage[]): string[] {
  const runs: string[] = [];
  for (const { text } of passages) {
    for (let start = 0; start < text.length; start++) {
      for (const length of LENGTHS) {
        if (!isHan(text.charCodeAt(start + length - 1))) break;
        runs.push(text.slice(start, start + length));
      }
    }
  }
  return runs;
}

/** Words of two or more characters that begin with a Chinese one, in their order. */
export const wordsIn = (passages: readonly Passage[]): string[] =>
  passages.flatMap(({ text, words }) =>
    words
      .filter(({ start, end }) => end - start >= 2 && isHan(text.charCodeAt(start)))
      .map(({ start, end }) => text.slice(start, end)),
  );

/** The key of a text as evidence of a kind: FNV-1a (Fowler, Noll & Vo 1991) of its UTF-16 units, 32 bits. */
export function keyOf(name: BlockName, text: string): number {
  let hash = Math.imul(0x811c9dc5 ^ (BLOCKS.indexOf(name) + 1), 0x01000193);
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
