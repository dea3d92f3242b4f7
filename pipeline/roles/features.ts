import { ROLES } from '../model/role.ts';
import { add, addShared, begin, collected, type Features, G, type Scorer, sharedSums, summed } from './collector.ts';
import { CUE_COUNT } from './cues.ts';
import { addGrams, addPairs } from './grams.ts';
import { heldRoles } from './heading-role.ts';
import { CAUSE_MIX, type Sketch, sketch } from './sketch.ts';
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
  'above-gram': ABOVE_GRAM,
  bias: BIAS,
  'cause-licence': CAUSE_LICENCE,
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
  'path-gram': PATH_GRAM,
  'path-role': PATH_ROLE,
  'path-role×cues': PATH_ROLE_CUES,
  'path-role×place': PATH_ROLE_PLACE,
  rule: RULE,
  'rule-after': RULE_AFTER,
  'rule-before': RULE_BEFORE,
  'rule-heading': RULE_HEADING,
  'rule-lead': RULE_LEAD,
  shape: SHAPE,
  style: STYLE,
} = G;

function visit<T>(
  sentences: readonly SentenceView[],
  scorer: Scorer | null,
  done: (frame: SentenceFrame) => T,
): readonly T[] {
  const sketches = sentences.map(sketch);
  const leads = leadsOf(sketches);
  return sketches.map((own, index) => {
    const before = sketches[index - 1];
    const after = sketches[index + 1];
    const boundary = boundaryOf(own, before);
    begin(scorer);
    add(BIAS, 0);
    addShape(own, before, after, boundary);
    addPath(own, before);
    addCues(own, before, after);
    addRules(own, before, after, leads[index]!);
    addGrams(own.view.body);
    return done({ rules: own.rules, boundary });
  });
}

function boundaryOf(own: Sketch, before: Sketch | undefined): 0 | 1 | 2 {
  if (before?.view.paragraph === own.view.paragraph) return 0;
  return before?.view.heading ? 2 : 1;
}

/** The sentence that opens the paragraph, and the heading of the section, of each sentence; itself counts as none. */
function leadsOf(
  sketches: readonly Sketch[],
): readonly { readonly paragraph: Sketch | null; readonly heading: Sketch | null }[] {
  let first: Sketch | null = null;
  const headings = new Map<number, Sketch>();
  return sketches.map((own) => {
    if (first?.view.paragraph !== own.view.paragraph) first = own;
    if (own.view.heading) headings.set(own.view.section, own);
    const heading = headings.get(own.view.section) ?? null;
    return { paragraph: first === own ? null : first, heading: heading === own ? null : heading };
  });
}

const LENGTHS = [4, 8, 14, 24, 40, 70, 110];
function lengthBin(length: number): number {
  let bin = 0;
  while (bin < LENGTHS.length && length > LENGTHS[bin]!) bin += 1;
  return bin;
}

const KINDS = ['none', 'block', 'run-in', 'inline'];
const ENDINGS = '。！？：；”）|,，、';
const shapeOf = (view: SentenceView): number => KINDS.indexOf(view.kind) * 2 + (view.heading ? 1 : 0);

function addShape({ view, figures }: Sketch, before: Sketch | undefined, after: Sketch | undefined, boundary: number) {
  const heading = view.heading ? 1 : 0;
  const ending = 1 + ENDINGS.indexOf(view.body.at(-1) ?? '');
  const bin = lengthBin(view.body.length);
  add(STYLE, view.style);
  add(SHAPE, shapeOf(view) * 16 + view.style);
  add(SHAPE, 1000 + shapeOf(view));
  add(LENGTH, bin * 2 + heading);
  add(ENDING, ending * 2 + heading);
  add(ENDING, 100 + ending * 8 + bin);
  add(IN_PARAGRAPH, (boundary === 0 ? 0 : 1) + (after?.view.paragraph === view.paragraph ? 0 : 2));
  add(IN_PARAGRAPH, 8 + boundary);
  add(IN_SECTION, (before?.view.section === view.section ? 0 : 1) + (after?.view.section === view.section ? 0 : 2));
  add(FIGURES, figures);
}

const announcedCodes = new Map<string, number>();

