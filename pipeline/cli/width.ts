import stringWidth from 'string-width';

/** The columns that `text` takes on a terminal: a Han character takes two. */
export const widthOf = (text: string): number => stringWidth(text);

/** `text` with spaces up to `width` columns, before it where `right`. */
export function pad(text: string, width: number, right = false): string {
  const spaces = ' '.repeat(Math.max(0, width - widthOf(text)));
  return right ? spaces + text : text + spaces;
}

/** `text` cut to `width` columns, with … where something is missing. */
export const truncate = (text: string, width: number): string =>
  widthOf(text) <= width ? text : `${firstLine(text, Math.max(1, width - 1))}…`;

/** `text` in lines of at most `width` columns; the last of at most `most` lines ends in … where text is left over. */
export function wrap(text: string, width: number, most = Number.POSITIVE_INFINITY): string[] {
  const lines: string[] = [];
  let rest = text;
  while (lines.length < most - 1 && widthOf(rest) > width) {
    const line = firstLine(rest, width);
    lines.push(line.trimEnd());
    rest = rest.slice(line.length).trimStart();
  }
  return [...lines, truncate(rest, width)];
}

const GRAPHEMES = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** As much of `text` as `width` columns hold, at least one character; Latin words stay whole where they can. */
function firstLine(text: string, width: number): string {
  let columns = 0;
  let end = 0;
  for (const { segment } of GRAPHEMES.segment(text)) {
    columns += widthOf(segment);
    if (columns > width && end > 0) break;
    end += segment.length;
  }
  const line = text.slice(0, end);
  const word = /\w/.test(text[end] ?? '') ? (/\w+$/.exec(line)?.[0].length ?? 0) : 0;
  return word < line.length ? line.slice(0, line.length - word) : line;
}
