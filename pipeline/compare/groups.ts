import { Fault } from '../model/fault.ts';

/** A choice of values of year, region or issuer, as the user wrote it (`2018..2020`, `2018,2021`, `青禾县`). */
export interface Group {
  readonly label: string;
  readonly holds: (value: string | number | null) => boolean;
}

/**
 * Reads a choice of years: single ones and ranges with both ends, commas between.
 * @throws Fault of kind `usage` where it is neither.
 */
export function yearGroup(written: string): Group {
  const ranges = written.split(/[,，]/).map((part) => {
    const match = /^\s*(\d{4})\s*(?:(?:\.\.+|-|–|—|~|至)\s*(\d{4})\s*)?$/.exec(part);
    if (!match) throw new Fault(`“${written}” is no choice of years: write 2019, 2018..2020 or 2018,2021`, 'usage');
    return [Number(match[1]), Number(match[2] ?? match[1])].sort((a, b) => a - b) as [number, number];
  });
  return {
    label: written.trim(),
    holds: (value) => typeof value === 'number' && ranges.some(([first, last]) => value >= first && value <= last),
  };
}

/** Reads a choice of names, commas between: values that are one of them or hold it (`青禾县` holds `青禾县教育局`). */
export function nameGroup(written: string): Group {
  const names = written
    .split(/[,，]/)
    .map((name) => name.trim())
    .filter(Boolean);
  if (names.length === 0) throw new Fault('name a place or an issuer to compare', 'usage');
  return {
    label: names.join(','),
    holds: (value) => typeof value === 'string' && names.some((name) => value.includes(name)),
  };
}
