import type { Outlined } from '../../model/layers.ts';
import { type OriginMap, sourceOffset } from '../../model/origin.ts';
import type { GoldRole } from '../score.ts';

/** An annotated sentence in the order of its source. */
export interface GoldSentence extends GoldRole {
  readonly text: string;
}

const SPACE = /\s/u;

/**
 * The annotation of every character of `source` as an index into `gold`, −1 where there is none. White space does not
 * count; annotated sentences are looked for in order, and one that is not found leaves its characters without.
 */
export function goldByCharacter(source: string, gold: readonly GoldSentence[]): Int32Array {
  const places: number[] = [];
  for (let at = 0; at < source.length; at += 1) if (!SPACE.test(source[at]!)) places.push(at);
  const stream = places.map((at) => source[at]).join('');
  const owner = new Int32Array(source.length).fill(-1);
  let from = 0;
  gold.forEach(({ text }, index) => {
    const bare = text.replace(/\s/gu, '');
    const at = bare === '' ? -1 : stream.indexOf(bare, from);
    if (at < 0 || at - from > 3000) return;
    for (let k = at; k < at + bare.length; k += 1) owner[places[k]!] = index;
    from = at + bare.length;
  });
  return owner;
}

/** For every sentence of a report the index of the annotation that most of its characters have, −1 where none has. */
export function goldBySentence({ report, sentences }: Outlined, owner: Int32Array): readonly number[] {
  const origin: OriginMap = report.origin;
  return sentences.map((sentence) => {
    const counts = new Map<number, number>();
    for (let at = sentence.start; at < sentence.end; at += 1) {
      if (SPACE.test(report.text[at]!)) continue;
      const index = owner[sourceOffset(origin, at)] ?? -1;
      if (index >= 0) counts.set(index, (counts.get(index) ?? 0) + 1);
    }
    return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? -1;
  });
}
