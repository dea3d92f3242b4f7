/**
 * `npm run corpus [-- --check FILE…]`: writes corpus/reports and corpus/gold from corpus/annotated, or only checks
 * annotated files. The same sources give the same bytes.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type AnnotatedReport, type AnnotatedSentence, parseAnnotated } from './annotation.ts';
import { encodeText, renderText } from './render.ts';

const HERE = import.meta.dirname;
const THEMES = readFileSync(join(HERE, 'themes.txt'), 'utf8')
  .split('\n')
  .map((line) => line.split('\t')[0])
  .filter(Boolean);

/** The faults of one annotated report, in words; empty when it is well made. */
function check(report: AnnotatedReport): string[] {
  const sentences = report.paragraphs.flat();
  const names = new Set(sentences.flatMap((sentence) => (sentence.point ? [sentence.point.name] : [])));
  const length = sentences.reduce((sum, sentence) => sum + sentence.text.length, 0);
  const faults = ['id', 'file', 'title'].filter((key) => !report.header.has(key)).map((key) => `no @${key}`);
  if (length < 1500 || length > 4000) faults.push(`${length} characters, 1500 to 4000 wanted`);
  for (const sentence of sentences) faults.push(...checkSentence(sentence, names));
  return faults;
}

function checkSentence(sentence: AnnotatedSentence, names: ReadonlySet<string>): string[] {
  const faults: string[] = [];
  const inside = sentence.text.replace(/[“‘（《(][^”’）》)]*[”’）》)]/g, '').slice(0, -1);
  if (/[。！？]/.test(inside)) faults.push(`more than one sentence: ${sentence.text.slice(0, 40)}`);
  const unknown = sentence.point?.themes.filter((theme) => !THEMES.includes(theme)) ?? [];
  const lost = sentence.point?.targets.filter((target) => !names.has(target)) ?? [];
  if (unknown.length) faults.push(`unknown theme ${unknown.join()}: ${sentence.text.slice(0, 40)}`);
  if (lost.length) faults.push(`link to a point that is not there ${lost.join()}: ${sentence.text.slice(0, 40)}`);
  const bare = sentence.text.replace(/\s/g, '');
  let from = 0;
  for (const { surface } of sentence.stats) {
    const at = bare.indexOf(surface.replace(/\s/g, ''), from);
    if (at < 0) faults.push(`statistic not in order: ${surface}`);
    else from = at + 1;
  }
  return faults;
}

/** A copy of a report with names swapped, as `@copy_of` and `@swap old=new …` ask. */
function derive(source: string, all: ReadonlyMap<string, string>): string {
  const of = /^@copy_of\s+(\S+)/m.exec(source)?.[1];
  if (!of) return source;
  const [, original = ''] = [...all].find(([path]) => basename(path, '.ann') === of) ?? [];
  const own = source
    .split('\n')
    .filter((line) => line.startsWith('@'))
    .map((line) => line.split(/\s/)[0]!);
  const kept = original.split('\n').filter((line) => !own.includes(line.split(/\s/)[0]!));
  const swaps = [...source.matchAll(/^@swap\s+(\S+?)=(\S+)/gm)];
  return `${source.trim()}\n\n${swaps.reduce((text, [, from, to]) => text.replaceAll(from!, to!), kept.join('\n'))}`;
}

function readAll(): Map<string, string> {
  const folder = join(HERE, 'annotated');
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.ann'))
    .sort();
  const all = new Map(files.map((name) => [join(folder, name), readFileSync(join(folder, name), 'utf8')]));
  return new Map([...all].map(([path, source]) => [path, derive(source, all)]));
}

function build(): void {
  const groups = new Map<string, AnnotatedReport[]>();
  for (const [path, source] of readAll()) {
    const report = parseAnnotated(source);
    const faults = check(report);
    if (faults.length) throw new Error(`${basename(path)}: ${faults.join('\n  ')}`);
    groups.set(report.header.get('file')!, [...(groups.get(report.header.get('file')!) ?? []), report]);
  }
  for (const folder of ['reports', 'gold']) rmSync(join(HERE, folder), { recursive: true, force: true });
  for (const [file, reports] of groups) {
    const target = join(HERE, 'reports', file);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, encodeText(renderText(reports), reports[0]!.header.get('encoding') ?? 'utf-8'));
    writeGold(file, reports);
  }
}

function writeGold(file: string, reports: readonly AnnotatedReport[]): void {
  const rows = reports.flatMap((report, index) =>
    report.paragraphs.flat().map((sentence, order) => ({
      id: `${report.header.get('id')}-${String(order + 1).padStart(3, '0')}`,
      report: index + 1,
      text: sentence.text,
      role: sentence.role,
      also: sentence.also,
      stats: sentence.stats,
      ...(sentence.point ? { point: sentence.point } : {}),
      ...(sentence.pairs.length ? { pairs: sentence.pairs } : {}),
    })),
  );
  mkdirSync(join(HERE, 'gold'), { recursive: true });
  const name = `${reports[0]!.header.get('id')}.jsonl`;
  writeFileSync(join(HERE, 'gold', name), `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`);
  process.stdout.write(`${file}: ${rows.length} sentences\n`);
}

const args = process.argv.slice(2);
if (args[0] === '--check') {
  for (const path of args.slice(1)) {
    const report = parseAnnotated(readFileSync(path, 'utf8'));
    const sentences = report.paragraphs.flat();
    const length = sentences.reduce((sum, sentence) => sum + sentence.text.length, 0);
    const stats = sentences.reduce((sum, sentence) => sum + sentence.stats.length, 0);
    const points = sentences.filter((sentence) => sentence.point).length;
    process.stdout.write(
      `${basename(path)}: ${sentences.length} sentences, ${length} characters, ${stats} statistics, ${points} points\n`,
    );
    for (const fault of check(report)) process.stdout.write(`  ${fault}\n`);
  }
} else build();
