/** Sentences of this many characters say enough and still fit on a page. */
const COMFORTABLE = [14, 70] as const;

/**
 * The sentences that show a phrase best, at most `most`: from different reports, of comfortable length, the shortest
 * first; ties by id, so that the choice does not depend on the order given.
 */
export function chooseExamples<T extends { readonly id: string; readonly report: string; readonly text: string }>(
  sentences: readonly T[],
  phrase: string,
  most: number,
): T[] {
  const length = ({ text }: T): number => {
    const characters = [...text].length;
    return characters < COMFORTABLE[0] ? COMFORTABLE[1] + COMFORTABLE[0] - characters : characters;
  };
  const holding = sentences
    .filter(({ text }) => text.includes(phrase))
    .map((sentence) => ({ sentence, length: length(sentence) }))
    .sort((a, b) => a.length - b.length || (a.sentence.id < b.sentence.id ? -1 : 1));
  const chosen = new Map<string, T>();
  for (const { sentence } of holding) if (!chosen.has(sentence.report)) chosen.set(sentence.report, sentence);
  return [...chosen.values()].slice(0, most);
}
