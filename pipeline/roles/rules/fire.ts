import { mayFire, RULE_WORDS } from './hearing.ts';
import { EARLY, FIGURE, type RoleRule } from './rule.ts';
import { RULES } from './rules.ts';

/** What a rule looks at: the sentence without its number, its heading path, and whether it is a heading. */
export interface RuleSubject {
  readonly body: string;
  readonly pathText: string;
  readonly heading: boolean;
}

/** Whether `rule` votes on `subject`. */
export const fires = (rule: RoleRule, subject: RuleSubject): boolean =>
  (rule.heading === undefined || rule.heading === subject.heading) &&
  (!rule.path || rule.path.test(subject.pathText)) &&
  (!rule.cues || rule.cues.some((cue) => isCue(subject.body.indexOf(cue), rule))) &&
  (!rule.needs || rule.needs.some((word) => isIn(word, subject.body))) &&
  !rule.without?.some((word) => subject.body.includes(word)) &&
  subject.body.length <= (rule.longest ?? Number.POSITIVE_INFINITY) &&
  (!rule.pattern || rule.pattern.test(subject.body)) &&
  !rule.unless?.test(subject.body);

const isIn = (word: string, body: string): boolean => (word === FIGURE ? /\d/.test(body) : body.includes(word));
const isCue = (at: number, { early }: RoleRule): boolean => at >= 0 && (!early || at < EARLY);

const LONGEST = Int32Array.from(RULES, (rule) => rule.longest ?? 0x7fffffff);
const PATTERNS = RULES.map((rule) => rule.pattern ?? null);
const UNLESS = RULES.map((rule) => rule.unless ?? null);

/** What is left of `fires` for a rule that is open and heard; columns, since asking every rule for its fields is slow. */
function fitsText(index: number, body: string): boolean {
  if (body.length > LONGEST[index]!) return false;
  const pattern = PATTERNS[index]!;
  const unless = UNLESS[index]!;
  return (pattern === null || pattern.test(body)) && (unless === null || !unless.test(body));
}

/** Adds the rules that a test accepts to a set of bits. */
function setBits(bits: Int32Array, rules: readonly number[], test: (rule: RoleRule) => boolean): Int32Array {
  for (const index of rules) if (test(RULES[index]!)) bits[index >> 5]! |= 1 << (index & 31);
  return bits;
}

const ALL = [...RULES.keys()];
const WITH_PATH = ALL.filter((index) => RULES[index]!.path);

/** The rules that may speak elsewhere and at headings: under any path, and under the one asked last, as sentences of a section come in a row. */
const PLACES = [false, true].map((heading) => {
  const fits = (rule: RoleRule): boolean => !rule.path && (rule.heading ?? heading) === heading;
  const anywhere = setBits(new Int32Array(RULE_WORDS), ALL, fits);
  return { anywhere, pathText: null as string | null, open: anywhere };
});

function openAt({ pathText, heading }: RuleSubject): Int32Array {
  const place = PLACES[heading ? 1 : 0]!;
  if (place.pathText !== pathText) {
    place.pathText = pathText;
    const fits = (rule: RoleRule): boolean => (rule.heading ?? heading) === heading && rule.path!.test(pathText);
    place.open = setBits(place.anywhere.slice(), WITH_PATH, fits);
  }
  return place.open;
}

const NONE: readonly number[] = [];
const fired = new Uint8Array(RULES.length);

/**
 * The indices (in `RULES`) of the rules that vote on `subject`, rising: of those that may fire by what was `heard` in
 * the sentence the ones that fit. The same as asking every rule.
 */
export function firedRules(subject: RuleSubject, heard: Int32Array): readonly number[] {
  const open = openAt(subject);
  let size = 0;
  for (let at = 0; at < RULE_WORDS; at += 1)
    for (let bits = mayFire(heard, at) & open[at]!; bits !== 0; bits &= bits - 1) {
      const index = at * 32 + 31 - Math.clz32(bits & -bits);
      if (!fitsText(index, subject.body)) continue;
      fired[size] = index;
      size += 1;
    }
  if (size === 0) return NONE;
  // An array of its size: one that grows takes more room than it needs.
  const indices = new Array<number>(size);
  for (let at = 0; at < size; at += 1) indices[at] = fired[at]!;
  return indices;
}
