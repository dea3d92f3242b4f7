import { shortHash } from '../text/hash.ts';
import { communitiesOf } from './communities.ts';
import { tellingPhrases } from './phrases.ts';
import { centroid, cosine, normalized, type PointWords, type Vector, vectorsOf } from './vectors.ts';

/** A theme that no taxonomy has; the id depends on what it was found from. `keywords` are its heaviest words in order. */
export interface DiscoveredTheme {
  readonly id: string;
  readonly label: string;
  readonly keywords: readonly string[];
}

/** A discovered theme of the point at index `point`, with how near it is (0 to 1) and the words that they share. */
export interface DiscoveredAssignment {
  readonly point: number;
  readonly theme: string;
  readonly score: number;
  readonly terms: readonly string[];
}

export interface Discovery {
  readonly themes: readonly DiscoveredTheme[];
  readonly assignments: readonly DiscoveredAssignment[];
}

/** Communities are looked for from coarse to fine: what a coarse one does not explain may fall into finer ones. */
const RESOLUTIONS = [2, 6];
const KEYWORDS = 16;
/** A theme has this many points in this many reports at least, which are this near to its centre on average. */
const LEAST_POINTS = 5;
const LEAST_REPORTS = 3;
const LEAST_NEARNESS = 0.25;
/** A theme of the taxonomy that more of the points have is what they are about: they make no further one. */
const MOST_OF_ONE = 0.6;
/** How near a point has to be to an earlier theme to get it. */
const JOINS = 0.3;

/**
 * Finds themes that cut across the taxonomy among points (`open`: their indices in `points`). Points near a theme of `known`
 * get that one; communities of the others become new themes. The same points in the same order give the same.
 */
export function discoverThemes(
  points: readonly PointWords[],
  open: readonly number[],
  known: readonly DiscoveredTheme[],
): Discovery {
  const vectors = vectorsOf(points);
  const joined = open.flatMap((point) => joinKnown(point, vectors[point]!, known));
  const taken = new Set(joined.map(({ point }) => point));
  const found: Found[] = [];
  for (const resolution of RESOLUTIONS) {
    const rest = open.filter((point) => !taken.has(point) && vectors[point]!.size > 0);
    const community = communitiesOf(
      rest.map((point) => vectors[point]!),
      resolution,
    );
    const themes = groupsOf(rest, community).flatMap((group) => themeOf(group, points, vectors));
    for (const { point } of themes.flatMap(({ members }) => members)) taken.add(point);
    found.push(...themes);
  }
  return {
    themes: found.map(({ theme }) => theme),
    assignments: [...joined, ...found.flatMap((each) => each.members)],
  };
}

interface Found {
  readonly theme: DiscoveredTheme;
  readonly members: readonly DiscoveredAssignment[];
}

/** Keywords as a vector: the first weighs most. */
const keywordVector = (keywords: readonly string[]): Vector =>
  normalized(new Map(keywords.map((word, index) => [word, 1 / Math.sqrt(index + 1)])));

function joinKnown(point: number, vector: Vector, known: readonly DiscoveredTheme[]): DiscoveredAssignment[] {
  const near = known
    .map(({ id, keywords }) => ({ id, keywords, score: cosine(vector, keywordVector(keywords)) }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))[0];
  if (!near || near.score < JOINS) return [];
  return [{ point, theme: near.id, score: near.score, terms: near.keywords.filter((word) => vector.has(word)) }];
}

/** How many of the points have the theme of the taxonomy that most of them have. */
function largestTheme(points: readonly PointWords[]): number {
  const counts = new Map<string, number>();
  for (const { theme } of points) if (theme !== null) counts.set(theme, (counts.get(theme) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

function groupsOf(points: readonly number[], community: readonly number[]): number[][] {
  const groups: number[][] = community.map(() => []);
  for (const [index, point] of points.entries()) groups[community[index]!]!.push(point);
  return groups.filter((group) => group.length > 0);
}

/** The theme of a community, of its points that are near its centre; none where they are too few or too far apart. */
function themeOf(group: readonly number[], points: readonly PointWords[], vectors: readonly Vector[]): Found[] {
  const centre = centroid(
    group.map((point) => vectors[point]!),
    KEYWORDS,
  );
  const near = group.filter((point) => cosine(vectors[point]!, centre) >= LEAST_NEARNESS);
  const reports = new Set(near.map((point) => points[point]!.report));
  if (near.length < LEAST_POINTS || reports.size < LEAST_REPORTS) return [];
  if (largestTheme(near.map((point) => points[point]!)) > MOST_OF_ONE * near.length) return [];
  const keywords = Array.from(centre)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([word]) => word);
  const id = `found-${shortHash(keywords.join(' ')).slice(0, 8)}`;
  const phrases = tellingPhrases(
    near.map((point) => points[point]!),
    points,
  );
  if (phrases.length === 0) return [];
  const members = near.map((point) => ({
    point,
    theme: id,
    score: cosine(vectors[point]!, centre),
    terms: keywords.filter((word) => vectors[point]!.has(word)),
  }));
  return [{ theme: { id, label: phrases.join('、'), keywords }, members }];
}
