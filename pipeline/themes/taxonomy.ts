import { parseDocument } from 'yaml';
import { z } from 'zod';
import { Fault } from '../model/fault.ts';
import { asset } from '../text/asset.ts';

/** Words as a list, or as a text with spaces or 、 between them. */
const words = z
  .union([z.array(z.coerce.string().min(1)), z.string().transform((text) => text.split(/[\s、，,]+/).filter(Boolean))])
  .default([]);
const sentences = z.array(z.coerce.string().min(1)).default([]);

const theme = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9_.-]*$/, 'must be of small letters, digits, “-”, “_” and “.”'),
  label: z.string().min(1),
  en: z.string().optional(),
  note: z.string().default(''),
  terms: words,
  hints: words,
  not: words,
  examples: z.strictObject({ yes: sentences, no: sentences }).default({ yes: [], no: [] }),
});

const group = z.strictObject({
  id: theme.shape.id,
  label: theme.shape.label,
  en: theme.shape.en,
  note: theme.shape.note,
  themes: z.array(theme).min(1),
});

/** A theme (主题) of the lower level, with the one above it. `terms` speak for it, `hints` less so, `not` against. */
export interface Theme {
  readonly id: string;
  readonly label: string;
  readonly en: string;
  readonly parent: { readonly id: string; readonly label: string; readonly en: string };
  readonly note: string;
  readonly terms: readonly string[];
  readonly hints: readonly string[];
  readonly not: readonly string[];
  readonly examples: { readonly yes: readonly string[]; readonly no: readonly string[] };
}

export type Taxonomy = readonly Theme[];

/** The taxonomy that comes with this version. */
export const builtInTaxonomy = (): Taxonomy => parseTaxonomy(asset('themes/themes.yaml'), 'themes.yaml');

/**
 * Reads a taxonomy; `path` is for messages.
 * @throws Fault that says where it is not one, and what is expected there.
 */
export function parseTaxonomy(text: string, path: string): Taxonomy {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) throw new Fault(`${path}: ${error.message.split('\n')[0]}`);
  const result = z.array(group).min(1).safeParse(document.toJS());
  if (!result.success) {
    const issue = result.error.issues[0]!;
    throw new Fault(`${path}: ${placeOf(issue.path)} ${issue.message}; see the themes.yaml that comes with diaoyan`);
  }
  const themes = result.data.flatMap(({ themes, id, label, en = label }) =>
    themes.map((each) => ({ ...each, en: each.en ?? each.label, parent: { id, label, en } })),
  );
  for (const key of ['id', 'label'] as const) requireUnique(themes, key, path);
  return themes;
}

const placeOf = (path: readonly PropertyKey[]): string =>
  path.length === 0
    ? 'the file'
    : path.map((step) => (typeof step === 'number' ? `#${step + 1}` : String(step))).join(' ');

function requireUnique(themes: Taxonomy, key: 'id' | 'label', path: string): void {
  const seen = new Set<string>();
  for (const { [key]: value } of themes) {
    if (seen.has(value)) throw new Fault(`${path}: two themes have the ${key} “${value}”; give each its own`);
    seen.add(value);
  }
}
