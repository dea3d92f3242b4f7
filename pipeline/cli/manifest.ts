import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { type ManifestEntry, yearSchema } from '../config.ts';
import { Fault, messageOf } from '../model/fault.ts';
import { type CsvRecord, parseCsv } from './csv.ts';

/** A manifest as read: what each row says, and one line for each row that cannot be used. */
export interface Manifest {
  readonly path: string;
  readonly rows: readonly ManifestRow[];
  readonly faults: readonly string[];
}

export interface ManifestRow extends ManifestEntry {
  readonly file: string;
  readonly line: number;
}

/** The column names that are understood, Chinese ones included; other columns are left alone. */
const COLUMNS: Readonly<Record<keyof ManifestEntry | 'file', readonly string[]>> = {
  file: ['path', 'file', 'filename', '路径', '文件', '文件名'],
  title: ['title', '标题', '题目'],
  year: ['year', '年份', '年度', '年'],
  region: ['region', '地区', '区域', '地方'],
  issuer: ['issuer', '单位', '发文单位', '发文机关', '作者'],
};

type ColumnAt = Readonly<Record<keyof typeof COLUMNS, number>>;

/**
 * Reads the manifest at `path` (UTF-8, UTF-16 or GB18030; comma, semicolon or tab between fields).
 * @throws Fault when it is missing or has no column that names files.
 */
export function readManifest(path: string): Manifest {
  const { records, fault } = parseCsv(decode(readBytes(path)));
  const [header, ...body] = records;
  const columns = columnsAt(header);
  if (!header || columns.file < 0) {
    throw new Fault(
      `${path} line 1: the manifest needs a first line of column names with “path” among them, for example path,year,region,title,issuer`,
    );
  }
  const faults = fault ? [`${path} line ${fault.line}: ${fault.message}; that line and all below were not used`] : [];
  const rows: ManifestRow[] = [];
  for (const record of body) {
    const row = readRow(record, header.fields.length, columns);
    if (typeof row === 'string') faults.push(`${path} line ${record.line}: ${row}; the line was not used`);
    else rows.push(row);
  }
  return { path, rows, faults };
}

function columnsAt(header: CsvRecord | undefined): ColumnAt {
  const names = header?.fields.map((field) => field.toLowerCase()) ?? [];
  const entries = Object.entries(COLUMNS).map(([key, known]) => [key, names.findIndex((name) => known.includes(name))]);
  return Object.fromEntries(entries) as ColumnAt;
}

/** A row of the manifest, or what is wrong with it. */
function readRow({ line, fields }: CsvRecord, width: number, at: ColumnAt): ManifestRow | string {
  if (fields.length > width) return `it has ${fields.length} fields where the first line has ${width}`;
  const field = (name: keyof ColumnAt): string | null => fields[at[name]] || null;
  const file = field('file');
  if (!file) return 'it names no file';
  const year = field('year');
  const parsed = year === null ? null : yearSchema.safeParse(year.replace(/年度?$/, ''));
  if (parsed && !parsed.success) return `“${year}” is not a year such as 2024`;
  return {
    file,
    line,
    title: field('title'),
    year: parsed?.data ?? null,
    region: field('region'),
    issuer: field('issuer'),
  };
}

/** What the manifest says of each of `files`, and a line for every row that names none or several of them. */
export function matchManifest(
  manifest: Manifest,
  files: readonly { readonly path: string; readonly absolute: string }[],
  cwd: string,
): { readonly entries: ReadonlyMap<string, ManifestRow>; readonly warnings: readonly string[] } {
  const folder = dirname(resolve(cwd, manifest.path));
  const byAbsolute = new Map(files.map(({ absolute, path }) => [absolute, path]));
  const entries = new Map<string, ManifestRow>();
  const warnings: string[] = [];
  for (const row of manifest.rows) {
    const name = row.file.replaceAll('\\', '/');
    const exact = [resolve(cwd, name), resolve(folder, name)].map((each) => byAbsolute.get(each)).find(Boolean);
    const named = exact ? [exact] : files.map(({ path }) => path).filter((path) => basename(path) === name);
    const warn = (text: string): number => warnings.push(`${manifest.path} line ${row.line}: ${text}`);
    if (named.length === 0) warn(missingText(row.file, [resolve(cwd, name), resolve(folder, name)]));
    else if (named.length > 1) warn(`${row.file} is the name of ${named.length} files; give its folder as well`);
    else if (entries.has(named[0]!)) warn(`${row.file} is named twice; line ${entries.get(named[0]!)!.line} counts`);
    else entries.set(named[0]!, row);
  }
  return { entries, warnings };
}

const missingText = (file: string, places: readonly string[]): string =>
  places.some((place) => existsSync(place))
    ? `${file} is not among the files of this run`
    : `there is no file ${file}; write its path from here, from the manifest, or its name`;

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Fault(`cannot read the manifest ${path}: ${readingProblem(error)}`);
  }
}

function readingProblem(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return 'there is no such file; check the path after --manifest';
  if (code === 'EISDIR') return 'it is a directory; name a .csv file after --manifest';
  return messageOf(error);
}

/** The text of `bytes`: by its mark, else as UTF-8 where it is valid, else as GB18030. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
