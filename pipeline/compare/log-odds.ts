/** How much more a word belongs to group 1 than to group 2 (below 0: less), and how sure that is. */
export interface LogOdds {
  readonly delta: number;
  readonly z: number;
}

/**
 * The log-odds ratio of a word with an informative Dirichlet prior, and its z-score:
 * δ = ln[(y₁+α)/(n₁+α₀−y₁−α)] − ln[(y₂+α)/(n₂+α₀−y₂−α)], σ² ≈ 1/(y₁+α) + 1/(y₂+α), z = δ/σ
 * (Monroe, Colaresi & Quinn 2008, Political Analysis 16:372–403, eq. 16, 20, 22).
 * `y` of `n` words in each group; `alpha` of `alphaTotal` is the word's share of the prior.
 */
export function logOdds(y1: number, n1: number, y2: number, n2: number, alpha: number, alphaTotal: number): LogOdds {
  const odds = (y: number, n: number): number => (y + alpha) / (n + alphaTotal - y - alpha);
  const delta = Math.log(odds(y1, n1)) - Math.log(odds(y2, n2));
  return { delta, z: delta / Math.sqrt(1 / (y1 + alpha) + 1 / (y2 + alpha)) };
}
