import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../../pipeline/', import.meta.url);

/** The path of a data file that stands under `pipeline/`, from sources and from compiled code alike. */
export const assetPath = (name: string): string => fileURLToPath(new URL(name, ROOT));

/**
 * The text of a data file under `pipeline/`, for example `asset('store/tables/sources.sql')`.
 * @throws Error when the package was installed without it.
 */
export const asset = (name: string): string => readFileSync(assetPath(name), 'utf8');
