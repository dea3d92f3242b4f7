import type { Cut, Repair } from './edits.ts';
import { linesOf } from './lines.ts';
import { NOISE_RULES, type NoiseRule } from './noise-rules.ts';

/** Takes out whole lines that a noise rule knows; a line that a report would have stays. */
export const removeNoiseLines: Repair = (text) => {
  const cuts: Cut[] = [];
  for (const line of linesOf(text)) {
    const rule = noiseRule(line.content);
    if (rule) cuts.push({ start: line.start, end: line.end, rule: `noise:${rule.id}`, keep: '' });
  }
  return cuts;
};

/** The first rule that the line (without outer white space) falls under. */
export function noiseRule(content: string): NoiseRule | null {
  if (content === '') return null;
  return NOISE_RULES.find((rule) => content.length <= rule.longest && rule.pattern.test(content)) ?? null;
}
