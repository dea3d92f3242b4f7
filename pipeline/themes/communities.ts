import type { Vector } from './vectors.ts';

/** Weights of the edges from each node, by the number of the other. */
type Graph = readonly ReadonlyMap<number, number>[];

/** Neighbours of a point in the graph, and the least cosine that makes one. */
const NEIGHBOURS = 10;
const LEAST_COSINE = 0.08;
/** Words that stand in more points than this are not looked up: they join everything. */
const COMMON_WORD = 2000;

/**
 * Groups vectors that are near each other: communities of the graph of nearest neighbours by greedy modularity (Blondel
 * et al. 2008, Louvain), nodes taken in their order. Gives the community of each vector, numbered by first member.
 */
export function communitiesOf(vectors: readonly Vector[], resolution = 1): number[] {
  let graph = neighbourGraph(vectors);
  let community = vectors.map((_, node) => node);
  for (;;) {
    const moved = movedNodes(graph, resolution);
    const numbered = renumbered(moved);
    community = community.map((node) => numbered[node]!);
    const count = new Set(numbered).size;
    if (count === graph.length) return renumbered(community);
    graph = merged(graph, numbered, count);
  }
}

/** Joins each vector to those nearest to it; an edge weighs the cosine, and stands in both directions. */
function neighbourGraph(vectors: readonly Vector[]): Graph {
  const postings = new Map<string, { readonly nodes: number[]; readonly weights: number[] }>();
  for (const [node, vector] of vectors.entries()) {
    for (const [word, weight] of vector) {
      const known = postings.get(word) ?? { nodes: [], weights: [] };
      postings.set(word, known);
      known.nodes.push(node);
      known.weights.push(weight);
    }
  }
  const cosines = new Float64Array(vectors.length);
  const edges = vectors.map(() => new Map<number, number>());
  for (const [node, vector] of vectors.entries()) {
    cosines.fill(0);
    for (const [word, weight] of vector) {
      const { nodes, weights } = postings.get(word)!;
      if (nodes.length > COMMON_WORD) continue;
      for (let at = 0; at < nodes.length; at++) cosines[nodes[at]!]! += weight * weights[at]!;
    }
    const near: number[] = [];
    for (let other = 0; other < cosines.length; other++)
      if (other !== node && cosines[other]! >= LEAST_COSINE) near.push(other);
    near.sort((a, b) => cosines[b]! - cosines[a]! || a - b);
    for (const other of near.slice(0, NEIGHBOURS)) {
      edges[node]!.set(other, cosines[other]!);
      edges[other]!.set(node, cosines[other]!);
    }
  }
  return edges;
}

/** Moves nodes to the neighbouring community that raises modularity most, until none moves. */
function movedNodes(graph: Graph, resolution: number): number[] {
  const community = graph.map((_, node) => node);
  const degrees = graph.map((edges) => Array.from(edges.values()).reduce((sum, weight) => sum + weight, 0));
  const totals = [...degrees];
  const whole = degrees.reduce((sum, degree) => sum + degree, 0);
  if (whole === 0) return community;
  for (let round = 0; round < 50; round++) {
    let moves = 0;
    for (const [node, edges] of graph.entries()) {
      const own = community[node]!;
      totals[own]! -= degrees[node]!;
      const gain = gains(edges, node, community);
      const value = (target: number): number =>
        (gain.get(target) ?? 0) - (resolution * totals[target]! * degrees[node]!) / whole;
      let best = own;
      for (const target of gain.keys()) if (value(target) > value(best) + 1e-12) best = target;
      totals[best]! += degrees[node]!;
      if (best !== own) {
        community[node] = best;
        moves++;
      }
    }
    if (moves === 0) break;
  }
  return community;
}

/** The weight of the edges from a node into each community. */
function gains(edges: ReadonlyMap<number, number>, node: number, community: readonly number[]): Map<number, number> {
  const sums = new Map<number, number>();
  for (const [other, weight] of edges) {
    if (other !== node) sums.set(community[other]!, (sums.get(community[other]!) ?? 0) + weight);
  }
  return sums;
}

function renumbered(community: readonly number[]): number[] {
  const numbers = new Map<number, number>();
  return community.map((each) => {
    if (!numbers.has(each)) numbers.set(each, numbers.size);
    return numbers.get(each)!;
  });
}

/** The graph of communities; a community's edge to itself holds what lies inside it. */
function merged(graph: Graph, community: readonly number[], count: number): Graph {
  const edges = Array.from({ length: count }, () => new Map<number, number>());
  for (const [node, others] of graph.entries()) {
    const into = edges[community[node]!]!;
    for (const [other, weight] of others) into.set(community[other]!, (into.get(community[other]!) ?? 0) + weight);
  }
  return edges;
}
