import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NO_OVERRIDES } from '../../pipeline/model/mined-source.ts';
import type { Role } from '../../pipeline/model/role.ts';
import { mineSource } from '../../pipeline/run.ts';
import { shortHash } from '../../pipeline/text/hash.ts';
import { numberingOf } from '../../pipeline/text/numbering.ts';
import { type Passage, type PointText, sentencesBelow } from '../../pipeline/themes/point-text.ts';
import { cutWords } from '../../pipeline/words/words.ts';

/** A point with the themes that it has (`must`) and those that it may have or not; points of a group tell of each other. */
export interface LabelledPoint {
  readonly id: string;
  readonly group: string;
  readonly source: string;
  readonly point: PointText;
  readonly must: readonly string[];
  readonly may: readonly string[];
}

type Labels = Pick<LabelledPoint, 'must' | 'may'>;

const HERE = import.meta.dirname;
const NONE: Labels = { must: [], may: [] };

const passage = (text: string): Passage => ({ text, words: cutWords(text) });
const claim = (text: string): Passage => passage(text.slice(numberingOf(text)?.length ?? 0).replace(/[。；]$/u, ''));
const ids = (cell = ''): string[] => cell.split(' ').filter((id) => id !== '' && id !== '-' && id !== 'none');
const rowsOf = (path: string): string[][] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));

/** The points of the sample corpus whose id `wanted` takes, with labels by id. */
export function corpusPoints(labels: ReadonlyMap<string, Labels>): LabelledPoint[] {
  const folder = join(HERE, '../gold');
  const points: (LabelledPoint & { readonly sentences: Passage[] })[] = [];
  let open: Passage[] | null = null;
  let report = '';
  for (const { id, text, role, point } of readdirSync(folder)
    .sort()
    .flatMap((file) => goldRows(join(folder, file)))) {
    if (id.slice(0, 3) !== report || role === 'heading' || role === 'noise') open = null;
    report = id.slice(0, 3);
    if (point && labels.has(id)) {
      const sentences: Passage[] = [];
      open = sentences;
      const own = { label: claim(text), sentences, role };
      points.push({ id, group: report, source: 'corpus', point: own, sentences, ...labels.get(id)! });
    } else if (point) open = null;
    else open?.push(passage(text));
  }
  return points;
}

interface GoldRow {
  readonly id: string;
  readonly text: string;
  readonly role: Role;
  readonly point?: unknown;
}

const goldRows = (path: string): GoldRow[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as GoldRow);

/** Labels by id: columns id, must, may. */
export const labelsIn = (path: string): ReadonlyMap<string, Labels> =>
  new Map(rowsOf(path).map(([id, must, may]) => [id!, { must: ids(must), may: ids(may) }]));

/** Invented points of our own, each by itself: columns must, may, role, claim, further sentences. */
export const writtenPoints = (): LabelledPoint[] =>
  rowsOf(join(HERE, 'themes/written.tsv')).map(([must, may, role, label, body = ''], index) => ({
    id: `written-${index}`,
    group: `written-${index}`,
    source: 'written',
    point: { label: claim(label!), sentences: body === '' ? [] : [passage(body)], role: role as Role },
    must: ids(must),
    may: ids(may),
  }));

/** All points of the real reports under `folder`, as mined; labels by the hash of their claim, once each. None where it is missing. */
export async function realPoints(folder: string): Promise<LabelledPoint[]> {
  const reports = join(folder, 'reports');
  if (!existsSync(reports)) return [];
  const labels = new Map(
    Object.entries(JSON.parse(readFileSync(join(HERE, 'themes/real.json'), 'utf8')) as Record<string, string>).map(
      ([hash, cells]) => [hash, { must: ids(cells.split('|')[0]), may: ids(cells.split('|')[1]) }],
    ),
  );
  const taken = new Set<string>();
  const labelled = (claim: string): Labels => {
    const hash = shortHash(claim);
    if (taken.has(hash)) return NONE;
    taken.add(hash);
    return labels.get(hash) ?? NONE;
  };
  const files = readdirSync(reports, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.txt'));
  const points: LabelledPoint[] = [];
  for (const file of files.sort()) points.push(...(await minedPoints(join(reports, file), labelled)));
  return points;
}

async function minedPoints(path: string, labelsOf: (claim: string) => Labels): Promise<LabelledPoint[]> {
  const { reports, sha256 } = await mineSource({ path, bytes: readFileSync(path), overrides: NO_OVERRIDES });
  return reports.flatMap(({ mined: { report, points, sentences } }) =>
    points.map((point): LabelledPoint => {
      const texts = point.sentences.map((index) => report.text.slice(sentences[index]!.start, sentences[index]!.end));
      return {
        id: `${sha256.slice(0, 8)}-${report.seq}-${point.seq}`,
        group: `${path} ${report.seq}`,
        source: 'real',
        point: {
          label: passage(point.label),
          sentences: sentencesBelow(point.label, texts).map(passage),
          role: point.role,
        },
        ...labelsOf(point.label),
      };
    }),
  );
}
