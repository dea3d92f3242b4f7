/** The id of a source: 12 digits of the digest of its bytes; the `copy`-th further path with these bytes has a suffix. */
export const sourceId = (sha256: string, copy = 1): string =>
  copy === 1 ? sha256.slice(0, 12) : `${sha256.slice(0, 12)}-${copy}`;

/** Which copy a source id names: 1 for the source itself, 2 for the first further path. */
export const copyOf = (id: string): number => Number(id.slice(13) || 1);

export const reportId = (source: string, number: number): string => `${source}-${number}`;
export const sectionId = (report: string, number: number): string => `${report}-s${padded(number, 3)}`;
export const sentenceId = (report: string, number: number): string => `${report}-${padded(number, 4)}`;
export const pointId = (report: string, number: number): string => `${report}-p${padded(number, 3)}`;
export const statisticId = (sentence: string, number: number): string => `${sentence}-q${number}`;
export const citationId = (sentence: string, number: number): string => `${sentence}-c${number}`;

const padded = (number: number, digits: number): string => String(number).padStart(digits, '0');
