import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cleanText } from '../../pipeline/clean/clean.ts';
import { outlineReport } from '../../pipeline/headings/headings.ts';
import { readSource } from '../../pipeline/ingest/read.ts';
import { describeReport } from '../../pipeline/metadata/metadata.ts';
import type { Outlined } from '../../pipeline/model/layers.ts';
import { NO_OVERRIDES } from '../../pipeline/model/mined-source.ts';
import { ROLES } from '../../pipeline/model/role.ts';
import type { GoldRole } from '../../pipeline/roles/score.ts';
import { type GoldSentence, goldByCharacter, goldBySentence } from '../../pipeline/roles/train/align-gold.ts';
import type { LabelledReport } from '../../pipeline/roles/train/fit.ts';
import { viewReport } from '../../pipeline/roles/view.ts';
import { cutSentences } from '../../pipeline/sentences/sentences.ts';
import { splitReports } from '../../pipeline/split/split.ts';
import { foldForMatching } from '../../pipeline/text/fold.ts';
import { shortHash } from '../../pipeline/text/hash.ts';
import { parseAnnotated, ROLE_LETTERS } from '../annotation.ts';
import { renderText } from '../render.ts';

/** A file with its annotated sentences; the same file's reports train together and are tested together. */
interface AnnotatedFile {
  readonly name: string;
  readonly group: string;
  readonly source: string;
  readonly text: string;
  readonly gold: readonly GoldSentence[] | ReadonlyMap<string, GoldRole>;
  readonly weight: number;
}

const HERE = import.meta.dirname;

/** How much a sentence of each kind of source counts in learning; chosen by cross-validation over real documents. */
const WEIGHTS = { corpus: 0.5, texts: 0.4, real: 1.5 };

/** All annotated reports, outlined by the pipeline: our own corpus and texts, and those of `realFolder` where it is. */
export async function labelledReports(realFolder: string): Promise<LabelledReport[]> {
  const files = [...corpusFiles(), ...trainingTexts(), ...realFiles(realFolder)];
  const reports: LabelledReport[] = [];
  for (const file of files) reports.push(...(await labelledReportsOf(file)));
  return reports;
}

async function labelledReportsOf(file: AnnotatedFile): Promise<LabelledReport[]> {
  const { decoded } = await readSource(`${file.name}.txt`, Buffer.from(file.text, 'utf8'), {});
  if (!decoded) return [];
  const split = splitReports(cleanText(decoded));
  const owner = Array.isArray(file.gold) ? goldByCharacter(decoded.text, file.gold) : null;
  return split.parts.map((part) => {
    const { report } = describeReport(
      { ...part, compilation: split.compilation, blocks: [], path: `${file.name}.txt`, properties: {} },
      NO_OVERRIDES,
    );
    const read = { ...report, text: foldForMatching(report.text) };
    const outlined = outlineReport(read, cutSentences(read.text));
    const { name, group, source, weight } = file;
    const gold = goldOf({ ...outlined, report }, file.gold, owner);
    return { name, group, source, weight, view: viewReport(outlined), gold };
  });
}

function goldOf(outlined: Outlined, gold: AnnotatedFile['gold'], owner: Int32Array | null): (GoldRole | null)[] {
  if (owner) return goldBySentence(outlined, owner).map((index) => (gold as readonly GoldSentence[])[index] ?? null);
  const byHash = gold as ReadonlyMap<string, GoldRole>;
  return outlined.sentences.map(
    ({ start, end }) => byHash.get(shortHash(outlined.report.text.slice(start, end).replace(/\s/gu, ''))) ?? null,
  );
}

/** Our own corpus; reports of one theme, which tell of the same places, form a group. */
function corpusFiles(): AnnotatedFile[] {
  const folder = join(HERE, '../annotated');
  return annotatedIn(folder).flatMap(({ name, source }) => {
    const report = parseAnnotated(source);
    if (report.header.has('copy_of')) return [];
    const group = `corpus-${(Number(name.replace(/\D/g, '')) - 1) % 12}`;
    const gold = report.paragraphs.flat() as unknown as GoldSentence[];
    return [{ name, group, source: 'corpus', text: renderText([report]), gold, weight: WEIGHTS.corpus }];
  });
}

