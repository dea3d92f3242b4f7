import { z } from 'zod';
import { Fault } from './model/fault.ts';
import { NO_OVERRIDES, type Overrides } from './model/mined-source.ts';
import { asset, assetHash } from './text/asset.ts';
import { shortHash } from './text/hash.ts';

/** The version of this program, which every row depends on. */
export const VERSION: string = (JSON.parse(asset('../package.json')) as { version: string }).version;

export const FORMATS = ['table', 'csv', 'json', 'jsonl', 'markdown'] as const;
export type Format = (typeof FORMATS)[number];

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Years that a report can be of. */
export const yearSchema = z.coerce
  .number('must be a year, for example 2024')
  .int('must be a year, for example 2024')
  .min(1900, 'must be a year from 1900 on')
  .max(2100, 'must be a year up to 2100');

const options = z.object({
  db: z.string().min(1, 'must name a file').default('out/diaoyan.duckdb'),
  encoding: z
    .string()
    .refine(isEncoding, 'must be an encoding such as utf-8, gb18030 or utf-16le')
    .nullable()
    .default(null),
  year: yearSchema.nullable().default(null),
  region: z.string().min(1, 'must name a place').nullable().default(null),
  manifest: z.string().min(1, 'must name a file').nullable().default(null),
  themes: z.string().min(1, 'must name a file').nullable().default(null),
  refit: z.boolean().default(false),
  force: z.boolean().default(false),
  prune: z.boolean().default(false),
  quiet: z.boolean().default(false),
  format: z.enum(FORMATS, `must be one of ${FORMATS.join(', ')}`).default('table'),
  lang: z.enum(LANGUAGES, `must be one of ${LANGUAGES.join(', ')}`).default('zh'),
  limit: z.coerce.number().int().min(0, 'must be a number from 0 on').nullable().default(null),
});

/** Every option with its value; null where the user leaves the choice to the data. */
export type Config = Readonly<z.output<typeof options>>;

/** The configuration that options, as a user writes them, ask for.
 * @throws Fault of kind `usage` that names the option and what it has to be. */
export function readConfig(given: Readonly<Record<string, unknown>> = {}): Config {
  const result = options.safeParse(given);
  if (result.success) return Object.freeze(result.data);
  const issue = result.error.issues[0]!;
  const name = String(issue.path[0] ?? '');
  throw new Fault(`--${name} ${issue.message}, not “${String(given[name])}”`, 'usage');
}

/** What a manifest says of one file; null where it says nothing. */
export type ManifestEntry = Pick<Overrides, 'title' | 'year' | 'region' | 'issuer'>;

/** What the user says of one file: the manifest's word comes before that of an option. */
export function overridesOf(config: Config, entry: ManifestEntry | undefined): Overrides {
  const year = entry?.year ?? config.year;
  return {
    ...NO_OVERRIDES,
    encoding: config.encoding,
    title: entry?.title ?? null,
    year,
    yearBasis: year === null ? null : entry?.year == null ? 'option' : 'manifest',
    region: entry?.region ?? config.region,
    issuer: entry?.issuer ?? null,
  };
}

/** What mining has learned: rows depend on it as on the version. */
const LEARNED = ['roles/weights.json', 'links/weights.json'];

/** The digest of all that the rows of a file depend on besides its bytes and its path: the version, what it has learned, what the user says. */
export const fingerprintOf = (overrides: Overrides): string =>
  shortHash(JSON.stringify([VERSION, LEARNED.map(assetHash), overrides]));

function isEncoding(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}
