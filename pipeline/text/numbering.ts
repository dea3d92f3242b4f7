import { parseChineseNumeral } from './numerals.ts';

/**
 * The ways in which Chinese reports number headings and items, in the order of GB/T 9704 and of habit: a lower `rank`
 * stands above a higher one where a report does not show otherwise.
 */
export interface NumberingStyle {
  readonly id: string;
  readonly rank: number;
  readonly pattern: RegExp;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

const HAN = '[一二三四五六七八九十百]{1,4}';
/** A measure word after a figure makes it a quantity (39.6岁, 12名) unless it begins a word that headings begin with. */
const HEADING_WORDS =
  '人才|人员|人口|人民|人大|人居|部门|项目|条件|分析|分类|成效|成果|成绩|成本|家庭|年度|日常|时间|处理|种植|种业|类型|所有|台账|名称|百姓|户籍|级别|区域|倍增';
const MEASURES =
  '[年月日天时分秒个名人家户所处项条件次位岁元万亿千百吨亩里米种类级批届期倍成座台辆套部份篇间张只头株棵斤]';
const COUNTED = `(?!${HEADING_WORDS})(?:${MEASURES}|公[里斤顷分]|[平立]方[公米])`;
/** Headings of papers that are too short to be known by their length. */
const PAPER_WORDS = '引言|前言|绪论|结语|结论|讨论|概述|背景|小结|附录|致谢';

export const NUMBERING_STYLES: readonly NumberingStyle[] = [
  {
    id: 'part',
    rank: 0,
    pattern: new RegExp(`^第${HAN}(?:部分|章|编|篇)[、：:\\s]*`, 'u'),
    yes: ['第一部分 基本情况', '第二章 存在问题'],
    no: ['第一是思想问题', '部分干部'],
  },
  {
    id: 'roman',
    rank: 0.8,
    pattern: /^(?:[Ⅰ-Ⅻ]+|[IVX]{1,4}(?=[、.．]))\s?[、.．：:]?\s*/u,
    yes: ['Ⅰ、基本情况', 'Ⅱ 存在问题', 'III. 对策'],
    no: ['IT产业', 'V字形回升', '一、现状'],
  },
  {
    id: 'han',
    rank: 1,
    pattern: new RegExp(`^${HAN}\\s?(?:、|[．.：:,，](?!\\d))\\s*`, 'u'),
    yes: ['一、基本情况', '十二、保障措施', '三、2016年工作安排', '三．存在问题', '二、'],
    no: ['一是基本情况', '一些问题'],
  },
  {
    id: 'article',
    rank: 2,
    pattern: new RegExp(`^第${HAN}(?:节|条)[、：:\\s]*`, 'u'),
    yes: ['第一节 现状', '第三条 各级政府'],
    no: ['第一课', '第三产业'],
  },
  {
    id: 'han-bracket',
    rank: 3,
    pattern: new RegExp(`^[（(]\\s?${HAN}\\s?[)）][、.．\\s]*`, 'u'),
    yes: ['（一）体制不顺', '(二) 经费不足', '（三）、人员老化'],
    no: ['（一些）', '一）体制'],
  },
  {
    id: 'paper',
    rank: 3.5,
    pattern: new RegExp(
      `^\\d{1,2}\\s?(?=(?:\\p{Script=Han}|[“‘《]\\p{Script=Han})[^。！？；，]{3,40}$|(?:${PAPER_WORDS})$)(?!${COUNTED})`,
      'u',
    ),
    yes: ['1我国农业肥料的产业现状', '2 主要问题与挑战', '1引言', '3“热”背景下的社会组织'],
    no: ['3个乡镇开展试点', '12名干部参加了培训', '5月全面完成任务', '1我国肥料产业，问题不少'],
  },
  {
    id: 'decimal-third',
    rank: 4.5,
    pattern: /^\d{1,2}\.\d{1,2}\.\d{1,2}[、.\s]*(?=[\p{Script=Han}“‘《])/u,
    yes: ['2.1.1过度依赖领军人物', '1.2.3 水溶肥'],
    no: ['2.1资金'],
  },
  {
    id: 'decimal',
    rank: 4,
    pattern: new RegExp(`^\\d{1,2}\\.\\d{1,2}[、.．\\s]*(?=[\\p{Script=Han}“‘《])(?!${COUNTED})`, 'u'),
    yes: ['3.1资金投入不均衡', '2.4 经费管理制度', '2.1人才队伍', '1.3 部门协同不足', '2.2公共服务', '3.1立足实际'],
    no: ['3.5万亩', '2.1个百分点', '12.5%', '1.资金', '39.6岁，比上年低', '2.5平方公里', '12.5公里'],
  },
  {
    id: 'arabic',
    rank: 5,
    pattern: /^\d{1,3}\s?(?:、(?!\d)|[．]|\.(?!\d))\s*/u,
    yes: ['1、队伍结构', '2. 待遇', '10．经费', '3.', '128.整改'],
    no: ['1.2万人', '2019、2020年', '3个', '110、120联动'],
  },
  {
    id: 'arabic-bracket',
    rank: 6,
    pattern: /^(?:[（(]\s?\d{1,3}\s?[)）]|\d{1,3}[)）])[、.．\s]*/u,
    yes: ['（1）人员老化', '(2) 经费', '3）设备'],
    no: ['（2019）', '(1.5)'],
  },
  {
    id: 'circled',
    rank: 7,
    pattern: /^[①-⑳⑴-⒇❶-❿]\s*[、.．]?\s*/u,
    yes: ['①加大投入', '⑴ 人员'],
    no: ['1①'],
  },
  {
    id: 'ordinal',
    rank: 8,
    pattern: new RegExp(`^(?:第${HAN}(?:[，,、：:]|是)|其[一二三四五六七八九][，,、：:是])\\s*`, 'u'),
    yes: ['第一，加强领导', '第二、完善制度', '其一，人员不足', '第三是'],
    no: ['第一产业', '第二次', '其一生'],
  },
  {
    id: 'item',
    rank: 9,
    pattern: new RegExp(`^(?:${HAN}(?:是要?|要)(?![因由一]为)[，,：:]?|${HAN}则(?=\\p{Script=Han}))`, 'u'),
    yes: ['一是思想认识不高', '二是要创新机制', '三要加强培训'],
    no: ['一些同志', '十分重要', '一致同意'],
  },
];

