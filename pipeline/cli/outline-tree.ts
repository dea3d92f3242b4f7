import type { Role } from '../model/role.ts';
import type { OutlineFigure, OutlinePoint, OutlineSection, ReportOutline } from '../store/outline.ts';

/** A section, or a point that is not the claim of a section, with what lies in it. */
export interface OutlineNode {
  readonly kind: 'section' | 'point';
  readonly id: string;
  /** The point whose claim this is; null where a heading claims nothing. */
  readonly point: string | null;
  readonly number: string;
  readonly label: string;
  readonly role: Role | null;
  /** Sentences by role, those of the nodes below included; headings without claim and noise are left out. */
  readonly sentences: Readonly<Partial<Record<Role, number>>>;
  /** Figures that stand in this node and in none below it. */
  readonly figures: readonly OutlineFigure[];
  readonly children: readonly OutlineNode[];
}

/** The outline of a report as a tree; figures before the first heading stand in no node. */
export function outlineTree(outline: ReportOutline): readonly OutlineNode[] {
  const claims = claimsOf(outline);
  const homeOf = (item: { readonly point_id: string | null; readonly section_id: string | null }): string | null => {
    const section = item.point_id === null ? undefined : claims.sectionOf.get(item.point_id);
    return section ?? item.point_id ?? item.section_id;
  };
  const context = { outline, claims, children: childrenOf(outline, claims), homeOf };
  return (context.children.get(null) ?? []).map((item) => nodeOf(item, context));
}

type Item = OutlineSection | OutlinePoint;

interface Claims {
  readonly pointOf: ReadonlyMap<string, OutlinePoint>;
  readonly sectionOf: ReadonlyMap<string, string>;
}

interface Context {
  readonly outline: ReportOutline;
  readonly claims: Claims;
  readonly children: ReadonlyMap<string | null, readonly Item[]>;
  readonly homeOf: (item: { readonly point_id: string | null; readonly section_id: string | null }) => string | null;
}

/** Which points are the claims of sections: those that begin where their section does. */
function claimsOf({ sections, points }: ReportOutline): Claims {
  const starts = new Map(sections.map((section) => [section.section_id, section]));
  const claims = points.filter(({ section_id, char_start }) => {
    const section = section_id === null ? undefined : starts.get(section_id);
    return section && (section.char_start === char_start || section.heading_start === char_start);
  });
  return {
    pointOf: new Map(claims.map((point) => [point.section_id!, point])),
    sectionOf: new Map(claims.map((point) => [point.point_id, point.section_id!])),
  };
}

const isSection = (item: Item): item is OutlineSection => 'heading' in item;

function childrenOf({ sections, points }: ReportOutline, claims: Claims): ReadonlyMap<string | null, readonly Item[]> {
  const children = new Map<string | null, Item[]>();
  const add = (parent: string | null, item: Item): unknown =>
    children.set(parent, [...(children.get(parent) ?? []), item]);
  for (const section of sections) add(section.parent_id, section);
  for (const point of points) {
    if (claims.sectionOf.has(point.point_id)) continue;
    const parent = point.parent_id;
    add(parent !== null && !claims.sectionOf.has(parent) ? parent : point.section_id, point);
  }
  for (const items of children.values()) items.sort((a, b) => a.char_start - b.char_start);
  return children;
}

function nodeOf(item: Item, context: Context): OutlineNode {
  const section = isSection(item);
  const id = section ? item.section_id : item.point_id;
  const claim = section ? context.claims.pointOf.get(id) : item;
  const children = (context.children.get(id) ?? []).map((child) => nodeOf(child, context));
  const own = context.outline.sentences.filter((sentence) => context.homeOf(sentence) === id);
  return {
    kind: section ? 'section' : 'point',
    id,
    point: claim?.point_id ?? null,
    number: section ? item.number : '',
    label: section ? item.heading : item.label,
    role: claim?.role ?? (section ? item.role : null),
    sentences: addUp([...own.map(({ role }) => ({ [role]: 1 })), ...children.map(({ sentences }) => sentences)]),
    figures: context.outline.figures.filter((figure) => context.homeOf(figure) === id),
    children,
  };
}

function addUp(counts: readonly Readonly<Partial<Record<Role, number>>>[]): Partial<Record<Role, number>> {
  const sums: Partial<Record<Role, number>> = {};
  for (const [role, number] of counts.flatMap((each) => Object.entries(each)) as [Role, number][]) {
    if (role !== 'heading' && role !== 'noise') sums[role] = (sums[role] ?? 0) + number;
  }
  return sums;
}
