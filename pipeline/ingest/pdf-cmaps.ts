import { readFileSync } from 'node:fs';
import { assetPath } from '../text/asset.ts';

/**
 * Gives pdf.js the character maps of Adobe-GB1 (folder `cmaps`, from Adobe's cmap-resources as pdf.js packs them), which
 * Chinese PDFs without embedded fonts need. Only names of that folder are looked up.
 */
export class cMapReader {
  async fetch({ name }: { readonly name: string }): Promise<{ cMapData: Uint8Array; isCompressed: boolean }> {
    if (!/^[\w-]+$/.test(name)) throw new Error(`character map ${name}`);
    return { cMapData: new Uint8Array(readFileSync(assetPath(`ingest/cmaps/${name}.bcmap`))), isCompressed: true };
  }
}
