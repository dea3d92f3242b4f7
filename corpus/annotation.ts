/**
 * The annotated form in which the sample corpus is written: one sentence a line, with its role, its quantities,
 * its point, themes, links and causal pairs. `build.ts` turns it into the report as an office would have it and
 * into gold. The grammar stands in README.md beside this file.
 */
import type { Role } from '../pipeline/model/role.ts';

/** A quantity as annotated; `value` is in base units, null where masked. */
export interface GoldStatistic {
  readonly surface: string;
  readonly value: number | null;
  readonly value_max: number | null;
  readonly unit: string;
  readonly kind: string;
  readonly qualifier: string;
  readonly subject: string;
  readonly direction: 'up' | 'down' | null;
}

export interface GoldPair {
  readonly cause: string;
  readonly effect: string;
  readonly cue: string;
}

/** The point that a sentence opens: its name in the report, the points it is the cause of or answers, its themes. */
export interface GoldPoint {
  readonly name: string;
  readonly targets: readonly string[];
  readonly themes: readonly string[];
}

export interface AnnotatedSentence {
  readonly text: string;
  readonly role: string;
  readonly also: readonly string[];
  readonly stats: readonly GoldStatistic[];
  readonly pairs: readonly GoldPair[];
  readonly point: GoldPoint | null;
}

/** Header values and paragraphs of sentences. */
export interface AnnotatedReport {
  readonly header: ReadonlyMap<string, string>;
  readonly paragraphs: readonly (readonly AnnotatedSentence[])[];
}

/** The letter of each role in an annotated file. */
export const ROLE_LETTERS: Readonly<Record<string, Role>> = {
  P: 'problem',
  C: 'cause',
  M: 'countermeasure',
  D: 'practice',
  X: 'context',
  H: 'heading',
  N: 'noise',
};
const QUALIFIERS = ['exact', 'approx', 'at_least', 'at_most', 'masked'];
const KINDS: readonly (readonly [string, readonly string[]])[] = [
  ['percent', ['%', '％', '百分点', '个百分点', '‰', '成']],
  ['money', ['元', '美元']],
  ['duration', ['年', '个月', '月', '天', '日', '小时', '分钟', '周', '学时', '个工作日', '工作日', '课时']],
  ['age', ['岁', '周岁']],
  ['multiple', ['倍']],
];
const MEASURES = [
  '亩',
  '公里',
  '米',
  '平方米',
  '立方米',
  '平方公里',
  '公顷',
  '吨',
  '斤',
  '公斤',
  '千瓦',
  '千瓦时',
  '毫米',
  '厘米',
  '度',
];

/**
 * Reads an annotated report.
 * @throws Error with the line number when a line does not follow the grammar.
 */
export function parseAnnotated(source: string): AnnotatedReport {
  const header = new Map<string, string>();
  const paragraphs: AnnotatedSentence[][] = [[]];
  for (const [index, line] of source.replace(/\r/g, '').split('\n').entries()) {
    try {
      readLine(line, header, paragraphs);
    } catch (error) {
      throw new Error(`line ${index + 1}: ${(error as Error).message}: ${line.slice(0, 60)}`);
    }
  }
  return { header, paragraphs: paragraphs.filter((paragraph) => paragraph.length > 0) };
}

function readLine(line: string, header: Map<string, string>, paragraphs: AnnotatedSentence[][]): void {
  const current = paragraphs.at(-1)!;
  const key = /^@(\w+)\s+(.*)$/.exec(line);
  const pair = /^\s+~\s*(.+?)\s*=>\s*(.+?)\s*@\s*(.+?)\s*$/.exec(line);
  if (line.trim() === '') paragraphs.push([]);
  else if (key) header.set(key[1]!, key[2]!.trim());
  else if (pair) current.push(withPair(current.pop(), { cause: pair[1]!, effect: pair[2]!, cue: pair[3]! }));
  else current.push(readSentence(line));
}

function withPair(sentence: AnnotatedSentence | undefined, pair: GoldPair): AnnotatedSentence {
  if (!sentence) throw new Error('a causal pair needs its sentence on the line before');
  for (const part of [pair.cause, pair.effect, ...pair.cue.split('…')])
    if (!sentence.text.includes(part)) throw new Error(`“${part}” is not in the sentence`);
  return { ...sentence, pairs: [...sentence.pairs, pair] };
}

function readSentence(line: string): AnnotatedSentence {
  const match = /^([A-Z])((?:\+[A-Z])*)(?:#([\w.]+)(?:>([\w.,]+))?)?(?:\{([^}]*)\})?\s*\|\s?(.+)$/.exec(line);
  if (!match) throw new Error('not a sentence line');
  const role = ROLE_LETTERS[match[1]!];
  const also = match[2]!
    .split('+')
    .filter(Boolean)
    .map((code) => ROLE_LETTERS[code]);
  if (!role || also.some((name) => !name)) throw new Error('unknown role');
  const stats: GoldStatistic[] = [];
  const text = match[6]!.replace(/⟦([^⟧]*)⟧/g, (_, body: string) => {
    stats.push(readStatistic(body));
    return stats.at(-1)!.surface;
  });
  if (/[⟦⟧]/.test(text)) throw new Error('unbalanced ⟦⟧');
  const point = match[3] ? { name: match[3], targets: split(match[4]), themes: split(match[5]) } : null;
  return { text, role, also: also as string[], stats, pairs: [], point };
}

const split = (list: string | undefined): string[] =>
  (list ?? '')
    .split(/[,，]/)
    .map((item) => item.trim())
    .filter(Boolean);

function readStatistic(body: string): GoldStatistic {
  const [surface = '', value = '', unit = '', qualifier = '', subject = '', direction = ''] = body.split('|');
  const [low, high] = value === 'null' ? [null, null] : value.split('~').map(Number);
  if (!surface || !subject || !QUALIFIERS.includes(qualifier)) throw new Error(`statistic “${body}”`);
  if (Number.isNaN(low) || Number.isNaN(high)) throw new Error(`value of “${body}”`);
  if (direction && direction !== 'up' && direction !== 'down') throw new Error(`direction of “${body}”`);
  const kind = kindOf(unit, surface);
  return {
    surface,
    value: low ?? null,
    value_max: high ?? null,
    unit,
    kind,
    qualifier,
    subject,
    direction: (direction || null) as GoldStatistic['direction'],
  };
}

function kindOf(unit: string, surface: string): string {
  if (unit === '' && /分之|[:：∶比]/.test(surface)) return 'ratio';
  if (MEASURES.includes(unit)) return 'other';
  return KINDS.find(([, units]) => units.includes(unit))?.[0] ?? 'count';
}
