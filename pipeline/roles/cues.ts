import { CUE_LISTS } from './lexicon.ts';

/** Cue words by their first character, longest first; a word counts for its list only. */
const BY_FIRST = new Map<number, readonly (readonly [word: string, list: number])[]>();
for (const [list, { words }] of CUE_LISTS.entries()) {
  for (const word of words) {
    const first = word.charCodeAt(0);
    const known = BY_FIRST.get(first) ?? [];
    BY_FIRST.set(
      first,
      [...known, [word, list] as const].sort((a, b) => b[0].length - a[0].length),
    );
  }
}
const IS_FIRST = new Uint8Array(65536);
for (const first of BY_FIRST.keys()) IS_FIRST[first] = 1;

export const CUE_COUNT = CUE_LISTS.length;

/** How often each cue list is met in a sentence, and the list whose word opens it (-1 where none does). */
export interface CueCounts {
  readonly counts: Uint8Array;
  readonly opening: number;
}

/** Counts the cues of `body`, longest match first and left to right; a character belongs to one cue at most. */
export function countCues(body: string): CueCounts {
  const counts = new Uint8Array(CUE_COUNT);
  let opening = -1;
  for (let at = 0; at < body.length; ) {
    const code = body.charCodeAt(at);
    const match = IS_FIRST[code] ? longestAt(body, at, code) : undefined;
    if (!match) {
      at += 1;
      continue;
    }
    if (counts[match[1]]! < 255) counts[match[1]]!++;
    if (at <= 1 && opening < 0) opening = match[1];
    at += match[0].length;
  }
  return { counts, opening };
}

const longestAt = (body: string, at: number, code: number): readonly [string, number] | undefined =>
  BY_FIRST.get(code)!.find(([word]) => body.startsWith(word, at));
