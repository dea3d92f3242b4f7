import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Config } from '../config.ts';
import { Fault, messageOf } from '../model/fault.ts';
import type { Taxonomy } from '../themes/taxonomy.ts';
import type { Io } from './io.ts';

/**
 * The taxonomy that `--themes` names, else the one that comes with this version.
 * @throws Fault when the file is missing or is no taxonomy.
 */
export async function taxonomyFor({ themes: path }: Pick<Config, 'themes'>, io: Io): Promise<Taxonomy> {
  const { builtInTaxonomy, parseTaxonomy } = await import('../themes/taxonomy.ts');
  if (path === null) return builtInTaxonomy();
  return parseTaxonomy(readTaxonomy(path, io), path);
}

function readTaxonomy(path: string, { cwd }: Io): string {
  try {
    return readFileSync(resolve(cwd, path), 'utf8');
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new Fault(`cannot read the themes of ${path}: ${missing ? 'there is no such file' : messageOf(error)}`);
  }
}
