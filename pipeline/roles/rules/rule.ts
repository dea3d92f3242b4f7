import type { Role } from '../../model/role.ts';

/**
 * One labelling rule (after snorkel): it votes for `role` or abstains. It fires on a sentence that holds one of `cues`
 * (among the first characters where they are to come `early`) and one of `needs` but none of `without`, matches `pattern`,
 * does not match `unless`, whose heading path (“上级 / 本级”, without the sentence's own heading) matches `path`, that is
 * (or is not) a `heading`, and has at most `longest` characters; what is left out is not asked. Words are found in one
 * pass for all rules, patterns cost much more: `needs` may repeat what the pattern asks anyway. Patterns see the sentence
 * without its item number and with half-width digits. Examples are the rule's tests; “path > text” gives a path, a leading
 * “#” a heading.
 */
export interface RoleRule {
  readonly id: string;
  readonly role: Role;
  readonly note: string;
  readonly cues?: readonly string[];
  readonly early?: boolean;
  readonly needs?: readonly string[];
  readonly without?: readonly string[];
  readonly pattern?: RegExp;
  readonly unless?: RegExp;
  readonly path?: RegExp;
  readonly heading?: boolean;
  readonly longest?: number;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

/** Words from a line of them. */
export const words = (line: string): readonly string[] => line.trim().split(/\s+/);

/** Cues that begin behind so many characters are not early. */
export const EARLY = 4;

/** As a word that a rule needs: any number in digits. */
export const FIGURE = '0';
/** The letters of the Latin alphabet as words. */
export const LETTERS: readonly string[] = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'];
