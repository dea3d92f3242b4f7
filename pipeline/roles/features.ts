import {
  add,
  addBundle,
  addBundles,
  addShared,
  begin,
  bundle,
  collected,
  type Features,
  G,
  type Scorer,
  sharedSums,
  summed,
} from './collector.ts';
import { CUE_COUNT } from './cues.ts';
import { addGrams, addPairs } from './grams.ts';
import { addPath } from './path-features.ts';
import { RULES } from './rules/rules.ts';
import { type Sketch, sketch } from './sketch.ts';
import type { ReportView, SentenceView } from './view.ts';

/** What goes with the features of a sentence: the rules that vote, and how it follows the sentence before. */
export interface SentenceFrame {
  /** Indices of the rules that vote, rising. */
  readonly rules: readonly number[];
  /** 0 same paragraph as the sentence before, 1 new paragraph, 2 first after a heading. */
  readonly boundary: 0 | 1 | 2;
}

/** What the model sees of one sentence. */
export type SentenceFeatures = SentenceFrame & Features;

/** The features of every sentence of a report, in their order. */
export const reportFeatures = ({ sentences }: ReportView): readonly SentenceFeatures[] =>
  visit(sentences, null, (frame) => ({ ...collected(), ...frame }));

/** Sums the features of every sentence of a report by `scorer`, from its offset on, without keeping them. */
export const scoreReport = ({ sentences }: ReportView, scorer: Scorer): readonly SentenceFrame[] =>
  visit(sentences, scorer, (frame) => {
    summed();
    return frame;
  });

// The numbers of the groups as constants: reading them off `G` for every feature is slow.
const {
  bias: BIAS,
  cue: CUE,
  'cue-after': CUE_AFTER,
  'cue-before': CUE_BEFORE,
  'cue-first': CUE_FIRST,
  'cue-mix': CUE_MIX,
  ending: ENDING,
  figures: FIGURES,
  'in-paragraph': IN_PARAGRAPH,
  'in-section': IN_SECTION,
  'lead-gram': LEAD_GRAM,
  length: LENGTH,
  rule: RULE,
  'rule-after': RULE_AFTER,
  'rule-before': RULE_BEFORE,
  'rule-heading': RULE_HEADING,
  'rule-lead': RULE_LEAD,
  shape: SHAPE,
  style: STYLE,
} = G;

/** A sentence as it stands among others. */
interface Setting {
  readonly own: Sketch;
  readonly before: Sketch | null;
  readonly after: Sketch | null;
  readonly boundary: 0 | 1 | 2;
  /** The sentence that opens its paragraph, and the heading of its section; null where that is itself. */
  readonly lead: Sketch | null;
  readonly heading: Sketch | null;
}

/** Goes through the sentences with sketches of the two before and the one after; others are not kept. */
function visit<T>(
  sentences: readonly SentenceView[],
  scorer: Scorer | null,
  done: (frame: SentenceFrame) => T,
): readonly T[] {
  const results: T[] = [];
  const leads: Leads = { first: null, headings: new Map() };
  let earlier: Sketch | null = null;
  let before: Sketch | null = null;
  let own: Sketch | null = sentences.length > 0 ? sketch(sentences[0]!) : null;
  while (own !== null) {
    const after: Sketch | null = results.length + 1 < sentences.length ? sketch(sentences[results.length + 1]!) : null;
    const setting = settingOf(own, before, after, leads);
    begin(scorer);
    addShape(setting);
    addPath(own, before, earlier, shapeOf(own.view));
    addCues(setting);
    addRules(setting);
    addGrams(own.view.body);
    results.push(done({ rules: own.rules, boundary: setting.boundary }));
    [earlier, before, own] = [before, own, after];
  }
  return results;
}

/** The first sentence of the paragraph that is gone through, and the headings of sections so far. */
interface Leads {
  first: Sketch | null;
  readonly headings: Map<number, Sketch>;
}

function settingOf(own: Sketch, before: Sketch | null, after: Sketch | null, leads: Leads): Setting {
  const { paragraph, section, heading: isHeading } = own.view;
  const isSame = before !== null && before.view.paragraph === paragraph;
  if (!isSame) leads.first = own;
  if (isHeading) leads.headings.set(section, own);
  const heading = leads.headings.get(section) ?? null;
  return {
    own,
    before,
    after,
    boundary: isSame ? 0 : before?.view.heading ? 2 : 1,
    lead: leads.first === own ? null : leads.first,
    heading: heading === own ? null : heading,
  };
}

const LENGTHS = [4, 8, 14, 24, 40, 70, 110];
function lengthBin(length: number): number {
  let bin = 0;
  while (bin < LENGTHS.length && length > LENGTHS[bin]!) bin += 1;
  return bin;
}

