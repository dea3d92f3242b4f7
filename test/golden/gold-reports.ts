import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type Structure, structureOfFile, withoutBlanks } from '../structure.ts';

const CORPUS = resolve(import.meta.dirname, '../../corpus');
/** A folder of real reports with gold, where there is one beside the repository. */
export const REAL = process.env.DIAOYAN_REAL ?? resolve(import.meta.dirname, '../../../shared');

/** A sentence of gold; `report` counts the reports of its file. */
export interface GoldRow {
  readonly text: string;
  readonly role: string;
}

/** A report as its author describes it, with the file it stands in. */
export interface Described {
  readonly id: string;
  readonly header: ReadonlyMap<string, string>;
  /** Its place in its file, from 1. */
  readonly seq: number;
  readonly structure: Structure;
}

const headerOf = (source: string): Map<string, string> =>
  new Map([...source.matchAll(/^@(\w+)[ \t]+(.*)$/gm)].map((match) => [match[1]!, match[2]!.trim()]));

/** The reports of the sample corpus, each with its header and the structure that the stages find. */
export async function sampleReports(): Promise<Described[]> {
  const folder = join(CORPUS, 'annotated');
  const headers = readdirSync(folder)
    .sort()
    .map((name) => ({ id: basename(name, '.ann'), header: headerOf(readFileSync(join(folder, name), 'utf8')) }));
  const structures = new Map<string, Structure>();
  const seqs = new Map<string, number>();
  const described: Described[] = [];
  for (const { id, header } of headers) {
    const file = header.get('file')!;
    const known = structures.get(file) ?? (await structureOfFile(file, readFileSync(join(CORPUS, 'reports', file))));
    structures.set(file, known);
    seqs.set(file, (seqs.get(file) ?? 0) + 1);
    described.push({ id, header, seq: seqs.get(file)!, structure: known });
  }
  return described;
}

export const goldRows = (path: string): GoldRow[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as GoldRow);

/** The gold files of the sample corpus by the id of their first report. */
export const sampleGold = (): [string, GoldRow[]][] =>
  readdirSync(join(CORPUS, 'gold'))
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => [basename(name, '.jsonl'), goldRows(join(CORPUS, 'gold', name))]);

/** Real files with their gold, empty where they are not at hand. */
export function realGold(): { path: string; rows: GoldRow[] }[] {
  const gold = join(REAL, 'gold/real');
  if (!existsSync(gold)) return [];
  return readdirSync(gold)
    .map((name) => ({ path: join(REAL, 'reports/labelled', name.replace('.jsonl', '.txt')), name }))
    .filter(({ path }) => existsSync(path))
    .map(({ path, name }) => ({ path, rows: goldRows(join(gold, name)) }));
}

/** All files below a folder that reports are read from, sorted. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:txt|md)$/u.test(name) && !name.includes('README'))
    .sort()
    .map((name) => join(folder, name));

export const sentencesOf = (structure: Structure): string[] =>
  structure.reports.flatMap(({ outlined: { report, sentences } }) =>
    sentences.map(({ start, end }) => withoutBlanks(report.text.slice(start, end))),
  );

/** The gold sentences that the stages cut otherwise; noise is left out, for cleaning takes it away. */
export function cutOtherwise(structure: Structure, rows: readonly GoldRow[]): string[] {
  const cut = new Set(sentencesOf(structure));
  return rows.filter(({ role, text }) => role !== 'noise' && !cut.has(withoutBlanks(text))).map((row) => row.text);
}
