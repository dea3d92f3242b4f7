/**
 * Turns UTF-16 offsets into `text` into Unicode code points, as the columns count them. A surrogate without its
 * partner is one code point, as it is one U+FFFD once stored; an offset inside a pair counts the pair.
 */
export function codePointOffsets(text: string): (offset: number) => number {
  const pairs = pairEnds(text);
  if (pairs.length === 0) return (offset) => offset;
  return (offset) => offset - countUpTo(pairs, offset);
}

/** The offset after each pair's first half, in rising order. */
function pairEnds(text: string): number[] {
  return Array.from(text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g), (match) => match.index + 2);
}

function countUpTo(sorted: readonly number[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
