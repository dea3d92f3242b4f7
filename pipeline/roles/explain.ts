import { ROLES, type Role, type Vote } from '../model/role.ts';
import { foldForMatching } from '../text/fold.ts';
import { bucketOf } from './buckets.ts';
import { type Features, G, GROUPS } from './collector.ts';
import { LABELS, marginals } from './crf.ts';
import { reportFeatures } from './features.ts';
import { CUE_LISTS } from './lexicon.ts';
import { chainOf, votesOf } from './roles.ts';
import { RULES } from './rules/rules.ts';
import { MIX_NAMES } from './sketch.ts';
import { type SentenceView, STYLES, splitNumber } from './view.ts';
import { calibrated, ownWeights, type Weights, weightOf } from './weights.ts';

/** A feature of the sentence and what it adds to the role's score against the runner-up's. */
export interface FeatureWeight {
  readonly feature: string;
  readonly weight: number;
}

/** Why a sentence has its role. `margin` is the role's probability less the runner-up's. */
export interface Explanation {
  readonly role: Role;
  readonly runnerUp: Role;
  readonly confidence: number;
  readonly margin: number;
  readonly probabilities: readonly { readonly role: Role; readonly probability: number }[];
  readonly votes: readonly Vote[];
  /** Features that speak for the role or for the runner-up, the strongest first. */
  readonly features: readonly FeatureWeight[];
}

/** Explains the role of a sentence that stands alone, under headings given from the outermost to the innermost. */
export function explainSentence(
  text: string,
  headings: readonly string[] = [],
  weights: Weights = ownWeights(),
): Explanation {
  return explainView([aloneView(text, headings)], 0, weights);
}

function aloneView(text: string, path: readonly string[]): SentenceView {
  const { style, body } = splitNumber(foldForMatching(text.trim()));
  const section = path.length > 0 ? path.length - 1 : -1;
  return {
    index: 0,
    body,
    style,
    heading: false,
    kind: 'none',
    path,
    pathText: path.join(' / '),
    section,
    paragraph: 0,
  };
}

/** Explains the role of the sentence at `index` among the sentences of its report. */
export function explainView(sentences: readonly SentenceView[], index: number, weights: Weights): Explanation {
  const view = { title: '', sentences };
  const { features, rules } = reportFeatures(view);
  const all = marginals(chainOf(view, weights).chain);
  const shares = Array.from(all.subarray(index * LABELS, (index + 1) * LABELS));
  const order = ROLES.map((role, at) => ({ role, probability: shares[at]! })).sort(
    (a, b) => b.probability - a.probability,
  );
  const [first, second] = [order[0]!, order[1]!];
  return {
    role: first.role,
    runnerUp: second.role,
    confidence: calibrated(first.probability, weights.calibration),
    margin: first.probability - second.probability,
    probabilities: order,
    votes: votesOf(rules[index]!, weights),
    features: weigh(features[index]!, sentences[index]!, first.role, second.role, weights),
  };
}

function weigh(features: Features, view: SentenceView, role: Role, runnerUp: Role, weights: Weights): FeatureWeight[] {
  const sums = new Map<string, number>();
  for (const [f, group] of features.groups.entries()) {
    const value = features.values[f]!;
    const bucket = bucketOf(group, value);
    const gain = weightOf(weights, bucket, ROLES.indexOf(role)) - weightOf(weights, bucket, ROLES.indexOf(runnerUp));
    if (gain === 0) continue;
    const name = nameOf(group, value, features.places[f]!, view.body);
    sums.set(name, (sums.get(name) ?? 0) + gain * features.strengths[f]!);
  }
  return [...sums]
    .map(([feature, weight]) => ({ feature, weight }))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.feature < b.feature ? -1 : 1));
}

/** A feature in words: its group, and the characters, rule, cue list or number that it is about. */
function nameOf(group: number, value: number, place: number, body: string): string {
  const name = GROUPS[group]!;
  if (place > 0) return `${name} “${body.slice(place >> 3, (place >> 3) + (place & 7))}”`;
  if (name.startsWith('rule')) return `${name} ${RULES[value]?.id ?? 'none'}`;
  if (group === G.cue) return `cue ${CUE_LISTS[value >> 2]?.id} ×${value & 3}`;
  if (group === G['cue-first']) return `cue-first ${CUE_LISTS[value - 1]?.id ?? 'none'}`;
  if (group === G['cue-mix']) return `${name} ${MIX_NAMES.filter((_, bit) => (value >> bit) & 1).join('+') || 'none'}`;
  if (group === G['mix-before'] || group === G['mix-after']) return `${name} ${MIX_NAMES[value]}`;
  if (group === G.style) return `style ${STYLES[value]}`;
  if (/gram$/.test(name)) return name;
  return `${name} ${value}`;
}
