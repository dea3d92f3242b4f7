/** The numbers from 1 of items in their order, by seq. */
export function numbers(items: readonly { readonly seq: number }[]): (seq: number) => number {
  const bySeq = new Map(items.map((item, index) => [item.seq, index + 1]));
  return (seq) => bySeq.get(seq) ?? missing(seq);
}

/** @throws Error, as layers that name what is not there are a defect of ours. */
export function missing(seq: number): never {
  throw new Error(`a layer names the item ${seq}, which is not there`);
}

/** Each item with its number from 1 among those of its sentence. */
export function numbered<T extends { readonly sentence: number }>(items: readonly T[]): [T, number][] {
  const counts = new Map<number, number>();
  return items.map((item) => {
    const number = (counts.get(item.sentence) ?? 0) + 1;
    counts.set(item.sentence, number);
    return [item, number];
  });
}
