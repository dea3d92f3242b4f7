/** What surfaces in Arabic numerals begin with. */
export const DIGITS = '0123456789';

/**
 * A rule that leaves a quantity out, because in this context the numeral dates, orders or names. All patterns given
 * must match: `unit` the whole unit, `surface` the surface, `before` the text that ends where the surface begins,
 * `after` the text behind it. To be looked for first, since one look at a character tells: `begins` are characters one of
 * which the surface begins with, `has` characters one of which the text before has, if they match. In the examples ⟦…⟧
 * frames the quantity.
 */
export interface Exclusion {
  readonly id: string;
  readonly note: string;
  readonly unit?: RegExp;
  readonly begins?: string;
  readonly surface?: RegExp;
  readonly before?: RegExp;
  readonly has?: string;
  readonly after?: RegExp;
  readonly excludes: readonly string[];
  readonly keeps: readonly string[];
}
