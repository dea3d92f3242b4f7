/**
 * Adjusts p-values so that choosing all with q ≤ α keeps the expected share of false discoveries at α or below:
 * q(i) = min over j ≥ i of m·p(j)/j (Benjamini & Hochberg 1995, J. R. Stat. Soc. B 57:289–300). In the order given;
 * null, where nothing was tested, stays null and is not among the m.
 */
export function adjustFalseDiscovery(pValues: readonly (number | null)[]): (number | null)[] {
  const ranked = pValues.flatMap((p, index) => (p === null ? [] : [{ p, index }])).sort((a, b) => a.p - b.p);
  const adjusted: (number | null)[] = pValues.map(() => null);
  let least = 1;
  for (let rank = ranked.length; rank >= 1; rank -= 1) {
    const { p, index } = ranked[rank - 1]!;
    least = Math.min(least, (p * ranked.length) / rank);
    adjusted[index] = least;
  }
  return adjusted;
}
