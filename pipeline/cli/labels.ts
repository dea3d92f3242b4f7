import type { Language } from '../config.ts';
import type { Role } from '../model/role.ts';
import type { Colors } from './io.ts';

const ROLE_LABELS: Readonly<Record<Language, Readonly<Record<Role, string>>>> = {
  zh: {
    problem: '问题',
    cause: '原因',
    countermeasure: '对策',
    practice: '做法',
    context: '情况',
    heading: '标题',
    noise: '噪声',
  },
  en: {
    problem: 'problem',
    cause: 'cause',
    countermeasure: 'countermeasure',
    practice: 'practice',
    context: 'context',
    heading: 'heading',
    noise: 'noise',
  },
};

/** What a role is called. */
export const roleLabel = (role: Role, lang: Language): string => ROLE_LABELS[lang][role];

const ROLE_COLORS: Readonly<Partial<Record<Role, 'red' | 'yellow' | 'green' | 'cyan'>>> = {
  problem: 'red',
  cause: 'yellow',
  countermeasure: 'green',
  practice: 'cyan',
};

/** `text` in the colour of a role. */
export function inRoleColor(text: string, role: Role, colors: Colors): string {
  const color = ROLE_COLORS[role];
  return color ? colors[color](text) : colors.dim(text);
}
