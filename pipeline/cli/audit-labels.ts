import type { Language } from '../config.ts';
import type { AuditKind, AuditSeverity } from '../model/audit.ts';

const KIND_LABELS: Readonly<Record<Language, Readonly<Record<AuditKind, string>>>> = {
  zh: {
    parts: '分项与总数',
    share: '占比与数量',
    change: '增减与前后值',
    percent_sum: '占比之和',
    same_report: '前后不一',
    across_reports: '两份报告不一',
    impossible: '不可能的值',
  },
  en: {
    parts: 'parts and whole',
    share: 'share and counts',
    change: 'change and levels',
    percent_sum: 'sum of shares',
    same_report: 'two values in one report',
    across_reports: 'two values in two reports',
    impossible: 'impossible value',
  },
};

const SEVERITY_LABELS: Readonly<Record<Language, Readonly<Record<AuditSeverity, string>>>> = {
  zh: { error: '矛盾', warning: '存疑', doubtful: '或有他解', confirmed: '相符' },
  en: { error: 'error', warning: 'warning', doubtful: 'doubtful', confirmed: 'confirmed' },
};

/** What a kind of finding is called. */
export const kindLabel = (kind: AuditKind, lang: Language): string => KIND_LABELS[lang][kind];

/** What a severity is called. */
export const severityLabel = (severity: AuditSeverity, lang: Language): string => SEVERITY_LABELS[lang][severity];
