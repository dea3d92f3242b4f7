import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BOUNDARIES, type Chain, LABELS, marginals, runLattice } from '../../pipeline/roles/crf.ts';

const score = fc.double({ min: -4, max: 4, noNaN: true });
const chains = fc.integer({ min: 1, max: 4 }).chain((length) =>
  fc.record({
    length: fc.constant(length),
    nodes: fc
      .array(score, { minLength: length * LABELS, maxLength: length * LABELS })
      .map((list) => Float64Array.from(list)),
    boundaries: fc
      .array(fc.integer({ min: 0, max: BOUNDARIES - 1 }), { minLength: length, maxLength: length })
      .map((list) => Uint8Array.from(list)),
    edges: fc
      .array(score, { minLength: BOUNDARIES * LABELS * LABELS, maxLength: BOUNDARIES * LABELS * LABELS })
      .map((list) => Float64Array.from(list)),
  }),
);

/** Every labelling of a chain with its score: the definition, without dynamic programming. */
function labellings({ length, nodes, boundaries, edges }: Chain): { roles: number[]; score: number }[] {
  let all: { roles: number[]; score: number }[] = [{ roles: [], score: 0 }];
  for (let t = 0; t < length; t += 1)
    all = all.flatMap(({ roles, score: sum }) =>
      Array.from({ length: LABELS }, (_, role) => {
        const edge = t === 0 ? 0 : edges[boundaries[t]! * LABELS * LABELS + roles.at(-1)! * LABELS + role]!;
        return { roles: [...roles, role], score: sum + nodes[t * LABELS + role]! + edge };
      }),
    );
  return all;
}

describe('a chain', () => {
  it('has the marginals and the total of all its labellings', () => {
    fc.assert(
      fc.property(chains, (chain) => {
        const all = labellings(chain);
        const total = all.reduce((sum, each) => sum + Math.exp(each.score), 0);
        expect(runLattice(chain, chain.edges.map(Math.exp)).logZ).toBeCloseTo(Math.log(total), 6);
        const given = marginals(chain);
        for (let t = 0; t < chain.length; t += 1)
          for (let role = 0; role < LABELS; role += 1) {
            const part = all
              .filter(({ roles }) => roles[t] === role)
              .reduce((sum, each) => sum + Math.exp(each.score), 0);
            expect(given[t * LABELS + role]).toBeCloseTo(part / total, 6);
          }
      }),
      { numRuns: 15 },
    );
  });

  it('of no sentences has no marginals', () => {
    const none = { length: 0, nodes: new Float64Array(0), boundaries: new Uint8Array(0), edges: new Float64Array(147) };
    expect(marginals(none)).toHaveLength(0);
  });

  it('keeps its marginals finite over many sentences with strong scores', () => {
    const length = 3000;
    const nodes = Float64Array.from({ length: length * LABELS }, (_, at) => ((at * 7919) % 61) - 30);
    const edges = Float64Array.from({ length: BOUNDARIES * LABELS * LABELS }, (_, at) => (at % 9) - 4);
    const given = marginals({ length, nodes, boundaries: new Uint8Array(length), edges });
    for (let t = 0; t < length; t += 1)
      expect(given.subarray(t * LABELS, (t + 1) * LABELS).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  });
});
