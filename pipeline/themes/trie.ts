/** Strings to be found in texts, all at once; `add` gives each string its number. */
export interface Trie {
  readonly add: (text: string) => number;
  /** Calls `found` with the number of every string that stands in `text` from `start` on, the shorter ones first. */
  readonly at: (text: string, start: number, found: (number: number, end: number) => void) => void;
}

const CHARACTERS = 0x10000;

/** A trie (Fredkin 1960) over UTF-16 units, its edges in one hash table. */
export function createTrie(): Trie {
  const edges = new Map<number, number>();
  const numbers: number[] = [-1];
  let strings = 0;
  const add = (text: string): number => {
    let node = 0;
    for (let at = 0; at < text.length; at++) {
      const edge = node * CHARACTERS + text.charCodeAt(at);
      const next = edges.get(edge) ?? numbers.push(-1) - 1;
      edges.set(edge, next);
      node = next;
    }
    if (numbers[node] === -1) numbers[node] = strings++;
    return numbers[node]!;
  };
  const at = (text: string, start: number, found: (number: number, end: number) => void): void => {
    let node: number | undefined = 0;
    for (let end = start; end < text.length; ) {
      node = edges.get(node * CHARACTERS + text.charCodeAt(end));
      if (node === undefined) return;
      end++;
      if (numbers[node]! >= 0) found(numbers[node]!, end);
    }
  };
  return { add, at };
}
