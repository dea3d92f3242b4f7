import type { Sentence } from '../model/sentence.ts';
import type { Span } from '../model/span.ts';

/** An item of a list that runs inside a paragraph: its span from the marker on, and where its own words start. */
export interface Item extends Span {
  readonly claim: number;
  /** Where its list starts, and whether it is the last of it. */
  readonly list: number;
  readonly isLast: boolean;
}

/** How items are marked inside prose: `ordinal` tells the place in the list, 0 where the marker only ends it. */
interface MarkerStyle {
  readonly id: string;
  readonly pattern: RegExp;
  readonly ordinal: (marker: string) => number;
}

const HAN = '一二三四五六七八九十';
const hanOrdinal = (marker: string): number => HAN.indexOf([...marker].find((each) => HAN.includes(each)) ?? '') + 1;
const AT = '(?<=^|[：:；;，,。！？、\\s”])';

const MARKER_STYLES: readonly MarkerStyle[] = [
  {
    id: 'item',
    pattern: new RegExp(`${AT}[${HAN}](?:是要?|要|则)(?![因由一]为|否)[，,：:]?`, 'gu'),
    ordinal: hanOrdinal,
  },
  {
    id: 'ordinal',
    pattern: new RegExp(
      `${AT}(?:第[${HAN}](?:[，,、：:]|是|[个件条点]\\p{Script=Han}{0,2}[，,：:])|其[${HAN}][，,、：:是])`,
      'gu',
    ),
    ordinal: hanOrdinal,
  },
  { id: 'circled', pattern: /[①-⑳]\s*[、.．]?/gu, ordinal: (marker) => marker.codePointAt(0)! - 0x245f },
  {
    id: 'bracket',
    pattern: new RegExp(`${AT}[（(]\\d{1,2}[）)]`, 'gu'),
    ordinal: (marker) => Number(/\d+/u.exec(marker)![0]),
  },
  {
    id: 'adverb',
    pattern: new RegExp(`${AT}(?:首先|其次|再次|再者|最后)(?:是|[，,：:])`, 'gu'),
    ordinal: (marker) => ['首先', '其次', '再次'].indexOf(marker.slice(0, 2)) + 1,
  },
  {
    id: 'side',
    pattern: new RegExp(`${AT}(?:另|再)?一方面(?:是|[，,])?`, 'gu'),
    ordinal: (marker) => (/^[另再]/u.test(marker) ? 0 : 1),
  },
];

/** The lists inside the sentences of one paragraph: runs of at least two markers of one style that count up from one. */
export function itemsIn(text: string, sentences: readonly Sentence[]): Item[] {
  const first = sentences[0];
  const last = sentences.at(-1);
  if (!first || !last) return [];
  const span = { start: first.start, end: last.end };
  return MARKER_STYLES.flatMap((style) =>
    runsOf(style, text.slice(span.start, span.end)).flatMap((run) =>
      run.map((marker, index) => {
        const start = span.start + marker.start;
        const next = run[index + 1];
        const end = next ? span.start + next.start : endOf(sentences, start);
        return { start, claim: span.start + marker.end, end, list: span.start + run[0]!.start, isLast: !next };
      }),
    ),
  );
}

/** Runs of markers with rising ordinals, each a list of its own. */
function runsOf(style: MarkerStyle, paragraph: string): Span[][] {
  const runs: Span[][] = [];
  let expected = 1;
  for (const match of paragraph.matchAll(style.pattern)) {
    const ordinal = style.ordinal(match[0]);
    const marker = { start: match.index, end: match.index + match[0].length };
    const goesOn = runs.length > 0 && (ordinal === expected || ordinal === 0 || (style.id === 'side' && expected > 1));
    if (goesOn && expected > 1) runs.at(-1)!.push(marker);
    else if (ordinal === 1) runs.push([marker]);
    else continue;
    expected = ordinal === 1 ? 2 : expected + 1;
  }
  return runs.filter((run) => run.length > 1);
}

/** Where the last item ends: with the paragraph when it starts a sentence, with its sentence otherwise. */
function endOf(sentences: readonly Sentence[], start: number): number {
  const sentence = sentences.findLast((each) => each.start <= start)!;
  return sentence.start === start ? sentences.at(-1)!.end : sentence.end;
}
