import { AFTER_NOUN, BEFORE_QUANTITY, CHANGES } from './words.ts';

/** What a word is by its characters alone, one bit each; a word is told once and remembered. */
export const WORD_BITS = {
  /** Between a subject and its quantity. */
  tail: 1 << 0,
  /** A result behind a verb that moves or shapes: 压到, 滑落至, 归并为. */
  result: 1 << 1,
  comparing: 1 << 2,
  /** Parts clauses in front of a quantity. */
  break: 1 << 3,
  joint: 1 << 4,
  /** Per what a number holds (人均, 每户). */
  per: 1 << 5,
  inside: 1 << 6,
  modal: 1 << 7,
  /** What 在 makes an attribute with: 在岗, 在校. */
  at: 1 << 8,
  preposition: 1 << 9,
  /** 了, 着, 过 and 地. */
  aspect: 1 << 10,
  /** Begins no subject. */
  head: 1 << 11,
  /** Parts phrases behind a quantity. */
  end: 1 << 12,
  /** No noun goes on across it. */
  stop: 1 << 13,
  change: 1 << 14,
  /** Says something of the noun before it. */
  saying: 1 << 15,
  /** A verb with its result (达到, 成为). */
  resulting: 1 << 16,
  /** A verb behind a share whose object is what has the share: 九成用于…, 七成是…. */
  being: 1 << 17,
  /** What is done with the things counted, at the end of their noun. */
  deed: 1 << 18,
  quote: 1 << 19,
  /** Begins what is said of the things counted. */
  predicate: 1 << 20,
  /** Makes the words before 的 describe the noun behind it. */
  describing: 1 << 21,
  digit: 1 << 22,
  /** Stands in a sentence otherwise than alone, see `wordsIn`. */
  special: 1 << 23,
  /** A year in words or digits. */
  year: 1 << 24,
  /** By which a sum is shared out: 摊到, 分摊. */
  sharing: 1 << 25,
  /** A noun to whose last character the segmenter joins the verb behind it: 员到. */
  cut: 1 << 26,
  /** A word that the dictionary has not, which begins with an adverb: 已聘满, 不见水. */
  said: 1 << 27,
  /** The same behind a noun: 各建, 改种. */
  inner: 1 << 28,
  /** 宽, 长, 高, 深, 厚. */
  extent: 1 << 29,
  /** A measure of what stands before 的: 增长率, 规模. */
  measure: 1 << 30,
} as const;

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const CHANGE_WORDS = CHANGES.flatMap(([, words]) => words.split(' '));
const SAYING = new Set([...AFTER_NOUN.map((word) => word.replace(/\(.*/, '')), ...CHANGE_WORDS]);

/** Words by themselves. */
const WORDS: readonly (readonly [number, ReadonlySet<string>])[] = [
  [WORD_BITS.tail, new Set([...BEFORE_QUANTITY, ...CHANGE_WORDS, '人均', '户均', '、', '和', '及', '与', '以及'])],
  [WORD_BITS.result, set('到 至 为 成')],
  [WORD_BITS.comparing, set('比 较 高于 低于 快于 慢于 优于 高出 多于 少于')],
  [WORD_BITS.joint, set('、 和 及 与 以及')],
  [WORD_BITS.per, set('人均 户均')],
  [WORD_BITS.inside, set('中 里 内 当中 之中 里面 里头')],
  [WORD_BITS.modal, set('不 未 没 没有 无 能 能够 可以 真正 曾 有')],
  [WORD_BITS.at, new Set('岗校编职建册院训外家库网线读')],
  [WORD_BITS.preposition, set('在 对 用 离 距 于 以 为')],
  [WORD_BITS.aspect, set('了 着 过 地')],
  [WORD_BITS.head, new Set(',、:“”)》的地了是有至到')],
  [WORD_BITS.stop, set('在 与 对 为 以 用 于 及 以及 或 到 之一 之多 了 着 过 之 等 来 地')],
  [WORD_BITS.change, new Set(CHANGE_WORDS)],
  [WORD_BITS.being, set('是 为 源于 靠 用于 涉及 属于 来自')],
  [WORD_BITS.deed, set('建设 改造 搬迁 办理 问题 情况 前期 名单 工作 维修 拆改 日常')],
  [
    WORD_BITS.predicate,
    set('没有 没 未 不 无 有 是 说 认为 在 被 靠 从未 曾 能 会 愿意 看不 尚未 已 仍 还 也 都 全 只 与 由 将'),
  ],
  [WORD_BITS.special, new Set([...set('能 年 年度 年末 年底 年初 月 月份 月底 月末 日'), ' '])],
  [WORD_BITS.sharing, set('摊 分摊 平摊 折 折算 均摊 摊到 分摊到 平摊到 折到 折算到 均摊到')],
  [WORD_BITS.extent, new Set('宽长高深厚')],
];

/** Words by their characters. */
const PATTERNS: readonly (readonly [number, RegExp])[] = [
  [WORD_BITS.tail, /^[“”"'‘’(:《》【】\s*~-]+$|^[,。;:!?\n(|[\]]+$|^\p{Script=Han}{1,2}[到至]$|^每/u],
  [WORD_BITS.break, /^[,。;:!?\n(|[\]]+$/],
  [WORD_BITS.per, /^每/],
  [WORD_BITS.end, /^[,。;:!?、\n()|[\]《》 ]+$/],
  [WORD_BITS.resulting, /^(?![受得感])\p{Script=Han}{1,2}[到至为]$/u],
  [WORD_BITS.quote, /^[“”"‘’]+$/],
  [WORD_BITS.describing, /(?:靠前|靠后|.性|以上|以下|左右|.[新老大小高低好差强弱重轻多少立])$/],
  [WORD_BITS.digit, /^\d+$/],
  [WORD_BITS.special, /^(?:\d+|比.*|[率量数额值度比][为达])$/],
  [
    WORD_BITS.year,
    /^(?:(?:19|20)\d\d|[一二三四五六七八九〇零]{4}年?|[一二三四五六七八九〇零]{2}年|[一二三四五六七八九十两几]{1,3}年)$/,
  ],
  [WORD_BITS.cut, /^[员者人工户家师生民][到在各就都也从]$/],
  [
    WORD_BITS.said,
    /^(?:已(?!婚|知|故)|应(?!届|急|用|对|征|聘)|才(?!艺|能|干)|仍|须|请(?!示|求|假|柬)|不(?!锈|动|良|足|合|孕|同|明|规|育|宜|稳))./,
  ],
  [WORD_BITS.inner, /^(?:几乎|各(?![类级项种界地]).|改[挖种建成为])/],
  [
    WORD_BITS.measure,
    /(?:[率量数额值度]|比重|比例|占比|份额|面积|产能|标准|规模|投入|费用|成本|权重|差距|得分|年限|时间)$/,
  ],
];

/** The bits of all words that are told by themselves. */
const BY_WORD = new Map<string, number>();
for (const [bit, words] of WORDS) for (const word of words) BY_WORD.set(word, (BY_WORD.get(word) ?? 0) | bit);

/** All bits of a word; SAYING takes longer words by their first two characters. */
export function bitsOf(text: string): number {
  let bits = BY_WORD.get(text) ?? 0;
  if (SAYING.has(text) || (text.length > 3 && SAYING.has(text.slice(0, 2)))) bits |= WORD_BITS.saying;
  for (const [bit, pattern] of PATTERNS) if (pattern.test(text)) bits |= bit;
  return bits;
}
