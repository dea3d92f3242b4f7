import type { Exclusion } from './exclusion.ts';
import { ARTICLE_EXCLUSIONS } from './exclusions-of-articles.ts';
import { NAME_EXCLUSIONS } from './exclusions-of-names.ts';
import { TIME_EXCLUSIONS } from './exclusions-of-times.ts';
import type { Quantity } from './quantity.ts';

/** All rules that leave a quantity out. */
export const EXCLUSIONS: readonly Exclusion[] = [...NAME_EXCLUSIONS, ...TIME_EXCLUSIONS, ...ARTICLE_EXCLUSIONS];

/** The first rule that leaves `quantity` out; null where none does. `from` and `to` frame its sentence. */
export function exclusionOf(shadow: string, quantity: Quantity, from: number, to: number): Exclusion | null {
  const rules = rulesFor(quantity.unit, shadow.slice(quantity.start, quantity.end));
  const before = shadow.slice(Math.max(from, quantity.start - BEFORE), quantity.start);
  const after = shadow.slice(quantity.end, Math.min(to, quantity.end + AFTER));
  for (const rule of rules) if (fits(rule, before, after)) return rule;
  return null;
}

/** How many characters before and behind a quantity are looked at. */
const [BEFORE, AFTER] = [18, 12];

/** Rules by surface; emptied when they are many. A surface has one unit. */
const RULES = new Map<string, readonly Exclusion[]>();
const MOST_RULES = 5000;
/** Surfaces from this length on are alike but for their digits, which no rule on long surfaces looks at. */
const LONG = 5;

/** The rules that do not rule out `unit` and `surface` from the start. */
function rulesFor(unit: string, surface: string): readonly Exclusion[] {
  const shape = surface.length < LONG ? surface : surface.replace(/[1-9]/g, '0');
  const known = RULES.get(shape);
  if (known) return known;
  const rules = EXCLUSIONS.filter((rule) => (rule.unit?.test(unit) ?? true) && (rule.surface?.test(surface) ?? true));
  if (RULES.size > MOST_RULES) RULES.clear();
  RULES.set(shape, rules);
  return rules;
}

/** Tells of a rule whether it leaves `quantity` out. */
export function matching(shadow: string, quantity: Quantity, from: number, to: number): (rule: Exclusion) => boolean {
  const before = shadow.slice(Math.max(from, quantity.start - BEFORE), quantity.start);
  const after = shadow.slice(quantity.end, Math.min(to, quantity.end + AFTER));
  const surface = shadow.slice(quantity.start, quantity.end);
  return (rule) =>
    (rule.unit?.test(quantity.unit) ?? true) &&
    (rule.surface?.test(surface) ?? true) &&
    fits(rule, before, after);
}

/** Whether the text before and the text behind a quantity match. */
const fits = (rule: Exclusion, before: string, after: string): boolean =>
  (rule.has === undefined || before.includes(rule.has)) &&
  (rule.before === undefined || rule.before.test(before)) &&
  (rule.after === undefined || rule.after.test(after));
