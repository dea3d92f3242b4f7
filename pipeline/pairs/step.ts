import type { Span } from '../model/span.ts';
import type { Clause } from '../text/clauses.ts';
import { ONLY_ADVERBS } from './cues.ts';
import { addsCause } from './extent.ts';

/** A pair before it is numbered. */
export interface Found {
  readonly cause: Span;
  readonly effect: Span;
  readonly cue: string;
}

/** A found pair with the last clause that it uses up. */
export interface Step extends Found {
  readonly last: number;
}

/** What a frame looks at: a clause of its segment, and the first clause that no earlier pair has used. */
export interface Place {
  readonly text: string;
  readonly clauses: readonly Clause[];
  readonly index: number;
  readonly from: number;
  readonly weak: boolean;
  /** Whether the sentence proposes something. */
  readonly proposes: boolean;
}

/** What is concluded is a demand, not an effect. */
export const DEMANDS =
  /^[，,]?(?:要|应|必须|需|建议|我们(?:要|应|必须|需)|可以|可|有必要|今后|务必|当务之急)|^[^，]{2,12}的(?:，|要|应|由|一律|予以|给予|依[法规]|追究|限期|责令)/u;

/** The words of the clause at a place. */
export const wordsOf = ({ text, clauses, index }: Place): string =>
  text.slice(clauses[index]!.start, clauses[index]!.end);

/** “因而容易造成”: all that was told before makes it happen. */
const MAKES =
  /^(?:从而|因而|因此|所以|于是)(?:也|就|便|必然|容易|很容易|往往|常常|经常|会|将)*(?:使得?(?!用)|导致|造成|致使|让)/u;

/** The next clause that opens with a strong result cue: 由于 A，A，导致 B. */
export function resultAt({ text, clauses }: Place, from: number): { index: number; end: number; cue: string } | null {
  for (let index = from; index < clauses.length && index <= from + 4; index++) {
    const words = text.slice(clauses[index]!.start, clauses[index]!.end);
    const match = /导致|致使|造成|使得|以致于|以至于|以致|以至(?!今)|从而|因而|因此|所以|于是|引发/u.exec(words);
    const loose =
      /^(?:因而|因此|所以|于是)$/u.test(match?.[0] ?? '') &&
      index > from &&
      !MAKES.test(words) &&
      !addsCause(text, clauses, index - 1, true);
    if (match && !loose && ONLY_ADVERBS.test(words.slice(0, match.index))) {
      const verb = MAKES.exec(words.slice(match.index))?.[0] ?? match[0];
      const end = clauses[index]!.start + match.index + verb.length;
      return { index, end: end + (/^[了的]/u.test(text.slice(end)) ? 1 : 0), cue: verb };
    }
  }
  return null;
}
