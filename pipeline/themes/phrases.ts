import type { PointWords } from './vectors.ts';

/** Phrases in a label, points whose claims have to use one, and the Chinese characters that it has. */
const MOST = 3;
const LEAST_POINTS = 2;
const SHORTEST = 3;
const LONGEST = 8;
const WORDS = 3;
/** Points that every count is raised by, so that a rare phrase tells little. */
const SMOOTHING = 0.5;
/** Words that stand in the claims of any theme: a phrase neither begins nor ends with one. */
const GENERIC = new Set(
  `任务 目标 预期 预期目标 保持 加强 推进 推动 促进 提高 提升 完善 健全 建立 加快 发展 建设 工作 问题 存在 不足 不够 不强
  不高 进一步 全面 积极 重点 主要 基本 有效 措施 方面 情况 落实 实施 开展 做好 抓好 继续 坚持 深化 强化 优化 扩大 增强
  确保 实现 切实 大力 今年 去年 当前 目前 我国 我们 各级 个别 有的 部分 一些 一是 二是 三是 四是 五是 第一 第二 第三 以及
  和 与 及 的 了 在 对 为 把 将 要 不 是 有 从 以 等 其 这 那 个 年 月 日 万 亿元 万元 增长 左右 以上 以下 更 更加 还 也 都`
    .split(/\s+/)
    .filter(Boolean),
);

/**
 * The phrases that tell best what points (`inside`) have in common: runs of one to three words of their claims, ranked by
 * the log-odds of being used inside rather than in the other points of `all`, and the number of points that use them.
 * Single keywords where no phrase is used by two claims.
 */
export function tellingPhrases(
  inside: readonly PointWords[],
  all: readonly PointWords[],
  keywords: readonly string[],
): string[] {
  const here = usersOf(inside);
  const everywhere = usersOf(all);
  const others = Math.max(0, all.length - inside.length);
  const ranked = Array.from(here)
    .filter(([, count]) => count >= LEAST_POINTS)
    .map(([phrase, count]) => {
      const outside = Math.max(0, everywhere.get(phrase)! - count);
      return { phrase, score: (logit(count, inside.length) - logit(outside, others)) * Math.sqrt(count) };
    })
    .sort((a, b) => b.score - a.score || b.phrase.length - a.phrase.length || (a.phrase < b.phrase ? -1 : 1));
  const phrases = distinct(ranked.map(({ phrase }) => phrase)).slice(0, MOST);
  if (phrases.length > 0) return phrases;
  const telling = keywords.filter((word) => !GENERIC.has(word));
  return distinct(telling.length > 0 ? telling : keywords).slice(0, MOST);
}

const logit = (count: number, of: number): number => Math.log((count + SMOOTHING) / (of - count + SMOOTHING));

/** How many claims use each phrase. */
function usersOf(points: readonly PointWords[]): Map<string, number> {
  const users = new Map<string, number>();
  for (const { label } of points) {
    for (const phrase of phrasesOf(label)) users.set(phrase, (users.get(phrase) ?? 0) + 1);
  }
  return users;
}

function phrasesOf(words: readonly string[]): Set<string> {
  const phrases = new Set<string>();
  for (let start = 0; start < words.length; start++) {
    for (let length = 1; length <= WORDS && start + length <= words.length; length++) {
      const run = words.slice(start, start + length);
      const phrase = run.join('');
      const fits = phrase.length >= SHORTEST && phrase.length <= LONGEST && /^[\u4e00-\u9fff]+$/.test(phrase);
      if (fits && !GENERIC.has(run[0]!) && !GENERIC.has(run[length - 1]!)) phrases.add(phrase);
    }
  }
  return phrases;
}

/** Phrases without those that share a word with one before them. */
function distinct(phrases: readonly string[]): string[] {
  const kept: string[] = [];
  for (const phrase of phrases) {
    if (!kept.some((other) => other.includes(phrase) || phrase.includes(other) || shareWord(other, phrase)))
      kept.push(phrase);
  }
  return kept;
}

/** Whether two phrases have two neighbouring characters in common, which in Chinese is a word. */
const shareWord = (a: string, b: string): boolean =>
  Array.from({ length: a.length - 1 }, (_, index) => a.slice(index, index + 2)).some((pair) => b.includes(pair));
