/** A number with commas between its thousands. */
export const grouped = (number: number): string => number.toLocaleString('en');

/** “1 report”, “1,200 reports”. */
export const count = (number: number, noun: string): string => `${grouped(number)} ${noun}${number === 1 ? '' : 's'}`;

/** “3 new, 1 changed”: how often each word stands in `words`, most frequent first. */
export function tally(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([word, number]) => `${grouped(number)} ${word}`)
    .join(', ');
}
