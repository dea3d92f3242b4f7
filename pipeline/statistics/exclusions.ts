import type { Exclusion } from './exclusion.ts';
import { ARTICLE_EXCLUSIONS } from './exclusions-of-articles.ts';
import { NAME_EXCLUSIONS } from './exclusions-of-names.ts';
import { TIME_EXCLUSIONS } from './exclusions-of-times.ts';
import { marksIn, markTable } from './marks.ts';
import type { Quantity } from './quantity.ts';

/** All rules that leave a quantity out. */
export const EXCLUSIONS: readonly Exclusion[] = [...NAME_EXCLUSIONS, ...TIME_EXCLUSIONS, ...ARTICLE_EXCLUSIONS];

/** Each rule that asks for a character has a bit, which its characters have in the table. */
const ASKING = EXCLUSIONS.filter(({ has }) => has !== undefined);
const BITS: ReadonlyMap<Exclusion, number> = new Map(ASKING.map((rule, i) => [rule, 1 << i]));
const MARKS = markTable(ASKING.map((rule) => [BITS.get(rule)!, rule.has!]));

/** A rule with its bit; 0 where it asks for no character. */
interface Asked {
  readonly rule: Exclusion;
  readonly bit: number;
}

/** The first rule that leaves `quantity` out; null where none does. `from` and `to` frame its sentence. */
export function exclusionOf(shadow: string, quantity: Quantity, from: number, to: number): Exclusion | null {
  const { start, end, unit } = quantity;
  const first = Math.max(from, start - BEFORE);
  const marks = marksIn(MARKS, shadow, first, start);
  let [before, after] = ['', ''];
  const ofUnit = end - start >= LONGEST && isDigit(shadow.charCodeAt(start)) ? rulesOfUnit(unit) : null;
  for (const { rule, bit } of ofUnit ?? rulesFor(unit, shadow.slice(start, end))) {
    if (bit !== 0 && !(marks & bit)) continue;
    if (rule.before && before === '') before = shadow.slice(first, start);
    if (rule.after && after === '') after = shadow.slice(end, Math.min(to, end + AFTER));
    if (fits(rule, before, after)) return rule;
  }
  return null;
}

/** How many characters before and behind a quantity are looked at. */
const [BEFORE, AFTER] = [18, 12];

/** Rules by surface; emptied when they are many. A surface has one unit. */
const RULES = new Map<string, readonly Asked[]>();
const MOST_RULES = 5000;
/** Surfaces from this length on are alike but for their digits, which no rule on long surfaces looks at. */
const LONG = 5;

/** The rules that do not rule out `unit` and `surface` from the start. */
function rulesFor(unit: string, surface: string): readonly Asked[] {
  const shape = surface.length < LONG ? surface : surface.replace(/[1-9]/g, '0');
  const known = RULES.get(shape);
  if (known) return known;
  const rules = rulesOf(unit, surface);
  if (RULES.size > MOST_RULES) RULES.clear();
  RULES.set(shape, rules);
  return rules;
}

const rulesOf = (unit: string, surface: string): readonly Asked[] =>
  EXCLUSIONS.filter((rule) => (rule.unit?.test(unit) ?? true) && (rule.surface?.test(surface) ?? true)).map((rule) => ({
    rule,
    bit: BITS.get(rule) ?? 0,
  }));

/** Units of whose long surfaces in digits some rule says more than that they begin with a digit. */
const TOLD_APART = /^(?:岁|周岁|年|天|次|届|级|期)$/;
/** A surface in digits longer than any that a rule takes whole. */
const LONGEST = 8;
/** The rules for the others, by their unit. */
const OF_UNITS = new Map<string, readonly Asked[] | null>();

/** The rules for long surfaces in digits, which depend on the unit alone; null for units where they do not. */
function rulesOfUnit(unit: string): readonly Asked[] | null {
  const known = OF_UNITS.get(unit);
  if (known !== undefined) return known;
  const rules = TOLD_APART.test(unit) ? null : rulesOf(unit, `00000000${unit}`);
  OF_UNITS.set(unit, rules);
  return rules;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Tells of a rule whether it leaves `quantity` out. */
export function matching(shadow: string, quantity: Quantity, from: number, to: number): (rule: Exclusion) => boolean {
  const before = shadow.slice(Math.max(from, quantity.start - BEFORE), quantity.start);
  const after = shadow.slice(quantity.end, Math.min(to, quantity.end + AFTER));
  const surface = shadow.slice(quantity.start, quantity.end);
  return (rule) =>
    (rule.has === undefined || [...rule.has].some((character) => before.includes(character))) &&
    (rule.unit?.test(quantity.unit) ?? true) &&
    (rule.surface?.test(surface) ?? true) &&
    fits(rule, before, after);
}

/** Whether the text before and the text behind a quantity match. */
const fits = (rule: Exclusion, before: string, after: string): boolean =>
  (rule.before === undefined || rule.before.test(before)) && (rule.after === undefined || rule.after.test(after));
