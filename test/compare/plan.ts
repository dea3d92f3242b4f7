import type { Status } from '../../pipeline/compare/themes.ts';

/** The drift that corpus/README.md plans: how each theme of the sample corpus fares from 2018 to 2025. */
export const PLAN: readonly (readonly [role: string, theme: string, status: Status, lateAgainstEarly: -1 | 0 | 1])[] = [
  ['problem', '数字化', 'new', 1],
  ['problem', '人口流失', 'rising', 1],
  ['problem', '基础设施', 'gone', -1],
  ['problem', '思想认识', 'falling', -1],
  ['problem', '形式主义负担', 'returned', 0],
  ['problem', '经费投入', 'steady', 0],
  ['problem', '能力素质', 'steady', 0],
  ['problem', '体制机制', 'steady', 0],
  ['problem', '考核激励', 'steady', 0],
  ['countermeasure', '数字化', 'new', 1],
  ['countermeasure', '监督问责', 'gone', -1],
  ['countermeasure', '考核激励', 'rising', 1],
  ['countermeasure', '经费投入', 'steady', 0],
  ['countermeasure', '教育培训', 'steady', 0],
];
