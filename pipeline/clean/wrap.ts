import { endsAsTitle } from '../text/genre.ts';
import { looksLikeHeading, numberingOf, startsItem } from '../text/numbering.ts';
import type { Cut, Repair } from './edits.ts';
import { type Line, linesOf } from './lines.ts';
import { gapBetween, lineWidth, usualGap, type Wrapping, wrappingOf } from './width.ts';

/** A sentence or a list item ends here. */
const TERMINAL = /[。！？!?；;：:…|][”’」』）)》】\]"]*$/u;
/** A heading may end in a quotation or a bracket; a long paragraph that does goes on. */
const CLOSED = /[”’」』）)》】\]"]$/u;
/** These never start a line of their own. */
const CLINGING = /^[，。、；：！？”’）》】」』,;:!?)%％]/u;
/** Below this a line without an ending is a heading, a name or a date rather than a broken sentence. */
const SHORTEST_BROKEN = 30;
/** A line without a stop is a heading up to this length; with a number, up to the other. */
const LONGEST_HEADING = 45;
const LONGEST_NUMBERED = 100;
/** No line ends so unless it was broken. */
const HANGING =
  /(?:(?<!目|是.{0,5})的|(?<![温缓饱总谐调亲])和|以及|按照|根据|关于|对于|包括|[把被将]|[“‘《（(][^”’》）)]{0,40})$/u;
/** So much of a paragraph is enough to see how it stands. */
const MEMORY = 300;

/** What is known of the paragraph that grows: its length and its last characters (all of them while it is short). */
interface Growing {
  readonly length: number;
  readonly tail: string;
}

/**
 * Joins lines that were broken inside a sentence or a paragraph. Two habits are known: lines wrapped at one width, and
 * paragraphs cut anywhere by a page or a link, with or without an empty line between.
 */
export const joinWrappedLines: Repair = (text) => {
  const lines = linesOf(text).filter((line) => line.content !== '');
  const wrapping = wrappingOf(text, lines);
  const broken = wrapping !== null || endsAreKept(lines);
  const usual = usualGap(text, lines);
  const cuts: Cut[] = [];
  let paragraph = NOTHING;
  for (const [index, line] of lines.entries()) {
    paragraph = grown(paragraph, line);
    const next = lines[index + 1];
    if (!next) break;
    const goesOn = wrapping
      ? wraps(text, paragraph, line, next, wrapping)
      : broken && breaks(text, paragraph, line, next, usual);
    if (CLINGING.test(next.content) || (goesOn && !isTableRow(line.content) && !isTableRow(next.content)))
      cuts.push(join(line, next));
    else paragraph = NOTHING;
  }
  return cuts;
};

const NOTHING: Growing = { length: 0, tail: '' };

const grown = ({ length, tail }: Growing, { content }: Line): Growing => ({
  length: length + content.length,
  tail: (tail + content.slice(-MEMORY)).slice(-MEMORY),
});

function join(line: Line, next: Line): Cut {
  const before = line.content.slice(-1);
  const after = next.content.slice(0, 1);
  const words =
    (/[A-Za-z]/.test(before) && /[A-Za-z0-9(]/.test(after)) || (/[!-~]/.test(before) && /[A-Za-z]/.test(after));
  const start = line.start + line.indent + line.content.length;
  return { start, end: next.start + next.indent, rule: 'line-wrap', keep: words ? ' ' : '' };
}

/** Whether a text closes its paragraphs with a stop; where most long lines have none, an open end says nothing. */
function endsAreKept(lines: readonly Line[]): boolean {
  const long = lines.filter((line) => line.content.length >= SHORTEST_BROKEN && !isTableRow(line.content));
  const closed = long.filter((line) => TERMINAL.test(line.content.slice(-MEMORY)));
  return long.length < FEWEST_LONG || closed.length >= long.length * 0.34;
}
const FEWEST_LONG = 4;

/** “…。（教育部负责）”: what stands in brackets after the last stop. */
const REMARK = /[。！？；][（(][^（()）]{1,60}[)）]$/u;

const isOpen = ({ length, tail }: Growing): boolean =>
  !TERMINAL.test(tail) && !REMARK.test(tail) && !(CLOSED.test(tail) && length < SHORTEST_BROKEN);

/** In a wrapped text a line goes on when what follows would not have fitted on it. */
function wraps(text: string, paragraph: Growing, line: Line, next: Line, wrapping: Wrapping): boolean {
  const open = isOpen(paragraph);
  const full = lineWidth(text, line, wrapping.measure, firstToken(next.content)) > wrapping.width;
  if (/[第“‘（《(]$/u.test(line.content)) return full;
  if (!full) return open && /[，、,]$/u.test(line.content) && !startsItem(next.content);
  if (next.indent > wrapping.indent) return false;
  if (gapBetween(text, line, next) > wrapping.gap) return breaks(text, paragraph, line, next, 1);
  return !startsItem(next.content) || (open && isRunOn(next.content));
}

/** What a program would have had to put on the line before: a word or number whole, a mark with the character it goes with. */
const firstToken = (content: string): string =>
  /^[“‘（《【「『(]*(?:[A-Za-z]+|[\d.,%％]+|.)[，。、；：！？”’）》】」』]*/su.exec(content)?.[0] ?? '';

/** “二是…” after a semicolon and a number inside a sentence go on; a heading does not. */
const isRunOn = (content: string): boolean =>
  ['item', 'ordinal', 'paper', 'arabic'].includes(numberingOf(content)?.style.id ?? '') && !looksLikeHeading(content);

/** In a text of paragraphs a line goes on when it stops in the middle of a sentence. */
function breaks(text: string, paragraph: Growing, line: Line, next: Line, usual: number): boolean {
  if (!isOpen(paragraph) || startsItem(next.content)) return false;
  if (/[，、,]$/u.test(line.content) || HANGING.test(paragraph.tail)) return true;
  const gap = gapBetween(text, line, next);
  if (gap > 1 && !/[，。；：、！？]/u.test(next.content)) return false;
  if (gap < usual && paragraph.length >= SHORTEST_BROKEN / 2 && /[。；，]/u.test(next.content)) return true;
  if (/[。！？].{3,}$/su.test(paragraph.tail)) return true;
  if (isField(next.content)) return false;
  return !standsAlone(paragraph);
}

/** “主办单位：…”: the next entry of a form. */
const isField = (content: string): boolean => /^[【[（(]?\p{Script=Han}{2,8}[】\]）)]?[：:]|^关键词|^【/u.test(content);

/** Titles, headings, key words and addresses end without a stop. */
function standsAlone({ length, tail }: Growing): boolean {
  if (endsAsTitle(tail) || /^#{1,6}\s/u.test(tail) || /^[—–-]+.*[上]$/u.test(tail) || /[\w./@:;-]{6,}$/u.test(tail))
    return true;
  if (isField(tail) && !/[，。]/u.test(tail)) return true;
  return length <= (numberingOf(tail) && length < MEMORY ? LONGEST_NUMBERED : LONGEST_HEADING);
}

const isTableRow = (content: string): boolean => / \| |^\||\t/.test(content);
