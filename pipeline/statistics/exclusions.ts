import type { Exclusion } from './exclusion.ts';
import { ARTICLE_EXCLUSIONS } from './exclusions-of-articles.ts';
import { NAME_EXCLUSIONS } from './exclusions-of-names.ts';
import { TIME_EXCLUSIONS } from './exclusions-of-times.ts';
import { type Mark, type MarkTable, marksIn, markTable } from './marks.ts';
import type { Quantity } from './quantity.ts';

/** All rules that leave a quantity out. */
export const EXCLUSIONS: readonly Exclusion[] = [...NAME_EXCLUSIONS, ...TIME_EXCLUSIONS, ...ARTICLE_EXCLUSIONS];

/** Bits for the sets of characters that rules ask for: those of each rule, and the table that tells them. */
function bitsOf(asked: (rule: Exclusion) => string | undefined): [(rule: Exclusion) => Mark, MarkTable] {
  const sets = [...new Set(EXCLUSIONS.flatMap((rule) => asked(rule) ?? []))];
  const bit = (characters: string): Mark => 1 << sets.indexOf(characters);
  const ofRule = (rule: Exclusion): Mark => (asked(rule) === undefined ? 0 : bit(asked(rule)!));
  return [ofRule, markTable(sets.map((characters) => [bit(characters), characters]))];
}

const [beginsOf, BEGINNINGS] = bitsOf(({ begins }) => begins);
const [hasOf, MARKS] = bitsOf(({ has }) => has);

/** A rule with the bits that it asks for; 0 where it asks for none. All have one shape, which the engine reads fastest. */
interface Asking {
  readonly rule: Exclusion;
  readonly begins: Mark;
  readonly has: Mark;
  readonly surface: RegExp | undefined;
  readonly before: RegExp | undefined;
  readonly after: RegExp | undefined;
}

const asking = (rule: Exclusion): Asking => {
  const { surface, before, after } = rule;
  return { rule, begins: beginsOf(rule), has: hasOf(rule), surface, before, after };
};

/** The rules for each unit met so far. */
const OF_UNITS = new Map<string, readonly Asking[]>();

function rulesFor(unit: string): readonly Asking[] {
  const known = OF_UNITS.get(unit);
  if (known) return known;
  const rules = EXCLUSIONS.filter((rule) => rule.unit?.test(unit) ?? true).map(asking);
  OF_UNITS.set(unit, rules);
  return rules;
}

/** How many characters before and behind a quantity are looked at. */
const [BEFORE, AFTER] = [18, 12];

/** The first rule that leaves `quantity` out; null where none does. `from` and `to` frame its sentence. */
export function exclusionOf(shadow: string, quantity: Quantity, from: number, to: number): Exclusion | null {
  const { start, unit } = quantity;
  const beginnings = BEGINNINGS[shadow.charCodeAt(start)]!;
  const marks = marksIn(MARKS, shadow, Math.max(from, start - BEFORE), start);
  for (const rule of rulesFor(unit)) {
    const { begins, has } = rule;
    const isAsked = (begins === 0 || (beginnings & begins) !== 0) && (has === 0 || (marks & has) !== 0);
    if (isAsked && fits(rule, shadow, quantity, from, to)) return rule.rule;
  }
  return null;
}

/** Whether the surface of a quantity, the text before it and the text behind it match. */
const fits = (rule: Asking, shadow: string, { start, end }: Quantity, from: number, to: number): boolean =>
  (rule.surface === undefined || rule.surface.test(shadow.slice(start, end))) &&
  (rule.before === undefined || rule.before.test(shadow.slice(Math.max(from, start - BEFORE), start))) &&
  (rule.after === undefined || rule.after.test(shadow.slice(end, Math.min(to, end + AFTER))));

/** Tells of a rule whether it leaves `quantity` out, by its patterns alone. */
export const matching =
  (shadow: string, quantity: Quantity, from: number, to: number) =>
  (rule: Exclusion): boolean =>
    (rule.unit?.test(quantity.unit) ?? true) && fits(asking(rule), shadow, quantity, from, to);
