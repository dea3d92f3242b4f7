/**
 * Words as a double-array trie (Aoe 1989): from state s the character of class c leads to base[s] + c, if that state's
 * check is s. State 0 is the root; class 0 is of characters that no word holds, and leads nowhere.
 */
export interface WordTrie {
  readonly classOf: Uint16Array;
  readonly base: Int32Array;
  readonly check: Int32Array;
  /** The number of the word that ends at each state, −1 where none does. */
  readonly wordAt: Int32Array;
}

interface Branch {
  readonly children: Map<number, Branch>;
  word: number;
}

/** The trie of `words`, each known by its number in them. */
export function wordTrie(words: readonly string[]): WordTrie {
  const classOf = new Uint16Array(65536);
  const root: Branch = { children: new Map(), word: -1 };
  let classes = 0;
  for (const [number, word] of words.entries()) {
    let branch = root;
    for (let at = 0; at < word.length; at += 1) {
      const code = word.charCodeAt(at);
      if (classOf[code] === 0) classOf[code] = classes += 1;
      const next = branch.children.get(classOf[code]!) ?? { children: new Map(), word: -1 };
      branch.children.set(classOf[code]!, next);
      branch = next;
    }
    branch.word = number;
  }
  return { classOf, ...packed(root, words.join('').length + 2 * classes + 2) };
}

/** Gives every branch a state, in the first place where the classes of its children are free. */
function packed(root: Branch, size: number): Omit<WordTrie, 'classOf'> {
  const base = new Int32Array(size);
  const check = new Int32Array(size).fill(-1);
  const wordAt = new Int32Array(size).fill(-1);
  const queue: [state: number, branch: Branch][] = [[0, root]];
  let free = 1;
  for (const [state, { children, word }] of queue) {
    wordAt[state] = word;
    if (children.size === 0) continue;
    while (check[free] !== -1) free += 1;
    const from = placeOf([...children.keys()], check, free);
    base[state] = from;
    for (const [own, child] of children) {
      check[from + own] = state;
      queue.push([from + own, child]);
    }
  }
  return { base, check, wordAt };
}

/** The first base that puts all classes on free states, of which `free` is the first. */
function placeOf(classes: readonly number[], check: Int32Array, free: number): number {
  let from = Math.max(0, free - Math.max(...classes));
  for (let at = 0; at < classes.length; at += 1) {
    const state = from + classes[at]!;
    if (state > 0 && check[state] === -1) continue;
    from += 1;
    at = -1;
  }
  return from;
}
