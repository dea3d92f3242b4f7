/**
 * A rule that leaves a quantity out, because in this context the numeral dates, orders or names. All patterns given
 * must match: `unit` the whole unit, `surface` the surface, `before` the text that ends where the surface begins,
 * `after` the text behind it; `has` are characters one of which the
 * text before must have to match, to be looked for first. In the examples ⟦…⟧ frames the quantity.
 */
export interface Exclusion {
  readonly id: string;
  readonly note: string;
  readonly unit?: RegExp;
  readonly surface?: RegExp;
  readonly before?: RegExp;
  readonly has?: string;
  readonly after?: RegExp;
  readonly excludes: readonly string[];
  readonly keeps: readonly string[];
}
