/** Two stretches that still have to be matched with each other. */
interface Gap {
  readonly a: number;
  readonly aEnd: number;
  readonly b: number;
  readonly bEnd: number;
}

/** Lengths of the runs that anchor one text in the other; the first is long enough to be said once in most reports. */
const ANCHORS = [12, 6];
/** How far to look, and how many characters have to agree, to go on after a difference. */
const REACH = 400;
const AGREEMENT = 4;

/**
 * Matches two copies of a text, in order: for each character of `a` its place in `b`, −1 where `b` lacks it. Runs that
 * stand once on both sides are anchors (patience diff, B. Cohen); between them equal ends are trimmed and small
 * differences skipped. Equal texts match everywhere, whatever they repeat.
 */
export function matchCharacters(a: readonly string[], b: readonly string[]): readonly number[] {
  const match = new Array<number>(a.length).fill(-1);
  const gaps: Gap[] = [{ a: 0, aEnd: a.length, b: 0, bEnd: b.length }];
  for (let gap = gaps.pop(); gap; gap = gaps.pop()) {
    const rest = trimEnds(a, b, gap, match);
    if (rest.a === rest.aEnd || rest.b === rest.bEnd) continue;
    const anchors = ANCHORS.map((length) => commonRuns(a, b, rest, length)).find((runs) => runs.length > 0) ?? [];
    if (anchors.length === 0) skipDifferences(a, b, rest, match);
    for (const [i, j] of anchors) match[i] = j;
    if (anchors.length > 0) gaps.push(...gapsBetween(anchors, rest));
  }
  return match;
}

/** Matches equal characters at both ends of a gap, where they are too many for chance; what is left between them. */
function trimEnds(a: readonly string[], b: readonly string[], gap: Gap, match: number[]): Gap {
  const room = Math.min(gap.aEnd - gap.a, gap.bEnd - gap.b);
  const enough = (length: number): number => (length >= Math.min(AGREEMENT, room) ? length : 0);
  let [head, tail] = [0, 0];
  while (head < room && a[gap.a + head] === b[gap.b + head]) head += 1;
  head = enough(head);
  while (tail < room - head && a[gap.aEnd - 1 - tail] === b[gap.bEnd - 1 - tail]) tail += 1;
  tail = enough(tail);
  for (let offset = 0; offset < head; offset += 1) match[gap.a + offset] = gap.b + offset;
  for (let offset = 1; offset <= tail; offset += 1) match[gap.aEnd - offset] = gap.bEnd - offset;
  return { a: gap.a + head, aEnd: gap.aEnd - tail, b: gap.b + head, bEnd: gap.bEnd - tail };
}

/** The starts of runs that stand once in each side of the gap, as far as they rise in both. */
function commonRuns(a: readonly string[], b: readonly string[], gap: Gap, length: number): [number, number][] {
  const inA = uniqueRuns(a, gap.a, gap.aEnd, length);
  const inB = uniqueRuns(b, gap.b, gap.bEnd, length);
  const common: [number, number][] = [];
  for (const [run, i] of inA) {
    const j = inB.get(run);
    if (i >= 0 && j !== undefined && j >= 0) common.push([i, j]);
  }
  return longestRising(common);
}

/** Where each run starts, −1 where it stands more than once; in the order of first occurrence. */
function uniqueRuns(text: readonly string[], start: number, end: number, length: number): Map<string, number> {
  const places = new Map<string, number>();
  for (let place = start; place + length <= end; place += 1) {
    const run = text.slice(place, place + length).join('');
    places.set(run, places.has(run) ? -1 : place);
  }
  return places;
}

/** The longest subsequence whose second members rise (patience sorting, Fredman 1975). */
function longestRising(pairs: readonly (readonly [number, number])[]): [number, number][] {
  const sorted = [...pairs].sort((one, other) => one[0] - other[0]);
  const tails: number[] = [];
  const previous: number[] = [];
  for (const [index, [, value]] of sorted.entries()) {
    const pile = lowerBound(tails, (tail) => sorted[tail]![1] < value);
    previous[index] = tails[pile - 1] ?? -1;
    tails[pile] = index;
  }
  const chain: [number, number][] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index]!) chain.unshift([...sorted[index]!]);
  return chain;
}

function lowerBound(items: readonly number[], isBelow: (item: number) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBelow(items[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function gapsBetween(anchors: readonly (readonly [number, number])[], gap: Gap): Gap[] {
  const gaps: Gap[] = [];
  let { a, b } = gap;
  for (const [i, j] of anchors) {
    gaps.push({ a, aEnd: i, b, bEnd: j });
    [a, b] = [i + 1, j + 1];
  }
  gaps.push({ a, aEnd: gap.aEnd, b, bEnd: gap.bEnd });
  return gaps;
}

function skipDifferences(a: readonly string[], b: readonly string[], gap: Gap, match: number[]): void {
  let { a: i, b: j } = gap;
  while (i < gap.aEnd && j < gap.bEnd) {
    if (a[i] === b[j]) {
      match[i++] = j++;
      continue;
    }
    const skip = nearestAgreement(a, b, { ...gap, a: i, b: j });
    if (!skip) return;
    i += skip[0];
    j += skip[1];
  }
}

/** The fewest characters to skip on both sides so that the texts agree again. */
function nearestAgreement(a: readonly string[], b: readonly string[], gap: Gap): [number, number] | null {
  for (let distance = 1; distance <= REACH; distance += 1) {
    for (let skipA = 0; skipA <= distance; skipA += 1) {
      const [i, j] = [gap.a + skipA, gap.b + distance - skipA];
      const run = Math.min(AGREEMENT, gap.aEnd - i, gap.bEnd - j);
      if (run > 0 && agree(a, b, i, j, run)) return [skipA, distance - skipA];
    }
  }
  return null;
}

function agree(a: readonly string[], b: readonly string[], i: number, j: number, length: number): boolean {
  for (let offset = 0; offset < length; offset += 1) if (a[i + offset] !== b[j + offset]) return false;
  return true;
}
