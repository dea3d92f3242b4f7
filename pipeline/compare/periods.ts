/** A run of years under one label, with both ends. */
export interface Period {
  readonly label: string;
  readonly first: number;
  readonly last: number;
}

/**
 * Cuts the years into periods: each its own while there are at most `most`; else spans of two, three, five, ten … years
 * that end at full multiples (2010–2014), as few as needed. Spans without a report are left out.
 */
export function periodsOf(years: readonly number[], most = 12): Period[] {
  const distinct = [...new Set(years)].sort((a, b) => a - b);
  for (const span of [1, 2, 3, 5, 10, 20, 50, 100]) {
    const starts = [...new Set(distinct.map((year) => Math.floor(year / span) * span))];
    if (starts.length > most) continue;
    return starts.map((start) => {
      const inside = distinct.filter((year) => year >= start && year < start + span);
      const [first, last] = [inside[0]!, inside.at(-1)!];
      return { first, last, label: first === last ? `${first}` : `${first}–${last}` };
    });
  }
  return [];
}
