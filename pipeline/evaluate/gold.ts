import { Fault, messageOf } from '../model/fault.ts';
import { ROLES, type Role } from '../model/role.ts';

/** A quantity as annotated; `value` in base units, null where masked. */
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

/** The point that a sentence opens: its name in the report, and the points that it is the cause of or answers. */
export interface GoldPoint {
  readonly name: string;
  readonly targets: readonly string[];
}

/** A causal pair in the words of its sentence. */
export interface GoldPair {
  readonly cause: string;
  readonly effect: string;
}

/** A sentence with the roles and quantities that a careful reader gave it. `report` counts the reports of its file. */
export interface GoldSentence {
  readonly id: string;
  readonly report: number;
  readonly text: string;
  readonly role: Role;
  readonly also: readonly Role[];
  readonly stats: readonly GoldStatistic[];
  readonly point?: GoldPoint;
  readonly pairs?: readonly GoldPair[];
}

/**
 * Reads gold annotations, one JSON object a line.
 * @throws Fault with file and line where a line is not a sentence with its role.
 */
export function parseGold(text: string, path: string): GoldSentence[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [readSentence(JSON.parse(line))];
    } catch (error) {
      throw new Fault(`${path}, line ${index + 1}: ${messageOf(error)}; give gold annotations, one sentence a line`);
    }
  });
}

function readSentence(row: Partial<Record<string, unknown>>): GoldSentence {
  const { id = '', report = 0, text, role, also = [], stats = [] } = row;
  if (typeof text !== 'string') throw new Error('no “text”');
  if (!isRole(role)) throw new Error(`“role” is none of ${ROLES.join(', ')}`);
  if (!Array.isArray(also) || !also.every(isRole)) throw new Error('“also” is not a list of roles');
  if (!Array.isArray(stats)) throw new Error('“stats” is not a list');
  return {
    id: String(id),
    report: Number(report),
    text,
    role,
    also,
    stats: stats.map(readStatistic),
    ...readArgument(row),
  };
}

function readArgument({ point, pairs }: Partial<Record<string, unknown>>): Pick<GoldSentence, 'point' | 'pairs'> {
  if (point !== undefined && !isPoint(point)) throw new Error('“point” has no “name” or no list of “targets”');
  if (pairs !== undefined && !(Array.isArray(pairs) && pairs.every(isPair)))
    throw new Error('“pairs” is not a list of “cause” and “effect”');
  return { ...(point && { point }), ...(pairs && { pairs }) };
}

const isPoint = (value: unknown): value is GoldPoint =>
  typeof value === 'object' && value !== null && 'name' in value && 'targets' in value && Array.isArray(value.targets);

const isPair = (value: Partial<Record<keyof GoldPair, unknown>>): value is GoldPair =>
  typeof value?.cause === 'string' && typeof value.effect === 'string';

const isRole = (name: unknown): name is Role => ROLES.some((role) => role === name);

function readStatistic(row: Partial<GoldStatistic>): GoldStatistic {
  if (typeof row.surface !== 'string') throw new Error('a statistic without “surface”');
  return {
    surface: row.surface,
    value: row.value ?? null,
    value_max: row.value_max ?? null,
    unit: row.unit ?? '',
    kind: row.kind ?? 'other',
    qualifier: row.qualifier ?? 'exact',
    subject: row.subject ?? '',
    direction: row.direction ?? null,
  };
}