/** Texts of kinds that the corpus lacks, in folders by kind; their names tell the kind. A heading or noise takes its own line. */
function trainingTexts(): AnnotatedFile[] {
  const folder = join(HERE, 'texts');
  const kinds = readdirSync(folder)
    .filter((entry) => !entry.endsWith('.ann'))
    .sort();
  const inKinds = kinds.flatMap((kind) =>
    annotatedIn(join(folder, kind)).map((text) => ({ ...text, name: `${kind}/${text.name}` })),
  );
  return [...annotatedIn(folder), ...inKinds].map(({ name, source }) => {
    const { paragraphs } = parseAnnotated(source);
    const alone = (sentence: { role: string; text: string } | undefined): boolean =>
      sentence !== undefined && (/heading|noise/.test(sentence.role) || !/[。！？”]$/u.test(sentence.text));
    const text = paragraphs
      .map((sentences) =>
        sentences
          .map((own, at) => (at > 0 && (alone(sentences[at - 1]) || alone(own)) ? '\n' : '') + own.text)
          .join(''),
      )
      .join('\n');
    const gold = paragraphs.flat() as unknown as GoldSentence[];
    return { name, group: name, source: 'texts', text: `${text}\n`, gold, weight: WEIGHTS.texts };
  });
}

const annotatedIn = (folder: string): { name: string; source: string }[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.ann'))
    .sort()
    .map((file) => ({ name: basename(file, '.ann'), source: readFileSync(join(folder, file), 'utf8') }));

/** The real reports folder: annotated reports, the seed, and reports that we labelled by the hash of their sentences. */
function realFiles(folder: string): AnnotatedFile[] {
  if (!existsSync(join(folder, 'gold/real'))) return [];
  const read = (...parts: string[]): string => readFileSync(join(folder, ...parts), 'utf8');
  const goldIn = (...parts: string[]): GoldSentence[] =>
    read(...parts)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as GoldSentence);
  const labelled = readdirSync(join(folder, 'gold/real'))
    .sort()
    .map((file) => basename(file, '.jsonl'))
    .map((name) => ({
      name,
      group: name,
      source: 'real',
      text: read('reports/labelled', `${name}.txt`),
      gold: goldIn('gold/real', `${name}.jsonl`),
      weight: WEIGHTS.real,
    }));
  const [seed] = readdirSync(join(folder, 'seed'));
  const seedFile = { name: 'seed', group: 'seed', source: 'seed', text: read('seed', seed!), weight: WEIGHTS.real };
  return [...labelled, { ...seedFile, gold: goldIn('gold/seed.jsonl') }, ...hashedFiles(folder, read)];
}

/** The papers of which real/ annotates the beginning: the rest of each, in the group of its beginning. */
function hashedFiles(folder: string, read: (...parts: string[]) => string): AnnotatedFile[] {
  const labels = JSON.parse(readFileSync(join(HERE, 'labels.json'), 'utf8')) as Record<string, string>;
  const gold = new Map(
    Object.entries(labels).map(([hash, codes]) => {
      const [role, ...also] = codes.split('+').map((code) => ROLE_LETTERS[code]!);
      return [hash, { role: role!, also }];
    }),
  );
  return readdirSync(join(folder, 'reports/policy-papers'))
    .sort()
    .map((file) => ({
      name: `rest of ${basename(file, '.txt')}`,
      group: basename(file, '.txt').replace(/^\d+_[a-z]+_/, ''),
      source: 'rest',
      text: read('reports/policy-papers', file),
      gold,
      weight: WEIGHTS.real,
    }));
}

/** How many annotated sentences each source has. */
export const countBySource = (reports: readonly LabelledReport[]): Record<string, number> =>
  Object.fromEntries(
    [...new Set(reports.map(({ source }) => source))].map((source) => [
      source,
      reports
        .filter((report) => report.source === source)
        .reduce((sum, { gold }) => sum + gold.filter((each) => each && ROLES.includes(each.role)).length, 0),
    ]),
  );
