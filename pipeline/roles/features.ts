import { add, addBundle, addBundles, begin, bundle, collected, type Features, G, summed } from './collector.ts';
import { LABELS } from './crf.ts';
import { CUE_COUNT } from './cues.ts';
import { addGrams } from './grams.ts';
import { addPath } from './path-features.ts';
import { RULES } from './rules/rules.ts';
import type { Scorer } from './scorer.ts';
import { MIX_NAMES, type Sketch, sketch } from './sketch.ts';
import type { ReportView, SentenceView } from './view.ts';

/** What goes with the features of the sentences of a report. */
export interface Frames {
  /** Indices of the rules that vote on each sentence, rising. */
  readonly rules: readonly (readonly number[])[];
  /** How each follows the one before: 0 same paragraph, 1 new paragraph, 2 first after a heading. */
  readonly boundaries: Uint8Array;
}

/** The features of every sentence of a report, in their order. */
export function reportFeatures({ sentences }: ReportView): Frames & { readonly features: readonly Features[] } {
  const features: Features[] = [];
  const frames = visit(sentences, null, () => features.push(collected()));
  return { ...frames, features };
}

/** Sums the features of every sentence of a report by `scorer`, from its offset on, without keeping them. */
export const scoreReport = ({ sentences }: ReportView, scorer: Scorer): Frames => visit(sentences, scorer, summed);

// The numbers of the groups as constants: reading them off `G` for every feature is slow.
const {
  bias: BIAS,
  cue: CUE,
  'cue-first': CUE_FIRST,
  'cue-mix': CUE_MIX,
  ending: ENDING,
  figures: FIGURES,
  'in-paragraph': IN_PARAGRAPH,
  'in-section': IN_SECTION,
  length: LENGTH,
  'mix-after': MIX_AFTER,
  'mix-before': MIX_BEFORE,
  rule: RULE,
  'rule-heading': RULE_HEADING,
  shape: SHAPE,
  style: STYLE,
} = G;

/** A sentence as it stands among others. */
interface Setting {
  readonly own: Sketch;
  readonly before: Sketch | null;
  readonly after: Sketch | null;
  readonly boundary: 0 | 1 | 2;
  /** The heading of its section; null where that is itself. */
  readonly heading: Sketch | null;
}

/** Goes through the sentences with sketches of the two before and the one after; others are not kept. */
function visit(sentences: readonly SentenceView[], scorer: Scorer | null, done: () => void): Frames {
  const rules: (readonly number[])[] = [];
  const boundaries = new Uint8Array(sentences.length);
  /** The headings of sections so far. */
  const headings = new Map<number, Sketch>();
  let earlier: Sketch | null = null;
  let before: Sketch | null = null;
  const ahead = scorer && { table: scorer.table, sums: scorer.sums, offset: scorer.offset };
  let own = sketchAt(sentences, 0, ahead);
  while (own !== null) {
    const after = sketchAt(sentences, rules.length + 1, ahead);
    const setting = settingOf(own, before, after, headings);
    begin(scorer);
    addShape(setting);
    addPath(own, before, earlier, shapeOf(own.view));
    addCues(setting);
    addRules(setting);
    if (scorer === null) addGrams(own.view.body);
    done();
    boundaries[rules.length] = setting.boundary;
    rules.push(own.rules);
    earlier = before;
    before = own;
    own = after;
  }
  return { rules, boundaries };
}

/** The sketch of the sentence at `index`, null behind the last; the scores of its n-grams go where `scorer` will come to it. */
function sketchAt(sentences: readonly SentenceView[], index: number, ahead: Scorer | null): Sketch | null {
  if (index >= sentences.length) return null;
  if (ahead === null) return sketch(sentences[index]!);
  const sketched = sketch(sentences[index]!, ahead);
  ahead.offset += LABELS;
  return sketched;
}

function settingOf(own: Sketch, before: Sketch | null, after: Sketch | null, headings: Map<number, Sketch>): Setting {
  const { paragraph, section, heading: isHeading } = own.view;
  if (isHeading) headings.set(section, own);
  const heading = headings.get(section) ?? null;
  return {
    own,
    before,
    after,
    boundary: before !== null && before.view.paragraph === paragraph ? 0 : before?.view.heading ? 2 : 1,
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
const FIRST_CUES = bundle(CUE_COUNT + 1, (first) => add(CUE_FIRST, first));
const MIX_KEYS = 1 << MIX_NAMES.length;
const MIXES = bundle(MIX_KEYS, (mix) => add(CUE_MIX, mix));
const MIXES_BEFORE = bundle(MIX_KEYS, (mix) => addBits(MIX_BEFORE, mix));
const MIXES_AFTER = bundle(MIX_KEYS, (mix) => addBits(MIX_AFTER, mix));

const addBits = (group: number, mix: number): void =>
  MIX_NAMES.forEach((_, bit) => {
    if ((mix >> bit) & 1) add(group, bit);
  });

function addCues({ own: { cues, opening, mix }, before, after }: Setting): void {
  addBundle(SILENCE, 0);
  addBundles(CUES, cues);
  if (before) addBundle(MIXES_BEFORE, before.mix);
  if (after) addBundle(MIXES_AFTER, after.mix);
  addBundle(FIRST_CUES, opening + 1);
  addBundle(MIXES, mix);
}

const NO_RULE = 999;
const NO_VOTES = bundle(1, () => add(RULE, NO_RULE));
const VOTES = bundle(RULES.length, (rule) => add(RULE, rule));
const VOTES_ON_HEADING = bundle(RULES.length, (rule) => add(RULE_HEADING, rule));

function addRules({ own, heading }: Setting): void {
  addBundles(VOTES, own.rules);
  if (own.rules.length === 0) addBundle(NO_VOTES, 0);
  if (heading) addBundles(VOTES_ON_HEADING, heading.rules);
}