const KINDS = { none: 0, block: 1, 'run-in': 2, inline: 3 };
const shapeOf = (view: SentenceView): number => KINDS[view.kind] * 2 + (view.heading ? 1 : 0);
/** The number of each character that tells a kind of sentence by its end, 0 for others. */
const ENDINGS = new Uint8Array(65536);
for (const [at, ending] of [...'。！？：；”）|,，、'].entries()) ENDINGS[ending.charCodeAt(0)] = 1 + at;

/** Key: shape × 32 + style. */
const SHAPES = bundle(8 * 32, (key) => {
  const [shape, style] = [key >> 5, key & 31];
  add(BIAS, 0);
  add(STYLE, style);
  add(SHAPE, shape * 16 + style);
  add(SHAPE, 1000 + shape);
});

/** Key: (ending × 8 + length) × 2 + heading. */
const LENGTHS_AND_ENDINGS = bundle(16 * 8 * 2, (key) => {
  const [ending, bin, heading] = [key >> 4, (key >> 1) & 7, key & 1];
  add(LENGTH, bin * 2 + heading);
  add(ENDING, ending * 2 + heading);
  add(ENDING, 100 + ending * 8 + bin);
});

/** Key: (figures × 4 + place in the section) × 16 + place in the paragraph × 4 + boundary. */
const PLACES = bundle(4 * 4 * 16, (key) => {
  add(IN_PARAGRAPH, (key >> 2) & 3);
  add(IN_PARAGRAPH, 8 + (key & 3));
  add(IN_SECTION, (key >> 4) & 3);
  add(FIGURES, key >> 6);
});

function addShape({ own, before, after, boundary }: Setting): void {
  const { view, figures } = own;
  const ending = view.body === '' ? 1 : ENDINGS[view.body.charCodeAt(view.body.length - 1)]!;
  const inParagraph = (boundary === 0 ? 0 : 1) + (after?.view.paragraph === view.paragraph ? 0 : 2);
  const inSection = (before?.view.section === view.section ? 0 : 1) + (after?.view.section === view.section ? 0 : 2);
  addBundle(SHAPES, shapeOf(view) * 32 + view.style);
  addBundle(LENGTHS_AND_ENDINGS, (ending * 8 + lengthBin(view.body.length)) * 2 + (view.heading ? 1 : 0));
  addBundle(PLACES, (figures * 4 + inSection) * 16 + inParagraph * 4 + boundary);
}

/** The cues met, and those not met: as if none were, which all sentences share, less what is not so. */
const SILENCE = bundle(1, () => {
  for (let list = 0; list < CUE_COUNT; list += 1) add(CUE, list * 4);
});
/** Key: list × 4 + how often, 3 at most. */
const CUES = bundle(CUE_COUNT * 4, (key) => {
  add(CUE, key & ~3, -1);
  add(CUE, key);
});
const CUES_BEFORE = bundle(CUE_COUNT * 4, (key) => add(CUE_BEFORE, key >> 2));
const CUES_AFTER = bundle(CUE_COUNT * 4, (key) => add(CUE_AFTER, key >> 2));
const FIRST_CUES = bundle(CUE_COUNT + 1, (first) => add(CUE_FIRST, first));
const MIXES = bundle(128, (mix) => add(CUE_MIX, mix));

function addCues({ own: { cues, opening, mix }, before, after }: Setting): void {
  addBundle(SILENCE, 0);
  addBundles(CUES, cues);
  if (before) addBundles(CUES_BEFORE, before.cues);
  if (after) addBundles(CUES_AFTER, after.cues);
  addBundle(FIRST_CUES, opening + 1);
  addBundle(MIXES, mix);
}

const leadSums = sharedSums();
const NO_RULE = 999;
const NO_VOTES = bundle(1, () => add(RULE, NO_RULE));
const VOTES = bundle(RULES.length, (rule) => add(RULE, rule));
const VOTES_BEFORE = bundle(RULES.length, (rule) => add(RULE_BEFORE, rule));
const VOTES_AFTER = bundle(RULES.length, (rule) => add(RULE_AFTER, rule));
const VOTES_ON_HEADING = bundle(RULES.length, (rule) => add(RULE_HEADING, rule));
const VOTES_ON_LEAD = bundle(RULES.length, (rule) => add(RULE_LEAD, rule));

function addRules({ own, before, after, lead, heading }: Setting): void {
  addBundles(VOTES, own.rules);
  if (own.rules.length === 0) addBundle(NO_VOTES, 0);
  if (before) addBundles(VOTES_BEFORE, before.rules);
  if (after) addBundles(VOTES_AFTER, after.rules);
  if (heading) addBundles(VOTES_ON_HEADING, heading.rules);
  if (lead === null) return;
  addBundles(VOTES_ON_LEAD, lead.rules);
  addShared(leadSums, lead, () => addPairs(LEAD_GRAM, lead.view.body));
}
