/** The names that are most like `wrong`, best first: at most three, each with at most half its characters different. */
export function suggest(wrong: string, names: readonly string[]): readonly string[] {
  const scored = names.map((name) => ({ name, distance: closeness(wrong.toLowerCase(), name.toLowerCase()) }));
  return scored
    .filter(({ name, distance }) => distance <= Math.max(1, Math.min(name.length, wrong.length) / 2))
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, 3)
    .map(({ name }) => name);
}

/** “; did you mean A or B?”, empty where nothing is like it. */
export function didYouMean(wrong: string, names: readonly string[]): string {
  const close = suggest(wrong, names);
  return close.length === 0 ? '' : `; did you mean ${close.join(' or ')}?`;
}

const closeness = (a: string, b: string): number => (b.startsWith(a) || a.startsWith(b) ? 0.5 : distance(a, b));

/** Levenshtein's distance: the least number of characters to insert, delete or replace. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, previous[j]! + 1, current[j - 1]! + 1));
    }
    previous = current;
  }
  return previous[b.length]!;
}
