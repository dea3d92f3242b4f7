import { toSimplified } from './simplify.ts';

/** Above this share of traditional characters a text is written in them; below, 乾县 and 瞭望 keep their characters. */
const TRADITIONAL_SHARE = 0.05;

/**
 * The text as rules read it: traditional characters in simplified form where the text is written in them, full-width
 * digits, letters and ％ as half-width. It has the same length in UTF-16, so that spans over it are spans over the text.
 */
export function foldForMatching(text: string): string {
  const simplified = toSimplified(text);
  return foldWidth(simplified !== text && traditionalShare(text, simplified) >= TRADITIONAL_SHARE ? simplified : text);
}

/** Full-width digits, letters and ％ as half-width; every character keeps its place. */
export const foldWidth = (text: string): string =>
  text.replace(/[０-９Ａ-Ｚａ-ｚ％]/gu, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));

function traditionalShare(text: string, simplified: string): number {
  let changed = 0;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) !== simplified.charCodeAt(at)) changed++;
  return changed / text.length;
}
