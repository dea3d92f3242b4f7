import { words } from './rules/rule.ts';

/** A list of words of the language of reports that point the same way; which way is learned. */
export interface CueList {
  readonly id: string;
  readonly note: string;
  readonly words: readonly string[];
}

/** Cue words by kind; a word may stand in one list only. */
export const CUE_LISTS: readonly CueList[] = [
  {
    id: 'obligation',
    note: 'what must or should be',
    words:
      words(`要 应 应当 应该 必须 务必 须 需 需要 亟需 亟待 有必要 不得 严禁 禁止 不准 切忌 力戒 一律 确保 力争 争取 力求 着力 切实
      着眼 坚决 努力 务求 理应 当 务`),
  },
  {
    id: 'proposal',
    note: 'proposals, requests, plans',
    words: words(
      '建议 提议 呼吁 希望 拟 计划 打算 设想 部署 考虑 鼓励 允许 支持 引导 倡导 可以 可 原则上 给予 予以 负责 牵头',
    ),
  },
  {
    id: 'future',
    note: 'time to come',
    words: words(
      '将 下一步 下步 今后 明年 未来 接下来 届时 即将 待 以后 年底前 继续 进一步 逐步 尽快 适时 到20 预期 目标 左右',
    ),
  },
  {
    id: 'past',
    note: 'time gone by, deeds done',
    words:
      words(`已 已经 先后 近年来 以来 累计 截至 截止 相继 曾 去年 过去 一年来 五年来 上年 同比 年内 至今 期间 了 过 共 均 得到 取得
      完成 实现 荣获 被评为 建成 印发 出台 启动 达到 突破 获批 通过验收 圆满 顺利 如期 率先 首次 首批 连续 成功`),
  },
  {
    id: 'action',
    note: 'verbs of doing',
    words:
      words(`加强 加大 加快 完善 健全 建立 强化 优化 推进 推动 推行 推广 提高 提升 落实 深化 拓宽 拓展 创新 改进 改善 规范 严格 制定
      实施 探索 打造 构建 搭建 设立 整合 统筹 发展 培育 扩大 增加 增强 丰富 畅通 破除 打破 明确 坚持 抓好 做好 发挥 保障 促进 开展 组织
      培养 营造 巩固 打击 整治 树立 压实 夯实 聚焦 突出 补齐 采取 盘活 引进 简化 放宽 设置 配备 配齐 宣传 监督 检查 考核 培训 解决`),
  },
  {
    id: 'success',
    note: 'praise and good results',
    words:
      words(`成效 成绩 显著 明显 有效 稳步 扎实 有序 良好 稳定 持续 提质 增效 满意 好评 先进 领先 位居 第一 优秀 蓬勃 壮大 大幅 全面 深入
      高质量 亮点 肯定 认可 表彰 示范`),
  },
  {
    id: 'deficit',
    note: 'lack and weakness',
    words:
      words(`不高 不足 不够 不强 不到位 不健全 不完善 不畅 不力 不规范 不合理 不平衡 不充分 不均 不适应 不明确 不清 不严 不深 不实 不广 不多
      不紧 不顺 不优 不准 薄弱 滞后 落后 偏低 偏少 偏弱 偏大 偏高 短缺 紧缺 匮乏 欠缺 缺失 缺位 缺乏 缺少 较差 较低 较弱 较少 较小 单一 老化 参差不齐 乏力 脱节
      不稳 尚未 未能 没有 未 短板 空白 缺口 断层 僵化 粗放 分散 陈旧 老旧 低下 有限 不便 不愿 不敢 不会 不了 不到 差距`),
  },
  {
    id: 'trouble',
    note: 'difficulty and harm',
    words:
      words(`问题 困难 难以 很难 无法 难度 难题 难点 矛盾 瓶颈 制约 障碍 隐患 风险 漏洞 弊端 压力 负担 严重 严峻 恶化 浪费 流失 闲置 违规 违法 违纪
      虚报 挪用 截留 拖欠 擅自 形式主义 流于形式 形同虚设 走过场 推诿 扯皮 各自为战 投诉 抱怨 反映 损失 损害 下降 下滑 污染 拥堵 挑战 冲击 不良 混乱 失衡 失信`),
  },
  {
    id: 'cause',
    note: 'reasons and consequences',
    words: words(
      '由于 因为 原因 主因 根源 根子 症结 病根 病因 缘故 缘由 说到底 归根 于是 以至 源于 在于 导致 致使 造成 使得 因此 所以 从而 究其 归因 因素 影响 引发 加之 受到 限于 因而 以致',
    ),
  },
  {
    id: 'why',
    note: 'asking for reasons, and going behind what is seen',
    words: words(
      '为什么 为何 何以 缘何 怎么会 何故 究竟 背后 说白了 说穿了 无非 不外乎 出在 怪不得 难怪 追问 追根 一来 二来 问题在 卡在 之所以',
    ),
  },
  {
    id: 'request',
    note: 'asking somebody to do something',
    words: words(
      '恳请 敬请 烦请 盼 盼望 期盼 但愿 能否 能不能 可否 可不可以 是否可以 何不 不妨 倒不如 最好 与其 帮我们 给我们 替我们 请求',
    ),
  },
  {
    id: 'contrast',
    note: 'turns',
    words: words('但 但是 然而 不过 虽然 尽管 却 而是 相反 反而 仍然 仍 依然 依旧 还 甚至 尤其 只 仅 只有'),
  },
  {
    id: 'some',
    note: 'vague subjects',
    words: words(
      '部分 个别 少数 一些 有的 有些 不少 许多 很多 多数 大部分 往往 普遍 容易 经常 常常 一方面 另一方面 存在 现象',
    ),
  },
  {
    id: 'importance',
    note: 'importance and definition',
    words: words(
      '重要 关键 基础 核心 意义 必然 事关 关系 根本 前提 本质 是指 即 所谓 体现 标志 作为 具有 特点 内涵 定位 属于 有利于 重大 途径 抓手',
    ),
  },
  {
    id: 'transition',
    note: 'announcing what follows',
    words: words('以下 如下 下列 方面 主要有 主要表现 具体 例如 比如 总之 综上 首先 其次 此外 另外 同时'),
  },
  {
    id: 'survey',
    note: 'the study itself',
    words: words(
      '调研 调查 问卷 访谈 座谈 走访 课题组 调研组 样本 数据 统计 显示 发现 分析 研究 报告 本文 评估 文献 学者 图 表',
    ),
  },
  {
    id: 'speech',
    note: 'somebody says',
    words: words('说 表示 认为 指出 强调 要求 提出 介绍 告诉 坦言 记者 会议 同志 代表 委员 书记 主任 局长'),
  },
  {
    id: 'purpose',
    note: 'aims',
    words: words('为 为了 以便 使 让 促使 旨在 着眼于 围绕 根据 按照 依据 通过 结合 贯彻 充分'),
  },
  {
    id: 'facts',
    note: 'neutral description',
    words: words(
      '辖 位于 面积 人口 现有 共有 下设 编制 总数 占 其中 分为 包括 组成 平均 分别 人均 总量 现状 目前 当前',
    ),
  },
  {
    id: 'document',
    note: 'papers and institutions cited',
    words: words('《 规定 意见 办法 条例 通知 方案 规划 政策 文件 中央 国务院 省委 市委 县委 总书记'),
  },
  {
    id: 'courtesy',
    note: 'letters and speeches',
    words: words('您 你 您好 感谢 各位 谢谢 请 我们 我 同志们 朋友们 大家 咱们 网友 来信 留言 核实 答复 回复'),
  },
  {
    id: 'apparatus',
    note: 'what stands around a text',
    words: words(
      '责任编辑 来源 编辑 关键词 作者 收稿 基金 DOI 分类号 http 返回 下载 点击 </td> E-mail ［ [J] 摘要 版权',
    ),
  },
];