/**
 * The numbering at the start of a line or sentence; `number` is as written, without the white space after it, and
 * `ordinal` its value (1 for 一、), null where it has none.
 */
export interface Numbering {
  readonly ordinal: number | null;
  readonly style: NumberingStyle;
  readonly number: string;
  readonly length: number;
}

/** How `text` is numbered, or null. The length counts the characters before the heading's own words. */
export function numberingOf(text: string): Numbering | null {
  for (const style of NUMBERING_STYLES) {
    const match = style.pattern.exec(text);
    if (match) return { style, number: match[0].trim(), length: match[0].length, ordinal: ordinalOf(match[0]) };
  }
  return null;
}

/** Whether a line starts a numbered heading or item, one with a dash or bullet, or an entry of a bibliography. */
export const startsItem = (content: string): boolean =>
  /^(?:——|—|●|■|◆|▲|○|□|\*\s|#|[[［]\d{1,3}[\]］])/u.test(content) || numberingOf(content) !== null;

/** Whether a line is short enough and open at its end, as headings are, and starts with a number. */
export const looksLikeHeading = (content: string): boolean =>
  content.length <= 60 && !/[，。；！？]/u.test(content.slice(0, -1)) && numberingOf(content) !== null;

function ordinalOf(number: string): number | null {
  const last = /(\d+)\D*$/u.exec(number)?.[1];
  if (last) return Number(last);
  const circled = /[①-⑳]/u.exec(number)?.[0];
  if (circled) return circled.codePointAt(0)! - 0x245f;
  return parseChineseNumeral(/[一二三四五六七八九十百]+/u.exec(number)?.[0] ?? '');
}
