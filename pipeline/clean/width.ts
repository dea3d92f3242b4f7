import type { Line } from './lines.ts';

/** How a program counts the width of a line, in units of a Han character. */
export type Measure = (content: string) => number;

/** The marks that Unicode leaves to the font: wide in Chinese ones, narrow on terminals. */
const AMBIGUOUS = new Set([...'“”‘’—…·℃‰×①②③④⑤⑥⑦⑧⑨⑩'].map((character) => character.charCodeAt(0)));
/** Longer lines are paragraphs in any measure. */
const LONGEST_LINE = 200;

const measureOf =
  (isNarrow: (code: number) => boolean): Measure =>
  (content) => {
    if (content.length > LONGEST_LINE) return content.length;
    let width = 0;
    for (let at = 0; at < content.length; at++) {
      const code = content.charCodeAt(at);
      if (code >= 0xdc00 && code < 0xe000) continue;
      width += isNarrow(code) ? 0.5 : 1;
    }
    return width;
  };

/** The three habits: every character counts one; Latin counts half; Latin and the ambiguous marks count half. */
export const MEASURES: readonly Measure[] = [
  measureOf(() => false),
  measureOf((code) => code < 0x1100),
  measureOf((code) => code < 0x1100 || AMBIGUOUS.has(code)),
];

/** How a text was wrapped. `indent` is that of the lines that go on, `gap` the number of line breaks before them. */
export interface Wrapping {
  readonly measure: Measure;
  readonly width: number;
  readonly indent: number;
  readonly gap: number;
}

interface Fit {
  readonly measure: Measure;
  readonly width: number;
  readonly sharp: number;
}

/** Shorter lines say nothing about a width: they are headings and ends of paragraphs. */
const NARROWEST = 14;
const WIDEST = 90;
const FEWEST_FULL = 3;
const ENDS = /[。！？!?；;：:…|][”’」』）)》】\]"]*$/u;

/** How the lines of a text were wrapped, or null where they are paragraphs. */
export function wrappingOf(text: string, lines: readonly Line[]): Wrapping | null {
  const fits = MEASURES.flatMap((measure) => fitOf(text, lines, measure) ?? []);
  const best = fits.sort((a, b) => b.sharp - a.sharp)[0];
  if (!best) return null;
  const { measure, width } = best;
  const broken = lines.flatMap((line, index) => {
    const next = lines[index + 1];
    const open = next && lineWidth(text, line, measure) > width - 2 && !ENDS.test(line.content.slice(-12));
    return open ? [{ indent: next.indent, gap: gapBetween(text, line, next) }] : [];
  });
  return { measure, width, indent: modeOf(broken.map((each) => each.indent)), gap: modeOf(broken.map((e) => e.gap)) };
}

/** The number of line breaks that most paragraphs have between them. */
export function usualGap(text: string, lines: readonly Line[]): number {
  return modeOf(lines.slice(1).map((line, index) => gapBetween(text, lines[index]!, line)));
}

/** The number of line breaks from one line to the next that is not empty. */
export function gapBetween(text: string, line: Line, next: Line): number {
  let breaks = 0;
  for (let at = line.end; at < next.start; at++) if (text[at] === '\n') breaks++;
  return breaks;
}

/** The width of a line with its indent, and with `more` behind it. */
export const lineWidth = (text: string, line: Line, measure: Measure, more = ''): number =>
  measure(text.slice(line.start, line.start + line.indent)) + measure(line.content + more);

/**
 * The width that most lines have in one measure, where nearly none is longer, a good part is as long, and those break
 * off inside sentences. `sharp` is the share of lines of just this width: wrapping leaves them in one measure only.
 */
function fitOf(text: string, lines: readonly Line[], measure: Measure): Fit | null {
  const widths = lines.map((line) => lineWidth(text, line, measure));
  const wide = widths.filter((width) => width >= NARROWEST);
  const width = crowdedWidth(wide);
  if (width === null || width > WIDEST) return null;
  const full = lines.filter((_, index) => widths[index]! > width - 2 && widths[index]! <= width + 1);
  const over = wide.filter((each) => each > width + 1).length;
  const broken = full.filter((line) => !ENDS.test(line.content.slice(-12)));
  const prose = full.filter((line) => /[，。；、,]/u.test(line.content));
  if (full.length < FEWEST_FULL || full.length < wide.length * 0.25 || over > wide.length * 0.05) return null;
  if (broken.length < full.length * 0.4 || prose.length < full.length * 0.5) return null;
  const sharp = wide.filter((each) => each > width - 1 && each <= width).length / wide.length;
  return { measure, width, sharp };
}

/** The upper end of the band of two characters in which most widths lie. */
function crowdedWidth(widths: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const at = (width: number): number => counts.get(width) ?? 0;
  const crowd = (width: number): number => [0, 0.5, 1, 1.5].reduce((sum, less) => sum + at(width - less), 0);
  const ranked = [...counts.keys()].sort((a, b) => crowd(b) - crowd(a) || at(b) - at(a) || a - b);
  const best = ranked[0];
  return best ?? null;
}

function modeOf(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}
