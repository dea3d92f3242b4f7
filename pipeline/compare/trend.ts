/** Reports of one year, and how many of them raise a theme. */
export interface YearCount {
  readonly year: number;
  readonly reports: number;
  readonly raising: number;
}

/** A trend of shares over years: `slope` in share per year, `z` above 0 where it rises, `p` two-sided. */
export interface Trend {
  readonly slope: number;
  readonly z: number;
  readonly p: number;
}

/**
 * The Cochran–Armitage test for a linear trend in shares: T = Σ xᵢ(rᵢ − nᵢp̄), Var T = p̄(1−p̄)[Σ nᵢxᵢ² − (Σ nᵢxᵢ)²/N]
 * with rᵢ of nᵢ reports in year xᵢ, z = T/√Var (Cochran 1954, Biometrics 10:417–451; Armitage 1955, ibid. 11:375–386).
 * The slope is that of the weighted regression line. Null where all shares or all years are the same.
 */
export function trendTest(years: readonly YearCount[]): Trend | null {
  const total = years.reduce((sum, { reports }) => sum + reports, 0);
  const share = years.reduce((sum, { raising }) => sum + raising, 0) / total;
  const mean = years.reduce((sum, { year, reports }) => sum + year * reports, 0) / total;
  const spread = years.reduce((sum, { year, reports }) => sum + reports * (year - mean) ** 2, 0);
  const variance = share * (1 - share) * spread;
  if (!(variance > 0)) return null;
  const moment = years.reduce(
    (sum, { year, reports, raising }) => sum + (year - mean) * (raising - reports * share),
    0,
  );
  const z = moment / Math.sqrt(variance);
  return { slope: moment / spread, z, p: 2 * normalTail(Math.abs(z)) };
}

/**
 * The upper tail of the standard normal distribution, P(Z > z) for z ≥ 0, to a relative error below 1.2e-7
 * (Numerical Recipes, erfcc: Press et al. 1992, §6.2).
 */
export function normalTail(z: number): number {
  const x = z / Math.SQRT2;
  const t = 1 / (1 + 0.5 * x);
  const terms = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
    0.17087277,
  ];
  const polynomial = terms.reduceRight((sum, term) => sum * t + term, 0);
  return (t * Math.exp(-x * x + polynomial)) / 2;
}
