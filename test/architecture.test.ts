import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../pipeline');
/** Files above the stages: they put the stages together, or are what a user calls. */
const ABOVE = new Set(['run.ts', 'run-corpus.ts', 'main.ts', 'library.ts', 'config.ts', 'cli']);
/** Folders that every other may import. */
const BELOW = ['model', 'text'];
/** Each heavy library has one folder that imports it. */
const SOLE_USERS: Readonly<Record<string, string>> = {
  '@duckdb/node-api': 'store',
  '@node-rs/jieba': 'words',
  htmlparser2: 'ingest',
  'opencc-js': 'text',
  unpdf: 'ingest',
};
const LONGEST_FILE = 250;

interface Source {
  /** The path under pipeline/. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

/** What a module imports: static and dynamic imports and re-exports, as they are written. */
function importsOf(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const pattern =
    /(?:^|[;\n}])\s*(?:import|export)\s(?:[^'"();]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|^import\s*['"]([^'"]+)['"]/gm;
  return [...code.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? match[3]!);
}

const SOURCES: readonly Source[] = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.m?[tj]s$/.test(path))
  .sort()
  .map((path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    return { path: path.replaceAll('\\', '/'), text, imports: importsOf(text) };
  });

const folderOf = (path: string): string => path.split('/')[0]!;

/** The folder or file under pipeline/ that an import leads to, null for packages. */
function targetOf(source: Source, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  return folderOf(relative(ROOT, resolve(ROOT, dirname(source.path), specifier)).replaceAll('\\', '/'));
}

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

describe('the import scanner', () => {
  it.each([
    ["import { a } from './a.ts';", ['./a.ts']],
    ["import type { A } from '../model/a.ts';\nimport b, { type C } from 'b';", ['../model/a.ts', 'b']],
    ["import {\n  a,\n  b,\n} from './ab.ts';", ['./ab.ts']],
    ["export { a } from './a.ts';\nexport * from './b.ts';", ['./a.ts', './b.ts']],
    ["const a = await import('./lazy.ts');", ['./lazy.ts']],
    ["import './effect.ts';", ['./effect.ts']],
    ["// import { a } from './no.ts';\n/* import './no.ts'; */\nexport const text = 'from';", []],
  ])('reads %s', (text, imports) => expect(importsOf(text)).toEqual(imports));

  it('sees the sources', () => {
    expect(SOURCES.length).toBeGreaterThan(60);
    expect(SOURCES.find((source) => source.path === 'run.ts')?.imports).toContain('./clean/clean.ts');
  });
});

describe('the dependency rule', () => {
  it('a folder imports itself, model/ and text/; only what stands above puts folders together', () => {
    const faults = SOURCES.filter((source) => !ABOVE.has(folderOf(source.path))).flatMap((source) =>
      source.imports
        .map((specifier) => targetOf(source, specifier))
        .filter((target) => target !== null && target !== folderOf(source.path) && !BELOW.includes(target))
        .map((target) => `${source.path} imports ${target}`),
    );
    expect(faults).toEqual([]);
  });

  it('model/ imports nothing but itself, text/ nothing but itself and model/', () => {
    const faults = SOURCES.filter((source) => BELOW.includes(folderOf(source.path))).flatMap((source) =>
      source.imports
        .map((specifier) => targetOf(source, specifier))
        .filter((target) => target !== null && target !== folderOf(source.path))
        .filter((target) => !(folderOf(source.path) === 'text' && target === 'model'))
        .map((target) => `${source.path} imports ${target}`),
    );
    expect(faults).toEqual([]);
  });

  it.each(Object.entries(SOLE_USERS))('%s is imported by %s alone', (library, folder) => {
    const users = SOURCES.filter((source) => source.imports.some((specifier) => packageOf(specifier) === library));
    expect([...new Set(users.map((source) => folderOf(source.path)))]).toEqual([folder]);
  });

  it('stages neither print nor end the process', () => {
    const faults = SOURCES.filter(
      (source) => !ABOVE.has(folderOf(source.path)) && /\bconsole\.|process\.(?:stdout|stderr|exit)/.test(source.text),
    );
    expect(faults.map((source) => source.path)).toEqual([]);
  });

  it('relative imports carry the ending, Node’s own modules the prefix', () => {
    const faults = SOURCES.flatMap((source) =>
      source.imports
        .filter((each) => (each.startsWith('.') ? !each.endsWith('.ts') : builtinModules.includes(each)))
        .map((each) => `${source.path} imports ${each}`),
    );
    expect(faults).toEqual([]);
  });
});

describe('sizes and names', () => {
  it(`no file is longer than ${LONGEST_FILE} lines`, () => {
    const long = SOURCES.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }));
    expect(long.filter(({ lines }) => lines > LONGEST_FILE)).toEqual([]);
  });

  it('there are no drawers', () => {
    expect(
      SOURCES.filter(({ path }) => /(?:^|\/)(?:utils?|helpers?|common|misc|index)(?:\/|\.ts$)/.test(path)),
    ).toEqual([]);
  });
});
