import type { PointWords } from './vectors.ts';

/** Phrases in a label; points, claims of points, and reports that have to use a phrase; the Chinese characters and words that it has. */
const MOST = 2;
const LEAST_POINTS = 3;
const LEAST_CLAIMS = 1;
const LEAST_REPORTS = 2;
const SHORTEST = 3;
const LONGEST = 10;
const WORDS = 4;
/** Points that every count is raised by, so that a rare phrase tells little. */
const SMOOTHING = 0.5;
/** A phrase is a part of a longer one where the same word stands beside it this often. */
const SAME_NEIGHBOUR = 0.7;
/** What each further word adds to the weight of a phrase: it says more clearly what is meant. */
const LONGER = 0.25;
/** A second phrase says nearly as much as the first, by at least this share. */
const BESIDE = 0.6;
/** Words that stand in the claims of any theme: a phrase neither begins nor ends with one. */
const GENERIC = new Set(
  `任务 目标 预期 预期目标 保持 加强 推进 推动 促进 提高 提升 完善 健全 建立 加快 发展 建设 工作 问题 存在 不足 不够 不强
  不高 进一步 全面 积极 重点 主要 基本 有效 措施 方面 情况 落实 实施 开展 做好 抓好 继续 坚持 深化 强化 优化 扩大 增强
  确保 实现 切实 大力 今年 去年 当前 目前 我国 我们 各级 个别 有的 部分 一些 一是 二是 三是 四是 五是 第一 第二 第三 以及
  增长 左右 以上 以下 更加 采取 必须 努力 认真 正确 合理 必要 应当 应该 需要 可以 能够 已经 注意 注重 给予 进行 予以 使用
  充分 适当 严格 逐步 深入 广泛 不断 始终 特别 统筹 围绕 依靠 根据 按照 通过 作为 成为 具有 形成 取得 着力 力争 支持
  鼓励 引导 帮助 组织 安排 解决 改变 改善 减少 增加 降低 普遍 较大 较多 较少 较低 较高 巨大 重要 重大 关键 环节 各种
  各类 各项 有关 相关 一定 许多 大量 新的 条件 关系 地方 部门 单位 国家 全国 各地 人民 群众 广大 全体 经济 社会 同志
  综合 运用 考虑 培育 壮大 有的是 时有发生 中心环节 薄弱环节 关键环节 城乡人民 领域 社会主义 消费品 按规定 各种因素 综合考虑 专业性 管理制度 管理制度体系 服务供给 严格控制 中共中央 国务院 周总理 邓小平 总要求 相结合 未来五年
  这方面 这些 那些 这一 这种 这样 这里 其中 其他 此外 结构性 不合理 大力发展 多方面 全方位
  缺乏 缺少 薄弱 严重 突出 明显 困难 不好 不大 不能 没有 难以 会议 报告 意见 规定 要求`
    .split(/\s+/)
    .filter(Boolean),
);

interface Phrase {
  readonly text: string;
  readonly words: number;
  readonly points: Set<number>;
  readonly claims: Set<number>;
  readonly reports: Set<string>;
  readonly before: Map<string, number>;
  readonly after: Map<string, number>;
}

/**
 * The phrases that tell best what points (`inside`) have in common: neighbouring words that are no part of
 * a longer phrase, ranked by the log-odds of being used inside rather than in the other points of `all`. None where
 * they share no phrase: such points are no theme.
 */
export function tellingPhrases(inside: readonly PointWords[], all: readonly PointWords[]): string[] {
  const everywhere = phrasesOfAll(all);
  const others = Math.max(0, all.length - inside.length);
  const ranked = Array.from(phrasesIn(inside).values())
    .filter(
      ({ points, claims, reports }) =>
        points.size >= LEAST_POINTS && claims.size >= LEAST_CLAIMS && reports.size >= LEAST_REPORTS,
    )
    .filter((phrase) => isWhole(phrase) && isWhole(everywhere.get(phrase.text)!))
    .map(({ text, words, points }) => {
      const outside = Math.max(0, everywhere.get(text)!.points.size - points.size);
      const odds = logit(points.size, inside.length) - logit(outside, others);
      return { text, score: odds * Math.sqrt(points.size) * (1 + LONGER * (words - 1)) };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.text < b.text ? -1 : 1));
  const told = ranked.filter(({ score }) => score >= BESIDE * ranked[0]!.score).map(({ text }) => text);
  return distinct(told).slice(0, MOST);
}

const logit = (count: number, of: number): number => Math.log((count + SMOOTHING) / (of - count + SMOOTHING));

/** Whether different words stand beside a phrase, or none, as after a whole expression (boundary entropy for few places). */
function isWhole({ before, after }: Phrase): boolean {
  return [before, after].every((neighbours) => {
    const counts = Array.from(neighbours.values());
    const total = counts.reduce((sum, count) => sum + count, 0);
    const most = Math.max(0, ...Array.from(neighbours, ([word, count]) => (word === '' ? 0 : count)));
    return most < 2 || most < SAME_NEIGHBOUR * total;
  });
}

/** The phrases of the points that many groups are set against, counted once. */
const PHRASES = new WeakMap<readonly PointWords[], ReadonlyMap<string, Phrase>>();

function phrasesOfAll(points: readonly PointWords[]): ReadonlyMap<string, Phrase> {
  const phrases = PHRASES.get(points) ?? phrasesIn(points);
  PHRASES.set(points, phrases);
  return phrases;
}

/** The phrases of points, with the points and reports that use them and the words that stand beside them. */
function phrasesIn(points: readonly PointWords[]): ReadonlyMap<string, Phrase> {
  const phrases = new Map<string, Phrase>();
  for (const [index, { report, claim, body }] of points.entries()) {
    for (const [place, run] of [...claim, ...body].entries()) {
      for (let start = 0; start < run.length; start++) {
        for (let end = start + 1; end <= Math.min(run.length, start + WORDS); end++) {
          const text = run.slice(start, end).join('');
          if (text.length > LONGEST) break;
          if (text.length < SHORTEST || GENERIC.has(run[start]!) || GENERIC.has(run[end - 1]!)) continue;
          const phrase = phrases.get(text) ?? newPhrase(text, end - start);
          phrases.set(text, phrase);
          phrase.points.add(index);
          if (place < claim.length) phrase.claims.add(index);
          phrase.reports.add(report);
          countIn(phrase.before, run[start - 1] ?? '');
          countIn(phrase.after, run[end] ?? '');
        }
      }
    }
  }
  return phrases;
}

const newPhrase = (text: string, words: number): Phrase => ({
  text,
  words,
  points: new Set(),
  claims: new Set(),
  reports: new Set(),
  before: new Map(),
  after: new Map(),
});

const countIn = (counts: Map<string, number>, word: string): void => {
  counts.set(word, (counts.get(word) ?? 0) + 1);
};

/** Phrases without those that share two neighbouring characters, which in Chinese is a word, with one before them. */
function distinct(phrases: readonly string[]): string[] {
  const kept: string[] = [];
  for (const phrase of phrases) if (!kept.some((other) => shareWord(other, phrase))) kept.push(phrase);
  return kept;
}

const shareWord = (a: string, b: string): boolean =>
  Array.from({ length: a.length - 1 }, (_, index) => a.slice(index, index + 2)).some((pair) => b.includes(pair));
