import { type Clauses, isChained, LEFT_MARKS, quantityBefore } from './clauses.ts';
import { CHANGES } from './words.ts';

export type Direction = 'up' | 'down' | null;

const longest = (words: string): string =>
  words
    .split(' ')
    .sort((a, b) => b.length - a.length)
    .join('|');
const FILLER =
  '(?:了|率|速度|幅度|幅|预期目标|目标|到|至|为|在|达|达到|保持|控制|稳定|维持|均|约|近|分别|各|参保|平均|人均|每(?:人|户|个|处|亩|名|月|年|天|[^,。;\\d]{1,3}每[年月天])+|有|建议|又|将|(?:19|20)\\d\\d年的?|了约|超|同比|高达|再|仅|只有|不少于|不低于|力争| )*$';

/** A change stated right before the number (“同比增长8.3%”, “提高到32%”). */
const ADJACENT = CHANGES.map(
  ([direction, words]) =>
    [direction, new RegExp(`(?<![缺至不很较减最])(?:${longest(words)})(?!值|收节支|排|负|税|效)${FILLER}`)] as const,
);
/** A change whose object stands between (“新增停车位2.81万个”, “减少租赁费1.19亿元”). */
const WITH_OBJECT: readonly (readonly ['up' | 'down', RegExp])[] = [
  ['up', /(?:新增|净增|(?<!年均|同比)增加(?!值)|多增)(?!值|长)[^,。;]{1,16}$/],
  ['down', /(?:减少|降低|压减|压缩|削减|裁减)(?:了)?[^,。;]{1,12}$/],
];
const STATED = [...ADJACENT, ...WITH_OBJECT];
const COMPARED: readonly (readonly ['up' | 'down', RegExp])[] = [
  ['up', /(?:[比较][^,。;]{1,16}(?<!每.{0,3})|同比)多[减免收增]? ?$/],
  ['down', /(?:[比较][^,。;]{1,16}|同比)少 ?$/],
];
const BEHIND: readonly (readonly ['up' | 'down', RegExp])[] = [
  ['up', /^的?(?:年均)?(?:增速|增长率|增长速度|增幅|涨幅|增量)|^的增长/],
  ['down', /^的?(?:降幅|跌幅|减幅)|^的下降/],
];

/** A change that is itself the state a move starts from (由下降2.3%转为增长8.5%). */
const CHANGED: readonly (readonly ['up' | 'down', RegExp])[] = [
  ['up', /(?:增长|上升|上涨)了? ?$/],
  ['down', /(?:下降|减少|下跌)了? ?$/],
];

/** The direction of each quantity of a sentence, in order: up or down for a stated change, null else. */
export function directionsOf(clauses: Clauses): Direction[] {
  const directions: Direction[] = [];
  let previous: Direction = null;
  for (let i = 0; i < clauses.quantities.length; i++) {
    previous = directionOf(clauses, i, previous);
    directions.push(previous);
  }
  return directions;
}

function directionOf(clauses: Clauses, i: number, previous: Direction): Direction {
  const quantity = clauses.quantities[i]!;
  if (quantity.value !== null && quantity.value < 0 && quantity.unit === '分') return 'down';
  if (quantity.kind === 'multiple' && clauses.shadow[quantity.number] === '翻') return 'up';
  const left = clauses.lefts[i]!;
  const before = clauses.shadow.slice(left.start, left.end);
  const marks = clauses.leftMarks[i]!;
  if (marks & LEFT_MARKS.up && before.endsWith('负增长')) return 'down';
  return (
    fromTo(clauses, i, before) ??
    (marks ? statedChange(clauses, i, before, marks) : null) ??
    changeBehind(clauses, i) ??
    (isChained(clauses, i) || continues(clauses, i, before) ? previous : null)
  );
}

function statedChange(clauses: Clauses, i: number, before: string, marks: number): Direction {
  if (marks & LEFT_MARKS.source && isSource(clauses, i)) return first(CHANGED, before);
  const compared = marks & LEFT_MARKS.comparison ? first(COMPARED, before) : null;
  if (compared || !(marks & (LEFT_MARKS.up | LEFT_MARKS.down))) return compared;
  return STATED.find(([direction, pattern]) => marks & LEFT_MARKS[direction] && pattern.test(before))?.[0] ?? null;
}

/** 8%的增速, 20%的降幅 */
function changeBehind({ shadow, quantities, rights }: Clauses, i: number): Direction {
  const { start, end } = rights[i]!;
  if (quantities[i]!.kind === 'duration' || !BEHIND_STARTS.includes(shadow[start] ?? '.')) return null;
  return first(BEHIND, shadow.slice(start, end));
}

const BEHIND_STARTS = '的年增涨降跌减';

const first = (rules: readonly (readonly ['up' | 'down', RegExp])[], text: string): Direction =>
  rules.find(([, pattern]) => pattern.test(text))?.[0] ?? null;

/** What stands between the two values of a move: 提高到, 下降为1952年的. */
const MOVED = /^[^,。;]{0,8}(?:至|到|为)(?:[^,。;]{0,3}|[^,。;]{0,2}(?:\d{4}|[一二三四五六七八九〇零]{4})年的?)$/;

/** “由15%提高到32%”: the second value moves, the first does not. */
function fromTo(clauses: Clauses, i: number, before: string): Direction {
  const { shadow, sentence, quantities, leftMarks } = clauses;
  const previous = quantityBefore(clauses, i);
  const quantity = quantities[i]!;
  if (previous?.unit !== quantity.unit || previous.value === null || quantity.value === null) return null;
  if (!(leftMarks[i]! & LEFT_MARKS.moved) || quantity.value === previous.value) return null;
  if (!/[由从][^,。;]*$/.test(shadow.slice(Math.max(sentence.start, previous.start - 24), previous.start))) return null;
  if (!MOVED.test(before)) return null;
  return quantity.value > previous.value ? 'up' : 'down';
}

const isSource = (clauses: Clauses, i: number): boolean =>
  /^[^,。;]{0,8}(?:至|到|为)/.test(clauses.shadow.slice(clauses.quantities[i]!.end, clauses.quantities[i]!.end + 10));

/** “新增楼宇82栋，桥梁4座”: a bare noun goes on with the change before it. */
function continues(clauses: Clauses, i: number, before: string): boolean {
  const { shadow, quantities } = clauses;
  const previous = quantityBefore(clauses, i);
  if (!previous || previous.unit !== quantities[i]!.unit || previous.kind !== 'count') return false;
  return (
    shadow[previous.end] === ',' &&
    /^,\p{Script=Han}{1,4}$/u.test(shadow.slice(previous.end, quantities[i]!.start)) &&
    before.length <= 4
  );
}
