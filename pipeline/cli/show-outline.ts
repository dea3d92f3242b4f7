import type { Language } from '../config.ts';
import type { Role } from '../model/role.ts';
import type { OutlineFigure, ReportHead } from '../store/outline.ts';
import type { Colors } from './io.ts';
import { inRoleColor, roleLabel } from './labels.ts';
import type { OutlineNode } from './outline-tree.ts';
import { pad, truncate, widthOf, wrap } from './width.ts';

/** How an outline is shown; `width` is that of the terminal, null where nothing may be cut. */
export interface OutlineStyle {
  readonly lang: Language;
  readonly width: number | null;
  readonly colors: Colors;
}

const ORDER = ['problem', 'cause', 'countermeasure', 'practice', 'context'] as const satisfies readonly Role[];
const INDENT = 2;
const LINES_OF_FIGURES = 2;
/** Headings longer than this push their counts to the right instead of widening the column for all. */
const WIDEST_LABEL = 60;

/** The lines that show a report: its head, then a line for each section and point, with figures below. */
export function outlineLines(report: ReportHead, tree: readonly OutlineNode[], style: OutlineStyle): string[] {
  const column = Math.min(WIDEST_LABEL, widestLabel(tree, 0, style), Math.floor((style.width ?? 200) * 0.6));
  return [...headLines(report, style), '', ...tree.flatMap((node) => nodeLines(node, 0, column, style))];
}

const HEAD_WORDS = {
  zh: {
    size: ({ characters, sentences, points, figures }: ReportHead) =>
      `${characters}字 · ${sentences}句 · ${points}个要点 · ${figures}个数字`,
    year: (report: ReportHead) =>
      report.year === null
        ? '年份不详'
        : `${report.year}年（依据：${BASIS_ZH[report.year_basis] ?? report.year_basis}）`,
    copy: (report: ReportHead) => `与${report.duplicate_of}雷同（${percent(report.similarity)}）`,
    figures: '数字',
  },
  en: {
    size: ({ characters, sentences, points, figures }: ReportHead) =>
      `${characters} characters · ${sentences} sentences · ${points} points · ${figures} figures`,
    year: (report: ReportHead) =>
      report.year === null ? 'year unknown' : `${report.year} (known by ${report.year_basis})`,
    copy: (report: ReportHead) => `copy of ${report.duplicate_of} (${percent(report.similarity)})`,
    figures: 'figures',
  },
} as const;

const BASIS_ZH: Readonly<Record<string, string>> = {
  manifest: '清单',
  option: '参数',
  title: '标题',
  date: '落款日期',
  folder: '文件夹名',
  file: '文件名',
  property: '文档属性',
  text: '正文',
};

const percent = (share: number | null): string => `${Math.round((share ?? 0) * 100)}%`;

function headLines(report: ReportHead, { lang, width, colors }: OutlineStyle): string[] {
  const words = HEAD_WORDS[lang];
  const where = [words.year(report), report.region, report.issuer].filter(Boolean).join(' · ');
  const copy = report.duplicate_of === null ? [] : [colors.yellow(words.copy(report))];
  const title = width === null ? [report.title] : wrap(report.title, width);
  return [
    ...title.map(colors.bold),
    where,
    words.size(report),
    ...copy,
    colors.dim(`${report.report_id}  ${report.path}`),
  ];
}

const widestLabel = (nodes: readonly OutlineNode[], depth: number, style: OutlineStyle): number =>
  nodes.reduce(
    (most, node) =>
      Math.max(most, widthOf(labelOf(node, depth, style.lang)), widestLabel(node.children, depth + 1, style)),
    0,
  );

const labelOf = ({ number, label, kind, role, point }: OutlineNode, depth: number, lang: Language): string =>
  `${' '.repeat(depth * INDENT)}${kind === 'point' ? '· ' : ''}${number}${label}${point && role ? `【${roleLabel(role, lang)}】` : ''}`;

function nodeLines(node: OutlineNode, depth: number, column: number, style: OutlineStyle): string[] {
  const { lang, width, colors } = style;
  const label = labelOf(node, depth, lang);
  const shown = width === null ? label : truncate(label, Math.max(column, 20));
  const colored = node.role ? inRoleColor(shown, node.role, colors) : colors.bold(shown);
  const counts = ORDER.filter((role) => node.sentences[role]).map(
    (role) => `${roleLabel(role, lang)} ${node.sentences[role]}`,
  );
  const line =
    `${colored}${' '.repeat(Math.max(2, column + 2 - widthOf(shown)))}${colors.dim(counts.join(' '))}`.trimEnd();
  return [
    line,
    ...figureLines(node.figures, depth + 1, style),
    ...node.children.flatMap((child) => nodeLines(child, depth + 1, column, style)),
  ];
}

function figureLines(
  figures: readonly OutlineFigure[],
  depth: number,
  { lang, width, colors }: OutlineStyle,
): string[] {
  if (figures.length === 0) return [];
  const head = `${' '.repeat(depth * INDENT)}${HEAD_WORDS[lang].figures}  `;
  const text = figures.map(figureText).join('; ');
  const lines = width === null ? [text] : wrap(text, Math.max(20, width - widthOf(head)), LINES_OF_FIGURES);
  return lines.map((line, index) => colors.dim((index === 0 ? head : pad('', widthOf(head))) + line));
}

const ARROWS = { up: '↑', down: '↓' } as const;

const figureText = ({ subject, surface, direction }: OutlineFigure): string =>
  `${subject}${subject ? ' ' : ''}${surface}${direction ? ARROWS[direction] : ''}`;
