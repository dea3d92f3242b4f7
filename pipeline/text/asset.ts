import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { shortHash } from './hash.ts';

const ROOT = new URL('../../pipeline/', import.meta.url);

/** The path of a data file that stands under `pipeline/`, from sources and from compiled code alike. */
export const assetPath = (name: string): string => fileURLToPath(new URL(name, ROOT));

/**
 * The text of a data file under `pipeline/`, for example `asset('store/tables/sources.sql')`.
 * @throws Error when the package was installed without it.
 */
export const asset = (name: string): string => readFileSync(assetPath(name), 'utf8');

const hashes = new Map<string, string>();

/** A short id of what a data file holds; read once, since an installed file does not change. */
export function assetHash(name: string): string {
  const known = hashes.get(name) ?? shortHash(asset(name));
  hashes.set(name, known);
  return known;
}
