import { asset } from '../text/asset.ts';

/** An administrative division with what stands above it. */
export interface Division {
  readonly province: string | null;
  readonly city: string | null;
  readonly county: string | null;
}

let loaded: { readonly names: ReadonlyMap<string, Division>; readonly pattern: RegExp } | null = null;

/**
 * The divisions of the People's Republic down to counties by their full names (National Bureau of Statistics' division
 * codes, as of 2023). A name that stands in several provinces (鼓楼区) says nothing of what is above it.
 */
export function gazetteer(): { readonly names: ReadonlyMap<string, Division>; readonly pattern: RegExp } {
  if (loaded) return loaded;
  const names = new Map<string, Division>();
  for (const line of asset('metadata/divisions.tsv').split('\n').filter(Boolean)) {
    const [province = '', city = '', counties = ''] = line.split('\t');
    add(names, province, { province, city: null, county: null });
    if (city) add(names, city, { province, city, county: null });
    for (const county of counties.split(' ').filter((name) => !GENERIC.has(name)))
      add(names, county, { province, city: city || null, county });
  }
  const sorted = [...names.keys()].sort((a, b) => b.length - a.length);
  loaded = { names, pattern: new RegExp(sorted.join('|'), 'gu') };
  return loaded;
}

/** Names of districts that every city uses for a part of itself. */
const GENERIC = new Set(['', '城区', '郊区', '矿区', '新城区', '城中区', '新区']);

function add(names: Map<string, Division>, name: string, division: Division): void {
  const known = names.get(name);
  const same = !known || (known.province === division.province && known.city === division.city);
  names.set(name, same ? division : { province: null, city: null, county: division.county ?? known.county });
}
