import type { StatisticKind } from '../model/statistic.ts';

/** A unit or measure word. `base` and `factor` lead to the unit in which rows are compared (亩 → 平方米 × 10000/15). */
export interface Unit {
  readonly text: string;
  readonly kind: StatisticKind;
  readonly base: string;
  readonly factor: number;
  readonly strict: boolean;
}

/** Units by kind, in the order base unit, factor, spellings. Factors: GB 3100-1993; 亩 and 斤 by custom (15 亩 = 1 公顷). */
const MEASURES: readonly (readonly [StatisticKind, string, number, string])[] = [
  ['percent', '%', 1, '% 百分点'],
  ['percent', '%', 0.1, '‰ 千分点'],
  ['percent', '%', 0.01, '基点'],
  ['percent', '%', 10, '成'],
  ['money', '元', 1, '元 圆 块钱'],
  ['money', '元', 0.1, '毛钱 毛 角钱'],
  ['money', '美元', 1, '美元 美金'],
  ['money', '欧元', 1, '欧元'],
  ['money', '日元', 1, '日元'],
  ['money', '港元', 1, '港元 港币'],
  ['money', '卢布', 1, '卢布'],
  ['money', '英镑', 1, '英镑'],
  ['money', '新元', 1, '新元'],
  ['money', '澳元', 1, '澳元'],
  ['multiple', '倍', 1, '倍'],
  ['age', '岁', 1, '岁 周岁'],
  ['duration', '年', 1, '年 学年'],
  ['duration', '个月', 1, '个月'],
  ['duration', '天', 1, '天 日 昼夜 个工作日 工作日 个自然日'],
  ['duration', '天', 7, '周 个星期 星期 个周'],
  ['duration', '小时', 1, '小时 学时 个学时 课时 个课时 钟头'],
  ['duration', '分钟', 1, '分钟'],
  ['duration', '分钟', 1 / 60, '秒 秒钟'],
  ['duration', '世纪', 1, '个世纪'],
  ['duration', '季度', 1, '个季度'],
  ['other', '平方米', 1, '平方米 平米 m2 m^2 ㎡ m²'],
  ['other', '平方米', 1e6, '平方公里 km2 km^2 km² 平方千米'],
  ['other', '平方米', 1e4, '公顷 hm2 hm^2 hm²'],
  ['other', '平方米', 10000 / 15, '亩'],
  ['other', '亩次', 1, '亩次'],
  ['other', '米', 1, '米 公尺 m 延米 延长米'],
  ['other', '米', 1000, '公里 千米 km'],
  ['other', '米', 500, '华里 里'],
  ['other', '米', 1852, '海里'],
  ['other', '米', 0.01, '厘米 cm 公分'],
  ['other', '米', 0.001, '毫米 mm'],
  ['other', '立方米', 1, '立方米 立方 方 m3 m^3 m³ 标准立方米'],
  ['other', '千克', 1, '公斤 千克 kg'],
  ['other', '千克', 0.5, '斤 市斤'],
  ['other', '千克', 1000, '吨 t 公吨'],
  ['other', '千克', 50, '担 市担'],
  ['other', '千克', 0.001, '克'],
  ['other', '千克', 1e-6, '毫克 mg'],
  ['other', '吨标准煤', 1, '吨标准煤 吨标煤'],
  ['other', '蒸吨', 1, '蒸吨'],
  ['other', '升', 1, '升'],
  ['other', '升', 0.001, '毫升'],
  ['other', '件', 1, '件纱'],
  ['other', '锭', 1, '枚纱锭 纱锭 锭'],
  ['other', '千瓦', 1, '千瓦 kW kw'],
  ['other', '千瓦', 1000, '兆瓦 MW'],
  ['other', '千瓦', 0.735, '马力'],
  ['other', '千瓦时', 1, '千瓦时 度电 千瓦小时'],
  ['other', '千伏', 1, '千伏'],
  ['other', '千伏安', 1, '千伏安'],
  ['other', '摄氏度', 1, '摄氏度 ℃'],
  ['other', '度', 1, '度'],
  ['other', '分贝', 1, '分贝'],
  ['other', '微克/立方米', 1, '微克/立方米 微克每立方米'],
  ['other', '毫克/升', 1, '毫克/升'],
  ['other', '标准箱', 1, '标准箱 标箱'],
  ['other', '重量箱', 1, '重量箱'],
  ['other', '吨公里', 1, '吨公里'],
  ['other', '人公里', 1, '人公里'],
  ['other', '兆', 1, '兆'],
  ['other', 'GB', 1, 'GB TB MB'],
  ['other', 'P', 1, 'PFLOPS P'],
];

/** Measure words that count things; each is its own base. */
const COUNTERS =
  '集 拨 回 任 样 晚 餐 处室 名 个 人 位 家 户 项 件 条 座 所 次 人次 场次 件次 批次 场 种 篇 处 份 起 类 大类 大项 小类 套 部 辆 株 头 只 匹 栋 幢 支 块 张 台 艘 架 颗 枚 间 门 对 ' +
  '双 本 册 笔 宗 桩 款 期 轮 批 口 眼 盏 根 棵 片 座次 车次 班次 航次 例 股 艘次 架次 台套 台次 辆次 户次 家次 例次 人份 封 幅 盒 箱 袋 瓶 桶 杯 ' +
  '节 群 窝 羽 床 趟 遍 级 层 分 章 部分 版 届 大 金 银 铜 省 市 县 区 乡 镇 村 州 盟 旗 人口 亿次 车间 车位 堂 则 句 字 ' +
  '列 页 孔 标段 人天 人日 学分 国 班';

