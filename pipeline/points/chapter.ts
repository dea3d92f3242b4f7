import type { Role } from '../model/role.ts';

/** What words of a chapter heading announce. */
const ANNOUNCED: readonly { readonly role: Role; readonly pattern: RegExp }[] = [
  { role: 'problem', pattern: /问题|困难|不足|短板|难题|差距|瓶颈|困境|挑战|薄弱环节|难点|堵点/u },
  { role: 'cause', pattern: /原因|成因|根源|病根|症结|缘由|归因|为什么|为何/u },
  { role: 'countermeasure', pattern: /对策|建议|措施|举措|办法|路径|思路|打算|意见|怎么办|下一步|今后/u },
  {
    role: 'practice',
    pattern: /做法|成效|成绩|回顾|进展|经验|已[经有做].{0,3}(?:工作|步子|探索)|(?:工作|做的).{0,3}(?:情况|工作)/u,
  },
];

/** A heading with more words than this claims something, whatever it mentions. */
const LONGEST = 16;

/** The roles that a heading announces, problems first; empty where it announces none. */
export const announcedBy = (heading: string): readonly Role[] =>
  heading.length > LONGEST ? [] : ANNOUNCED.filter(({ pattern }) => pattern.test(heading)).map(({ role }) => role);

/** Headings that announce a chapter, whatever role its sentences have. */
const CHAPTER =
  /(?:存在的?|面临的?|主要|突出)(?:主要|突出|困难和|困难与|困难及)*(?:问题|困难|不足|短板|难题)$|^(?:问题|难题|不足|短板)$|(?:原因|成因|根源)(?:分析|剖析|探究|探析)?$|(?:对策|建议|措施|举措|打算|意见|思路)(?:及|与|和|、)?(?:建议|对策|措施|思考|举措)?$/u;

/** Whether a heading only names the kind of chapter. */
export const isChapter = (heading: string): boolean => CHAPTER.test(heading);
