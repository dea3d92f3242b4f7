import type { Language } from '../config.ts';
import type { AuditSeverity } from '../model/audit.ts';
import type { AuditedFigure, StoredFinding } from '../store/audit.ts';
import { kindLabel, severityLabel } from './audit-labels.ts';
import type { Colors } from './io.ts';
import { wrap } from './width.ts';

/** How findings are shown; `width` is that of the terminal, null where nothing may be cut. */
interface FindingStyle {
  readonly lang: Language;
  readonly width: number | null;
  readonly colors: Colors;
}

const COLORS = { error: 'red', warning: 'yellow', doubtful: 'dim', confirmed: 'green' } as const satisfies Record<
  AuditSeverity,
  keyof Colors
>;

/** Lines that show findings report by report: severity and kind, the sum, then the figures under their sentences. */
export function findingLines(findings: readonly StoredFinding[], style: FindingStyle): string[] {
  return findings.flatMap((finding, index) => [
    ...(finding.report_id === findings[index - 1]?.report_id ? [] : headLines(finding, style)),
    ...oneFinding(finding, style),
    '',
  ]);
}

function headLines({ title, year, region, report_id, figures }: StoredFinding, { colors }: FindingStyle): string[] {
  const where = [year, region].filter((each) => each !== null).join(' · ');
  return [
    `${colors.bold(title)}${where ? ` (${where})` : ''}`,
    colors.dim(`${report_id}  ${figures[0]?.path ?? ''}`),
    '',
  ];
}

function oneFinding(finding: StoredFinding, style: FindingStyle): string[] {
  const { lang, colors } = style;
  const mark = colors[COLORS[finding.severity]](severityLabel(finding.severity, lang));
  return [
    `${mark}  ${kindLabel(finding.kind, lang)}`,
    ...wrapped(finding.arithmetic, 2, style).map((line) => colors.bold(line)),
    ...sentencesOf(finding).flatMap((figures) => sentenceLines(figures, finding, style)),
  ];
}

/** The figures by their sentences, in reading order. */
function sentencesOf({ figures }: StoredFinding): AuditedFigure[][] {
  const sentences = new Map<string, AuditedFigure[]>();
  for (const figure of figures)
    sentences.set(figure.sentence_id, [...(sentences.get(figure.sentence_id) ?? []), figure]);
  return [...sentences]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => group.toSorted((a, b) => a.char_start - b.char_start));
}

function sentenceLines(figures: readonly AuditedFigure[], finding: StoredFinding, style: FindingStyle): string[] {
  const { colors } = style;
  const { text, title, path, section_path, report_id } = figures[0]!;
  const other = report_id === finding.report_id ? [] : [`${title}  ${report_id}  ${path}`];
  const place = [...other, ...(section_path ? [section_path] : [])].join(' > ');
  const list = figures.map(({ subject, surface, char_start, char_end }) =>
    `${subject} ${surface} [${char_start}-${char_end}]`.trim(),
  );
  return [
    ...wrapped(list.join('; '), 4, style),
    ...wrapped(text.trim(), 6, style),
    ...(place ? wrapped(place, 6, style).map(colors.dim) : []),
  ];
}

/** `text` in lines that stand `indent` columns to the right. */
const wrapped = (text: string, indent: number, { width }: FindingStyle): string[] =>
  (width === null ? [text] : wrap(text, Math.max(20, width - indent))).map((line) => ' '.repeat(indent) + line);
