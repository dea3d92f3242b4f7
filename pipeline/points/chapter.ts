import type { Role } from '../model/role.ts';

/** What the words of a chapter heading announce. */
const ANNOUNCED: readonly { readonly role: Role; readonly pattern: RegExp }[] = [
  {
    role: 'practice',
    pattern:
      /做法|成效|成绩|回顾|进展|经验|已[经有做].{0,3}(?:工作|步子|探索)|(?:以来|近年来?|已).{0,4}(?:举措|措施)/gu,
  },
  {
    role: 'problem',
    pattern: /问题|困难|不足|短板|难题|差距|瓶颈|困境|挑战|薄弱环节|难点|堵点|隐忧|忧虑|(?:的|种)现象/gu,
  },
  { role: 'cause', pattern: /原因|成因|根源|病根|症结|缘由|归因|为什么|为何/gu },
  { role: 'countermeasure', pattern: /对策|建议|措施|举措|办法|路径|思路|打算|意见|怎么办|下一步|今后/gu },
];

/** A longer heading that does not end in such a word claims something, whatever it mentions. */
const LONGEST = 16;
const JOINED = /(?:问题|困难|不足|短板)(?:和|与|及|以及|、|暨)/u;

/**
 * The roles that a heading announces: of two that are joined (“问题及成因”) both, in their order; of two in a possessive
 * (“问题的成因”) the last; empty where it announces none.
 */
export function announcedBy(heading: string): readonly Role[] {
  if (heading.length > LONGEST && !isChapter(heading)) return [];
  const found = ANNOUNCED.map(({ role, pattern }) => ({ role, end: lastEnd(heading, pattern) }))
    .filter(({ end }) => end > 0)
    .sort((a, b) => a.end - b.end);
  const roles = found.filter(({ end }, index) => found.findIndex((each) => each.end === end) === index);
  return (JOINED.test(heading) ? roles : roles.slice(-1)).map(({ role }) => role);
}

function lastEnd(text: string, pattern: RegExp): number {
  let end = 0;
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length;
  return end;
}

/** Headings that announce a chapter, whatever role its sentences have. */
const CHAPTER =
  /(?:存在的?|面临的?|主要|突出)(?:主要|突出|困难和|困难与|困难及)*(?:问题|困难|不足|短板|难题)$|^(?:问题|难题|不足|短板)$|(?:原因|成因|根源)(?:分析|剖析|探究|探析)?$|(?:对策|建议|措施|举措|打算|意见|思路)(?:及|与|和|、)?(?:建议|对策|措施|思考|举措)?$/u;

/** Whether a heading only names the kind of chapter. */
export const isChapter = (heading: string): boolean => CHAPTER.test(heading);
