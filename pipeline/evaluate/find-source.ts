import { bareText } from './bare.ts';
import type { GoldSentence } from './gold.ts';

/** How many runs of the gold text to look for, and how long they are. */
const PROBES = 60;
const PROBE_LENGTH = 10;

/** White-space-free text of a source, under its path. */
export interface SourceText {
  readonly path: string;
  readonly bare: string;
}

/** A source with the share of the gold text's probes that it holds. */
export interface FoundSource {
  readonly path: string;
  readonly share: number;
}

/** The source that holds most of the gold sentences, the shortest of several; null where none holds half of them. */
export function findSource(gold: readonly GoldSentence[], sources: readonly SourceText[]): FoundSource | null {
  const probes = probesOf(gold);
  const found = sources
    .map(({ path, bare }) => ({
      path,
      share: probes.filter((probe) => bare.includes(probe)).length / probes.length,
      length: bare.length,
    }))
    .sort((a, b) => b.share - a.share || a.length - b.length || (a.path < b.path ? -1 : 1));
  return found[0] && found[0].share >= 0.5 ? found[0] : null;
}

/** Runs of characters spread evenly over the gold text, each within one sentence where it is long enough. */
function probesOf(gold: readonly GoldSentence[]): string[] {
  const texts = gold.map(({ text }) => bareText(text).characters).filter((text) => text.length >= PROBE_LENGTH);
  const step = Math.max(1, texts.length / PROBES);
  const chosen = Array.from({ length: Math.min(PROBES, texts.length) }, (_, index) => texts[Math.floor(index * step)]!);
  return chosen.map((text) => {
    const start = Math.floor((text.length - PROBE_LENGTH) / 2);
    return text.slice(start, start + PROBE_LENGTH).join('');
  });
}
