import { asset } from '../text/asset.ts';
import { LEADING_VERBS, MIDDLE_VERBS } from './words.ts';

/**
 * What a word is for the search of a subject: `verb` has objects, `nominal` is a verb that nouns are made of as well
 * (登记失业率), `adverb` may stand inside a noun phrase too (基本养老保险); null for nouns and all else.
 */
export type WordClass = 'verb' | 'nominal' | 'stop' | 'adverb' | 'place' | 'time' | 'locative' | null;

/** Verbs of one character and of officialese that the dictionary has not. */
const SHORT_VERBS =
  '有 无 是 办 建 修 设 做 干 打 拿 填 跑 走 等 教 住 开 收 发 给 送 选 派 配 买 卖 种 养 占 缺 欠 赔 亏 花 用 靠 要 需 能 会 应 须 得 说 讲 看 听 找 问 挤 守 摊 拨 报 写 记 录 拍 拖 垫 凑 贷 借 减 增 降 升 涨 跌 压 缩 扩 达 超 属 称 该 想 敢 肯 愿 曾 让 使 令 按 据 扎 熬 拟 清 拆 换 装 查 抓 推 调 定 分 争 连 摸 带 提 转 投 创 属于 显示 表明 发现 部署 构建 宣布 健全 受到 稳定 引导 访遍 走遍 选聘 选配 改扩建 除险 开具 腾退 撤除 提质 链接 清收 收住 试办 补齐 补植 栽植 新增 新建 新修 新设 新认定 新开工 惠及 涌现 挖潜 留给 用于 花在 挖塘 核定 签约 核拨 单列 划定 定向 辖有 下辖 现有 共有 实有 设有 建有 装有 拥有 另有 仍有 还有 只有 仅有 尚有 约有 没有';
/** Words that no subject goes on across: adverbs, prepositions, conjunctions of clauses, pronouns. */
const STOPS =
  '优先 一再 一同 一向 一块儿 一律 一时 一概 一直 一边 一连 一齐 不再 不停 不断 不得不 不必 不敢 不禁 不由得 业已 久久 亲自 互相 仍旧 从不 从严 从来 从未 从没 依次 依然 依旧 便 偶尔 偶然 再 再三 再次 再度 切勿 刚刚 即可 即将 却 历来 及早 只好 只得 只顾 只能 只要 各自 同样 向来 即刻 始终 姑且 尽快 尽早 尽量 尽可能 屡 屡次 几经 常常 并未 幸亏 当即 当场 很 径直 忽然 恰 恰恰 悄悄 悉数 惟独 愈 愈加 慢慢 按时 按期 挨个 据此 擅自 日渐 日益 时常 时而 暂 暂且 更 更加 更为 更是 未必 未曾 果然 格外 毕竟 永远 照常 照样 照旧 率先 特意 独自 现已 略 略微 白白 的确 皆 相互 相继 确 究竟 立即 立刻 竟然 简直 纷纷 终于 终究 统统 老是 自行 虽 虽然 起码 足足 逐个 逐台 逐户 逐座 逐项 逐渐 逐步 通通 随即 随后 颇 马上 默默 面对面 大多 干脆 反倒 硬是 好不容易 倒 倒是 竟是 不得已 也是 就是 还是 都是 便是 最多 接连 一道 将 把 被 由 从 自 向 对于 关于 由于 因 因为 为了 通过 根据 按照 依托 围绕 针对 随着 经 经过 以及其 而 但 但是 而且 并 并且 且 则 就 也 都 均 又 还 仍 只 仅 才 已 已经 曾经 正 正在 尚 尚未 未 却 竟 竟有 可以 能够 应当 应该 必须 需要 其 其中 此 该 这 那 这些 那些 我 我们 他 他们 她 其他 另 另外 此外 凡 凡是 共 一共 共计 合计 总共 总计 累计 先后 陆续 已有 同比 环比 分别 各 预计 计划 拟 力争 确保 继续 进一步 首次 首批 成功 顺利 特别 尤其 如 例如 比如 即 至今 甚至 往往 通常 大约 约 仅仅 大都 大多 不 没 比 较 与其 给 跟 让 使 令 至少 真正 实际上 最终 随后 大大 力求 相应地 相应 全部 即将 必将 仍然 连年 拟 凡有 一次性 已于 均已 也在 多 为此 无人 近些年 重新 挨家挨户 逐一 轮流 实地 当面 当场 主动 刚 刚满 恰好 正好 最终 应由 已由 现 原 说 年均 月均 日均 户均 均为 目前 截至 截止';
/** Verbs that are nouns as often, though they head clauses too. */
export const EVENTS: ReadonlySet<string> = new Set(
  '建设 调查 推广 治理 接待 供应 培训 处理 覆盖 支持 流转 种植 调整 转化 促进 推进 开发 审批 审核 提升 升级 改造 维修 修复 排查 整治 救助 组织 访谈 慰问 走访 备案 投资 招聘 登记 采购 监管 修订 调解 研究 建议 要求 认定 普及 安置 消化 节约 提出 反映 参评'.split(
    ' ',
  ),
);
/** Adverbs that are adjectives as well. */
const ADVERBS = '基本 一般 平均 主要 全面 全 高 最高 最低 最多 最少 总体 实际 常年 长期';
const PLACES =
  '全县 全市 全省 全区 全镇 全乡 全村 全州 全旗 全国 我县 我市 我省 我区 我镇 我乡 我村 我国 本县 本市 本省 本区 县里 市里 区里 乡里 镇里 村里 省里 各地 各级 各类 各项 各种 全社区 全校 全厅 全局';
const TIMES =
  '今年 去年 前年 明年 当年 本年 上年 全年 上半年 下半年 年内 年初 年底 年末 上年末 去年末 近年 近年来 如今 眼下 现在 当前 今春 去冬 今冬 今夏 上月 上个月 本月 每年 每月 每周 每天 每日 每季度 每学期 每半年 平时 届时 同期 一季度 二季度 三季度 四季度 春节 入夏以来 入春以来 目前 以来 期间 今后';
const LOCATIVES =
  '中 里 内 之中 当中 里面 上 间 之间 其间 以后 之后 后 以前 之前 前 以来 里头 时 中有 中仅 里有 之下 头上';

const CLASSES: ReadonlyMap<string, WordClass> = new Map(
  (
    [
      ['nominal', (JSON.parse(asset('statistics/verbs.json')) as string).split(' ')],
      ['verb', LEADING_VERBS],
      ['verb', MIDDLE_VERBS.map((verb) => verb.replace(/\(.*/, ''))],
      ['verb', SHORT_VERBS.split(' ')],
      ['nominal', [...EVENTS]],
      ['locative', LOCATIVES.split(' ')],
      ['time', TIMES.split(' ')],
      ['place', PLACES.split(' ')],
      ['adverb', ADVERBS.split(' ')],
      ['stop', STOPS.split(' ')],
    ] as const
  ).flatMap(([kind, words]) => words.map((word) => [word, kind] as const)),
);

export const classOf = (word: string): WordClass => CLASSES.get(word) ?? null;
