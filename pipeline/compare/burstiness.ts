/**
 * How much a term gathers in few blocks of text rather than being strewn evenly, as function words and words of style
 * are: residual inverse document frequency, −log₂(df/D) + log₂(1 − e^(−cf/D)), with df of D blocks that hold it and cf
 * occurrences (Church & Gale 1995, Nat. Lang. Eng. 1:163–190). Near 0 where it is strewn like chance.
 */
export const residualFrequency = (occurrences: number, holding: number, blocks: number): number =>
  Math.log2(1 - Math.exp(-occurrences / blocks)) - Math.log2(holding / blocks);