/** What a heading announces as one number: 0 for nothing, else 1 + first role + 8 × last role. */
function announced(heading: string): number {
  const known = announcedCodes.get(heading);
  if (known !== undefined) return known;
  const roles = heldRoles(heading);
  const code = roles.length === 0 ? 0 : 1 + ROLES.indexOf(roles[0]!) + 8 * ROLES.indexOf(roles.at(-1)!);
  if (announcedCodes.size > 5000) announcedCodes.clear();
  announcedCodes.set(heading, code);
  return code;
}

const pathSums = sharedSums();
const leadSums = sharedSums();
let lastPath: readonly string[] | null = null;
let lastCodes: readonly number[] = [];

/** What the headings of a path announce; the path asked last is kept, as sentences of a section come in a row. */
function pathCodes(path: readonly string[]): readonly number[] {
  if (path !== lastPath) [lastPath, lastCodes] = [path, path.map(announced)];
  return lastCodes;
}

const CAUSE = ROLES.indexOf('cause');
const namesCause = (code: number): boolean => code > 0 && (((code - 1) & 7) === CAUSE || (code - 1) >> 3 === CAUSE);

/** A cause has its licence: a heading of causes above it, or a word for a reason in it or in the sentence before. */
function addPath({ view, mix }: Sketch, before: Sketch | undefined): void {
  const leading = before?.view.paragraph === view.paragraph && (before.mix & CAUSE_MIX) > 0;
  const codes = pathCodes(view.path);
  const nearest = codes.findLast((code) => code > 0) ?? 0;
  const root = codes.find((code) => code > 0) ?? 0;
  add(PATH_ROLE, nearest);
  add(PATH_ROLE, 100 + root);
  add(PATH_ROLE, 200 + (codes.at(-1) ?? 99));
  add(PATH_ROLE, 400 + Math.min(4, view.path.length));
  add(PATH_ROLE, 1000 + nearest * 100 + root);
  add(PATH_ROLE_CUES, nearest * 128 + mix);
  add(CAUSE_LICENCE, (codes.some(namesCause) ? 1 : 0) + ((mix & CAUSE_MIX) > 0 ? 2 : 0) + (leading ? 4 : 0));
  add(PATH_ROLE_CUES, 20000 + nearest * 16 + (mix & 7));
  add(PATH_ROLE_PLACE, nearest * 64 + shapeOf(view) * 2 + (view.style > 0 ? 1 : 0));
  addShared(pathSums, view.path, () => {
    view.path.forEach((heading, depth) => {
      addPairs(depth === view.path.length - 1 ? PATH_GRAM : ABOVE_GRAM, heading);
    });
  });
}

const silentSums = sharedSums();
const NO_CUES = {};

/** The cues met, and those not met: as if none were, which all sentences share, less what is not so. */
function addCues({ cues, mix }: Sketch, before: Sketch | undefined, after: Sketch | undefined): void {
  addShared(silentSums, NO_CUES, () => {
    for (let list = 0; list < CUE_COUNT; list += 1) add(CUE, list * 4);
  });
  for (let list = 0; list < CUE_COUNT; list += 1) {
    if (cues.counts[list]! > 0) {
      add(CUE, list * 4, -1);
      add(CUE, list * 4 + Math.min(3, cues.counts[list]!));
    }
    if (before && before.cues.counts[list]! > 0) add(CUE_BEFORE, list);
    if (after && after.cues.counts[list]! > 0) add(CUE_AFTER, list);
  }
  add(CUE_FIRST, cues.opening + 1);
  add(CUE_MIX, mix);
}

const NO_RULE = 999;

function addRules(
  own: Sketch,
  before: Sketch | undefined,
  after: Sketch | undefined,
  lead: { readonly paragraph: Sketch | null; readonly heading: Sketch | null },
): void {
  for (const rule of own.rules) add(RULE, rule);
  if (own.rules.length === 0) add(RULE, NO_RULE);
  for (const rule of before?.rules ?? []) add(RULE_BEFORE, rule);
  for (const rule of after?.rules ?? []) add(RULE_AFTER, rule);
  for (const rule of lead.heading?.rules ?? []) add(RULE_HEADING, rule);
  for (const rule of lead.paragraph?.rules ?? []) add(RULE_LEAD, rule);
  const { paragraph } = lead;
  if (paragraph) addShared(leadSums, paragraph, () => addPairs(LEAD_GRAM, paragraph.view.body));
}
