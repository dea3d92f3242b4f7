/** A report that raises a theme in a role: what the counts of themes are made of. */
export interface Raised {
  readonly theme: string;
  readonly role: string;
  readonly report: string;
}

/** A theme in a role with the reports that raise it. */
export interface RaisedTheme {
  readonly theme: string;
  readonly role: string;
  readonly reports: ReadonlySet<string>;
}

/** Gathers what the given reports raise, role by role and theme by theme; several points of one report count once. */
export function gatherRaised(raised: readonly Raised[], reports: readonly string[]): RaisedTheme[] {
  const wanted = new Set(reports);
  const byTheme = new Map<string, { theme: string; role: string; reports: Set<string> }>();
  for (const { theme, role, report } of raised) {
    if (!wanted.has(report)) continue;
    const key = `${role}\t${theme}`;
    const entry = byTheme.get(key) ?? { theme, role, reports: new Set() };
    entry.reports.add(report);
    byTheme.set(key, entry);
  }
  return [...byTheme.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}
