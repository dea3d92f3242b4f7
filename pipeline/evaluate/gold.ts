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

/** A sentence with the roles and quantities that a careful reader gave it. `report` counts the reports of its file. */
export interface GoldSentence {
  readonly id: string;
  readonly report: number;
  readonly text: string;
  readonly role: Role;
  readonly also: readonly Role[];
  readonly stats: readonly GoldStatistic[];
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
  return { id: String(id), report: Number(report), text, role, also, stats: stats.map(readStatistic) };
}

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
