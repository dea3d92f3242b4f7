import type { Role } from '../model/role.ts';

/** How the words of a heading announce what stands below it; the last match in a heading decides (“问题的原因” is causes). */
export const HEADING_CUES: readonly { readonly role: Role; readonly pattern: RegExp; readonly note: string }[] = [
  {
    role: 'cause',
    pattern:
      /原因|成因|根源|病根|病因|根子(?:在|何)|症结(?:何|在|所在|是|分析|剖析)|归因|缘由|致因|诱因|主因|析因|探因|究因|溯源|探源|因素分析|为何|为什么|何以|从何而来|怎么来的|出在哪|卡在哪/g,
    note: 'why something is so',
  },
  {
    role: 'problem',
    pattern:
      /问题|困难|不足|短板|难题|难点|困境|挑战|瓶颈|制约|障碍|差距|薄弱环节|案由|矛盾|堵点|痛点|弊端|缺陷|隐患|风险点|诉求|投诉|缺点|教训|难处|隐忧|忧虑|堪忧|弱项|卡点|漏洞|乱象|现象|之困|之忧|之痛|之难/g,
    note: 'what is wrong',
  },
  {
    role: 'countermeasure',
    pattern:
      /对策|建议|措施|路径|思路|打算|安排|任务|目标|重点工作|下一步|下步|今后|要求|策略|举措|保障机制|办法|规划|计划|设想|方案|方向|展望|启示|出路|怎么办|(?:如何|怎样|怎么)(?:加强|做好|推进|解决|破解|破题|破局|完善|提高|办)|之策|良策|药方|求解|解法|突围|总体布局|总体格局|原则|构想|承诺|努力方向/g,
    note: 'what should be done',
  },
  {
    role: 'practice',
    pattern:
      /做法|成效|回顾|完成情况|进展|成绩|成果|经验|落实情况|办理情况|执行情况|开展情况|整改情况|推进情况|实施情况|主要工作|工作总结|亮点|工作开展|(?:采取|开展|所做|做)的(?:主要)?(?:措施|工作|举措)|已经?(?:开展|采取|迈出|做)|做了(?:什么|哪些)|实践探索|探索实践|探索与实践/g,
    note: 'what has been done',
  },
  {
    role: 'context',
    pattern:
      /基本情况|总体情况|现状|概况|概貌|概览|全貌|家底|底数|引子|缘起|背景|意义|引言|前言|绪论|文献|概念|概述|综述|定义|内涵|界定|方法|对象|资料|必要性|重要性|紧迫性|形势|特点|特征|简介|摘要|结语|结论|国外|国内外|调研情况|调查情况|人员情况|机构情况/g,
    note: 'the state of things, their setting, how the study was made',
  },
];

/** The roles that the words of `heading` announce, in the order of their last mention; empty where it announces none. */
export function announcedRoles(heading: string): readonly Role[] {
  const found = HEADING_CUES.map(({ role, pattern }) => ({ role, at: lastIndex(heading, pattern) }));
  return found
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ role }) => role);
}

function lastIndex(text: string, pattern: RegExp): number {
  let at = -1;
  for (const match of text.matchAll(pattern)) at = match.index + match[0].length;
  return at;
}

const JOINED = /(?:问题|困难|做法|成效|现状|情况|原因|成因|不足|挑战|进展|回顾)(?:和|与|及|以及|、|暨|\/)/;

const held = new Map<string, readonly Role[]>();
/** So many headings are remembered: they are asked for again and again, and searched for many words. */
const REMEMBERED = 5000;

/** The same, but of two in a possessive (“问题的原因”, “问题成因”) the last alone: what stands below is about that. */
export function heldRoles(heading: string): readonly Role[] {
  const known = held.get(heading);
  if (known) return known;
  const announced = announcedRoles(heading);
  const roles = announced.length < 2 || JOINED.test(heading) ? announced : announced.slice(-1);
  if (held.size >= REMEMBERED) held.clear();
  held.set(heading, roles);
  return roles;
}

/** What a heading announces (“存在的主要问题”, “原因分析”), null where it says nothing of the kind; of several the first. */
export const headingRole = (heading: string): Role | null => heldRoles(heading)[0] ?? null;
