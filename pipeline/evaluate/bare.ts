/** The characters (code points) of a text without white space and controls, with their places in the text. */
export interface BareText {
  readonly characters: readonly string[];
  readonly places: readonly number[];
}

/** Leaves out of `text` what differs between two copies of it for no reason: white space, format marks, controls. */
export function bareText(text: string): BareText {
  const characters: string[] = [];
  const places: number[] = [];
  let place = 0;
  for (const character of text) {
    if (!/[\s\p{Cf}\p{Cc}]/u.test(character)) {
      characters.push(character);
      places.push(place);
    }
    place += 1;
  }
  return { characters, places };
}