/**
 * Units that in Chinese numerals more often begin a word or an ordinal (“四方”, “二期”, “三省六部”): there they count
 * only after 两 or with 多, 余.
 */
const STRICT = new Set(
  (
    '里 度 毛 回 样 任 晚 集 大 级 层 点 方 省 市 县 区 乡 镇 村 州 盟 旗 线 步 站 团 字 句 则 首 把 面 副 包 道 门 排 列 片 口 期 版 届 股 队 组 席 票 章 节 分 金 银 铜 P m t g 克 升 担 ' +
    '锭 对 双 群 卷 床 秒 孔 国 班 立方 兆 号'
  ).split(' '),
);

/** What follows a unit when it is not one: the first characters of the words that it begins there (家庭, 人民, 部门). */
const NOT_BEFORE: Readonly<Record<string, string>> = {
  个: '别体性税',
  人: '民类才员均力工事物群社大代',
  名: '列额',
  列: '入为举出车席队宁强国',
  家: '庭族园乡居属',
  项: '目',
  条: '件例款约',
  部: '门委属队落署长',
  种: '植子族',
  类: '别型似',
  次: '数日要序第品生',
  场: '所地景面馆合',
  处: '理置罚于长级境',
  所: '有以需谓得属示述',
  位: '置列居数',
  期: '间末初货望待限盼',
  年: '代均度初末底级龄轻终青报谷',
  天: '然气津水河下',
  日: '本常报期均夜益',
  起: '来草步到诉义点始',
  支: '持撑出付援',
  台: '湾风阶账',
  头: '等绪',
  口: '岸径号粮味',
  分: '别之析布配为类层级散期解工公局管享',
  元: '素首乳',
  P: 'abcdefghijklmnopqrstuvwxyz',
  圆: '桌形满圈',
  亩: '均',
  米: '线面粉',
  方: '面案式针法便向位略言',
  成: '立员果功本都长绩效型人品交份熟套千对片百群年',
  户: '籍均外口型',
  国: '家务有内外际民道土产防企资',
  省: '级委政直道市',
  市: '场级委政民直区',
  县: '级委政域道',
  区: '级委政域间位',
  乡: '级村镇亲',
  镇: '级域',
  村: '级民委庄',
  门: '票类诊户槛',
  对: '于接口外照比策应待',
  本: '地来身级人市省县区社科质',
  组: '织成建团',
  班: '子级组长',
  片: '区面',
  道: '路德理',
  层: '级面次',
  周: '年边期围转',
  个周: '期',
  章: '程',
  节: '约能水日省点',
  首: '先次都',
  排: '放名水除列',
  包: '括含',
  双: '向方重减',
  里: '程面外',
  度: '过假电量日夏冬',
  集: '中体团聚合群资约市镇',
  任: '务期命何职教',
  样: '本板式',
  回: '收到报归应升暖落复',
  晚: '上间会',
  兆: '头',
  m: 'abcdefghijklmnopqrstuvwxyz',
  t: 'abcdefghijklmnopqrstuvwxyz',
};

/** What a number counts that stands alone (六部门), and what a ratio or an index is given in. */
export const COUNT: Unit = { text: '', kind: 'count', base: '', factor: 1, strict: false };
export const RATIO: Unit = { text: '', kind: 'ratio', base: '', factor: 1, strict: false };

/** A spelling of a unit with the characters behind which it is none. */
interface Spelled {
  readonly spelling: string;
  readonly unit: Unit;
  readonly notBefore: string;
}

/** Units that may be written with 个 before them; 个 is part of the surface, not of the unit. */
const WITH_GE: ReadonlySet<string> = new Set(['百分点', '千分点', '基点', '小时', '钟头']);

/** All units by the code of their first character, longest spelling first. */
const BY_FIRST: (Spelled[] | undefined)[] = Array.from({ length: 0x10000 }, () => undefined);
const SPELLINGS = [...MEASURES.map(([, , , texts]) => texts), COUNTERS].join(' ').split(' ');
for (const [kind, base, factor, texts] of MEASURES)
  for (const text of texts.split(' ')) add({ text, kind, base, factor, strict: STRICT.has(text) });
for (const text of COUNTERS.split(' ')) add({ text, kind: 'count', base: text, factor: 1, strict: STRICT.has(text) });
for (const units of BY_FIRST) units?.sort((a, b) => b.spelling.length - a.spelling.length);

function add(unit: Unit, spelling = unit.text): void {
  const first = spelling.charCodeAt(0);
  const units = BY_FIRST[first] ?? [];
  BY_FIRST[first] = units;
  if (!units.some((other) => other.spelling === spelling))
    units.push({ spelling, unit, notBefore: NOT_BEFORE[spelling] ?? '' });
  if (WITH_GE.has(spelling)) add(unit, `个${spelling}`);
}

/** The first characters of all units. */
export const UNIT_STARTS: string = [...new Set(SPELLINGS.map((text) => text[0]!))]
  .filter((first) => /\p{Script=Han}|[%‰]/u.test(first))
  .join('');

/** The longest unit that stands at `at` in the shadow and is not the beginning of another word; null where none does. */
export function unitAt(shadow: string, at: number): Unit | null {
  const units = at < shadow.length ? BY_FIRST[shadow.charCodeAt(at)] : undefined;
  if (!units) return null;
  for (const { spelling, unit, notBefore } of units) {
    if (spelling.length > 1 && !shadow.startsWith(spelling, at)) continue;
    if (notBefore === '') return unit;
    const next = shadow[at + spelling.length];
    if (next === undefined || !notBefore.includes(next)) return unit;
    if (spelling === '项' && shadow[at + 2] === '标') return unit;
  }
  return null;
}
