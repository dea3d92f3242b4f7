/** A small grammar that writes reports of its own, and templates of them with names, places and figures swapped. */
const SUBJECTS = [
  '村卫生室',
  '灌溉支渠',
  '办事窗口',
  '教学点',
  '网格员队伍',
  '冷链仓库',
  '停车泊位',
  '养殖大户',
  '信访积案',
  '助餐食堂',
];
const FAULTS = [
  '长期无人打理',
  '标准前后不一',
  '账目公开得晚',
  '人手轮换太勤',
  '设备过了年限',
  '位置离群众远',
  '投入断断续续',
  '责任写得含糊',
];
const EFFECTS = [
  '群众跑了冤枉路',
  '老办法一用再用',
  '小毛病拖成大问题',
  '年轻人看不到奔头',
  '好政策打了折扣',
  '邻里之间生了意见',
];
const STEPS = [
  '把责任写进清单',
  '请行家按月会诊',
  '让受益的人参与监督',
  '分三批补齐短板',
  '把账本晒到门口',
  '拉长练兵的周期',
];
const PLACES = ['白塔镇', '柳河乡', '石门村', '东关街道', '枣园镇', '上坪乡'];

export type Random = () => number;

/** A generator of numbers from 0 to 1 (Park & Miller 1988). */
export function randomFrom(seed: number): Random {
  let state = (seed % 2147483646) + 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

const pick = (random: Random, items: readonly string[]): string => items[Math.floor(random() * items.length)]!;

/** Rare characters that make two paragraphs of the grammar differ as real ones do. */
const detail = (random: Random): string =>
  Array.from({ length: 30 }, () => String.fromCharCode(0x5000 + Math.floor(random() * 4000))).join('');

export function paragraph(random: Random): string {
  const sentence = (): string =>
    `在${pick(random, PLACES)}，${pick(random, SUBJECTS)}${pick(random, FAULTS)}，${detail(random)}，涉及${Math.floor(random() * 900) + 20}户，${pick(random, EFFECTS)}。`;
  const step = `下一步要${pick(random, STEPS)}，${detail(random)}，${Math.floor(random() * 9) + 2}个月内见到成效。`;
  return sentence() + sentence() + sentence() + step;
}

export const writeReport = (random: Random, paragraphs = 9): string[] =>
  Array.from({ length: paragraphs }, () => paragraph(random));

/** The same text with other places and other figures. */
export function swapNames(text: string, random: Random): string {
  const others = ['高桥镇', '双林乡', '大湾村', '西门街道', '梨树镇', '下坝乡'];
  const places = PLACES.reduce((swapped, place, index) => swapped.replaceAll(place, others[index]!), text);
  return places.replace(/\d+/g, () => String(Math.floor(random() * 700) + 11));
}

export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const copy = [...items];
  for (let index = copy.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    [copy[index], copy[other]] = [copy[other]!, copy[index]!];
  }
  return copy;
}
